"""Content and accounts that somebody closed, blocked or reported, and who asked for it.

Content told by number is an event of :mod:`loaders.text.facts.actions` where a verb and its agent
stand together; what is said here joins that event, or makes one of nouns, of words that point
back, and of reports. Refuses what is wished, planned or advised, and bank accounts.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import actions, frames, nominal, reality, users
from loaders.text.numbers import NUMBER
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_NEWS = (
    r"akun|situs|website|web|laman|grup|kanal|channel|halaman|fanpage|konten|unggahan|postingan"
    r"|iklan|tautan|link|lowongan"
)
_CLOSE = (
    r"blokir|hapus|turunkan|tutup|nonaktifkan|bekukan|tangguhkan|lumpuhkan|matikan|take\s?-?down"
    r"|suspend"
)
_ACTIVE = Pattern(
    r"\b(?:[Mm]emblokir|[Mm]enurunkan|[Mm]enutup|[Mm]enghapus|[Mm]enonaktifkan|[Mm]embekukan|[Mm]enangguhkan|[Mm]elumpuhkan|[Mm]ematikan"
    r"|[Mm]e?n-?take\s?-?down|[Mm]en-?suspend|[Mm]emutus(?:kan)?\s+akses(?:\s+(?:terhadap|ke|pada))?"
    r"|[Mm]elakukan\s+(?:pemblokiran|pemutusan\s+akses|penutupan|penghapusan|take\s?-?down|penonaktifan)(?:\s+(?:terhadap|atas))?)\b"
)
_PASSIVE = Pattern(
    rf"\b(?:[Dd]i-?(?:{_CLOSE})|[Dd]iputus(?:\s+aksesnya)?|(?:sudah\s+|telah\s+)?(?:tidak|tak)\s+(?:bisa|dapat)\s+(?:lagi\s+)?diakses)\b"
)
_NOUN = Pattern(
    r"\b[Pp](?:emblokiran|emutusan\s+akses|enutupan|enghapusan|enonaktifan|embekuan|enurunan)(?:\s+(?:terhadap|atas|pada))?\b|\b[Tt]ake\s?-?down(?:\s+(?:terhadap|atas))?\b"
)
_WORDS = rf"(?i:{_NEWS})(?:nya|-[a-z]+)?"
# What the words point back to, or a number of pages that no list of nouns counts.
_OBJECT = Pattern(
    rf"\b{_WORDS}(?:\s+[a-z]+){{0,3}}\s+(?:itu|tersebut|ini|dimaksud)\b|\b(?i:keduanya|ketiganya|keempatnya)\b"
    rf"|\b{NUMBER}\s+{_WORDS}\b|\b{_WORDS}(?:\s+[A-Za-z]+){{0,3}}\s*[\"“]?⟨HAN"
)
_BANKS = Pattern(r"(?i)\b(?:rekening|dana|tabungan|aset|paspor|rute|jalur|pintu)\b")
_ALL = Pattern(r"(?i)\b(?:keduanya|ketiganya|keempatnya|kedua|ketiga)\b")
_STOP = Pattern(r"\byang\b|[.;]")
_WANTED = Pattern(
    r"(?i)\b(?:(?:me|di)?minta|(?:men|di)desak|(?:meng|di)usulkan|menuntut|berharap|mengajukan|agar"
    r"|supaya|untuk)\b[^.;]{0,90}$"
)
# "Salah satu akun yang sudah ditutup adalah akun X"
_WHICH = Pattern(r"\s*,?\s+(?:adalah|ialah|yakni|yaitu|antara\s+lain)\s")
_REPORTED = pattern(
    rf"(?P<who>{{ORG}})[^⟨.;]{{0,40}}\b(?:melaporkan|mengadukan|merekomendasikan\s+(?:pemblokiran|pemutusan\s+akses|take\s?down)|mengajukan\s+(?:pemblokiran|pemutusan\s+akses|take\s?down))"
    rf"\s[^.;]{{0,90}}?\b(?:kepada|ke)\s+{{ORG}}"
    rf"|\b(?:{_NEWS})\b[^.;]{{0,60}}?\bdilaporkan\s+(?:oleh\s+)?(?P<who2>{{ORG}})[^⟨.;]{{0,20}}\s(?:kepada|ke)\s+{{ORG}}"
)
_ASK = (
    r"permintaan|permohonan|rekomendasi|usul(?:an)?|laporan|pengaduan|aduan|surat|pengajuan|desakan"
)
_REQUEST = pattern(
    rf"(?i:\b(?:atas|sesuai|berdasarkan|menyusul|merespons?|menindaklanjuti|menjawab|berkat|setelah(?:\s+(?:ada(?:nya)?|menerima|mendapat))?)"
    rf"\s+(?:{_ASK})(?:\s+(?:resmi|dari|yang\s+diajukan|oleh|takedown|pemblokiran))*\s+)(?P<who>{{WHO}})"
)
_REQUEST_NEXT = pattern(
    rf"^[\"“]?(?i:{_ASK})(?:nya|\s+(?:itu|tersebut|pemblokiran|take\s?down))\s+(?:(?:di)?(?:ajukan|sampaikan|layangkan|kirim)|datang|berasal|disampaikan|dikirim)(?:\s+(?:oleh|dari))?\s+(?P<who>{{WHO}})"
)
_NEAR = 140


def find(context: Context) -> None:
    """Claim what body sentences say of content and accounts that were closed or reported."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _closed(context, view)
        _reported(context, view)
        _requested(context, view)


