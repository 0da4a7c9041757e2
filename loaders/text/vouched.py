"""Who stays a person: whom the text ties to an office, a deed, a statement or a firm.

Owns the last gate before a person is recorded, and that no name kept back stands in an excerpt. In
a text about migrants, victims or witnesses whoever is only named, with an age or a home, may be one
of them though no word near the name says so: such a person is withheld. Refuses nobody of whom
anything else is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.text import victims
from loaders.text.accusing import accuses
from loaders.text.context import Context
from loaders.text.draft import DraftClaim
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.resources import word_list
from loaders.text.spans import Item, Kind, Role

# Of whom a text must speak for a bare name to be doubtful.
_PROTECTED = Pattern(
    r"(?i)\b(?:korban|penyintas|saksi|penumpang|jenazah|calon\s+pekerja|pekerja\s+migran|c?pmi|c?tk[iw]|wni)\b"
)
# A rank or an office before the name tells what somebody is; age, sex and home do not.
_VOUCHING = frozenset({"title"})
# "Deputi Bidang Koordinasi Hukum Asep Jenal": an office that no list has.
_OFFICE = Pattern(
    rf"\b(?:{'|'.join(sorted(word_list('weak_posts')))})(?:\s+(?:dan\s+)?[A-Z][\w-]*)*\s+$"
)
# Whose calling is told is quoted for it: "pengacara korban, Budi", "Budi, aktivis buruh migran".
_CALLING = (
    r"(?:anggota|legislator|senator|pengacara|advokat|kuasa\s+hukum|pena?sihat\s+hukum|aktivis|pegiat|pengamat|pakar|ahli|peneliti"
    r"|dosen|guru\s+besar|rektor|dekan|tokoh|ketua|wakil\s+ketua|sekretaris|bendahara|koordinator|direktur|manajer|pengurus"
    r"|pendiri|juru\s+bicara|jubir|humas|staf|pejabat|petugas|personel|pegawai|penyuluh|relawan|pendamping|pekerja\s+sosial|romo"
    r"|pastor|suster|uskup|pendeta|ustaz|kiai|imam|kepala|camat|lurah|bupati|wali\s+kota|gubernur|menteri|dubes|konsul|atase|jaksa"
    r"|hakim|perwakilan|utusan|motoris|penyidik|dokter|jurnalis|wartawan|editor|komisioner|komisaris)"
)
_CALLED = Pattern(
    rf"(?i)\b{_CALLING}(?:nya)?\b(?!\s+(?:keluarga|kampung))(?:(?!\b(?:bahwa|yang|korban\s+(?:bernama|berinisial)|(?-i:(?:me|di|ber|ter)[a-z]{{4,}}))\b)[^.;\"“”]){{0,90}}$"
    r"|\b(?:diketuai|dipimpin|dibuka)\s+(?:oleh\s+)?$"
    # "Pendamping calon pekerja yang diduga ilegal tersebut, Budi": a clause that is closed.
    rf"|\b{_CALLING}\b(?:\s+[\w-]+){{0,5}}?\s+yang\s[^.,;\"“]{{3,60}}\s(?:tersebut|itu|ini)\s*,\s+$"
)
_CALLED_AFTER = Pattern(
    rf"(?i)(?:\s*\([^)]{{0,30}}\))?(?:\s*,)?\s+(?:selaku\s+|sebagai\s+|adalah\s+|seorang\s+|salah\s+(?:satu|seorang)\s+)?{_CALLING}\b"
)
_FACILITY = Pattern(
    r"\b(?:RS[A-Z]{0,3}|Rumah\s+Sakit|Jalan|Jl\.|Masjid|Gedung|Stadion|Universitas|Hotel|Kapal|KMP?|MV)"
    r"\.?\s+(?:[\w.]+\s+)?$"
)
_REASON = "Peran orang ini tidak disebut; mungkin korban atau saksi, maka tidak dicatat"


def withhold(context: Context) -> None:
    """Drop the persons whom no claim ties to anything, and the words that hold their names."""
    if not _PROTECTED.search(context.text):
        return
    sink = context.sink
    # Victims and their kin speak and pay, too: neither vouches for anybody.
    theirs = ("speaker", "claimant", "payer")
    tied = {c.value for c in sink.claims.values() if c.is_object and c.property not in theirs}
    tied |= set(context.registry.posts_of)
    tied |= {claim.subject for claim in sink.claims.values() if claim.property in _VOUCHING}
    loose = {e.id for e in sink.entities.values() if e.cls == "Person" and e.id not in tied}
    named = [item for item in context.registry_items if context.registry.of(item) in loose]
    gone = loose - {context.registry.of(item) for item in named if _is_vouched(context, item)}
    names = [item for item in named if context.registry.of(item) in gone]
    context.said = [said for said in context.said if said.speaker not in gone]
    for key, claim in list(sink.claims.items()):
        if gone & {claim.subject, claim.value}:
            del sink.claims[key]
        elif gone & set(claim.attributed_to):
            # It stays what somebody says; who says so is kept back.
            others = tuple(one for one in claim.attributed_to if one not in gone)
            sink.claims[key] = replace(claim, attributed_to=others)
    for id_ in gone:
        del sink.entities[id_]
    for item in names:
        # Whom a hospital or a ship is called after is nobody of the matter.
        if not _FACILITY.search(context.text[max(0, item.start - 30) : item.start]):
            sink.protect((item.start, item.end), _REASON)
    context.registry_items = tuple(i for i in context.registry_items if i not in names)
    for span in [span for span, id_ in context.anaphors.items() if id_ in gone]:
        del context.anaphors[span]


def _is_office_of(context: Context, other: Item, item: Item) -> bool:
    """Whether a post or rank stands before a name, or the body for which one speaks beside it."""
    if other.kind in (Kind.POST, Kind.RANK):
        return other.end < item.start <= other.end + 2
    if other.kind is not Kind.ORG or other.cls in FIRMS or other.cls == "MediaOrganization":
        return False
    is_behind = context.text[item.end : other.start].strip() in ("dari", ", dari", "(", "dari LSM")
    return is_behind or context.text[other.end : item.start].strip() == ","


def redact(context: Context) -> None:
    """Drop literals, and cut excerpts and captions, that hold a name kept back."""
    sink = context.sink
    # A first name that an accused bears too tells of nobody.
    borne = {w for e in sink.entities.values() if e.cls == "Person" for w in e.caption.split()}
    names = {context.text[start:end] for start, end in sink.protected} - borne
    if not names:
        return
    # Of this document alone: a pattern that knows where to look would take longer to make.
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")
    for key, claim in list(sink.claims.items()):
        if words.search(claim.quote) is None:
            continue
        if claim.is_object:
            sink.claims[key] = _cut(context, claim, words)
        else:
            del sink.claims[key]
    for id_, entity in sink.entities.items():
        sink.entities[id_] = replace(entity, caption=words.sub("…", entity.caption))


def _cut(context: Context, claim: DraftClaim, words: re.Pattern[str]) -> DraftClaim:
    """Return a claim whose excerpt is the longest stretch of its words without a name."""
    found = [one.span() for one in words.finditer(context.text, claim.start, claim.end)]
    starts = [claim.start, *(end for _, end in found)]
    ends = [*(start for start, _ in found), claim.end]
    start, end = max(zip(starts, ends, strict=True), key=lambda one: one[1] - one[0])
    return replace(claim, start=start, end=end, quote=context.text[start:end])


def _is_vouched(context: Context, item: Item) -> bool:
    """Whether a name stands in a byline, behind a post, or behind words for who did it."""
    line = context.sentence_at(item.start)
    if line is None or line.role not in (Role.BODY, Role.CAPTION, Role.TITLE, Role.HEADING):
        return True
    is_official = any(_is_office_of(context, i, item) for i in context.registry_items)
    before = context.text[line.start : item.start]
    is_called = _OFFICE.search(before) or _CALLED.search(before)
    is_called = is_called or _CALLED_AFTER.match(context.text, item.end, line.end)
    if is_official or is_called or victims.is_somebody_else(before):
        return True
    return accuses(context.text, (item.start, item.end), (line.start, line.end))
