"""What parties promise to do, with the deadline: items of an agreement, words of whom they bind.

Owns lists of commitments below an agreement, ``X berkomitmen ...``, and ``X akan ... paling lambat
Maret 2026``. Leaves plans without a deadline that nobody calls a commitment to
:mod:`loaders.text.announced`; refuses duties that others lay on somebody.
"""

from __future__ import annotations

import re

from loaders.text import deadlines
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts.bulleted import lines_below
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

CLASSES = ("MemorandumOfUnderstanding", "CooperationAgreement", "Declaration", "Agreement")
"""Classes of agreements that commitments may be made in."""
_LEAD = Pattern(
    r"(?i)\b(?:komitmen|butir|poin|kesepakatan|kesepahaman|deklarasi|ruang\s+lingkup|isi|memuat|sepakat|menyepakati|berkomitmen)\b"
)
_BULLET = Pattern(r"\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)]|[a-z][.)])\s*")
_ENDS = Pattern(r"\s*(?:[;,.]|[;,]?\s+(?:dan|serta))*\s*$")
_UNTIL = (
    r"(?:paling\s+lambat|selambat(?:-lambat)?nya|paling\s+lama|tenggat(?:nya)?(?:\s+(?:hingga|sampai|pada))?|sebelum|(?:hingga|sampai|pada)\s+akhir|(?:hingga|sampai)(?:\s+dengan)?)"
    r"(?:\s+(?:akhir|pertengahan|awal|bulan|tahun|tanggal|pada))*\s+"
)
# A month without a year is no date yet: "sebelum akhir Januari".
_DAY = r"(?:{DAT:date}|(?P<month>(?:\d{1,2}\s+)?[A-Z][a-z]{2,8})\b(?!\s+\d))"
_DEADLINE = pattern(
    rf"\b(?:{_UNTIL}|(?:ditargetkan|target(?:nya)?)\s+(?:[a-z]+\s+){{0,3}}(?:pada\s+)?){_DAY}"
)
_LATEST = pattern(
    r"\b(?:paling\s+lambat|selambat(?:-lambat)?nya|sebelum)(?:\s+(?:akhir|pertengahan|awal|bulan|tahun|tanggal|pada))*\s+{DAT:date}"
)
_PROMISE = (
    r"(?:berkomitmen|berjanji|menyanggupi|bertekad|sepakat|menjanjikan\s+akan|men(?:yatakan|egaskan|yampaikan)\s+(?:kembali\s+)?komitmen(?:nya)?)"
    r"(?:\s+(?:penuh|kuat|bersama))?(?:\s+(?:untuk|akan|dalam))?"
    r"\s+(?:me|ber|pe(?=[a-z]+an\b))[a-z]+"
)
_WILL = r"(?:akan|siap|menargetkan)\s+(?:me|ber)[a-z]+"
_WHO = (
    r"(?P<who>{ORG|PER}|(?i:\bkami|pihaknya|para\s+pihak"
    r"|kedua\s+(?:(?:belah\s+)?pihak|negara|lembaga|instansi)|keduanya)\b)"
)
_PLEDGED = pattern(
    rf"{_WHO}(?:\s*\([^)⟨]{{1,24}}\))?,?\s+(?:yang\s+(?:turut|juga|ikut)?\s*hadir\s+|me[a-z]+\s(?:[a-z]+\s){{1,6}}(?:dan|serta|sekaligus)\s+)?(?:juga\s+|telah\s+)*(?P<what>{_PROMISE}"
    r"(?:(?!,\s+(?:sedangkan|sementara|namun|tetapi)\b)(?:[^.;\"”]|\.(?=\d)))*)"
)
_PLANNED = pattern(
    rf"{_WHO}(?:\s*\([^)⟨]{{1,24}}\))?\s+(?:juga\s+)?(?P<what>{_WILL}(?:(?!,\s+(?:sedangkan|sementara))(?:[^.;\"”]|\.(?=\d)))*?"
    rf"{_LATEST.pattern.replace('?P<date>', '')})"
)
# "Komitmen memberantas TPPO ditegaskan kembali oleh Polda X"
_STRESSED = pattern(
    r"\b(?P<what>[Kk]omitmen\s+(?:(?:kuat|penuh|bersama)\s+)?(?:(?:untuk|dalam)\s+)?me[a-z]+\b[^.;,\"“”]{2,120}?)\s+(?:itu\s+)?(?:(?:juga|kembali|kerap)\s+)*"
    r"di(?:tegaskan|nyatakan|sampaikan|ungkapkan|lontarkan)\s+(?:(?:kembali|langsung|pula|oleh)\s+)*(?P<who>{ORG|PER})"
)
# "GIM wajib menyiapkan 500 perawat": what a party owes by the agreement it is party to.
_DUTY = pattern(
    r"(?P<who>{ORG})(?:\s*\([^)⟨]{1,24}\))?\s+(?:juga\s+)?(?P<what>(?:wajib|berkewajiban|bertanggung\s+jawab)\s+(?:untuk\s+)?me[a-z]+"
    r"(?:(?!,\s+(?:sedangkan|sementara|namun|tetapi)\b)(?:[^.;\"”]|\.(?=\d)))*)"
)
# "Isinya antara lain kewajiban desa menerbitkan peraturan sebelum Agustus 2025"
_OWED = pattern(
    rf"\b(?P<what>(?:kewajiban|mewajibkan|harus|wajib|menyepakati|disepakati)\b(?:[^.;\"”]|\.(?=\d)){{3,160}}?{_LATEST.pattern})"
)
_OF_TEXT = Pattern(
    r"^[\"“]?(?:Isinya|Di\s+dalamnya|(?:Dalam|Melalui|Menurut)\s+(?:nota|naskah|perjanjian|deklarasi|kesepakatan)|Naskah|Nota|Deklarasi|Kesepakatan|Perjanjian)\b"
)
_BY_TEXT = Pattern(
    r"(?i)^[\"“]?(?:melalui|lewat|dalam|dengan|berdasarkan|sesuai)\s+(?:nota|mou|perjanjian|kesepakatan|deklarasi|kerja\s?sama|pks)\b"
)
CONDITION = Pattern(r"(?i)\b(?:jika|apabila|bila|kalau|diminta|didesak|mendesak|meminta)\b")
_ALL = Pattern(r"(?i)(?:para|kedua)\s+(?:(?:belah\s+)?pihak|negara|lembaga|instansi)|keduanya")


