"""Licence actions on placement companies: kind, company, decree, reason, length."""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import permits, reality, sanction_lists, sanction_reasons, sanctioned
from loaders.text.facts import sanction_shares as shares
from loaders.text.facts import sanction_subjects as subjects
from loaders.text.facts import sanction_terms as terms
from loaders.text.facts import sanction_words as words
from loaders.text.facts.bulleted import lines_below
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern


def find(context: Context) -> None:
    """Find licence actions in body sentences; a following sentence may give decree and reason."""
    last: list[str] = []
    latest: dict[str, list[str]] = {}
    every: list[str] = []
    pending: list[tuple[Item, str]] = []
    companies: list[tuple[Item, str]] = []
    said = ""
    for view in (clause for whole in context.views for clause in words.clauses(whole)):
        if view.sentence.role is not Role.BODY:
            continue
        kind, found = _told(context, view) or words.kind_of(view, said)
        before, companies = companies, subjects.named(context, view)
        if found is not None:
            named_here = _concerned(view, found, companies)
            companies = named_here if companies else subjects.meant(context, view)
            companies = companies or _carried(context, view, before)
        if found is not None and _is_told(context, view, found):
            # "... menjatuhkan sanksi kepada PT A. Sanksi tersebut berupa penghentian sementara ..."
            is_same = view.masked.startswith("Sanksi")
            companies = companies or (pending if is_same else []) or subjects.listed(context, view)
            made = _actions(context, view, kind, found, companies)
            made = made or _itemised(context, view, kind, found)
            _earlier(context, view, kind, companies)
            _once(context, view, companies)
            if made:
                last = latest[kind] = made
                said, every = kind, [*every, *made]
                continue
        if called := _NAMES_KIND.match(view.masked):
            last = latest.get(_KIND_OF[called[1].casefold()], last)
            _again(context, view, last)
        pending = companies if re.search(r"(?i)\bsanksi\b", view.masked) else []
        meant = _meant(context, {id_ for _, id_ in companies}, last, every)
        last = meant or last
        if meant:
            terms.later(context, view, meant)
    for whole in context.body():
        terms.pairs(context, whole)
    for whole in context.views:
        sanction_reasons.faults(context, whole)


def _meant(context: Context, named: set[str], last: list[str], every: list[str]) -> list[str]:
    """Return the actions of which a sentence may tell more: the last ones, of those it names.

    "Keputusan terhadap PT A diambil ..." tells of the one action on it, whenever that was told.
    """
    meant = [one for one in last if not named or not named.isdisjoint(_held(context, [one]))]
    its = [] if meant else [one for one in every if _held(context, [one]) == named]
    return meant or (its if len(set(its)) == 1 else [])


