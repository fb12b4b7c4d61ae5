"""Heads of names of organisations, events and things; words around organisations."""

from __future__ import annotations

from corpus.understanding.word_set import word_set

ORG_HEADS = word_set(
    """
    today records books productions pictures entertainment industries brothers sons airline bhd
    sdn ag gmbh spa sa nv bv oy ab as pty bank academy administration agency airlines airways
    alliance army arsenal assembly associates association associations authority bancorp banks
    battalion board brewery brigade brigades broadcasting brotherhood bundesbank
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
WEAK_ORG_HEADS = word_set(
    """
    house order station post express review watch works yard team division mission office united
    convention conference cabinet register school library radio exchange products staff
    initiative reserve court courts community unit volunteers times international center centre
    magazine today programme communications records books pictures brothers sons system systems
    media as sa
    """
)
# Heads that are also what a ministry or department is for: the Ministry of Health and Services.
FIELDS_OF_WORK = word_set(
    """
    services community communities communications industries technologies enterprises forces
    programme schools universities networks police parks
    """
)
# Weak heads that an "of" follows in no organisation's name.
NEVER_BEFORE_OF = word_set(
    """
    post express review watch works yard team united products records volunteers today books
    pictures brothers sons initiative reserve staff register exchange as sa
    """
)
# At the end of names of events, works and laws, which are none of our types.
THING_HEADS = word_set(
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
LEGAL_FORMS = word_set(
    """
    inc corp corporation co company cos ltd limited llc llp plc & ag gmbh sa nv bv spa group
    holdings and
    """
)
# In lower case after a name: it names a thing.
THING_FOLLOWERS = word_set(
    """
    bomb bombs missile missiles rifle rifles aircraft jet jets plane planes helicopter
    helicopters drone drones tank tanks gun guns satellite ship ships warship virus disease
    syndrome software browser car cars bill law act treaty album song film movie novel book
    series award prize amendment theory era period style brand
    """
)
# Words before which a capitalised word names an organisation: "the X militants".
ORG_FOLLOWERS = word_set(
    """
    leaders leadership fighters fighter militants militant members member group groups militia
    militias insurgents insurgency rebels rebel guerrillas guerrilla terrorists terrorist gunmen
    extremists jihadists faction factions movement network party company firm organization
    organisation agency executives shares stock employees workers union team club newspaper
    magazine channel affiliate affiliates branch branches cell cells operatives commanders
    strongholds ringleader ranks alliance coalition subsidiary unit bank airline airlines
    lawmakers lawmaker gang cartel website
    """
)

# After a possessive: what a country or city, an organisation, a person has.
OF_PLACES = word_set(
    """
    capital government president border parliament army
    """
)
OF_ORGS = word_set(
    """
    shares stock spokesman spokeswoman board
    """
)
KIN = word_set(
    """
    wife husband mother father son daughter brother sister lawyer death
    """
)
# Before "of" and the name of an organisation.
MEMBERS = word_set(
    """
    members member leader leaders head chairman chairwoman employees subsidiary unit
    """
)
