"""Licence actions on placement companies: kind, company, decree, reason, length."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.dates import Duration
from loaders.text.facts import frames, reality, sanctioned
from loaders.text.spans import Item, Kind, Role
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

# The permit to recruit for one order is no licence of the company.
_LICENCE = (
    r"(?:[Ss]urat\s+[Ii]zin|SIP3MI|SIPPTKIS|SIUP|[Ii]zin(?!\s+(?:perekrutan|rekrut\w*|tinggal|kerja|keluar"
    r"|masuk))|perizinan)"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("restored", re.compile(
        r"(?i)\b(?:mencabut\s+(?:skorsing|sanksi)|pencabutan\s+(?:skorsing|sanksi)|pengakhiran\s+sanksi"
        r"|kembali\s+(?:aktif|diaktifkan)|(?:diaktifkan|aktif)\s+kembali|(?:boleh|bisa|dapat|diizinkan|kini|telah|sudah)\s+(?:kembali\s+)?(?:beroperasi|melayani)\s+(?:lagi|kembali|normal)"
        r"|sanksi\s+[^.⟨]{0,40}(?:⟨ORG\d+⟩\s+)?(?:telah\s+|resmi\s+|sudah\s+)*(?:dicabut|diakhiri)|skorsing\s+[^.]{0,40}dicabut|memulihkan\s+izin"
        r"|pemulihan\s+izin|mengaktifkan\s+kembali)"
    )),
    ("revoked", re.compile(
        rf"(?:\b[Mm]encabut\b|\b[Pp]encabutan\b)[^.⟨]{{0,60}}{_LICENCE}|{_LICENCE}"
        rf"[^.]{{0,160}}?\b(?:dicabut|(?:kami|kita)\s+(?:\w+\s+)?cabut)\b|\bkehilangan\s+{_LICENCE}"
        rf"|\b[Dd]icabut(?:nya)?\b[^.⟨]{{0,30}}{_LICENCE}"
    )),
    ("suspended", re.compile(
        r"(?i)\b(?:skorsing|menskors|diskors|penghentian\s+(?:sementara|sebagian)"
        r"|menghentikan\s+sementara|dihentikan\s+sementara|dibekukan"
        r"|(?:pembekuan|membekukan)(?:\s+sementara)?(?=\s+(?:seluruh\s+)?(?:\w+\s+)?(?:izin|SIP3MI|kegiatan|operasi"
        r"|usaha|penempatan|perusahaan|⟨ORG)))\b"
    )),
    ("warned", re.compile(r"(?i)\bperingatan\s+tertulis\b|\bsurat\s+peringatan\b")),
    ("issued", re.compile(rf"(?i)\b(?:menerbitkan|diterbitkan)\s+[^.⟨]{{0,20}}{_LICENCE}")),
)  # fmt: skip
_REASON = re.compile(
    # What "kami" or "kita" do is no fault of a company.
    r"(?i)\b(?:karena|lantaran|akibat|sebab|setelah\s+terbukti)\s+(?!(?:kami|kita|saya)\b)"
    r"(?P<why>[^.;\"”]{8,180})"
)
_MONTHS = pattern(
    r"(?i)\b(?:selama|diskors|skorsing|menskors|sementara)\s+(?i:selama\s+)?{DUR:time}"
)


_CONTESTED = re.compile(
    r"(?i)\b(?:menggugat|gugatan|keberatan|memprotes|mempersoalkan|mengkritik)\b"
)


def find(context: Context) -> None:
    """Find licence actions in body sentences; a following sentence may give decree and reason."""
    last: list[str] = []
    seen: list[str] = []
    pending: list[tuple[Item, str]] = []
    companies: list[tuple[Item, str]] = []
    for view in (clause for whole in context.views for clause in _clauses(whole)):
        if view.sentence.role is not Role.BODY:
            continue
        kind, found = _kind(view)
        before = companies
        companies = _companies(context, view)
        seen += [id_ for _, id_ in companies]
        if found is not None and _CONTESTED.search(view.masked):
            # "PT A menggugat pencabutan izin PT B": who contests is not whom it concerns.
            companies = [(i, id_) for i, id_ in companies if i.start >= view.offset(found.start())]
        if found is not None:
            companies = sanctioned.of_action(view, found, companies)
        if found is not None and not companies:
            companies = _meant(view, seen, before)
        is_denied = found is not None and context.is_denied(view.offset(found.end()) - 1)
        if found is not None and not is_denied and _is_done(view, found):
            # "... menjatuhkan sanksi kepada PT A. Sanksi tersebut berupa penghentian sementara ..."
            is_same = view.masked.startswith("Sanksi")
            companies = companies or (pending if is_same else []) or _listed(context, view)
            made = _actions(context, view, kind, found, companies)
            _earlier(context, view, kind, companies)
            if made:
                last = made
                continue
        pending = companies if re.search(r"(?i)\bsanksi\b", view.masked) else []
        if last and not (companies and {i for _, i in companies}.isdisjoint(_held(context, last))):
            _decree(context, view, last)
            _when(context, view, last)
            _months(context, view, last)
            _why(context, view, last)


_BREAK = re.compile(r"(?:,\s+(?:sementara|sedangkan|adapun|namun|lalu|kemudian)\b|;)\s")


def _clauses(view: View) -> list[View]:
    """Return the clauses of a sentence that tells of several kinds of actions, else itself.

    "Izin PT A dicabut, sementara PT B diskors": what is done to one is not done to the other.
    """
    kinds = [kind for kind, rule in _KINDS if rule.search(view.masked)]
    breaks = [view.offset(found.start()) for found in _BREAK.finditer(view.masked)]
    if len(kinds) < 2 or not breaks:
        return [view]
    edges = [view.sentence.start, *breaks, view.sentence.end]
    made = []
    for start, end in pairwise(edges):
        sentence = replace(view.sentence, start=start, end=end, text=view.text[start:end])
        items = [item for item in view.items if start <= item.start and item.end <= end]
        made.append(View(sentence, items, view.text))
    return made


_LIST = re.compile(
    r"^(?:Kedua|Ketiga|Keempat|Kelima|Keenam)nya\s+(?:\w+\s+)?(?:adalah|ialah|yakni|yaitu|masing-masing)\s+⟨ORG|^(?:Kedua|Ketiga|Keempat|Kelima|Keenam|Adapun|Para)\w*\s+(?:\w+\s+){0,3}?(?:perusahaan|P3MI|PT)\b[^⟨.]{0,40}?"
    r"\b(?:adalah|ialah|yakni|yaitu|antara\s+lain|masing-masing)\s+⟨ORG"
)


def _listed(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the companies that the next sentence lists: ``Ketiga perusahaan itu adalah ...``.

    As many as were counted here, or none.
    """
    number = view.sentence.number + 1
    sizes = {
        item.value.bounds.lower
        for item in view.items
        if isinstance(item.value, Counted) and item.value.unit == "companies"
    }
    if number >= len(context.views) or not _LIST.match(context.views[number].masked):
        return []
    companies = _companies(context, context.views[number])
    return companies if len(companies) in sizes else []


