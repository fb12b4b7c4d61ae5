"""Small words in and before names, words that begin sentences, months, plain acronyms."""

from __future__ import annotations

import regex

from corpus.understanding.word_set import word_set

# In lower case between two parts of a personal name.
NAME_PARTICLES = word_set(
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
PARTICLE_ENDS = (
    *("bin", "bint", "ibn", "abu", "al", "el", "de", "del", "della", "di", "da", "du", "van"),
    *("von", "der", "ter", "la", "den"),
)
"""What ends with none of these does not match `LEADING_PARTICLES`: a cheap test before it."""

# Inside names of organisations and places.
JOINERS = word_set(
    """
    of for and & on in
    """
)
# Short parts in lower case inside a hyphenated name: Darra-e-Sang.
INNER_PARTS = word_set(
    """
    e i o u y ul ud un al el ibn bin de la le les sur en aux du des di do da on upon the of und
    """
)

# Words that begin sentences and never names.
FUNCTION_WORDS = word_set(
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
# Before English verbs, the longest first.
VERB_PREFIXES = (
    "counter",
    "under",
    "inter",
    "over",
    "down",
    "out",
    "mis",
    "dis",
    "pre",
    "re",
    "un",
)
CALENDAR = word_set(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun gmt utc est edt pst pdt cst am
    pm bst cet ad bc
    """
)
# Acronyms that name a thing or a kind, no entity.
PLAIN_ACRONYMS = word_set(
    """
    dj ko tv pc cd cds dvd dna rna aids hiv ceo cfo coo cto vip ufo gdp gnp ied ieds ngo ngos
    suv suvs pow pows id ids ok pr hr it ai faq faqs url pdf html gps usb atm atms ak rpg rpgs
    icbm icbms wmd tnt phd md ba ma mba am pm gmt utc ii iii iv vi vii viii ix xi xii xiii xiv
    xv xvi photo file update exclusive breaking video watch live news op lp ep mp mps mvp nl al
    era rbi usd eur gbp lng lpg covid sars vat qb dh ph eds pst est edt
    """
)
ROMAN = regex.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})")
