"""Closed lists of English grammar: titles, heads of organisations and places, small words.

They are general knowledge of the language of names, written for Postil; no list holds a name.
All keys are folded and without dots unless said otherwise.
"""

from __future__ import annotations

import regex


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# --- small words -------------------------------------------------------------------------------

# In lower case between two parts of a personal name.
NAME_PARTICLES = _set(
    """
    bin bint ibn abu abd al el ul ur de da das do dos del della delle di du van von der den ter
    zu zum af av la le los las y e arap ap und
    """
)
# In lower case before the first part of a name, where nothing capitalised stands before it.
LEADING_PARTICLES = regex.compile(
    r"(?r)(?:^|(?<=[\s(\"“‘'`«—–]))"
    r"(?P<particle>(?:bin|bint|ibn|abu|al|el|de|del|della|di|da|du|van|von|der|ter)"
    r"(?:\s(?:la|der|den|de))?)\s$"
)
# Inside names of organisations and places.
JOINERS = _set(
    """
    of for and & on in
    """
)
# Short parts in lower case inside a hyphenated name: Darra-e-Sang.
INNER_PARTS = _set(
    """
    e i o u y ul ud un al el ibn bin de la le les sur en aux du des di do da on upon the of und
    """
)

# Words that begin sentences and never names.
FUNCTION_WORDS = _set(
    """
    a an the this that these those each every either neither both all any some no none such what
    which who whom whose where when why how whether if unless until while although though
    because since as so than then there here now once and or but nor yet for of in on at by to
    from with without within into onto upon over under above below between among amid against
    across around about after before behind beneath beside besides beyond despite down during
    except inside instead like near off out outside per through throughout till toward towards
    up via i you he she it we they me him her us them my your his its our their mine yours hers
    ours theirs myself himself herself itself themselves one ones someone anyone everyone nobody
    something anything everything nothing is are was were be been being am has have had do does
    did will would shall should can could may might must not also too very just only even still
    already again always never often sometimes perhaps maybe however therefore thus hence
    meanwhile moreover furthermore nevertheless nonetheless otherwise indeed rather later
    earlier recently currently previously afterward afterwards thereafter ago today yesterday
    tomorrow tonight more most many much few fewer less least several other others another same
    own two three four five six seven eight nine ten eleven twelve dozens hundreds thousands
    millions yes ok okay oh well please thanks hello let let's don't it's i'm that's there's
    he's she's we're they're you're isn't aren't wasn't can't won't didn't doesn't what's who's
    according addressing speaking asked citing based given including following regarding
    concerning whereas whatever whoever whichever wherever whenever else new old good first
    second third last next
    """
)
CALENDAR = _set(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun gmt utc est edt pst pdt cst am
    pm bst cet ad bc
    """
)
# Acronyms that name a thing or a kind, no entity.
PLAIN_ACRONYMS = _set(
    """
    dj ko tv pc cd cds dvd dna rna aids hiv ceo cfo coo cto vip ufo gdp gnp ied ieds ngo ngos
    suv suvs pow pows id ids ok pr hr it ai faq faqs url pdf html gps usb atm atms ak rpg rpgs
    icbm icbms wmd tnt phd md ba ma mba am pm gmt utc ii iii iv vi vii viii ix xi xii xiii xiv
    xv xvi photo file update exclusive breaking video watch live news op lp ep mp mps mvp nl al
    era rbi usd eur gbp lng lpg covid sars vat qb dh ph eds pst est edt
    """
)
ROMAN = regex.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})")

# --- titles ------------------------------------------------------------------------------------

# Abbreviated with a dot, as they are written.
ABBREVIATED_TITLES = _set(
    """
    Mr Mrs Ms Mx Dr Prof Rev Fr Hon Gen Lt Col Maj Capt Sgt Cpl Pvt Adm Cmdr Brig Rep Reps Sen
    Sens Gov Govs Pres Supt Det Insp Amb Atty Sgts Spc Pfc Cdr Ens Msgr St Mt Ft Asst
    """
)
DOTTED_ENDINGS = _set(
    """
    Jr Sr Inc Corp Co Ltd Bros Cos Esq Plc
    """
)
HONORIFICS = _set(
    """
    prophet apostle datuk dato datin tun tengku sri swami lama mufti ustad ustadz agha mr mrs ms
    mx miss dr prof rev fr hon sir dame lord lady madam madame monsieur herr frau senor senora
    don dona sheikh sheik shaikh mullah maulana mawlawi maulvi ayatollah hojatoleslam imam hajji
    haji pope father brother sister rabbi saint emir sultan shah king queen prince princess
    emperor empress duke duchess baron baroness count countess earl viscount marquess tsar czar
    chancellor comrade doctor professor reverend monsignor cardinal archbishop bishop pastor
    """
)
TITLE_HEADS = HONORIFICS | _set(
    """
    president presidents premier minister ministers secretary general gen lieutenant lt colonel
    col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm commodore
    commander cmdr brigadier brig marshal marshall representative rep reps senator sen sens
    congressman congresswoman governor gov mayor deputy ambassador amb envoy adviser advisor
    aide spokesman spokeswoman spokesperson chief chairman chairwoman chairperson chair director
    manager commissioner inspector superintendent supt detective det officer agent judge justice
    prosecutor attorney atty lawyer solicitor barrister magistrate sheriff speaker leader head
    coach coordinator undersecretary counsel counselor consul delegate legislator lawmaker
    politician dictator warlord ruler founder editor reporter correspondent author writer actor
    actress singer dean rector provost economist analyst astronaut pilot nurse pfc spc trooper
    treasurer comptroller controller auditor superstar striker goalkeeper quarterback linebacker
    pitcher councilman councilwoman councillor alderman assemblyman mp mep parliamentarian
    deputies secretary-general vice-president co-chairman vice-chairman undersecretary-general
    """
)
TITLE_MODIFIERS = _set(
    """
    acting deputy vice assistant asst associate senior junior chief first second former then ex
    interim caretaker prime executive managing under attorney lieutenant lt major maj brigadier
    brig rear master high supreme grand crown special presidential press staff general national
    foreign interior defense defence finance financial justice health education trade commerce
    agriculture energy economy economic environment transport transportation labor labour
    culture sports information communications planning home cabinet security intelligence police
    army navy air naval military fire district county state city federal public private
    principal top lead head opposition parliamentary political provincial regional local royal
    honorary permanent personal world internal external oil petroleum industry tourism water
    housing development immigration science technology house senate majority minority whip
    budget tax election party campaign religious spiritual revolutionary colonel gen field wing
    group flight technical petty warrant commanding joint vice-chief retired elect designate
    council
    """
)
# Titles that go on with "of" and a thing that is no name.
TITLE_OBJECTS = _set(
    """
    state staff defense defence treasury interior justice commerce labor agriculture energy
    education transportation house government mission operations intelligence police security
    command research marketing communications sales parliament cabinet commons army navy
    """
)

# --- organisations -----------------------------------------------------------------------------

ORG_HEADS = _set(
    """
    today records books productions pictures entertainment industries brothers sons airline bhd
    sdn ag gmbh spa sa nv bv oy ab as pty bank academy administration agency airlines airways
    alliance army arsenal assembly associates association associations authority bancorp banks
    battalion batallion board brewery brigade brigades broadcasting brotherhood bundesbank
    bureau cabinet cartel center centre chamber chronicle church city-council clinic club co
    coalition college command commission committee commonwealth communications community
    companies company conference confederation congress conservancy consortium convention
    cooperative corp corporation corps cos council courier court courts daily delegation
    democrats department dept directorate division electric enterprise enterprises exchange
    express faculty federation films force forces foundation front fund gazette group guard
    guards guild herald holding holdings hospital hospitals house inc incorporated initiative
    inspectorate institute institutes institution insurance international jihad journal junta
    laboratories laboratory league legion library llc llp lodge ltd magazine marines media
    militia ministries ministry mission monitor motors movement museum navy network networks
    news newspaper newspapers observer office opera orchestra order organisation organization
    parliament partners partnership party petroleum philharmonic pharmaceuticals plc police
    politburo post press products programme publishers publishing radio rangers regiment
    register republicans reserve resistance review school schools secretariat securities
    seminary senate service services society solutions squad squadron staff station studios
    symphony syndicate systems team technologies telecom telegraph telephone television theatre
    theater times trust tribune tribunal tv union unions unit united university universities
    vatican volunteers watch weekly works yard
    """
)
# Heads that make an organisation only at the end of a name of two words and more.
WEAK_ORG_HEADS = _set(
    """
    house order station post express review watch works yard team division mission office united
    convention conference cabinet register school library radio exchange products staff
    initiative reserve court courts community unit volunteers times international center centre
    magazine today programme communications records books pictures brothers sons system systems
    media as sa
    """
)
# Heads that are also what a ministry or department is for: the Ministry of Health and Services.
FIELDS_OF_WORK = _set(
    """
    services community communities communications industries technologies enterprises forces
    programme schools universities networks police parks
    """
)
# Weak heads that an "of" follows in no organisation's name.
NEVER_BEFORE_OF = _set(
    """
    post express review watch works yard team united products records volunteers today books
    pictures brothers sons initiative reserve staff register exchange as sa
    """
)
# At the end of names of events, works and laws, which are none of our types.
THING_HEADS = _set(
    """
    war wars battle cup games olympics olympiad championship championships open final finals
    tournament marathon series festival act acts amendment bill law laws code constitution
    treaty accord accords agreement agreements convention protocol pact resolution declaration
    charter award awards prize prizes medal plan plans show project operation revolution
    uprising spring holocaust era age ages renaissance reformation day week month year century
    christmas easter ramadan web internet bible koran quran gospel syndrome disease virus
    missile missiles rifle bomb jet helicopter boeing airbus album song symphony sonata concerto
    novel dictionary encyclopedia doctrine theory theorem index average theme tour trophy bowl
    derby stakes scholarship fellowship penalty intifada crusade crusades massacre strike
    """
)
# The legal forms of companies, and what stands between them and the name.
LEGAL_FORMS = _set(
    """
    inc corp corporation co company cos ltd limited llc llp plc & ag gmbh sa nv bv spa group
    holdings and
    """
)
# In lower case after a name: it names a thing.
THING_FOLLOWERS = _set(
    """
    bomb bombs missile missiles rifle rifles aircraft jet jets plane planes helicopter
    helicopters drone drones tank tanks gun guns satellite ship ships warship virus disease
    syndrome software browser car cars bill law act treaty album song film movie novel book
    series award prize amendment theory era period style brand
    """
)
# Words before which a capitalised word names an organisation: "the X militants".
ORG_FOLLOWERS = _set(
    """
    leaders leadership fighters fighter militants militant members member group groups militia militias
    insurgents
    insurgency rebels rebel guerrillas guerrilla terrorists terrorist gunmen extremists
    jihadists faction factions movement network party company firm organization organisation
    agency executives shares stock employees workers union team club newspaper magazine channel
    affiliate affiliates branch branches cell cells operatives commanders strongholds ringleader
    ranks alliance coalition subsidiary unit bank airline airlines lawmakers lawmaker gang
    cartel website
    """
)

# After a possessive: what a country or city, an organisation, a person has.
OF_PLACES = _set("""
    capital government president border parliament army
    """)
OF_ORGS = _set("""
    shares stock spokesman spokeswoman board
    """)
KIN = _set("""
    wife husband mother father son daughter brother sister lawyer death
    """)
# Before "of" and the name of an organisation.
MEMBERS = _set("""
    members member leader leaders head chairman chairwoman employees subsidiary unit
    """)

# --- places ------------------------------------------------------------------------------------

PLACE_HEADS = _set(
    """
    capitol monument lighthouse cathedral castle cove crossing airport archipelago pond brook
    dock arena speedway area avenue base basin bay beach boulevard bridge camp canal canyon cape
    capital cemetery city coast corridor county creek dam delta desert district drive falls
    field forest fort garden gardens glacier governorate grounds gulf harbor harbour heights
    highway hill hills island islands isle isles junction kingdom lake lakes lane mall mosque
    mount mountain mountains oblast ocean oasis palace park parkway pass peninsula plain plains
    plateau plaza point port prefecture province provinces range reef region republic reservoir
    ridge river road rock route sea shrine sound springs square state stadium strait straits
    street subcontinent territories territory town township tunnel valley village volcano
    voivodeship ward wood woods zone
    """
)
WEAK_PLACE_HEADS = _set(
    """
    area base camp capital city drive field pass point port range region rock sound state zone
    ward corridor kingdom route wood woods garden gardens hill plain road mall
    """
)
PLACE_FRONTS = _set(
    """
    mount mt lake cape fort ft port camp gulf isle isles strait straits bay sea province city
    river san santa santo saint st los las el la al new north south east west northern southern
    eastern western central upper lower great greater little rio puerto villa tel ras wadi
    """
)
# Heads that are left out where the place is spoken of again.
ADMINISTRATIVE_HEADS = _set(
    """
    province district county governorate prefecture oblast region state island valley river
    """
)
# In lower case after a name.
PLACE_FOLLOWERS = _set(
    """
    province provinces district districts city town village county region regions river valley
    mountains mountain island islands peninsula airport border area areas governorate prefecture
    state oblast desert coast bay neighborhood neighbourhood suburb suburbs street avenue
    highway bridge port capital
    """
)
# Kinds of places, before "like", "such as" and "including".
PLACE_KINDS = _set(
    """
    area areas place places town towns cities provinces countries states districts regions
    """
)
PLACE_BEFORE = {
    "in": 2.0,
    "near": 2.0,
    "outside": 1.5,
    "inside": 1.0,
    "across": 1.5,
    "throughout": 2.0,
    "around": 1.0,
    "toward": 1.0,
    "towards": 1.0,
    "at": 0.6,
    "to": 0.4,
    "from": 0.6,
    "into": 1.0,
    "northern": 2.5,
    "southern": 2.5,
    "eastern": 2.5,
    "western": 2.5,
    "northeastern": 2.5,
    "northwestern": 2.5,
    "southeastern": 2.5,
    "southwestern": 2.5,
    "north-eastern": 2.5,
    "north-western": 2.5,
    "south-eastern": 2.5,
    "south-western": 2.5,
    "central": 1.5,
    "downtown": 2.5,
    "mainland": 2.5,
    "neighboring": 2.0,
    "neighbouring": 2.0,
    "nearby": 2.5,
    "capital": 2.0,
    "northwest": 1.5,
    "northeast": 1.5,
    "southwest": 1.5,
    "southeast": 1.5,
    "north": 1.0,
    "south": 1.0,
    "east": 1.0,
    "west": 1.0,
    "rural": 1.5,
    "like": 0.3,
    "modern": 1.0,
}
PLACE_OF = _set(
    """
    city town village province district capital port island state region county suburb suburbs
    north south east west northeast northwest southeast southwest outskirts border borders
    republic coast streets neighborhood neighbourhood area kingdom mayor governor
    """
)

# --- persons -----------------------------------------------------------------------------------

SPEECH_VERBS = _set(
    """
    said says told added noted asked replied explained argued claimed stated declared announced
    warned insisted acknowledged admitted denied recalled wrote testified thinks believes
    thought believed wants wanted vowed pledged urged suggested complained joked responded
    continued concluded commented conceded predicted promised
    """
)
PERSON_VERBS = _set(
    """
    smiled laughed cried wept married died retired resigned grew graduated scored won lost
    played walked sat stood remembered sang born fled joined met visited plays lives lived
    worked works went came got took
    """
)
# What ends a noun phrase.
PHRASE_ENDS = _set(
    """
    of in at on for to from with by and or but who whose which that where when while as near
    between is was are were has had have said says than into under over about
    """
)
# What a common noun says of the thing that it is put to: "the band X", "X is a village".
ORG_NOUNS = _set(
    """
    band group company firm party network bank newspaper magazine club label orchestra choir
    university college school charity chain manufacturer retailer publisher airline union
    startup operator provider station broadcaster society institute association foundation
    league federation ministry regiment brigade battalion squadron organisation organization
    agency corporation subsidiary team franchise militia movement faction cartel gang channel
    conglomerate brewery supplier maker developer distributor carrier bookstore insurer lender
    brokerage coalition alliance think-tank nonprofit watchdog website
    """
)
PLACE_NOUNS = _set(
    """
    village town city commune municipality suburb settlement hamlet river lake island mountain
    district province county region country state capital street park airport neighborhood
    neighbourhood valley bay port parish peninsula volcano forest beach canal highway tributary
    township locality resort stream hill road square bridge harbour harbor nation republic
    territory desert cape strait glacier creek outpost
    """
)
# Words in lower case before a name that say what a person is.
ROLES = _set(
    """
    spokesman spokeswoman spokesperson leader leaders president minister premier chancellor
    chairman chairwoman director chief commander general colonel captain lieutenant sergeant
    officer official analyst analysts economist strategist professor doctor lawyer attorney
    prosecutor judge coach manager player striker defender goalkeeper midfielder forward
    quarterback pitcher actor actress singer author writer novelist poet historian scientist
    researcher journalist reporter editor photographer producer composer conductor architect
    painter artist designer businessman businesswoman millionaire billionaire entrepreneur
    founder co-founder owner executive adviser advisor aide ambassador envoy diplomat senator
    congressman congresswoman governor mayor lawmaker legislator politician candidate dictator
    ruler king queen prince princess activist dissident cleric preacher priest bishop rabbi imam
    guru wife husband son daughter father mother brother sister uncle aunt cousin nephew niece
    grandson grandfather grandmother widow girlfriend boyfriend friend colleague partner
    counterpart successor predecessor rival teammate driver pilot astronaut victim suspect
    gunman killer resident farmer teacher student nurse worker secretary treasurer expert
    specialist consultant psychologist physicist chemist biologist engineer veteran soldier
    militant warlord ringleader caliph mastermind champion winner runner-up star hero legend
    bandleader guitarist drummer bassist vocalist lyricist rapper wrestler boxer swimmer
    sprinter skier skater racer footballer cricketer musician philosopher theologian
    mathematician sculptor filmmaker screenwriter playwright presenter comedian dancer model
    jurist explorer admiral chef pianist violinist deputy chairperson speaker coordinator head
    founder-president
    """
)
