"""Common nouns for those who speak: persons, bodies, documents; and which of them include others.

From general knowledge of English newspapers, written out for Postil.
"""

from __future__ import annotations

from corpus.understanding.entities.lexicon.persons import ORG_NOUNS, ROLES
from corpus.understanding.word_set import word_set

PERSONS = ROLES | word_set(
    """
    man woman boy girl person mp mep lord lady chief boss source witness survivor neighbour
    neighbor passenger eyewitness relative critic opponent supporter observer commentator author
    trader dealer broker investor shareholder buyer seller owner villager protester protestor
    demonstrator rebel fighter captive hostage inmate prisoner defendant plaintiff politician
    lobbyist campaigner unionist mediator negotiator delegate representative member councillor
    councilman commissioner inspector detective superintendent policeman policewoman constable
    sheriff fireman firefighter paramedic surgeon physician pathologist coroner judge justice
    magistrate barrister solicitor counsel auditor banker farmer fisherman landlord tenant
    customer client reader viewer listener blogger columnist correspondent broadcaster presenter
    star singer captain skipper chairman chairperson chair mother father parent parents son
    daughter child brother sister wife husband widow pope cardinal archbishop bishop monk nun
    priest vicar pastor reverend sultan emir sheikh marshal brigadier major colonel lieutenant
    sergeant private admiral commodore general veteran pensioner homeowner holidaymaker tourist
    visitor guide translator interpreter reporter interviewer moderator questioner clerk
    spokesmen spokeswomen spokespeople mayor undersecretary insider aide mp's
    teenager youth adult worker employee employer envoy
    """
)
PLURALS = word_set(
    """
    police people men women children witnesses spokesmen spokeswomen sources mps meps bosses
    families relatives authorities some many others those both several most few troops staff
    crew personnel eyewitnesses critics
    """
)
BODIES = ORG_NOUNS | word_set(
    """
    ministry government army military navy police department agency authority authorities
    commission committee council parliament senate congress court tribunal bank ministry embassy
    administration office bureau board cabinet kremlin pentagon palace presidency regime force
    forces command coalition opposition union association federation watchdog regulator exchange
    treasury church mission delegation side party jury panel family household
    secretariat headquarters institute centre center hospital school service services team paper
    daily weekly newspaper network station
    """
)
DOCUMENTS = word_set(
    """
    statement statements report reports study studies survey surveys document documents data
    figures statistics estimate estimates poll polls release communique communiqué letter article
    website indictment complaint lawsuit filing filings affidavit records transcript testimony
    paper memo research analysis review reviews census account accounts ruling reports notice
    draft text message bulletin forecast forecasts results findings prospectus intelligence
    editorial dispatch dispatches accord law decree resolution
    """
)
# A noun that may stand for others, before the nouns that it may stand for.
INCLUDES: dict[str, frozenset[str]] = {
    "official": word_set(
        """
        minister secretary director spokesman spokeswoman spokesperson envoy ambassador governor
        chief deputy commissioner adviser advisor aide head undersecretary mayor diplomat chairman
        general representative coordinator
        """
    ),
    "diplomat": word_set("ambassador envoy consul minister attache emissary"),
    "politician": word_set(
        "minister mp senator congressman congresswoman mayor lawmaker legislator candidate leader"
    ),
    "lawmaker": word_set("mp senator congressman congresswoman representative legislator deputy"),
    "legislator": word_set("mp senator congressman congresswoman representative lawmaker deputy"),
    "leader": word_set("president premier chairman chief head prime chancellor"),
    "premier": word_set("minister"),
    "officer": word_set(
        "general colonel major captain lieutenant sergeant commander inspector superintendent chief"
    ),
    "commander": word_set("general colonel admiral major brigadier"),
    "executive": word_set("chairman director ceo president chief manager"),
    "cleric": word_set(
        "imam ayatollah mullah bishop archbishop cardinal priest pope rabbi mufti sheikh"
    ),
    "lawyer": word_set("attorney solicitor barrister counsel"),
    "attorney": word_set("lawyer prosecutor"),
    "general": word_set("gen lt"),
    "senator": word_set("sen"),
    "governor": word_set("gov"),
    "colonel": word_set("col"),
    "captain": word_set("capt skipper"),
    "doctor": word_set("dr physician surgeon"),
    "professor": word_set("prof"),
    "spokesperson": word_set("spokesman spokeswoman"),
    "player": word_set("striker defender goalkeeper midfielder forward captain"),
    "boss": word_set("manager coach chief"),
    "coach": word_set("manager"),
    "manager": word_set("coach boss"),
}
MALE_WORDS = word_set(
    """
    mr sir lord king prince duke earl baron spokesman chairman congressman policeman businessman
    father brother husband son uncle nephew man boy actor monsignor sheikh sultan emir imam mullah
    ayatollah pope cardinal archbishop herr senor monsieur councilman alderman widower grandfather
    grandson fisherman fireman
    """
)
FEMALE_WORDS = word_set(
    """
    mrs ms miss mme lady dame queen princess duchess countess baroness spokeswoman chairwoman
    congresswoman policewoman businesswoman mother sister wife daughter aunt niece woman girl
    actress frau senora madam madame councilwoman widow grandmother granddaughter
    """
)


def is_plural(noun: str) -> bool:
    """Say whether a noun in lower case stands for several."""
    if noun in PLURALS:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3


def singular(noun: str) -> str:
    """Return a noun without its plural ending."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if is_plural(noun) and noun.endswith("s") else noun


def is_person_noun(noun: str) -> bool:
    """Say whether a noun in lower case names a person by what he or she is or does."""
    one = singular(noun)
    return noun in PERSONS or one in PERSONS or noun in PLURALS or one.endswith(_PERSON_ENDINGS)


_PERSON_ENDINGS = ("ist", "ician", "sman", "swoman", "logist", "keeper", "maker", "grapher")


def is_body_noun(noun: str) -> bool:
    """Say whether a noun in lower case names a body that speaks as one: "the ministry"."""
    return noun in BODIES or singular(noun) in BODIES


def speaks(noun: str) -> bool:
    """Say whether what a noun in lower case names is known to say things."""
    return (
        noun in DOCUMENTS
        or is_person_noun(noun)
        or is_body_noun(noun)
        or singular(noun) in DOCUMENTS
    )
