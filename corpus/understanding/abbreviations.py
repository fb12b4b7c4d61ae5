"""Words that are written with a full stop which ends no sentence, and words that begin one.

General knowledge of English newspaper style, written out here; nothing is taken from a list.
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
    inc corp ltd co etc al km kg lb lbs oz yds yd hr hrs mins secs mph est avg max incl excl cont
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

SPEECH = word_set("""
    said says asked asks replied replies answered added adds shouted cried exclaimed wondered
    demanded told wrote writes tweeted warned insisted screamed yelled joked quipped
""")
"""Verbs that attribute a quotation which ended with its own question or exclamation mark."""
