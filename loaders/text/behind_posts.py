"""What stands behind a post and is no person: groups and the places of territorial posts.

Owns ``Ketua Kadin Jateng Budi`` and ``Kapolres Sergai, AKBP``. Refuses verbs of headlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.companies import CompanyName
from loaders.text.patterns import Pattern
from loaders.text.places import Spot
from loaders.text.spans import Item, Kind, Token
from loaders.text.titles import ranks_at

_VERBAL = Pattern(
    r"(?:Kunjungi|Tinjau|Resmikan|Buka|Sambangi|Apresiasi|Hadiri|Temui|Pimpin|Datangi|Dorong|Puji|Ajak)$"
)
_POLICE = Pattern(r"(?:Wa)?[Kk]apol\w+|Kasat\b")
_TERRITORIAL = Pattern(
    r"(?:Waka|Ka)pol\w+|Kasat\s?reskrim|Kasat\s+\w+|Kajari|Kajati|Bupati|Wali\s?kota|Dandim|Danrem|Danlanal|Kasi\s+\w+"
)


_UNITS = ("Polsek", "Polsekta", "Polres", "Polresta", "Lanal", "Kodim")


def group(text: str, post: Item, token: Token, behind: Item | None) -> Item | None:
    """Return the group behind a post that place and name follow: ``Ketua Kadin Jateng Budi``.

    Behind a post of the police it is a unit of theirs: ``Kapolsek KKP Batam``.
    """
    if behind is None or behind.kind is not Kind.PLACE or behind.start - token.end > 1:
        return None
    if _VERBAL.match(token.text):
        # "Wamen P2MI Kunjungi Kendal, Serahkan Santunan": a headline.
        return None
    if not re.match(r"\s*,?\s*[A-Z]", text[behind.end : behind.end + 4]):
        return None
    start, end = token.start, behind.end
    cls = "LawEnforcementAgency" if _POLICE.match(post.text) else "CivilSocietyOrganization"
    named = CompanyName(start, end, text[start:end], cls, "")
    return Item(start, end, named.text, Kind.ORG, "", cls, named)


def seat(text: str, tokens: Sequence[Token], post: Item, at: int, size: int) -> Item | None:
    """Return the place behind a territorial post: ``Kapolres Sergai, AKBP``.

    A rank or ``itu`` follows it, or the document names the unit: ``Polsek Kualuh Hilir``.
    """
    if not 0 < size <= 2 or not _TERRITORIAL.match(text[post.start : post.end]):
        return None
    start, end, behind = tokens[at].start, tokens[at + size - 1].end, at + size
    if f"({text[start:end]})" in text:
        # "Kawasan Pelabuhan (KKP)": a short form.
        return None
    if behind < len(tokens) and tokens[behind].text == ",":
        behind += 1
    is_seat = behind < len(tokens) and ranks_at(tokens, behind) > 0
    is_seat = is_seat or text.startswith((" itu", " tersebut"), end)
    if not is_seat and not any(f"{unit} {text[start:end]}" in text for unit in _UNITS):
        return None
    value = Spot("Place", Kind.PLACE, size)
    return Item(start, end, text[start:end], Kind.PLACE, "", "Place", value)