def _carried(
    context: Context, view: View, before: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return the company of the clause before: ``izin PT A dibekukan, tetapi kini aktif lagi``."""
    is_part = view.sentence.start > context.views[view.sentence.number].sentence.start
    is_free = not any(item.kind is Kind.ORG for item in view.items)
    has_others = re.search(r"⟨CNT|\b(?:lain|lainnya|perusahaan|P3MI)\b", view.masked) is not None
    return before if is_part and is_free and not has_others and len(before) == 1 else []


def _concerned(
    view: View, found: re.Match[str], companies: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return those of the companies named that an action told at a match concerns."""
    if len(companies) > 1 and terms.CONTESTED.search(view.masked):
        # "PT A menggugat pencabutan izin PT B": who contests is not whom it concerns.
        companies = [(i, id_) for i, id_ in companies if i.start >= view.offset(found.start())]
    return sanctioned.of_action(view, found, companies)


def _told(context: Context, view: View) -> tuple[str, re.Match[str]] | None:
    """Return the main kind of the actions that a clause tells as done, with its words."""
    told = (one for one in words.kinds_of(view) if _is_told(context, view, one[1]))
    return next(told, None)


def _is_told(context: Context, view: View, found: re.Match[str]) -> bool:
    if found.groupdict().get("lost") and not _REVOKED.search(context.text):
        return False
    if _ENDS.search(found[0]):
        days = [item for item in view.items if item.kind is Kind.DATE]
        if _AHEAD.search(found[0]) or not all(shares.is_past(context, day) for day in days):
            return False
    return not context.is_denied(view.offset(found.end()) - 1) and _is_done(view, found)


# "PT A tidak lagi memiliki izin": revoked where the document says so, else it may have run out.
_REVOKED = Pattern(r"(?i)\b(?:dicabut|pencabutan|mencabut)\b")
# "Izinnya akan habis pada 3 Maret", "masa skorsing berakhir" on a day to come.
_ENDS = Pattern(r"(?i)\b(?:habis|berakhir|mati|kedaluwarsa|kadaluarsa|selesai)\b")
_AHEAD = Pattern(r"(?i)\b(?:akan|bakal|segera|belum|hampir|nyaris|baru)\b")


# "Pencabutan itu tertuang dalam ...": of the last action of its kind.
_NAMES_KIND = Pattern(
    r"(?i)^(?:surat\s+)?(pencabutan|skorsing|penghentian|pembekuan|peringatan|teguran)\b"
)
_KIND_OF = {
    "pencabutan": "revoked", "skorsing": "suspended", "penghentian": "suspended",
    "pembekuan": "suspended", "peringatan": "warned", "teguran": "warned",
}  # fmt: skip
_NEAR = 4


def _itemised(context: Context, view: View, kind: str, found: re.Match[str]) -> list[str]:
    """Read a list of lines, each with a company and the terms of its own sanction.

    Agent and day stand where as many companies were counted before.
    """
    told = [(line, subjects.named(context, line)) for line in lines_below(context, view)]
    told = [(line, companies) for line, companies in told if companies]
    made: list[str] = []
    for line, companies in told:
        actions = _actions(context, view, kind, found, companies[:1])
        terms.of_item(context, line, actions[0])
        made += actions
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - _NEAR) : number]):
        before_kind, verb = words.kind_of(before)
        sizes = [i.value.bounds.lower for i in before.items if isinstance(i.value, Counted)]
        if verb is not None and before_kind == kind and len(made) in sizes:
            for action in made:
                terms.of_action(context, before, action, verb)
            break
    return made


def _earlier(context: Context, view: View, main: str, companies: list[tuple[Item, str]]) -> None:
    """Add the other sanctions that the sentence tells of, without decree, date and reason."""
    if len(companies) != 1:
        return
    for kind, rule in words.KINDS:
        found = rule.search(view.masked)
        if found is None or kind in (main, *_ALONE) or not _is_done(view, found):
            continue
        if main in _ALONE:
            continue
        item, id_ = companies[0]
        voice = context.voice(item.start)
        action = _action(context, kind, id_, view.span(found))
        context.sink.claim(action, "licenceActionKind", kind, view.span(found), voice=voice)
        where = item.start, item.end
        context.sink.claim(action, "concernsCompany", id_, where, is_object=True, voice=voice)
        on = _ON.match(view.masked, found.end())
        date = view.item(on, "date") if on else None
        if date is not None and "date" not in context.sink.told_of(action):
            context.sink.claim(action, "date", date.key, (date.start, date.end), voice=voice)


_ON = pattern(r"\s+(?:pada|sejak|per)\s+(?:(?:tahun|bulan|awal|akhir)\s+)?{DAT:date}")
# "sempat dicabut pada 2022", "yang sebelumnya diskors": before what the clause tells mainly.
_ONCE = pattern(
    r"\b(?:sempat|pernah|sebelumnya|semula|dulu)\s+(?:(?:juga|telah|sudah|sempat|pernah|hanya)\s+)*(?P<verb>dicabut|diskors|dibekukan|diperingatkan)\b"
    r"(?:\s+(?:izinnya\s+)?(?:⟨ORG\d+⟩\s+)?(?:selama\s+)?(?:⟨DUR\d+⟩\s+)?(?:(?:pada|sejak)\s+(?:tahun\s+|awal\s+|akhir\s+)?|tahun\s+){DAT:date})?"
)
_ONCE_KINDS = {
    "dicabut": "revoked", "diskors": "suspended", "dibekukan": "suspended",
    "diperingatkan": "warned",
}  # fmt: skip


