"""The gate of doubt: what hangs on a name that may be cut wrongly is not claimed.

Owns which persons are named surely enough to say anything of them. Every claim passes here once,
whichever pattern made it; what is withheld stands in ``refused`` with the reason. Refuses nothing
for what it says: that is for the patterns and for :mod:`loaders.text.facts.reality`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.text.context import Context
from loaders.text.draft import DraftClaim
from loaders.text.features import is_common
from loaders.text.grammar import STOPS
from loaders.text.kin import KIN, OF_KIN
from loaders.text.patterns import Pattern
from loaders.text.persons import is_no_name
from loaders.text.resources import word_list
from loaders.text.spans import Item, Kind, Role
from ontology.model import load

_CAPITAL_BEFORE = Pattern(r"(?<!\n)(?<![.!?:;,\"“”'(\-–—]\s)(?<!^)\b(?P<word>[A-Z][\w'’-]*)[ ]$")
_CAPITAL_BEHIND = Pattern(r"[ ](?P<word>[A-Z][\w'’-]*|bin|binti)\b")
# Common words that are names too; any other word seen in lower case is rather part of an office.
_NAMES = word_list("common_names")
# What stands behind these is where something is, or what is called after somebody.
_OF_PLACES = Pattern(
    r"\b(?:[Dd]i|[Kk]e|Provinsi|Kabupaten|Kecamatan|Kelurahan|Desa|Pulau|Sungai|[Pp]erbatasan|RSUD|RS|"
    r"Universitas|SMK|SMA|Bandara|Pelabuhan|Jalan|Jl\.)\s+(?:(?i:prof|dr|h|ir)\.\s+){0,2}$"
)
# "mengalir ke Dicky Prasetyo, agen di Jakarta": nothing but people are that.
_WHAT_HE_IS = Pattern(
    r"\s*(?:\(\d\d(?:\s+tahun)?\)|,\s+(?:seorang\s+)?(?:agen|calo|sponsor|perekrut|tekong|makelar)\b)"
)
_BESIDE_NAMES = word_list("beside_names") | word_list("orders") | STOPS


def withhold(context: Context) -> None:
    """Drop what is claimed of persons and places whose names are not sure."""
    people = _named(context)
    held = context.registry.posts_of
    unsure = {
        id_ for id_, items in people.items() if not _is_sure(context, items, is_held=id_ in held)
    }
    _drop(context, unsure, "Batas nama orang tidak pasti.")
    for id_ in unsure:
        if _is_nobody(context, people[id_]):
            # "ICJR memandang": letters of a group, which name no person at all.
            names = [key for key, claim in context.sink.claims.items() if claim.subject == id_]
            for key in names:
                del context.sink.claims[key]
    _drop_places(context)
    _drop_kin(context)


def _named(context: Context) -> dict[str, list[Item]]:
    """Return the items that name each person in body text."""
    roles = {(s.start, s.end): s.role for s in context.sentences}
    found: dict[str, list[Item]] = {}
    for item in context.registry_items:
        id_ = context.registry.of(item) if item.kind is Kind.PERSON else ""
        if id_:
            role = next((r for (a, b), r in roles.items() if a <= item.start < b), Role.BODY)
            if role not in (Role.TITLE, Role.HEADING):
                found.setdefault(id_, []).append(item)
    return found


def _is_sure(context: Context, items: list[Item], *, is_held: bool) -> bool:
    """Whether a person's fullest name ends where a name ends, and is made of names.

    Behind a post one common word of two may be a name: ``Bupati Belu Yosef Lay``.
    """
    longest = max(len(item.text.split()) for item in items)
    full = [item for item in items if len(item.text.split()) == longest]
    words = full[0].text.split()
    if is_no_name(words) or _is_abbreviation(context, words) or _is_of_a_place(context, full):
        return False
    if not is_held and all(
        _OF_PLACES.search(context.text, max(0, i.start - 20), i.start)
        and not _WHAT_HE_IS.match(context.text, i.end)
        for i in items
    ):
        return False
    # "M Ihsanudin": a letter stands for a name.
    spelt = [word for word in words if len(word.rstrip(".")) > 1]
    common = 2 * sum(is_common(word) and word not in _NAMES for word in spelt)
    is_doubtful = common == len(words) and not is_held
    if is_held and len(words) > 1 and any(_is_ranked(context, item) for item in full):
        common = 0
    if common > len(words) or (is_doubtful and not any(_is_set_off(context, i) for i in full)):
        return False
    return any(not _is_cut(context, item) for item in full)


def _is_nobody(context: Context, items: list[Item]) -> bool:
    """Whether all that names a person are capital letters, or words of offices."""
    words = [item.text.split() for item in items]
    return all(_is_abbreviation(context, one) or is_no_name(one) for one in words)


# "Penasihat hukum terdakwa, Desmon Purba, mengatakan": commas and what he is tell where it ends.
_CALLED = Pattern(
    r"(?i)\b(?:kuasa\s+hukum|penasi?e?hat\s+hukum|pengacara|juru\s+bicara|ketua|koordinator|direktur|kepala|istri|suami)\b[^.;\"“]{0,60},\s+(?:(?:Pendeta|Suster|Romo|Pastor|Ustaz|Kiai|Haji|Datuk|Hj?\.|Drs?\.|Ir\.|Prof\.)\s+)?$"
)
_SAYS = Pattern(
    r"\s*,\s+(?:mengatakan|menyatakan|mengaku|menyebut|menilai|menegaskan|menjelaskan)\b"
)


def _is_set_off(context: Context, item: Item) -> bool:
    """Whether commas set a name off behind the word for what somebody is."""
    before = context.text[max(0, item.start - 90) : item.start]
    is_called = _CALLED.search(before) is not None
    return is_called and len(item.text.split()) > 1 and bool(_SAYS.match(context.text, item.end))


def _is_of_a_place(context: Context, items: list[Item]) -> bool:
    """Whether a name ends that of a place told elsewhere: ``Kepala Desa Pagar Banyu``."""
    places = [other.text for other in context.registry_items if other.kind is Kind.PLACE]
    before = [context.text[: item.start].split()[-1:] for item in items]
    return all(
        word and any(place.endswith(f" {word[0]} {item.text}") for place in places)
        for word, item in zip(before, items, strict=True)
    )


def _is_ranked(context: Context, item: Item) -> bool:
    """Whether a rank opens a name that commas or small letters close: ``IPTU Gilang Sekali,``."""
    before = context.text[: item.start].rstrip()
    return any(
        other.kind is Kind.RANK and other.end == len(before) for other in context.registry_items
    ) and not _CAPITAL_BEHIND.match(context.text, item.end)


def _is_abbreviation(context: Context, words: Sequence[str]) -> bool:
    """Whether a name is one word of capitals, in a text that is not all capitals."""
    return (
        len(words) == 1 and len(words[0]) > 2 and words[0].isupper() and not context.text.isupper()
    )


def _is_cut(context: Context, item: Item) -> bool:
    """Whether a capitalised word that is nothing known stands right beside a name."""
    known = set(_edges(context, item))
    behind = _CAPITAL_BEHIND.match(context.text, item.end)
    if behind and behind.start("word") not in known and behind["word"] not in _BESIDE_NAMES:
        return True
    start = max(0, item.start - 40)
    before = _CAPITAL_BEFORE.search(context.text[start : item.start])
    if before is None or before["word"] in _BESIDE_NAMES:
        return False
    return item.start - 1 not in known


def _drop_places(context: Context) -> None:
    """Drop the claims whose evidence is a place name that goes on behind: ``Medan Selayang``."""
    cut = {
        (item.start, item.end)
        for item in context.registry_items
        if item.kind is Kind.PLACE and _goes_on(context, item)
    }
    for key, claim in list(context.sink.claims.items()):
        if claim.is_object and (claim.start, claim.end) in cut:
            del context.sink.claims[key]
            context.sink.refuse((claim.start, claim.end), "Batas nama tempat tidak pasti.")


_ACCUSING = frozenset(
    {"stageOf", "defendant", "apprehended", "roleHolder", "recruiter", "harbourer", "transporter",
     "suspectedAgent"}
)  # fmt: skip
_WHOSE = Pattern(rf"(?i)\b{KIN}nya\s+(?:\w+\s+){{0,3}}?(?:di|me|ter|ber)\w+")


def _drop_kin(context: Context) -> None:
    """Drop accusations told of somebody's kin: ``Hendra, yang kakaknya divonis``."""
    for claim in list(context.sink.claims.values()):
        if (
            claim.property in _ACCUSING
            and claim.value.startswith("per:")
            and _is_kin(context, claim)
        ):
            _drop_relation(context, claim)