def _earlier(context: Context, view: View, main: str, companies: list[tuple[Item, str]]) -> None:
    """Add the other sanctions that the sentence tells of, without decree, date and reason."""
    if len(companies) != 1:
        return
    for kind, rule in _KINDS:
        found = rule.search(view.masked)
        if found is None or kind in (main, "issued", "restored") or not _is_done(view, found):
            continue
        if main == "restored":
            continue
        item, id_ = companies[0]
        voice = context.voice(item.start)
        action = _action(context, kind, id_, view.span(found))
        context.sink.claim(action, "licenceActionKind", kind, view.span(found), voice=voice)
        where = item.start, item.end
        context.sink.claim(action, "concernsCompany", id_, where, is_object=True, voice=voice)


def _action(context: Context, kind: str, company: str, span: tuple[int, int]) -> str:
    action = context.sink.scoped(
        "evt", f"licence-{kind}-{company.rpartition('-pt-')[2] or company[4:]}"
    )
    if action not in context.sink.entities:
        name = context.sink.entities[company].caption
        context.sink.entity(action, "LicenceAction", f"{_WORDS[kind]}: {name}", span)
        context.add_event("LicenceAction", action)
    return action


_MEANT = re.compile(
    r"(?i)\b(?:perusahaan|P3MI|PT)\s+(?:penempatan\s+)?(?:itu|tersebut|ini|dimaksud)\b"
)


