"""Articles that nobody published: sentences put together from parts, with furniture around them."""

from __future__ import annotations

import random

_SPEAKERS = (
    "Mayor Ilse Brandauer", "harbour master Tomas Ekholm", "a spokesman for the Lorne River Board",
    "Dr. Amina Raskova", "Police chief Owen Tarrant", "the Ministry of Fisheries", "two neighbours",
    "Colonel Petar Vasse", "the relief agency Northlight", "an engineer who asked not to be named",
)  # fmt: skip
_PLACES = (
    "Osmanli", "the upper town of Velmar", "Port Cassel", "the Tulgara valley", "Greyfen",
    "eastern Lorne", "the district of Mirova", "Saint-Aubert", "Kestrel Bay",
)  # fmt: skip
_THINGS = (
    "houses", "people", "fishing boats", "families", "soldiers", "volunteers", "head of cattle",
    "sandbags", "tonnes of grain", "pumps", "pupils", "members of the militia",
)  # fmt: skip
_DONE = (
    "had been moved to higher ground", "were missing", "were not accounted for", "had surrendered",
    "have been lost", "would be needed before winter", "were still without water", "had returned",
)  # fmt: skip
_BOUNDS = (
    *("at least ", "more than ", "fewer than ", "nearly ", "up to ", "about ", "over "),
    *("", "", "", ""),
)
_DAYS = ("Monday", "Tuesday", "Friday", "Sunday", "the 14th of March", "the eve of the fair")
_OTHER = (
    "Nobody in {place} had expected the water to come that fast, and nobody had been told.",
    "“We did not sleep,” {speaker} said. “We counted, and we counted again.”",
    "The road to {place} has been closed since {day}; it will not open before the weekend.",
    "{speaker} declined to comment on the report — the third of its kind in five years.",
    "A fund of $3.2 million, set up after the last flood, was never spent.",
    "Residents say the siren didn’t sound until {day}, when it was too late…",
    "It is 40 kilometres from {place} to the coast, and the only bridge was under repair.",
    "The ferry that used to link both banks was sold to a scrap dealer in the spring.",
    "What the gauge showed that night is disputed: 4.1 metres, by one account, 5.6 by another.",
    "In the school hall, children slept on mats that an army truck had brought.",
    "A letter of complaint, dated {day}, lies unanswered in the archive of the council.",
    "Prices of bread and candles have doubled, and the baker of {place} works alone.",
    "Critics of the dam have not forgotten that its first plan was drawn without a survey.",
    "By nightfall, smoke rose from the mill, which had burned once before.",
    "Most of the records were carried upstairs; some, the clerk admits, were not.",
    "“Ask me in a month,” was all that {speaker} would say about the cost.",
    "There is no evidence that the sluice was opened on purpose, a first inquiry found.",
    "Two of the three doctors left for {place} before the telephone lines failed.",
    "The insurers have until the end of the year to answer, but few believe they will.",
    "Old people here compare it with the winter of 1947, when the ice broke the piers.",
)
_TOP = ("Home", "News", "Share this article", "14:32, {day}", "Photo: Lorne Gazette/Archive")
_TAIL = ("Read more", "Related: What we know about {place}", "Comments (12)", "© Lorne Gazette")


def article(rng: random.Random) -> str:
    """Give an article of a few paragraphs, in one of the forms that scraped pages have."""
    others = rng.sample(_OTHER, len(_OTHER))  # none twice: that is the last line's part
    paragraphs = [
        " ".join(sentence(rng, others) for _ in range(rng.randint(1, 4))) for _ in range(8)
    ]
    if rng.random() < 0.3:
        # As reports do, a sentence is said twice.
        paragraphs.append(rng.choice(paragraphs).split(". ")[0] + ".")
    top = [_filled(line, rng) for line in rng.sample(_TOP, rng.randint(0, 3))]
    tail = [_filled(line, rng) for line in rng.sample(_TAIL, rng.randint(0, 3))]
    between = rng.choice(("\n\n", "\n"))
    return between.join([*top, *paragraphs, *tail]) + "\n"


def sentence(rng: random.Random, others: list[str]) -> str:
    """Give a sentence with a figure, or one of the others, which are used up."""
    if others and rng.random() < 0.65:
        return _filled(others.pop(), rng)
    words = (
        f"{rng.choice(_BOUNDS)}{_figure(rng)} {rng.choice(_THINGS)} in {{place}} "
        f"{rng.choice(_DONE)}"
    )
    form = rng.choice(
        (
            "{speaker} said on {day} that " + words + ".",
            "In all, " + words + ", {speaker} said.",
            "According to {speaker}, " + words + " by {day}.",
        )
    )
    return _filled(form, rng)


def _figure(rng: random.Random) -> str:
    return rng.choice(
        (f"{rng.randint(2, 99)}", f"{rng.randint(100, 9_999):,}", f"{rng.randint(3, 90)}0,000")
    )


def _filled(form: str, rng: random.Random) -> str:
    filled = form.format(
        speaker=rng.choice(_SPEAKERS), place=rng.choice(_PLACES), day=rng.choice(_DAYS)
    )
    return filled[0].upper() + filled[1:]
