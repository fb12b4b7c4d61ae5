"""What the reader decides of articles, entities and searches: written and undone as annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.article_tags import Tagged, tag_article
from annotations.decisions import decide_of_all
from annotations.entity_decisions import decide_entity
from annotations.history import Change
from annotations.making import clean_tags, new_header
from annotations.search_decisions import save_search
from annotations.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.decisions import Key
    from annotations.entity_wishes import Wish as EntityWish
    from annotations.shelves import Shelves
    from corpus.article import Article
    from corpus.problem import Problem


class Deciding:
    """The part of the store that writes `postil.yaml` and the tags of whole articles.

    `root` is the resolved folder of the corpus. All that is done is in one session.
    """

    def __init__(self, shelves: Shelves, root: Path) -> None:
        self._root = root
        self._shelf = shelves.own
        self._decision_doubts: list[Problem] = []
        self._session = Session(shelves, root, self._doubt_decision)

    def take_decision_doubts(self) -> tuple[Problem, ...]:
        """Return what was decided and may not survive a power cut; each is told once."""
        doubts, self._decision_doubts = self._decision_doubts, []
        return tuple(doubts)

    def decide_entity(self, wish: EntityWish) -> Change | None:
        """Write what the reader says of an entity into `postil.yaml`; None if it is there already.

        It is undone as what is done to annotations is.
        """
        with self._session.writing:
            decided = decide_entity(self._root, wish, self._doubt_decision)
            if decided is None:
                return None
            self._session.did(decided)
        return Change("", "", "decided", decided.words)

    def save_search(self, name: str, query: str | None) -> Change | None:
        """Save a search in `postil.yaml`, None to take it out; None if it is so already."""
        with self._session.writing:
            decided = save_search(self._root, name, query, self._doubt_decision)
            if decided is None:
                return None
            self._session.did(decided)
        return Change("", "", "decided", decided.words)

    def decide_of_articles(
        self, articles: Sequence[str], key: Key, value: str | None
    ) -> Change | None:
        """Set a key of articles in `postil.yaml`, None to take it out; None if it is so already."""
        with self._session.writing:
            root, doubt = self._root, self._doubt_decision
            decided = decide_of_all(root, articles, key, value, doubt)
            if decided is None:
                return None
            self._session.did(decided)
        return Change("", "", "decided", decided.words)

    def tag_article(
        self, article: Article, *, come: Sequence[str] = (), gone: Sequence[str] = ()
    ) -> Change | None:
        """Give an article as a whole tags, and take others away; None where it is so already."""
        wished = Tagged(article.name, clean_tags(come), tuple(gone), new_header(article))
        with self._session.writing:
            tagged = tag_article(self._shelf, wished)
            if tagged is None:
                return None
            self._session.did(tagged)
        return Change(article.name, "", "tagged", f"Tags of {article.name}: {tagged}")

    def _doubt_decision(self, problem: Problem) -> None:
        self._decision_doubts.append(problem)
