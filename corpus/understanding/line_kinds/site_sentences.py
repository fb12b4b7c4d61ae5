"""Sentences that a site says of itself: comment prompts, cookie notices, copyright, addresses."""

from __future__ import annotations

import re

_LONGEST = 260
_BULLETS = " \t\u00a0•·*>»-–—"
_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|vk|viber"
    r"|messenger|pocket|flipboard|share|shares|tweet|e-?mail|mail|print|copy link|save)"
)
_OUTPUTS = (
    r"(?:(?:web)?sites?|web pages?|pages?|apps?|channels?|feeds?|mirrors?|newsletters?|podcasts?"
    r"|accounts?|editions?|(?:live)?streams?|bulletins?|articles|stories|reports|programmes?|programs?)"
)
"""What a site runs: the closed class of what its sentences about itself speak of."""
_ADDRESSES = r"(?:address(?:es)?|domains?|urls?|links?|mirrors?|mirror sites?|handles?|numbers?)"
_REACHED = (
    r"(?:accessed|reached|found|visited|viewed|read|followed|watched|heard|downloaded|opened"
    r"|available|accessible|online|reachable)"
)
_PATTERNS: dict[str, tuple[str, ...]] = {
    "comment prompt": (
        (
            r"(?:please )?(?:let us know|tell us|contact us)\b.{0,40}"
            r"\b(?:comments?|commenting|issues?|problems?|errors?)\b.{0,40}"
        ),
        (
            r"(?:please |you must |you need to |you have to )?(?:be )?"
            r"(?:log(?:ged)?|sign(?:ed)?)[ -]?in\b.{0,30}\b(?:comment|discussion|reply)\b.{0,30}"
        ),
        (
            r".{0,30}\bcomments?\b.{0,25}\b(?:are|is|have been|has been|will be)\b.{0,15}"
            r"\b(?:closed|disabled|moderated|turned off|reviewed)\b.{0,40}"
        ),
        (
            r"(?:leave|post|write|add|share|submit|join)\b.{0,25}"
            r"\b(?:comments?|thoughts|reply|conversation)\b.{0,30}"
        ),
        r"(?:if you(?:'re| are)? )?hav(?:e|ing) (?:issue|trouble|problem)s?\b.{0,30}comment.*",
        r"(?:by commenting|by posting a comment|before you comment|all comments are subject)\b.*",
        r"your email address will not be published\b.*",
        r"what do you think\b.{0,60}",
        r"have your say\b.{0,60}",
        r"\d+ comments?|comments? \(\d+\)",
    ),
    "alternate addresses": (
        # Of its own: "our podcast is also available on Ripple".
        (
            rf"(?:all )?(?:of )?our\b.{{0,30}}\b{_OUTPUTS}\b.{{0,15}}\b(?:is|are|can|may)\b"
            rf".{{0,20}}\b{_REACHED}\b.{{0,100}}"
        ),
        # Announced: "the newsroom can also be reached at these numbers:".
        (
            rf".{{0,60}}\b(?:is|are|can|may)\b.{{0,20}}\b{_REACHED}\b.{{0,15}}"
            rf"\b(?:at|on|from|via|through|under|in|by)\b.{{0,50}}\b{_ADDRESSES}\b.{{0,20}}:"
        ),
        rf".{{0,60}}\b{_OUTPUTS}\b.{{0,15}}\b(?:is|are|can|may)\b.{{0,20}}\b{_REACHED}\b.{{0,40}}:",
        # With the address in it: "read the Gazette at www.gazette.example".
        (
            # A sentence may lead on by a link of Markdown: "See [the list](list.md) and …".
            r"(?:visit|find|follow|reach|watch|listen to|(?:read|see|go to)\b(?!\s*\[))\b.{0,60}"
            r"(?:https?://|www\.|@)\S+.{0,40}"
        ),
        (
            r".{0,40}\b(?:alternate|alternative|mirror)"
            r" (?:address(?:es)?|domains?|urls?|sites?|links?)\b.{0,40}"
        ),
        r"(?:https?://|www\.)\S+",
    ),
    "navigation": (
        r"(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies\b.*",
        (
            r"by (?:continuing|using|browsing|clicking|signing|subscribing|registering|submitting)"
            r"\b.{0,80}\b(?:cookies|terms|privacy policy)\b.*"
        ),
        r"(?:please|you need to) enable javascript\b.*|javascript is (?:disabled|required)\b.*",
        r"your browser (?:does not|doesn't|is not|is out)\b.*",
        (
            r"(?:sign up|subscribe|register)\b.{0,60}"
            r"\b(?:newsletter|inbox|alerts|updates|channel|email)s?\b.{0,60}"
        ),
        r"get\b.{0,50}\b(?:in|to) your inbox\b.{0,40}",
        r"(?:download|get|install|try) (?:our|the)\b.{0,25}\bapps?\b.{0,40}",
        r"visit our\b.{0,30}\b(?:(?:web)?site|page|shop|archive)\b.{0,60}",
        r"\(?\d+ ?(?:min|minute)s?[ -]read\)?",
        r"(?:estimated )?reading time\b.{0,20}",
        r"page \d+ of \d+",
    ),
    "share bar": (
        r"(?:follow|find|like|join|watch|hear) us\b.{0,15}\bon\b.{0,60}",
        r"share (?:this|on|via|to|with)\b.{0,25}",
        r"(?:e-?mail|twitter|facebook|instagram|x)\s*:\s*@?[\w.@+-]+",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"{_NETWORKS}(?:[\s,/|·•]+(?:{_NETWORKS}|and|on)){{1,14}}",
    ),
    "related": (
        (
            r"(?:read more|read also|also read|see also|see more|related|related stor(?:y|ies)"
            r"|more on this|watch more|recommended|recommended reading|further reading|must read"
            r"|don't miss)\s*[:>»|–—-]\s*\S.{3,}"
        ),
    ),
    "tags": (
        r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|tagged)\s*:\s*\S.*",
        r"#\w+(?:[\s,]+#\w+)+",
    ),
    "copyright": (
        r"(?:copyright\b|©|\(c\)\s)\s*.{0,20}\b(?:19|20)\d\d\b.*",
        r".{0,80}\ball rights reserved\b.{0,120}",
        r".{0,40}\bmay not be (?:published|reproduced|republished|copied)\b.*",
    ),
    "advertisement": (
        r"advertisement\b[ :–—-].{0,40}",
        r"(?:story|article|text) continues (?:below|after)\b.{0,40}",
    ),
}
_COMPILED = tuple(
    (kind, re.compile("|".join(patterns), re.IGNORECASE)) for kind, patterns in _PATTERNS.items()
)
# Every pattern needs one of these, and few lines of a report have any.
_HINTS = (
    *("comment", "let us know", "tell us", "contact us", "log", "sign", "leave", "post", "share"),
    *("join", "hav", "address", "what do", "accessed", "reached", "found", "visited", "viewed"),
    *(
        "mirror",
        "alternat",
        "http",
        "www.",
        "cookie",
        "@",
        "instagram",
        "submitting",
        "javascript",
        "browser",
        "inbox",
        "subscribe",
    ),
    *("register", "app", "read", "page", "follow", "find us", "like us", "facebook", "twitter"),
    *("whatsapp", "telegram", "linkedin", "see", "related", "more on", "watch", "recommended"),
    *("further", "don't miss", "tag", "topic", "keyword", "filed", "categor", "#", "copyright"),
    *("©", "(c)", "all rights", "reproduced", "published", "copied", "advert", "continues"),
    *("print", "mail", "get", "accessible", "available", "reachable", "online", "visit", "find"),
    *("listen", "heard", "opened", "go to", "numbers"),
)


def sentence_kind(words: str) -> str | None:
    """Return the kind of furniture of a line that has the wording of a site's own sentences."""
    if len(words) > _LONGEST:
        return None
    lower = words.lower().replace("’", "'")
    if not any(map(lower.__contains__, _HINTS)):
        return None
    plain = " ".join(words.replace("’", "'").split()).strip(_BULLETS)
    stripped = plain.rstrip(" .!:?…»→>")
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(stripped) or pattern.fullmatch(plain):
            return kind
    return None
