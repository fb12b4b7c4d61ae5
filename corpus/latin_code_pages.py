"""Which code page a text in Latin letters was written in, told by the letters of languages.

Statistical detectors cannot tell the Latin code pages apart on a page of English news: the few
bytes above 127 are quotation marks and the accents of names, and every page makes letters of them
(charset-normalizer 3.5 answers cp1250, mac_iceland or shift_jis for `It wasn’t` and `José Muñoz` in
Windows-1252). Alphabets can: read with the wrong page, Czech `neděli řekl` becomes `nedìli øekl`,
and no language has both ì and ø. So each page is judged by the alphabet that explains most of what
it makes of the bytes; Windows-1252, by far the most frequent one, wins ties.

The alphabets are the letters beyond a to z that the standard orthographies use, native words only.
"""

from __future__ import annotations

from collections import Counter

_NEUTRAL = "\u00a0\u00ad€‚„…†‡‰‹›‘’“”•–—™£¥§©«»®°±·¿¡¼½¾×÷"
"""Signs that texts of any language have."""

# The order decides between alphabets that explain equally much. Turkish stands before Icelandic,
# whose ð, ý and þ share their bytes with ğ, ı and ş, because Icelandic has many other letters.
_ALPHABETS: tuple[tuple[str, str], ...] = (
    ("cp1252", "éèêëàâäçñöüïîôóáíúåøæœß"),  # what English borrows, also inside names
    ("cp1252", "àâæçéèêëîïôœùûüÿ"),  # French
    ("cp1252", "äöüß"),  # German
    ("cp1252", "áéíñóúüªº"),  # Spanish
    ("cp1252", "áâãàçéêíóôõúªº"),  # Portuguese
    ("cp1252", "àèéìíîòóùú"),  # Italian
    ("cp1252", "åäöéæøà"),  # Swedish, Finnish, Danish, Norwegian
    ("cp1252", "àçèéíïòóúü"),  # Catalan
    ("cp1254", "çğıöşüâîûİ"),  # Turkish
    ("cp1252", "áðéíóúýþæö"),  # Icelandic
    ("cp1250", "áčďéěíňóřšťúůýž"),  # Czech
    ("cp1250", "áäčďéíĺľňóôŕšťúýž"),  # Slovak
    ("cp1250", "ąćęłńóśźż"),  # Polish
    ("cp1250", "áéíóöőúüű"),  # Hungarian
    ("cp1250", "čćđšž"),  # Croatian, Bosnian, Slovene
    ("cp1250", "ăâîşţ"),  # Romanian
    ("cp1257", "ąčęėįšųūž"),  # Lithuanian
    ("cp1257", "āčēģīķļņšūž"),  # Latvian
    ("cp1257", "äõöüšž"),  # Estonian
    ("iso8859_2", "áčďéěíňóřšťúůýž"),
    ("iso8859_2", "ąćęłńóśźż"),
    ("iso8859_2", "áéíóöőúüű"),
    ("iso8859_2", "čćđšž"),
)


_KNOWN = tuple(
    (page, frozenset(letters + letters.upper() + _NEUTRAL)) for page, letters in _ALPHABETS
)


def latin_code_page(high: bytes) -> tuple[str, float]:
    """Name the Latin code page that explains the bytes above 127 best, and how much of them.

    The share, 0 to 1, counts the characters that a language's alphabet or general typography has.
    0 means that no page can decode the bytes.
    """
    best, most = "cp1252", 0.0
    characters = {page: _decoded(high, page) for page, _ in _KNOWN}
    for page, known in _KNOWN:
        counted = characters[page]
        if counted is None:
            continue
        share = sum(n for c, n in counted.items() if c in known) / max(len(high), 1)
        if share > most:
            best, most = page, share
    return best, most


def _decoded(high: bytes, page: str) -> Counter[str] | None:
    try:
        return Counter(high.decode(page))
    except UnicodeDecodeError:
        return None