def _meant(view: View, seen: list[str], before: list[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """Return the one company that ``perusahaan tersebut`` means, with those words as its item.

    It is the one of the sentence before, else the only one seen so far.
    """
    found = _MEANT.search(view.sentence.text)
    near = {id_ for _, id_ in before}
    if len(near) == 1:
        seen = sorted(near)
    if found is None or len(set(seen)) != 1:
        return []
    start, end = view.sentence.start + found.start(), view.sentence.start + found.end()
    return [(Item(start, end, found[0], Kind.ORG, "", "Company"), seen[0])]


def _held(context: Context, actions: list[str]) -> set[str]:
    return {
        claim.value
        for claim in context.sink.claims.values()
        if claim.subject in actions and claim.property == "concernsCompany"
    }


_FAULT = re.compile(
    r"(?i)(?:\bperusahaan\s[^.;\"“]{0,60}?(?:itu|tersebut|dimaksud)|^(?:keduanya|ketiganya|keempatnya|mereka))\s+"
    r"(?P<why>(?:(?:dua|tiga|empat|berulang)\s+kali|mangkir|menolak|tidak|belum|terbukti|gagal|lalai|telah\s+melanggar|melanggar"
    r"|kedapatan)\s[^;\"”]{8,240}?)(?=[;\"”]|\.(?!\d)|$)"
)


def _when(context: Context, view: View, actions: list[str]) -> None:
    """Read the day from ``Keputusan itu diteken pada 8 Desember 2025``."""
    is_signed = _SIGNED.match(view.masked) or _DATED.search(view.masked)
    date = frames.date_of(view, len(view.masked)) if is_signed else None
    if date is None or len(date.key) != 10 or not reality.is_real(view, len(view.masked)):
        return
    for action in actions:
        if "date" not in context.sink.told_of(action):
            span = date.start, date.end
            context.sink.claim(action, "date", date.key, span, original=date.text, confidence=0.78)


def _months(context: Context, view: View, actions: list[str]) -> None:
    """Read the length from ``Sanksi selama empat bulan itu dituangkan dalam ...``."""
    found = (
        _MONTHS.search(view.masked)
        if re.match(r"(?:Sanksi|Skorsing|Penghentian)", view.masked)
        else None
    )
    value = view.item(found, "time") if found else None
    if value is None or not isinstance(value.value, Duration) or not value.value.months:
        return
    for action in actions:
        if "suspended" in action:
            span = value.start, value.end
            context.sink.claim(action, "suspensionMonths", str(value.value.months), span)


def _why(context: Context, view: View, actions: list[str]) -> None:
    """Read the fault that the sentence behind an action names."""
    found = _FAULT.search(view.sentence.text)
    if found is None:
        return
    why = found["why"].strip(" ,")
    start = view.sentence.start + found.start("why")
    for action in actions:
        if "sanctionReason" not in context.sink.told_of(action):
            context.sink.claim(
                action, "sanctionReason", why, (start, start + len(why)),
                voice=context.voice(start), confidence=0.75,
            )  # fmt: skip


# "Kami tidak langsung menjatuhkan pencabutan izin", "sanksi akan berlanjut hingga pencabutan".
_ONLY_NAMED = re.compile(
    r"(?i)\b(?:akan|bakal|jika|apabila|bila|(?:tidak|tak|belum)\s+(?:\w+\s+)?(?:menjatuhkan|memberi(?:kan)?|mengenakan))\b[^.;\"”⟨]{0,140}"
    r"\b(?:pencabutan|penghentian|skorsing|pembekuan|peringatan)\b[^.;]{0,40}$"
)


_VOIDED = re.compile(
    r"(?i)\b(?:skorsing|pencabutan|sanksi|pembekuan)\b[^.;]{0,60}\b(?:dibatalkan|dianulir|digugurkan)\b"
)


def _is_done(view: View, found: re.Match[str]) -> bool:
    """Whether the action was taken: neither its noun nor its verb is only possible."""
    verb = found.start() + found[0].rstrip().rfind(" ") + 1
    is_condition = re.match(r"[\"“]?(?:Jika|Apabila|Bila|Kalau)\b", view.masked)
    if _ONLY_NAMED.search(view.masked[: found.end()]) or _VOIDED.search(view.masked):
        return False
    return not is_condition and reality.is_real(view, found.start()) and reality.is_real(view, verb)


def _kind(view: View) -> tuple[str, re.Match[str] | None]:
    for kind, rule in _KINDS:
        if found := rule.search(view.masked):
            return kind, found
    return "", None


# "PT A memberi peringatan tertulis kepada karyawannya": who acts is not acted on.
_ACTS = re.compile(
    r"⟩\s+(?:telah\s+|sudah\s+|juga\s+)*(?:memberi(?:kan)?|melayangkan|menerbitkan|mengeluarkan|menjatuhkan|mencabut|menskors|menggugat"
    r"|melaporkan|memecat)\b"
)


def _companies(context: Context, view: View) -> list[tuple[Item, str]]:
    companies = [
        item
        for item in view.items
        if item.kind is Kind.ORG and item.cls in ("Company", "PlacementCompany")
    ]
    return [
        (item, id_)
        for item in companies
        if (id_ := context.registry.of(item))
        and not _ACTS.match(view.masked, view.masked.find("⟩", frames.masked_at(view, item)))
    ]


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
        _details(context, view, action, found)
        made.append(action)
    return made


_WORDS = {
    "revoked": "Pencabutan izin", "suspended": "Skorsing", "warned": "Peringatan tertulis",
    "restored": "Pemulihan izin", "issued": "Penerbitan izin",
}  # fmt: skip


_BY = re.compile(r"\boleh\s+⟨ORG")
_SAYS = re.compile(rf"(?:{VERB}|menyambut|mendukung|mengawal|menolak)\b")


def _details(context: Context, view: View, action: str, found: re.Match[str]) -> None:
    sink = context.sink
    verb = _verb_at(view, found)
    agents = frames.agents_after(context, view, found.start()) if _BY.search(view.masked) else []
    if not agents and not _SAYS.match(view.masked, verb):
        # "DPR menyoroti pencabutan izin": who speaks of it did not do it.
        agents = frames.agents_before(context, view, verb)
    agents = agents or frames.agents_after(context, view, found.start())
    agents = [(i, id_) for i, id_ in agents if i.cls not in ("Company", "PlacementCompany")]
    for item, id_ in agents:
        sink.claim(
            action, "conductedBy", id_, (item.start, item.end), is_object=True, confidence=0.88
        )
    own = "" if agents else frames.own_organisation(context, view, found.end())
    own = own or ("" if agents else _of_minister(context, view))
    if own:
        span = view.span(found)
        sink.claim(action, "conductedBy", own, span, is_object=True, confidence=0.75)
    if months := _MONTHS.search(view.masked):
        value = view.item(months, "time")
        if (
            value is not None
            and isinstance(value.value, Duration)
            and value.value.months
            and "suspended" in action
        ):
            sink.claim(
                action, "suspensionMonths", str(value.value.months), (value.start, value.end)
            )
    _decree(context, view, [action])
    date = _date(view, found)
    if date:
        original = None if date.text == date.key else date.text
        sink.claim(
            action, "date", date.key, (date.start, date.end), original=original, confidence=0.85
        )


_DECIDED = pattern(
    r"{PER:who}[^.⟨]{0,30}?\s(?:menjatuhkan|mencabut|membekukan|mengenakan|menghentikan|menandatangani|meneken)\b"
)


def _of_minister(context: Context, view: View) -> str:
    """Return the office of the official who decided, here or in the sentence before."""
    number = view.sentence.number
    for other in (view, context.views[max(0, number - 1)]):
        found = _DECIDED.search(other.masked)
        who = context.registry.of(other.item(found, "who")) if found else ""
        if who and (org := context.registry.org_of.get(who)):
            return org
    return ""


def _verb_at(view: View, found: re.Match[str]) -> int:
    verb = re.compile(r"\b(?:[Mm]e(?:nc|nj|mb|nsk|ng|n)\w+|[Rr]esmi\s+men\w+)\b").search(
        view.masked, 0, found.end()
    )
    return verb.start() if verb else found.start()


def _before(view: View, item: Item) -> str:
    return view.text[max(view.sentence.start, item.start - 30) : item.start]


def _date(view: View, found: re.Match[str]) -> Item | None:
    date = frames.date_of(view, found.start()) or next(
        (
            i
            for i in view.items
            if i.kind is Kind.DATE
            and re.search(r"(?i)(?:sejak|terhitung|per)\s+(?:tanggal\s+)?$", _before(view, i))
        ),
        None,
    )
    return date if date and "/" not in date.key and len(date.key) == 10 else None


# "Nomor 301 dan 302 Tahun 2025": which is whose the text does not say.
_SEVERAL = re.compile(r"(?i)\bnomor\s+\d+(?:\s*,\s*\d+)*\s*(?:,|dan|serta)\s*\d+")
_DATED = re.compile(r"(?i)\b(?:keputusan|SK)\s+(?:itu\s+|tersebut\s+)?(?:ber|ter)tanggal\s+⟨DAT")
_SIGNED = re.compile(r"^(?:Keputusan|Pencabutan|Sanksi|SK|Surat\s+keputusan)\b")


def _dated(context: Context, view: View, action: str, number: Item) -> None:
    """Claim the date of a decree that stands behind its number, unless a date is known."""
    if "date" in context.sink.told_of(action):
        return
    for date in view.items:
        gap = context.text[number.end : date.start] if date.start >= number.end else "-"
        is_its = re.fullmatch(r"(?i)\s*,?\s*(?:ter)?tanggal\s*|\s*,?\s*pada\s+(?:tanggal\s+)?", gap)
        if date.kind is Kind.DATE and is_its and len(date.key) == 10:
            span = date.start, date.end
            context.sink.claim(action, "date", date.key, span, original=date.text, confidence=0.85)


def _decree(context: Context, view: View, actions: list[str]) -> None:
    numbers = [
        i for i in view.items if i.kind is Kind.NUMBER and getattr(i.value, "kind", "") == "decree"
    ]
    reason = _REASON.search(view.sentence.text)
    if len(numbers) == 1 and not _SEVERAL.search(view.sentence.text):
        for action in actions:
            span = numbers[0].start, numbers[0].end
            context.sink.claim(action, "decreeNumber", numbers[0].key, span, confidence=0.92)
            _dated(context, view, action, numbers[0])
    if reason and (
        numbers
        or any(context.sink.entities[a].start >= view.sentence.start for a in actions)
        or re.search(
            r"(?i)sanksi|skorsing|pencabutan|dicabut|peringatan|\blalai\b|pelanggaran", view.masked
        )
    ):
        why = reason["why"].strip(" ,")
        start = view.sentence.start + reason.start("why")
        for action in (one for one in actions if "-restored-" not in one):
            context.sink.claim(
                action, "sanctionReason", why, (start, start + len(why)), confidence=0.85
            )
