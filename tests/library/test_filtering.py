"""What a filter leaves, letter by letter, against what it is said to leave."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ArticleFile
from corpus.facts import Known
from corpus.metadata_columns import columns_of_rows
from corpus.understanding.gazetteers.folding import fold
from tui.library.arranging import listing_of
from tui.library.columns import Columns, Entities, columns_of
from tui.library.haystack import Haystack
from tui.library.listing import Listing
from tui.library.marks import Marks
from tui.library.mask import both, either, mask_of
from tui.library.star import STAR
from tui.library.view import View

WORDS = st.text("abÄß -", max_size=6)
STATES = st.sampled_from(("unread", "reading", "read"))


@dataclass(frozen=True)
class Told:
    """An article as it is made up: what is known of it, and what the reader made of it."""

    title: str
    outlet: str
    names: tuple[str, ...]
    tags: tuple[str, ...]
    annotations: int
    state: str

    def has(self, name: str, word: str) -> bool:
        folded = fold(word)
        entities = self.names if len(folded) > 1 else ()
        texts = (self.title, self.outlet, name, *entities, *self.tags)
        return any(folded in fold(text) for text in texts)

    def fits(self, name: str, typed: str) -> bool:
        """Say whether all that is typed is true of it, by the words of the help."""
        kind, colon, rest = typed.partition(":")
        if not colon:
            return self.has(name, typed)
        if kind == "outlet":
            return bool(self.outlet) and fold(rest) in fold(self.outlet)
        if kind == "tag":
            return any(fold(rest) in fold(tag) for tag in self.tags)
        return {
            "starred": STAR in self.tags,
            "tagged": bool(set(self.tags) - {STAR}),
            "annotated": self.annotations > 0,
        }.get(rest, self.state == rest)


TOLD = st.builds(
    Told,
    WORDS,
    st.sampled_from(("", "Ab", "äb a", "Bß")),
    st.lists(st.sampled_from(("Abba", "ba ab", "Äs", "b")), max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from((STAR, "ab", "Ä")), max_size=2, unique=True).map(tuple),
    st.integers(0, 2),
    STATES,
)
TYPED = st.one_of(
    st.text("abäs", min_size=1, max_size=4),
    st.sampled_from(("outlet:a", "outlet:ß", "tag:a", "tag:star")),
    st.sampled_from(("unread", "reading", "read", "starred", "tagged", "annotated")).map(
        "is:{}".format
    ),
)


class Reading:
    """Says how far each article was read."""

    def __init__(self, states: dict[str, str]) -> None:
        self._states = states

    def state_of(self, article: str) -> str:
        return self._states[article]


@dataclass(frozen=True)
class Library:
    """Articles made up, and what the library keeps of them."""

    told: tuple[Told, ...]
    files: tuple[ArticleFile, ...]
    columns: Columns

    @classmethod
    def of(cls, told: tuple[Told, ...]) -> Library:
        files = tuple(
            ArticleFile(f"{'ab'[at % 2]}/{at:03}.txt", "/nowhere", 1, 1) for at in range(len(told))
        )
        files = tuple(sorted(files, key=lambda file: file.article))
        known = [
            Known(*file.key, "", one.title, one.outlet)
            for file, one in zip(files, told, strict=True)
        ]
        names = sorted({name for one in told for name in one.names})
        places = [[at for at, one in enumerate(told) if name in one.names] for name in names]
        entities = Entities(list(map(fold, names)), places, frozenset(range(len(told))))
        return cls(told, files, columns_of(files, columns_of_rows(known), entities, lambda: False))

    def listed(self, view: View) -> Listing:
        marks = {
            at: Marks(one.tags, one.annotations, starred=STAR in one.tags)
            for at, one in enumerate(self.told)
            if one.tags or one.annotations
        }
        states = {file.article: one.state for file, one in zip(self.files, self.told, strict=True)}
        return listing_of(view, self.columns, marks, Reading(states), lambda: False)

    def sorted_by(self, view: View) -> list[int]:
        """Return all places in an order, what is equal by name."""
        key = {
            "name": lambda at: at,
            "annotations": lambda at: self.told[at].annotations,
            "state": lambda at: ("unread", "reading", "read").index(self.told[at].state),
        }[view.order]
        return sorted(range(len(self.told)), key=key, reverse=view.falls)


LIBRARIES = st.lists(TOLD, max_size=12).map(tuple).map(Library.of)
VIEWS = st.builds(
    View, order=st.sampled_from(("name", "annotations", "state")), turned=st.booleans()
)


@given(LIBRARIES, VIEWS, st.lists(TYPED, max_size=3))
def test_typing_a_filter_and_taking_it_back_leaves_at_each_letter_what_fits(
    library: Library, view: View, typed: list[str]
) -> None:
    whole = " ".join(typed)
    letters = [whole[:end] for end in range(len(whole) + 1)]
    for words in letters + letters[::-1]:
        asked = View(view.order, view.turned, words=words)
        fitting = [
            at
            for at in library.sorted_by(view)
            if all(library.told[at].fits(library.files[at].article, one) for one in words.split())
        ]
        assert list(library.listed(asked).order) == fitting


@given(st.lists(st.text("ab", max_size=5)), st.lists(st.text("ab", max_size=4)), st.booleans())
def test_each_text_with_a_word_is_found_whatever_was_looked_for_before(
    texts: list[str], words: list[str], prepared: bool
) -> None:
    haystack = Haystack(texts)
    haystack.prepare(lambda: not prepared)
    for word in words:
        assert list(haystack.having(word)) == [word in text for text in texts]


def test_a_haystack_of_more_than_a_slice_is_looked_through_to_its_end() -> None:
    texts = [f"{number:,}" for number in range(9_000)]
    haystack = Haystack(texts)
    for word in ("8", "8,", "8,99", "8,9"):
        assert haystack.having(word) == bytes(word in text for text in texts)


@given(st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)))
def test_masks_are_sets_of_places(one: set[int], other: set[int]) -> None:
    first, second = mask_of(one, 20), mask_of([*other, *other], 20)
    assert both(first, second) == mask_of(one & other, 20)
    assert either(first, second) == mask_of(one | other, 20)
    assert [place for place, there in enumerate(first) if there] == sorted(one)
