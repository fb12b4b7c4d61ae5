"""The allow-list that Whoosh unpickles through.

Whoosh keeps its table of contents, and in its own codec nearly everything else, as pickles, and a
pickle can run any code when it is read. Postil's segments hold none (`index/packed.py`), and the
one that is left, the list of segments, may name a single class. Every other door is shut as well:
the names `pickle`, `load` and `loads` of every module of Whoosh are bound to the functions here.
"""

from __future__ import annotations

import io
import pickle
import sys
from types import ModuleType, SimpleNamespace
from typing import IO, Any, Final

ALLOWED: Final = frozenset({("index.codec", "ArticleSegment")})
"""The classes, as (module, name), that a pickle of the index may name."""


class AllowListUnpickler(pickle.Unpickler):
    """Builds plain data and the allowed classes; raises UnpicklingError at any other class."""

    def find_class(self, module: str, name: str) -> Any:
        """Give an allowed class."""
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"the index names {module}.{name}, which is not allowed")
        return super().find_class(module, name)


def safe_load(file: IO[bytes], **_options: Any) -> Any:
    """Read one pickle from `file` through the allow-list."""
    return AllowListUnpickler(file).load()


def safe_loads(data: bytes | memoryview, **_options: Any) -> Any:
    """Read the pickle in `data` through the allow-list."""
    return AllowListUnpickler(io.BytesIO(data)).load()


_SAFE_PICKLE: Final = SimpleNamespace(
    load=safe_load,
    loads=safe_loads,
    dump=pickle.dump,
    dumps=pickle.dumps,
    Unpickler=AllowListUnpickler,
    Pickler=pickle.Pickler,
    PickleError=pickle.PickleError,
    PicklingError=pickle.PicklingError,
    UnpicklingError=pickle.UnpicklingError,
    HIGHEST_PROTOCOL=pickle.HIGHEST_PROTOCOL,
)
_REPLACEMENTS: Final[dict[int, Any]] = {
    id(pickle): _SAFE_PICKLE,
    id(pickle.load): safe_load,
    id(pickle.loads): safe_loads,
    id(pickle.Unpickler): AllowListUnpickler,
}


def shut_unpickling() -> None:
    """Bind every name for unpickling in the loaded modules of Whoosh to the allow-list.

    Names are found by what they are bound to, so this holds for each distribution of Whoosh. The
    readers of tables of contents from before Whoosh 2 are removed: they have an unpickler of their
    own.
    """
    # Copies, which are made in one step: other threads import and define meanwhile.
    for name, module in sys.modules.copy().items():
        if name.partition(".")[0] == "whoosh" and isinstance(module, ModuleType):
            for variable, value in vars(module).copy().items():
                replacement = _REPLACEMENTS.get(id(value))
                if replacement is not None:
                    setattr(module, variable, replacement)
            if "toc_loaders" in vars(module):
                vars(module)["toc_loaders"] = {}
