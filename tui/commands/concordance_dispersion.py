"""The dispersion that `postil concordance` prints: measures, a plot by time, a plot an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.commands.concordance_tables import print_tsv, rounded
from tui.commands.table import Column, print_table
from tui.searching.plots import bar, strip

if TYPE_CHECKING:
    from index.concordance.dispersion import ArticleSpread, OverTime, Spread
    from index.concordance.gathering import Concordance, Work
    from tui.commands.console import Console

COLUMNS: Final = (
    *("what", "name", "part", "count", "parts", "tokens", "per_million"),
    *("dp", "juilland_d", "places"),
)
_PLOT: Final = 40  # cells


def print_dispersion(
    console: Console, concordance: Concordance, work: Work, form: str, limit: int
) -> bool:
    """Print how the keywords are spread; say whether there was any."""
    from index.concordance.dispersion import by_article, over_articles, over_time

    lines = list(concordance.lines(work))
    if not lines:
        if form == "text":
            console.line("nothing found")
        return False
    sources = concordance.sources(work)
    whole, time, articles = (
        over_articles(lines, sources),
        over_time(lines, sources),
        by_article(lines),
    )
    if form == "text":
        _print(console, whole, time, articles, limit)
        return True
    tokens = sum(source.tokens for source in sources)
    records = dispersion_records(whole, time, articles[:limit], len(lines), tokens)
    if form == "jsonl":
        for record in records:
            console.json({name: rounded(value) for name, value in record.items()})
    else:
        print_tsv(
            console,
            COLUMNS,
            (
                [_places(record[name]) if name == "places" else record[name] for name in COLUMNS]
                for record in records
            ),
        )
    return True


def dispersion_records(
    whole: Spread, time: OverTime, articles: list[ArticleSpread], count: int, tokens: int
) -> Iterator[dict[str, object]]:
    """Give a record for all articles, for time, for each period and for each article."""
    yield _record("articles", None, count, whole.parts, tokens, whole)
    dated = sum(one.count for one in time.periods)
    in_time = sum(one.tokens for one in time.periods)
    yield _record(time.unit + "s", None, dated, time.spread.parts, in_time, time.spread)
    for period in time.periods:
        yield _record(time.unit, period.name, period.count, period.articles, period.tokens)
    for one in articles:
        record = _record("article", one.source.article, len(one.places), None, one.source.tokens)
        yield record | {"part": one.source.part, "places": list(one.places)}


def _record(
    what: str,
    name: str | None,
    count: int,
    parts: int | None,
    tokens: int,
    spread: Spread | None = None,
) -> dict[str, object]:
    return {
        "what": what,
        "name": name,
        "part": None,
        "count": count,
        "parts": parts,
        "tokens": tokens,
        "per_million": 1_000_000 * count / tokens if tokens else 0.0,
        "dp": spread.dp if spread else None,
        "juilland_d": spread.d if spread else None,
        "places": None,
    }


def _places(places: object) -> str:
    return " ".join(map(str, places)) if isinstance(places, list) else ""


def _print(
    console: Console, whole: Spread, time: OverTime, articles: list[ArticleSpread], limit: int
) -> None:
    """Print the measures, then time, then the articles with most."""
    console.line(f"over {whole.parts:,} articles: {spread_words(whole)}")
    console.line(f"over {time.spread.parts:,} {time.unit}s: {spread_words(time.spread)}")
    if time.undated:
        console.line(f"{time.undated:,} in articles whose {time.unit} is not known")
    console.line()
    most = max((one.per_million for one in time.periods), default=0.0)
    if time.periods:
        print_table(
            console,
            (
                Column(time.unit.capitalize()),
                Column("Count", least=5, right=True),
                Column("Articles", right=True),
                Column("Per million", least=11, right=True),
                Column("", least=4),
            ),
            [
                (
                    one.name,
                    f"{one.count:,}",
                    f"{one.articles:,}",
                    f"{one.per_million:,.1f}",
                    bar(one.per_million, most, _PLOT // 2),
                )
                for one in time.periods
            ],
        )
        console.line()
    print_table(
        console,
        (
            Column("Article", least=12, tail=True),
            Column("Count", least=5, right=True),
            Column("Per 1,000", least=9, right=True),
            Column("Where in it", least=_PLOT),
        ),
        [
            (
                one.source.article
                if one.source.part is None
                else f"{one.source.article}#{one.source.part}",
                f"{len(one.places):,}",
                f"{one.per_thousand:,.1f}",
                strip(one.plot(_PLOT)),
            )
            for one in articles[:limit]
        ],
    )
    if len(articles) > limit:
        console.line(f"{len(articles) - limit:,} more articles; --limit shows them")


def spread_words(spread: Spread) -> str:
    """Say how even a spread is."""
    if spread.dp is None or spread.d is None:
        return "too few to tell"
    return f"DP {spread.dp:.2f} (0 is even), D {spread.d:.2f} (1 is even)"