def find(context: Context) -> None:
    """Claim the commitments of body sentences and of the lists below them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        agreement = _agreement(context, view)
        if agreement and _LEAD.search(view.masked):
            for line in [*lines_below(context, view), *_ordinals(context, view)]:
                _of_line(context, line, agreement)
        for rule in (_PLEDGED, _PLANNED, _DUTY, _STRESSED):
            for found in rule.finditer(view.masked):
                if rule is not _DUTY or _is_party(context, view, found, agreement):
                    _pledged(context, view, found, agreement)
        if agreement and (owed := _OWED.search(view.masked)) and _is_of_text(context, view):
            _owed(context, view, owed, agreement)


def _is_of_text(context: Context, view: View) -> bool:
    """Whether a sentence tells what an agreement holds, or goes on behind one that does."""
    before = context.before(view)
    return bool(
        _OF_TEXT.match(view.masked) or (before and _SCOPE.search(before.masked))
    ) and not CONDITION.search(view.masked)


_SCOPE = Pattern(r"(?i)\b(?:lingkup|isinya|butir|poin)\b")


def _owed(context: Context, view: View, found: re.Match[str], agreement: str) -> None:
    span = view.span(found, "what")
    made = [e for e in context.sink.entities.values() if e.cls == "Commitment"]
    if any(e.start < span[1] and span[0] < e.end for e in made):
        return
    id_ = make(context, view, span)
    context.sink.claim(id_, "commitmentOf", agreement, span, is_object=True, confidence=0.82)


def _is_party(context: Context, view: View, found: re.Match[str], agreement: str) -> bool:
    who = context.registry.of(view.item(found, "who"))
    claims = context.sink.claims.values()
    parties = {c.value for c in claims if c.subject == agreement and c.property == "party"}
    return bool(agreement) and who in parties


def _agreement(context: Context, view: View) -> str:
    """Return the one agreement, or the last one told before, or empty."""
    only = context.only_event(*CLASSES)
    if only:
        return only
    made = [e for e in context.sink.entities.values() if e.id.startswith("agr:")]
    near = [e for e in made if e.start < view.sentence.start]
    return max(near, key=lambda e: e.start).id if near else ""


# "Pertama, membentuk satgas. Kedua, bertukar data."
_ORDINAL = Pattern(
    r"(?:Pertama|Kedua|Ketiga|Keempat|Kelima|Keenam|Ketujuh|Terakhir)\s*,\s+(?=(?:me|ber|pe)[a-z])"
)


def _ordinals(context: Context, view: View) -> list[View]:
    """Return the sentences right behind that count what was agreed."""
    made: list[View] = []
    for line in context.views[view.sentence.number + 1 :]:
        is_here = line.sentence.block - view.sentence.block in (0, 1)
        if not is_here or not _ORDINAL.match(line.sentence.text):
            break
        made.append(line)
    return made


def _of_line(context: Context, line: View, agreement: str) -> None:
    text = line.sentence.text
    bullet = _ORDINAL.match(text) or _BULLET.match(text)
    start = line.sentence.start + (bullet.end() if bullet else 0)
    end = line.sentence.end - len(text) + len(_ENDS.sub("", text))
    if end - start > _SHORTEST:
        id_ = make(context, line, (start, end))
        span = start, end
        context.sink.claim(id_, "commitmentOf", agreement, span, is_object=True, confidence=0.85)


_SHORTEST = 12


def _pledged(context: Context, view: View, found: re.Match[str], agreement: str) -> None:
    if CONDITION.search(view.masked[: found.start()]):
        return
    start, end = view.span(found, "what")
    span = start, start + len(context.text[start:end].rstrip(' ,;."”'))
    voice = context.voice(start)
    parties = _bound(context, view, found, agreement)
    is_all = _ALL.fullmatch(found["who"]) is not None
    if voice.modality == "denied" or not parties:
        return
    id_ = make(context, view, span)
    for org in parties:
        if org.startswith("org:"):
            ensure_org(context, org, span)
        whole = min(view.offset(found.start()), start), span[1]
        context.sink.claim(id_, "committedParty", org, whole, is_object=True, voice=voice)
    is_told = _DUTY.made(found) or _BY_TEXT.match(view.masked) is not None
    if (is_all or is_told) and agreement:
        context.sink.claim(id_, "commitmentOf", agreement, span, is_object=True, voice=voice)


def _bound(context: Context, view: View, found: re.Match[str], agreement: str) -> list[str]:
    """Return whom the subject of a promise means."""
    if found["who"].startswith("⟨"):
        item = view.item(found, "who")
        id_ = context.registry.of(item)
        if item is not None and item.kind is not Kind.ORG:
            # What a recruiter promises is an offer.
            return [id_] if id_ in context.registry.posts_of else []
        # What a company promises recruits is an offer; by a deadline it binds itself.
        is_offer = item is not None and is_firm(item) and _PLEDGED.made(found)
        is_bound = item is not None and item.cls not in ("MediaOrganization", "Court")
        is_bound = is_bound and not is_offer
        return [id_] if id_ and is_bound else []
    if _ALL.fullmatch(found["who"]):
        claims = context.sink.claims.values()
        return [c.value for c in claims if c.subject == agreement and c.property == "party"]
    at = view.offset(found.start())
    speakers = [said.speaker for said in context.said if said.start <= at < said.end]
    before = view.sentence.number - 1
    speakers += [said.speaker for said in context.said if before in said.views]
    return [context.registry.org_of.get(speakers[0], speakers[0])] if speakers else []


def make(context: Context, view: View, span: tuple[int, int], voice: Voice | None = None) -> str:
    """Make a commitment of some words, with the deadline that they hold; return its id."""
    sink = context.sink
    words = " ".join(context.text[slice(*span)].split())
    id_ = sink.entity(sink.fresh("cmt", "c"), "Commitment", words, span)
    voice = voice or context.voice(span[0])
    sink.claim(id_, "description", words, span, voice=voice, confidence=0.85)
    if due := deadline_in(context, view, span):
        context.sink.claim(id_, "deadline", due[0], due[1], confidence=0.85)
    return id_


def deadline_in(
    context: Context, view: View, span: tuple[int, int]
) -> tuple[str, tuple[int, int]] | None:
    """Return the one deadline that stands within some offsets, and where, or ``None``.

    Without a year it is the next such day or month from publication on.
    """
    made: list[tuple[str, tuple[int, int]]] = []
    for found in _DEADLINE.finditer(view.masked):
        item = view.item(found, "date")
        where = (item.start, item.end) if item is not None else view.span(found, "month")
        words = context.text[slice(*where)]
        key = (item.key if item is not None else "") or deadlines.due(words, context.meta.published)
        if key and "/" not in key and span[0] <= where[0] < span[1]:
            made.append((key, where))
    # "hingga akhir tahun", "akhir 2027", "dalam tiga bulan": no date is told, or one that is wider.
    start, days = view.sentence.start, [i.key for i in context.registry_items if i.is_day]
    for key, (begin, stop) in deadlines.spoken(view.sentence.text, context.meta.published, days):
        if span[0] <= start + begin < span[1]:
            made = [one for one in made if not start + begin <= one[1][0] < start + stop]
            made.append((key, (start + begin, start + stop)))
    return made[0] if len(made) == 1 else None