def _once(context: Context, view: View, companies: list[tuple[Item, str]]) -> None:
    """Add the earlier sanction on the one company of a clause, with its day."""
    found = _ONCE.search(view.masked)
    if found is None or len(companies) != 1 or not reality.is_real(view, found.start("verb")):
        return
    kind = _ONCE_KINDS[found["verb"]]
    item, id_ = companies[0]
    voice = context.voice(item.start)
    action = _action(context, kind, id_, view.span(found))
    context.sink.claim(action, "licenceActionKind", kind, view.span(found), voice=voice)
    where = item.start, item.end
    context.sink.claim(action, "concernsCompany", id_, where, is_object=True, voice=voice)
    date = view.item(found, "date")
    if date is not None and "date" not in context.sink.told_of(action):
        context.sink.claim(action, "date", date.key, (date.start, date.end), voice=voice)


# "Peringatan kedua menyusul 11 Juli": another one, on the same company.
_NEXT = pattern(
    r"(?i)^(?:surat\s+)?(?P<kind>peringatan|teguran|skorsing)\s+(?P<which>kedua|ketiga|terakhir|berikutnya)(?:nya)?\s+(?:(?:di[a-z]+|menyusul|terbit|keluar|dilayangkan|lalu|kemudian|pun)\s+){1,3}(?:pada\s+|tanggal\s+)*{DAT:date}"
)


def _again(context: Context, view: View, last: list[str]) -> None:
    """Claim the next sanction of a row, whose day alone is told."""
    found = _NEXT.match(view.masked)
    day = view.item(found, "date") if found else None
    if found is None or day is None or not day.key or not reality.is_real(view, found.end("which")):
        return
    kind = _KIND_OF[found["kind"].casefold()]
    for company in _held(context, last if len(last) == 1 else []):
        span, sink = view.span(found), context.sink
        id_ = sink.fresh("evt", f"licence-{kind}-next")
        sink.entity(id_, "LicenceAction", f"{_WORDS[kind]}: {sink.entities[company].caption}", span)
        context.add_event("LicenceAction", id_)
        voice = context.voice(span[0])
        sink.claim(id_, "licenceActionKind", kind, span, voice=voice)
        sink.claim(id_, "concernsCompany", company, span, is_object=True, voice=voice)
        sink.claim(id_, "date", day.key, (day.start, day.end), voice=voice, original=day.original)


# These are told by words that others hold, too: "mencabut skorsing", "tidak memperpanjang izin".
_ALONE = ("issued", "restored", "expired", "extended")


def _action(context: Context, kind: str, company: str, span: tuple[int, int]) -> str:
    action = context.sink.scoped(
        "evt", f"licence-{kind}-{company.rpartition('-pt-')[2] or company[4:]}"
    )
    if action not in context.sink.entities:
        name = context.sink.entities[company].caption
        context.sink.entity(action, "LicenceAction", f"{_WORDS[kind]}: {name}", span)
        context.add_event("LicenceAction", action)
    return action


def _held(context: Context, actions: list[str]) -> set[str]:
    return {
        claim.value
        for claim in context.sink.claims.values()
        if claim.subject in actions and claim.property == "concernsCompany"
    }


# "Kami tidak langsung menjatuhkan pencabutan izin", "sanksi akan berlanjut hingga pencabutan".
_ONLY_NAMED = Pattern(
    r"(?i)\b(?:akan|bakal|jika|apabila|bila|(?:tidak|tak|belum)\s+(?:\w+\s+)?(?:menjatuhkan|memberi(?:kan)?|mengenakan))\b[^.;\"”⟨]{0,140}"
    r"\b(?:pencabutan|penghentian|skorsing|pembekuan|peringatan)\b[^.;]{0,40}$"
)