def _closed(context: Context, view: View) -> None:
    for rule, agents in (
        (_ACTIVE, _agents_before), (_PASSIVE, _agents_after), (_NOUN, _agents_of_noun),
    ):  # fmt: skip
        for verb in rule.finditer(view.masked):
            start, end = _stretch(view, verb, rule)
            is_object = _is_news(view, start, end)
            if actions.MONTHLY.search(view.masked) or not is_object:
                continue
            if not reality.is_real(view, verb.start()):
                continue
            by = agents(context, view, verb)
            event = _event_in(context, view)
            # "Situs itu sudah diblokir": by whom need not be told of an account that is known.
            is_known = rule is _PASSIVE and bool(_accounts(context, view, start, end))
            is_closed = not (
                verb[0].endswith("diakses") or _WANTED.search(view.masked[: verb.start()])
            )
            if (by or (is_known and is_closed)) and not event:
                caption = _caption(context, view, start, end)
                span = view.span(verb)
                event = actions.new_takedown(context, view, verb.start(), by, caption, span)
            if event:
                _target(context, view, event, (start, end), verb.start())
                return


def _stretch(view: View, verb: re.Match[str], rule: Pattern) -> tuple[int, int]:
    """Return where the object of a verb stands."""
    at, end = verb.span()
    if rule is _PASSIVE and (told := _WHICH.match(view.masked, end)):
        return told.end(), min(told.end() + _NEAR, len(view.masked))
    if rule is _PASSIVE:
        before = list(
            re.finditer(r"[;.]\s|\b(?:sedangkan|sementara|namun|tetapi)\b", view.masked[:at])
        )
        return max(at - _NEAR, before[-1].end() if before else 0), at
    # "memblokir akun X yang mengelola grup Y" closes X.
    stop = _STOP.search(view.masked, end)
    return end, min(end + _NEAR, stop.start() if stop else len(view.masked))


def _counted(view: View, start: int, end: int) -> list[Item]:
    return [
        i for i in view.within(start, end, Kind.COUNT)
        if isinstance(i.value, Counted) and i.value.unit in ("contents", "accounts")
    ]  # fmt: skip


def _caption(context: Context, view: View, start: int, end: int) -> str:
    counted = _counted(view, start, end)
    words = context.text[counted[0].start : counted[0].end] if counted else ""
    return f"Penindakan {words}" if words else "Penutupan akun"


