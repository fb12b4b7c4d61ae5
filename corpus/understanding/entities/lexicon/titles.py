"""Titles: their heads, what stands before the head, and what may follow "of"."""

from __future__ import annotations

from corpus.understanding.word_set import word_set

# Abbreviated with a dot, as they are written.
ABBREVIATED_TITLES = word_set(
    """
    Mr Mrs Ms Mx Dr Prof Rev Fr Hon Gen Lt Col Maj Capt Sgt Cpl Pvt Adm Cmdr Brig Rep Reps Sen
    Sens Gov Govs Pres Supt Det Insp Amb Atty Sgts Spc Pfc Cdr Ens Msgr St Mt Ft Asst
    """
)
DOTTED_ENDINGS = word_set(
    """
    Jr Sr Inc Corp Co Ltd Bros Cos Esq Plc
    """
)
HONORIFICS = word_set(
    """
    prophet apostle datuk dato datin tun tengku sri swami lama mufti ustad ustadz agha mr mrs ms
    mx miss dr prof rev fr hon sir dame lord lady madam madame monsieur herr frau senor senora
    don dona sheikh sheik shaikh mullah maulana mawlawi maulvi ayatollah hojatoleslam imam hajji
    haji pope father brother sister rabbi saint emir sultan shah king queen prince princess
    emperor empress duke duchess baron baroness count countess earl viscount marquess tsar czar
    chancellor comrade doctor professor reverend monsignor cardinal archbishop bishop pastor
    """
)
TITLE_HEADS = HONORIFICS | word_set(
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
TITLE_MODIFIERS = word_set(
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
TITLE_OBJECTS = word_set(
    """
    state staff defense defence treasury interior justice commerce labor agriculture energy
    education transportation house government mission operations intelligence police security
    command research marketing communications sales parliament cabinet commons army navy
    """
)
