"""Whom the document brings into its matter: the accused, and those tied to them.

Owns the one question whether a plain verb, such as ``menjemput korban``, tells of a part in a
crime. Refuses those of whom nothing but that verb is told, where no word calls the deed one.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts.accused import is_accused
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.subjects import is_official
from loaders.text.view import View

_ENDS = frozenset({
    "stageOf", "roleHolder", "apprehended", "broker", "associate", "associatedWith", "director",
    "owner", "recruiter", "transporter", "harbourer", "forger", "occupant", "principal", "payer",
    "payee", "caller", "callee", "member",
})  # fmt: skip
_CULPRITS = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|terpidana|pelaku|sindikat|jaringan|komplotan|calo|makelar|perekrut|tekong|buron(?:an)?|otak|dalang|modus(?:nya)?|anak\s+buah|kaki\s+tangan|suruhan"
    r"|menjerat|didakwa|disangka|tppo|perdagangan\s+orang|dpo|kasus\s+ini|bekerja\s+sendiri(?:an)?|komisi|ilegal|non-?prosedural|muncikari|mucikari|disuruh|(?:di)?perintah\w*|diupah|penyelundupan|ditangkap|diringkus|dibekuk|diciduk|oknum|tanpa\s+dokumen"
    r"|disekap|jalur\s+tikus|dipalsukan|memalsukan|palsu|penipuan|eksploitasi|diduga|terlibat|kejahatan|dijual|haram|penyekapan|dikurung|penampungan|dpo)\b"
)


def is_involved(context: Context, id_: str) -> bool:
    """Whether the document tells of a person's part in its matter, or of a tie to such a one."""
    if is_accused(context, id_):
        return True
    return any(c.value == id_ and c.property in _ENDS for c in context.sink.claims.values())


def tells_of_culprits(context: Context, view: View) -> bool:
    """Whether a sentence, or one of the few around it, has a word for culprits."""
    number = view.sentence.number
    near = context.views[max(0, number - 4) : number + 4]
    return any(_CULPRITS.search(one.sentence.text) for one in near)


def candidate(context: Context, item: Item) -> str:
    """Return the id of a person who may have done something: no official, nobody denied."""
    id_ = context.registry.of(item)
    if item.kind not in (Kind.PERSON, Kind.INITIALS) or not id_:
        return ""
    if id_ in context.registry.posts_of or is_official(context, id_):
        return ""
    return "" if context.is_denied(item.start) else id_
