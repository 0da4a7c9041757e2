"""Who did what a noun tells: ``penggerebekan sebuah rumah di X oleh Polres Y``.

Owns the agent behind the noun for a deed. Refuses companies, and the agent of another verb that
stands between (``penangkapan calo yang dilaporkan oleh KBRI``).
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_NOUN = Pattern(
    r"(?i)pe[a-z]+an(?:nya)?\b|melakukan\s+peng|inspeksi|sidak|kepulangan|evakuasi|deportasi|repatriasi|(?:di|ter)[a-z]+nya\b"
)
_TEAM = (
    r"(?:(?:tim|petugas|jajaran|aparat|anggota|penyidik|personel|gabungan|pengawas(?:an)?|khusus|unit|dari)\s+"
    r"(?:[A-Z]\w+\s+){0,2}?)*"
)
_ROW = r"{ORG}(?:\s*\([^)⟨]*\))?(?:\s*(?:,|dan|serta|bersama|,\s*dan)\s*{ORG})*"
_BY = pattern(
    rf"(?:\boleh|\b(?:dilakukan|dilaksanakan|digelar|difasilitasi|ditangani|diurus|dipimpin)(?:\s+(?:langsung|oleh)){{0,2}})\s+{_TEAM}(?P<orgs>{_ROW})"
)
_BARE = pattern(rf"\s+{_TEAM}(?P<orgs>{_ROW})")
# Verbs that only say that it was done.
_DONE = frozenset({"dilakukan", "dilaksanakan", "digelar", "dipimpin", "berlangsung", "terjadi",
                   "difasilitasi", "ditangani", "diurus"})  # fmt: skip
_REACH = 170


def is_noun(deed: str) -> bool:
    """Whether the words found for a deed are a noun."""
    return _NOUN.match(deed) is not None


# "diamankan sehari setelah penggerebekan": told elsewhere, here it only says when.
_BACKGROUND = Pattern(
    r"(?i)\b(?:setelah|usai|seusai|sesudah|sebelum|menjelang|sejak|pasca)\s+(?:adanya\s+|aksi\s+|dilakukan\s+|terjadinya\s+)?$"
)


def is_background(view: View, at: int) -> bool:
    """Whether a noun at a masked position only says when something else was."""
    return _BACKGROUND.search(view.masked[:at]) is not None


def agents(context: Context, view: View, end: int) -> list[tuple[Item, str]]:
    """Return the agencies that did what a noun ending at a masked position tells.

    Args:
        context: The document.
        view: The sentence.
        end: Where the noun ends.
    """
    stop = min(frames.clause_end(view, end), end + _REACH)
    found = _BARE.match(view.masked, end, stop) or _BY.search(view.masked, end, stop)
    if found is None or _is_of_another_verb(view, end, found.start()):
        return []
    items = view.within(found.start("orgs"), found.end("orgs"), Kind.ORG)
    items = [i for i in items if not i.cls.endswith("Company") and i.cls != "MediaOrganization"]
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


_DURING = Pattern(r"(?i)\b(?:saat|dalam|ketika)\s+$")


def is_during(view: View, at: int) -> bool:
    """Whether a noun only says on what occasion something was found: ``saat inspeksi``."""
    return _DURING.search(view.masked[:at]) is not None


def of_main_verb(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return who is the subject beside ``saat inspeksi``: ``BP3MI X menemukan ... saat inspeksi``.

    Only verbs of finding count, and only what was done.
    """
    for verb in _FINDING.finditer(view.masked):
        found = frames.agents_before(context, view, verb.start())
        if found and reality.is_real(view, verb.start()):
            return [one for one in found if one[0].cls not in FIRMS]
    return []


# What officers do where they search; "saat sidak, gubernur meminta BP3MI" is a visit.
_FINDING = Pattern(
    r"\b(?:menemukan|mendapati|menjumpai|menyita|mengamankan|menangkap|menyelamatkan|mengevakuasi|memergoki|menjaring|mengungkap|menyegel)\b"
)


def _is_of_another_verb(view: View, start: int, end: int) -> bool:
    words = [word.casefold() for word in WORD.findall(view.masked, start, end)]
    return any(is_verb(word) and word not in _DONE for word in words)
