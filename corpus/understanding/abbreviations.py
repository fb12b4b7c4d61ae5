"""Words that are written with a full stop which ends no sentence, and words that begin one.

General knowledge of English newspaper style, written out here. Ranks, states, months and forms of
companies are abbreviated as the Associated Press Stylebook does it, streets as Publication 28 of
the US Postal Service, what scholars abbreviate as The Chicago Manual of Style, chapter 10.
"""

from __future__ import annotations

from corpus.understanding.word_set import word_set

TITLES = word_set("""
    mr mrs ms mx dr prof rev fr revd hon rt messrs mme mlle msgr gen brig maj col lt capt cpt cdr
    cmdr comdr adm radm sgt ssgt msgt cpl pvt pfc spc sfc supt insp det asst assoc dep gov sen sens
    rep reps pres atty amb min mgr dir del ald st ste mt ft pt gens lts sgts cols drs profs govs
    fig figs vol vols ch chap sec art arts tel ext shri smt sra sta sh
""")
"""Abbreviations that, with a capital, stand before what they belong to: no sentence ends there."""

NEVER_LAST = word_set("vs v cf viz ca approx op eds pp nr i.e e.g")
"""Abbreviations in lower case that no sentence ends with."""

MAY_BE_LAST = word_set("""
    inc corp ltd llc plc co cos bros mfg intl dept univ assn jr sr esq jan feb apr jun jul aug sept
    sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn fla ga
    ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore penn pa tenn tex vt va wash
    wis wyo ont que alta sask ave blvd rd sq bldg apt hwy
""")
"""Abbreviations that, with a capital, may end a sentence: what follows decides."""

MAY_BE_LAST_IN_LOWER_CASE = word_set("""
    inc corp ltd co etc al km kg ft lb lbs oz yds yd hr hrs mins secs mph est avg max incl excl cont
""")
"""Abbreviations that in lower case too may end a sentence."""

NUMBERED = word_set("no nos art arts sec secs ch p pp par para fig figs vol vols pt nr line v")
"""Abbreviations before a number."""

STARTERS = word_set("""
    the a an this that these those there here he she it they we i you his her its their our my your
    in on at by for from with without within to as of after before during since until while when
    where why how what who which whose if although though because despite unlike like among amid
    under over between against about around according and but or nor so yet however meanwhile
    moreover furthermore nevertheless nonetheless still also even now then thus therefore instead
    later earlier once both all some many most much more few several each every no not none one two
    three another other others such only just perhaps today yesterday tomorrow asked speaking citing
""")
"""Words that often begin a sentence and seldom go on with a name, in lower case."""

STARTERS |= word_set("""
    nobody everybody everyone somebody someone anybody anyone something nothing everything anything
    neither either whoever whatever whether
""")

PLURAL_STARTERS = word_set("""
    officials police residents witnesses critics analysts experts investigators authorities sources
    lawmakers supporters opponents prices shares stocks sales troops people reporters diplomats
    economists prosecutors lawyers doctors scientists researchers activists protesters workers
    villagers rebels militants voters relatives neighbours neighbors
""")
"""Plurals that begin a sentence of a newspaper where a word in lower case follows ("Officials
said"): in the middle of one they have no capital, and in a headline capitals follow."""

LABELLED = word_set("""
    plan vitamin hepatitis influenza grade type class category group section part phase act schedule
    appendix exhibit figure table block unit team war chapter title volume level form model route
    gate terminal hall zone sector district ward annex protocol tier article proposition series
    division league
""")
"""Nouns that a letter or a Roman number follows as its label, and not as an initial: "plan B"."""

COMPANY_FORMS = word_set("inc corp ltd co llc plc")
"""Forms of companies that stand behind a name, also behind one that ends with "!"."""

SPEECH = word_set("""
    said says asked asks replied replies answered added adds shouted cried exclaimed wondered
    demanded told wrote writes tweeted warned insisted screamed yelled joked quipped
""")
"""Verbs that attribute a quotation which ended with its own question or exclamation mark."""
