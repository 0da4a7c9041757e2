"""Licence actions on placement companies: kind, company, decree, reason, length."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, reality, sanction_reasons, sanctioned
from loaders.text.facts import sanction_terms as terms
from loaders.text.facts.bulleted import lines_below
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

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
        r"|sanksi\s+(?:terhadap|atas|kepada|bagi)\s+⟨ORG\d+⟩[^.;]{0,80}\b(?:telah|sudah|resmi|kini)\s+(?:dicabut|diakhiri)"
        r"|pemulihan\s+izin|mengaktifkan\s+kembali|(?:izin|sanksi|status)[^.]{0,60}\bdipulihkan)"
    )),
    ("revoked", re.compile(
        rf"(?:\b[Mm]encabut\b|\b[Pp]encabutan\b)[^.⟨]{{0,60}}{_LICENCE}|{_LICENCE}"
        rf"[^.]{{0,160}}?\b(?:dicabut|(?:kami|kita)\s+(?:\w+\s+)?cabut)\b|\b(?:[Kk]ami|[Kk]ita)\s+(?:\w+\s+)?cabut\s+(?:\w+\s+){{0,2}}{_LICENCE}|\bkehilangan\s+{_LICENCE}"
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
_CONTESTED = re.compile(
    r"(?i)\b(?:menggugat|gugatan|keberatan|memprotes|mempersoalkan|mengkritik)\b"
)


def find(context: Context) -> None:
    """Find licence actions in body sentences; a following sentence may give decree and reason."""
    last: list[str] = []
    latest: dict[str, list[str]] = {}
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
        if found is not None:
            companies = _concerned(view, found, companies) or _meant(view, seen, before)
        if found is not None and _is_told(context, view, found):
            # "... menjatuhkan sanksi kepada PT A. Sanksi tersebut berupa penghentian sementara ..."
            is_same = view.masked.startswith("Sanksi")
            companies = companies or (pending if is_same else []) or _listed(context, view)
            made = _actions(context, view, kind, found, companies)
            made = made or _itemised(context, view, kind, found)
            _earlier(context, view, kind, companies)
            if made:
                last = latest[kind] = made
                continue
        if called := _NAMES_KIND.match(view.masked):
            last = latest.get(_KIND_OF[called[1].casefold()], last)
        pending = companies if re.search(r"(?i)\bsanksi\b", view.masked) else []
        named = {id_ for _, id_ in companies}
        meant = [one for one in last if not named or not named.isdisjoint(_held(context, [one]))]
        if meant:
            terms.later(context, view, meant)
    for whole in context.body():
        terms.pairs(context, whole)
    for whole in context.body():
        sanction_reasons.faults(context, whole)


def _concerned(
    view: View, found: re.Match[str], companies: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return those of the companies named that an action told at a match concerns."""
    if _CONTESTED.search(view.masked):
        # "PT A menggugat pencabutan izin PT B": who contests is not whom it concerns.
        companies = [(i, id_) for i, id_ in companies if i.start >= view.offset(found.start())]
    return sanctioned.of_action(view, found, companies)


def _is_told(context: Context, view: View, found: re.Match[str]) -> bool:
    return not context.is_denied(view.offset(found.end()) - 1) and _is_done(view, found)


# "Pencabutan itu tertuang dalam ...": of the last action of its kind.
_NAMES_KIND = re.compile(r"(?i)^(pencabutan|skorsing|penghentian|pembekuan|peringatan)\b")
_KIND_OF = {
    "pencabutan": "revoked", "skorsing": "suspended", "penghentian": "suspended",
    "pembekuan": "suspended", "peringatan": "warned",
}  # fmt: skip
# "penghentian sementara kepada PT A dan peringatan tertulis kepada PT B": a noun begins anew.
_BREAK = re.compile(
    r"(?:,\s+(?:sementara|sedangkan|adapun|namun|lalu|kemudian)\b|;)\s"
    r"|(?<=⟩)\s*,?\s+(?:dan|serta)\s+(?=(?:sanksi\s+|menjatuhkan\s+|memberikan\s+)*(?:peringatan\s+tertulis|surat\s+peringatan"
    r"|skorsing|penghentian\s+sementara|pembekuan|pencabutan)\b[^⟨.;]{0,30}\b(?:kepada|terhadap|bagi|untuk|izin)\s)"
)


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


_EACH = r"Ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\w+belas)"
_LIST = re.compile(
    rf"^(?:{_EACH}nya|(?:{_EACH}|Adapun|Para|⟨CNT\d+⟩)\s+(?:\w+\s+){{0,3}}?(?:perusahaan|P3MI|PT|itu|tersebut)\b[^⟨.]{{0,40}}?"
    r"|Perusahaan(?:-perusahaan)?\b[^⟨.]{0,40}?|Mereka)\s*,?\s*(?:\w+\s+)?"
    r"(?:adalah|ialah|yakni|yaitu|antara\s+lain|meliputi|masing[- ]masing)\s*:?\s*⟨ORG"
)
_ENTRY = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•*])?\s*⟨ORG\d+⟩[^⟨]{0,40}$")
_NEAR = 4


def _listed(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the companies that a later sentence lists: ``Ketiga perusahaan itu adalah ...``.

    In one of the next sentences, or a line each; as many as were counted here, or none.
    """
    sizes = [
        item.value.bounds.lower or 0
        for item in view.items
        if isinstance(item.value, Counted) and item.value.unit == "companies"
    ]
    if len(sizes) != 1:
        # "9 diperingatkan, 5 diskors": which of them are listed the list must say.
        return []
    entries: list[tuple[Item, str]] = []
    number = view.sentence.number
    for later in context.views[number + 1 : number + 1 + _NEAR + sizes[0]]:
        companies = _companies(context, later)
        if _ENTRY.match(later.masked) and len(companies) == 1:
            entries += companies
        elif entries or companies:
            is_list = not entries and bool(_LIST.match(later.masked))
            entries = companies if is_list else entries
            break
        elif later.sentence.number > number + _NEAR:
            break
    return entries if len(entries) in sizes else []


def _itemised(context: Context, view: View, kind: str, found: re.Match[str]) -> list[str]:
    """Read a list of lines, each with a company and the terms of its own sanction.

    Agent and day stand where as many companies were counted before.
    """
    told = [(line, _companies(context, line)) for line in lines_below(context, view)]
    told = [(line, companies) for line, companies in told if companies]
    made: list[str] = []
    for line, companies in told:
        actions = _actions(context, view, kind, found, companies[:1])
        terms.of_item(context, line, actions[0])
        made += actions
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - _NEAR) : number]):
        before_kind, verb = _kind(before)
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
        terms.of_action(context, view, action, found)
        made.append(action)
    return made


_WORDS = {
    "revoked": "Pencabutan izin", "suspended": "Skorsing", "warned": "Peringatan tertulis",
    "restored": "Pemulihan izin", "issued": "Penerbitan izin",
}  # fmt: skip