def _is_kin(context: Context, claim: DraftClaim) -> bool:
    """Whether each mention of the accused in the claim's sentence tells of kin."""
    line = context.sentence_at(claim.start)
    near = [
        item
        for item in context.registry_items
        if line and line.start <= item.start < line.end and context.registry.of(item) == claim.value
    ]
    return bool(near and line) and all(
        OF_KIN.search(context.text[max(0, item.start - 30) : item.start])
        or _WHOSE.match(context.text[item.end : line.end].lstrip(", ").removeprefix("yang "))
        for item in near
        if line
    )


def _drop_relation(context: Context, claim: DraftClaim) -> None:
    """Drop an accusation: the relation that makes it, or the one claim on an event."""
    sink, reason = context.sink, "Yang dimaksud kerabatnya, bukan ia."
    is_relation = _ties(sink.entities[claim.subject].cls)
    for key, other in list(sink.claims.items()):
        if other is claim or (is_relation and claim.subject in (other.subject, other.value)):
            del sink.claims[key]
            sink.refuse((other.start, other.end), reason)
    if is_relation:
        del sink.entities[claim.subject]


def _goes_on(context: Context, item: Item) -> bool:
    behind = _CAPITAL_BEHIND.match(context.text, item.end)
    if behind is None or not behind["word"][1:].islower() or item.text.isupper():
        return False
    known = set(_edges(context, item))
    return behind.start("word") not in known and behind["word"] not in STOPS


def _edges(context: Context, item: Item) -> Iterator[int]:
    """Yield where items beside a name begin and end: what is known there is no part of it."""
    for other in context.registry_items:
        # Two persons side by side are rather one, cut in the middle.
        is_person = other.kind is Kind.PERSON
        if other is not item and not is_person and abs(other.start - item.start) < 120:
            yield other.start
            yield other.end


def _drop(context: Context, unsure: set[str], reason: str) -> None:
    """Move claims that name an unsure entity to ``refused``, with the relations they make."""
    sink = context.sink
    relations = {c.subject for c in sink.claims.values() if c.value in unsure and c.is_object}
    relations = {id_ for id_ in relations if _ties(sink.entities[id_].cls)}
    for key, claim in list(sink.claims.items()):
        ends = {claim.subject, claim.value}
        if ends & relations or (ends & unsure and claim.property not in ("name", "alias")):
            del sink.claims[key]
            sink.refuse((claim.start, claim.end), reason)
    for id_ in relations:
        del sink.entities[id_]
    gone = [span for span, id_ in context.anaphors.items() if id_ in relations]
    for span in gone:
        del context.anaphors[span]


def _ties(cls: str) -> bool:
    """Whether things of a class are nothing without those they tie."""
    return any(load().is_a(cls, kind) for kind in ("Relation", "Statement", "PenaltyEvent"))
