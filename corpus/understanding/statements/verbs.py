"""Verbs that report what somebody says, and how each of them takes what is said.

The classes are those of Quirk, Greenbaum, Leech and Svartvik, *A Comprehensive Grammar of the
English Language* (1985), 14.28 to 14.30 and 16.31 (factual speech act verbs), and of Levin,
*English Verb Classes and Alternations* (1993), 37 (verbs of communication). Written out here.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.understanding.word_set import word_set


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb, and what its verb can do.

    `free`: a clause follows without "that" as a rule. `bare`: it may, where it looks like one.
    `clause`: a clause with "that" may follow. `addressee`: the person told stands after the verb.
    `trailing`: may follow an indirect clause ("it rained, he added"). `question`: "whether" or "if"
    begins its clause. `noun`: the form is a noun as well. `fragment`: reports one quoted phrase
    ("called it a “farce”"). `form` is base, present, past or participle ("saying").
    """

    lemma: str
    form: str
    free: bool = False
    bare: bool = False
    clause: bool = True
    addressee: bool = False
    trailing: bool = False
    question: bool = False
    noun: bool = False
    fragment: bool = False


# Base, third person, past, -ing; where past and participle differ, both.
_FREE = "say says said saying"
_BARE = """
acknowledge acknowledges acknowledged acknowledging
add adds added adding
admit admits admitted admitting
allege alleges alleged alleging
argue argues argued arguing
claim claims claimed claiming
concede concedes conceded conceding
conclude concludes concluded concluding
confirm confirms confirmed confirming
contend contends contended contending
declare declares declared declaring
emphasise emphasises emphasised emphasising
emphasize emphasizes emphasized emphasizing
explain explains explained explaining
hint hints hinted hinting
imply implies implied implying
indicate indicates indicated indicating
insist insists insisted insisting
joke jokes joked joking
maintain maintains maintained maintaining
predict predicts predicted predicting
reckon reckons reckoned reckoning
report reports reported reporting
reveal reveals revealed revealing
state states stated stating
stress stresses stressed stressing
suggest suggests suggested suggesting
swear swears swore swearing
testify testifies testified testifying
warn warns warned warning
"""
_THAT = """
affirm affirms affirmed affirming
agree agrees agreed agreeing
announce announces announced announcing
answer answers answered answering
assert asserts asserted asserting
boast boasts boasted boasting
caution cautions cautioned cautioning
comment comments commented commenting
complain complains complained complaining
counter counters countered countering
deny denies denied denying
disclose discloses disclosed disclosing
elaborate elaborates elaborated elaborating
estimate estimates estimated estimating
exclaim exclaims exclaimed exclaiming
forecast forecasts forecast forecasting
lament laments lamented lamenting
mention mentions mentioned mentioning
muse muses mused musing
note notes noted noting
object objects objected objecting
observe observes observed observing
opine opines opined opining
pledge pledges pledged pledging
proclaim proclaims proclaimed proclaiming
promise promises promised promising
protest protests protested protesting
quip quips quipped quipping
reaffirm reaffirms reaffirmed reaffirming
reassert reasserts reasserted reasserting
recall recalls recalled recalling
recount recounts recounted recounting
reiterate reiterates reiterated reiterating
remark remarks remarked remarking
repeat repeats repeated repeating
reply replies replied replying
respond responds responded responding
retort retorts retorted retorting
speculate speculates speculated speculating
threaten threatens threatened threatening
tweet tweets tweeted tweeting
underline underlines underlined underlining
underscore underscores underscored underscoring
vow vows vowed vowing
write writes wrote writing
express expresses expressed expressing
"""
_ADDRESSEE = """
tell tells told telling
advise advises advised advising
assure assures assured assuring
inform informs informed informing
notify notifies notified notifying
remind reminds reminded reminding
"""
_QUESTION = """
ask asks asked asking
enquire enquires enquired enquiring
inquire inquires inquired inquiring
wonder wonders wondered wondering
"""
# With words in quotation marks alone.
_DIRECT = """
begin begins began beginning
chant chants chanted chanting
conclude concludes concluded concluding
continue continues continued continuing
cry cries cried crying
demand demands demanded demanding
enthuse enthuses enthused enthusing
gush gushes gushed gushing
interject interjects interjected interjecting
moan moans moaned moaning
murmur murmurs murmured murmuring
mutter mutters muttered muttering
plead pleads pleaded pleading
quote quotes quoted quoting
rage rages raged raging
recite recites recited reciting
scream screams screamed screaming
shout shouts shouted shouting
sigh sighs sighed sighing
urge urges urged urging
whisper whispers whispered whispering
yell yells yelled yelling
"""
_FRAGMENT = """
accuse accuses accused accusing
blame blames blamed blaming
blast blasts blasted blasting
brand brands branded branding
call calls called calling
characterise characterises characterised characterising
characterize characterizes characterized characterizing
condemn condemns condemned condemning
criticise criticises criticised criticising
criticize criticizes criticized criticizing
decry decries decried decrying
denounce denounces denounced denouncing
deplore deplores deplored deploring
describe describes described describing
dismiss dismisses dismissed dismissing
hail hails hailed hailing
label labels labelled labelling
liken likens likened likening
praise praises praised praising
slam slams slammed slamming
welcome welcomes welcomed welcoming
"""
_TRAILING = word_set(
    """
    tell concede complain caution conclude recall observe reckon testify joke say add report
    claim announce note warn explain argue state predict insist confirm admit acknowledge
    estimate allege maintain stress suggest write disclose reveal
    """
)
_NOUNS = word_set(
    """
    claim claims report reports stress answer answers boast boasts caution comment comments
    counter estimate estimates forecast forecasts hint hints lament note notes object
    objects pledge pledges promise promises protest protests quip quips remark remarks reply
    replies state states tweet tweets vow vows joke jokes caution cautions caution cry cries
    demand demands moan murmur quote quotes rage scream shout shouts sigh whisper yell blame
    call calls label praise welcome counters blast brand remarks complaint warning finding
    saying writing beginning ruling meaning
    """
)


def _forms() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    classes: tuple[tuple[str, dict[str, bool]], ...] = (
        (_FRAGMENT, {"clause": False, "fragment": True}),
        (_DIRECT, {"clause": False}),
        (_THAT, {}),
        (_QUESTION, {"question": True}),
        (_ADDRESSEE, {"addressee": True}),
        (_BARE, {"bare": True}),
        (_FREE, {"free": True}),
    )
    for lines, can in classes:
        for line in lines.strip().split("\n"):
            lemma, present, *past, participle = line.split()
            forms = {participle: "participle", lemma: "base", present: "present"}
            forms |= dict.fromkeys(past, "past")
            for word, form in forms.items():
                found[word] = Verb(
                    lemma,
                    form,
                    trailing=lemma in _TRAILING,
                    noun=word in _NOUNS,
                    **can,
                )
    return found


VERBS = _forms()
"""Every form of every reporting verb, in lower case."""
