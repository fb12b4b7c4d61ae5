"""Closed classes of small English words, as far as telling speakers from other words needs them."""

from __future__ import annotations

from corpus.understanding.word_set import word_set

DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any many several most no"
    " another each every both all one two three four five six seven eight nine ten few other more"
)
ARTICLES = word_set("the a an")
DEFINITE = word_set("the this that")
POSSESSIVES = word_set("his her its their our my your")
PERSONAL = word_set("he she they it we i you who")
PREPOSITIONS = word_set(
    """
    of in at on for to from with by about against into onto over under after before during since
    until near behind between among across along around through throughout within without above
    below beside besides despite amid amidst upon toward towards outside inside via per like unlike
    following concerning regarding including than
    """
)
CONJUNCTIONS = word_set(
    """
    and but or nor yet so that as while when because if where although though unless whether
    whereas once what which whose whom how why whatever whoever then
    """
)
BE = word_set("is was are were be been being am 's isn't wasn't aren't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't")
MODALS = word_set(
    """
    will would can could may might shall should must won't wouldn't can't cannot couldn't
    shouldn't mustn't
    """
)
DO = word_set("do does did don't doesn't didn't")
FINITE = BE | HAVE | MODALS | DO
NEGATIONS = word_set(
    "not never neither nor isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't"
    " won't wouldn't can't cannot couldn't n't hardly"
)
ADVERBS = word_set(
    """
    also again later earlier then still just only even already once ever often sometimes always
    soon now today yesterday tonight tomorrow here there too though however meanwhile nevertheless
    nonetheless moreover furthermore therefore thus instead rather perhaps afterwards afterward
    flatly first further long since ago so well simply
    """
)
TIME_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
    january february march april may june july august september october november december
    mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
    morning afternoon evening night week month year weekend noon midnight midday gmt
    """
)
TIME_OPENERS = word_set("last next this late early earlier later on")
RELATIVES = word_set("who which whose whom where that")
# "said nothing", "said no", "said goodbye" report no clause.
EMPTY_OBJECTS = word_set(
    """
    nothing no yes so something anything everything little much goodbye sorry thanks prayers
    hello enough otherwise more less
    """
)
# What an adjunct between a verb and its clause is made of: "said in a statement the bank …".
OCCASIONS = word_set(
    """
    statement statements interview interviews speech speeches report reports letter letters memo
    message messages email e-mail release tweet tweets post posts briefing conference conferences
    rally address remarks comments ruling judgment judgement filing communique communiqué
    newsletter column article broadcast call meeting hearing testimony bulletin debate forum
    interviewer announcement editorial telegram cable commentary press note reply response summit
    """
)
ADDRESSEES = word_set(
    """
    reporters journalists newsmen parliament lawmakers legislators deputies senators mps court
    jurors jury police investigators congress conference forum meeting committee council agency
    newspaper radio television tv channel audience crowd delegates hearing inquiry inquest summit
    rally supporters fans shareholders analysts investors staff workers viewers listeners readers
    diplomats officials members colleagues students briefing programme program show magazine
    website people everyone anyone him her them us me it you
    """
)


def is_adverb(word: str) -> bool:
    """Say whether a word in lower case is an adverb, by the list or by its ending."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


_NOT_ADVERBS = word_set(
    """
    family ally rally tally assembly reply supply daily weekly monthly bully monopoly italy july
    belly jelly folly doily anomaly butterfly homily
    """
)
