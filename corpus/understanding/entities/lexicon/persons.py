"""Words around persons, and common nouns that say what a thing is."""

from __future__ import annotations

from corpus.understanding.word_set import word_set

SPEECH_VERBS = word_set(
    """
    said says told added noted asked replied explained argued claimed stated declared announced
    warned insisted acknowledged admitted denied recalled wrote testified thinks believes
    thought believed wants wanted vowed pledged urged suggested complained joked responded
    continued concluded commented conceded predicted promised
    """
)
PERSON_VERBS = word_set(
    """
    smiled laughed cried wept married died retired resigned grew graduated scored won lost
    played walked sat stood remembered sang born fled joined met visited plays lives lived
    worked works went came got took
    """
)
# What ends a noun phrase.
PHRASE_ENDS = word_set(
    """
    of in at on for to from with by and or but who whose which that where when while as near
    between is was are were has had have said says than into under over about
    """
)
# What a common noun says of the thing that it is put to: "the band X", "X is a village".
ORG_NOUNS = word_set(
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
PLACE_NOUNS = word_set(
    """
    village town city commune municipality suburb settlement hamlet river lake island mountain
    district province county region country state capital street park airport neighborhood
    neighbourhood valley bay port parish peninsula volcano forest beach canal highway tributary
    township locality resort stream hill road square bridge harbour harbor nation republic
    territory desert cape strait glacier creek outpost
    """
)
# Words in lower case before a name that say what a person is.
ROLES = word_set(
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
# After or before a name: it is a people's, a faith's, a language's.
PEOPLE_NOUNS = word_set(
    """
    ethnic people peoples tribe tribes tribesmen tribal minority clan clans sect sects faith
    dialect language speakers nomads refugees
    """
)