def _is_news(view: View, start: int, end: int) -> bool:
    """Whether a stretch names content or an account."""
    counted = _counted(view, start, end)
    found = _OBJECT.search(view.masked, start, end)
    is_named = bool(counted or found or view.within(start, end, Kind.HANDLE))
    return is_named and not _BANKS.search(view.masked, start, end)


def _agents_before(context: Context, view: View, verb: re.Match[str]) -> list[str]:
    by = [id_ for _, id_ in frames.agents_before(context, view, verb.start())]
    own = frames.own_organisation(context, view, verb.start())
    return by or [own] * bool(own)


def _agents_after(context: Context, view: View, verb: re.Match[str]) -> list[str]:
    by = [id_ for _, id_ in frames.agents_after(context, view, verb.end())]
    own = frames.own_organisation(context, view, verb.start())
    return by or [own] * bool(own)


def _agents_of_noun(context: Context, view: View, verb: re.Match[str]) -> list[str]:
    return [id_ for _, id_ in nominal.agents(context, view, verb.end())]


def _target(context: Context, view: View, event: str, stretch: tuple[int, int], at: int) -> None:
    """Claim the accounts that were closed, by name or by the words that point back to them."""
    voice = context.voice(view.offset(at))
    for account in _accounts(context, view, *stretch):
        if id_ := context.registry.of(account):
            span = account.start, account.end
            context.sink.claim(
                event, "targets", id_, span, is_object=True, voice=voice, confidence=0.8
            )


def _accounts(context: Context, view: View, start: int, end: int) -> list[Item]:
    """Return the accounts that a stretch names, or that its words point back to."""
    named = view.within(start, end, Kind.HANDLE)
    if named:
        return named
    found = _OBJECT.search(view.masked, start, end)
    # "akun itu beserta enam grup Telegram": a number behind it counts others.
    if found is None or "⟨CNT" in view.masked[start : found.end()]:
        return []
    before = context.views[max(0, view.sentence.number - 1)]
    named = [i for i in before.items if i.kind is Kind.HANDLE]
    if _ALL.search(found[0]):
        wanted = 2 if found[0].casefold().startswith("kedua") else 3
        return named if len(set(context.registry.many(named))) == wanted else []
    return users.meant(context, view, found.start(), "akun")


def _event_in(context: Context, view: View) -> str:
    """Return the takedown that a sentence tells already, or empty."""
    start, end = view.whole
    for id_ in context.events.get("CyberTakedown", ()):
        if start <= context.sink.entities[id_].start < end:
            return id_
    return ""


def _reported(context: Context, view: View) -> None:
    """Claim who reported content or accounts to those who can close them."""
    for found in _REPORTED.finditer(view.masked):
        group = "who" if found["who"] else "who2"
        reporter = view.item(found, group)
        id_ = context.registry.of(reporter)
        at = found.end(group)
        if not id_ or not reality.is_real(view, at) or not _is_news(view, *found.span()):
            continue
        event = _event_in(context, view)
        if not event:
            span = view.span(found)
            event = context.sink.fresh("evt", "takedown")
            context.sink.entity(event, "CyberTakedown", "Pelaporan konten", span)
            context.add_event("CyberTakedown", event)
        _begun(context, view, event, id_, found)


def _requested(context: Context, view: View) -> None:
    event = _event_in(context, view)
    for found in _REQUEST.finditer(view.masked) if event else ():
        _begun(context, view, event, context.registry.of(view.item(found, "who")), found)
    number = view.sentence.number
    before = _event_in(context, context.views[number - 1]) if number else ""
    if before and (asked := _REQUEST_NEXT.match(view.masked)):
        _begun(context, view, before, context.registry.of(view.item(asked, "who")), asked)


def _begun(context: Context, view: View, event: str, who: str, found: re.Match[str]) -> None:
    span = view.span(found)
    if who and not context.is_denied(span[0]):
        voice = context.voice(span[0])
        context.sink.claim(
            event, "initiatedBy", who, span, is_object=True, voice=voice, confidence=0.8
        )