_VOIDED = Pattern(
    r"(?i)\b(?:skorsing|pencabutan|sanksi|pembekuan)\b[^.;]{0,60}\b(?:dibatalkan|dianulir|digugurkan|(?:batal|urung|tidak\s+jadi|tak\s+jadi)\s+\w+)\b"
    r"|\b(?:dibantah|ditepis|disangkal|ditampik)\b"
    r"|\b(?:membatalkan|menganulir|menggugurkan)\s+(?:\w+\s+){0,3}(?:skorsing|pencabutan|sanksi|pembekuan)\b"
)


# "dilarang beroperasi selama tiga bulan": the modal is part of what is told.
_OWN_MODAL = Pattern(
    r"(?i)(?:tidak|tak|menolak|dilarang|harus|wajib|dipaksa|diminta|boleh|bisa|dapat|diizinkan|membatalkan)\b"
)
# "belum menerima surat pencabutan izin": whether there is one is not told.
_NOT_HAD = Pattern(
    r"(?i)\b(?:belum|tidak|tak)\s+(?:pernah\s+)?(?:menerima|mendapat|memperoleh|melihat)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:lolos|terhindar|luput|selamat)\s+dari\s+(?:\w+\s+){0,3}$"
    r"|\b(?:mengkaji|mempertimbangkan|menimbang|mengusulkan|merekomendasikan|membahas|menyiapkan|merencanakan|mewacanakan|mengkaji\s+ulang)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:segan|ragu|sungkan)(?:-\w+)?\s+(?:untuk\s+)?(?:\w+\s+){0,2}$"
)
_CONDITION = Pattern(r"(?i)\b(?:apabila|jika|bila|kalau|asalkan|sepanjang|setelah|sampai)\b")


def _is_done(view: View, found: re.Match[str]) -> bool:
    """Whether the action was taken: neither its noun nor its verb is only possible."""
    is_condition = re.match(r"[\"“]?(?:Jika|Apabila|Bila|Kalau)\b", view.masked)
    if _NOT_HAD.search(view.masked[: found.start()]):
        return False
    if _ONLY_NAMED.search(view.masked[: found.end()]) or _VOIDED.search(view.masked):
        return False
    verb = found.start() + found[0].rstrip().rfind(" ") + 1
    if _OWN_MODAL.match(found[0]) or found[0].endswith(("diperpanjang", "berlaku lagi")):
        is_open = re.search(r"(?i)\b(?:boleh|bisa|dapat)\s+kembali", found[0])
        if is_open and _CONDITION.search(view.masked, found.end()):
            return False
        verb = found.start()
    return not is_condition and reality.is_real(view, found.start()) and reality.is_real(view, verb)


def _actions(
    context: Context,
    view: View,
    kind: str,
    found: re.Match[str],
    companies: list[tuple[Item, str]],
) -> list[str]:
    made = []
    for item, id_ in companies:
        span = min(item.start, view.offset(found.start())), max(item.end, view.offset(found.end()))
        action = _action(context, kind, id_, span)
        voice = context.voice(item.start)
        context.sink.claim(action, "licenceActionKind", kind, view.span(found), voice=voice)
        context.sink.claim(
            action, "concernsCompany", id_, (item.start, item.end), is_object=True, voice=voice
        )
        terms.of_action(context, view, action, found)
        if kind == "restored":
            sanction_lists.lifted(context, view, action)
        told = kind not in ("warned", "restored") and _OF_LICENCE.search(view.masked)
        if told and (licence := permits.licence_of(context, id_, span)):
            context.sink.claim(
                action, "concernsLicence", licence, span, is_object=True, voice=voice
            )
        made.append(action)
    return made


# The permit of a branch is none of the company's own.
_OF_LICENCE = Pattern(rf"{words.LICENCE}(?!\s+cabang)")
_WORDS = {
    "revoked": "Pencabutan izin", "suspended": "Skorsing", "warned": "Peringatan tertulis",
    "restored": "Pemulihan izin", "issued": "Penerbitan izin", "expired": "Habisnya izin",
    "extended": "Perpanjangan izin",
}  # fmt: skip
