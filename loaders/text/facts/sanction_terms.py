"""What goes with a licence action: who took it, decree, day, length, reason.

Told in the sentence of the action or behind it. Refuses a number that two decrees share.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.dates import Duration
from loaders.text.facts import frames, reality, sanction_reasons
from loaders.text.holdings import ensure_org
from loaders.text.posts import Post
from loaders.text.spans import Item, Kind
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

_REASON = re.compile(
    # What "kami" or "kita" do is no fault of a company.
    r"(?i)\b(?:karena|lantaran|akibat|sebab|setelah\s+terbukti)\s+(?!(?:kami|kita|saya)\b)"
    r"(?P<why>[^.;\"”]{8,180})"
)
_MONTHS = pattern(
    r"(?i)\b(?:selama|diskors|skorsing|menskors|sementara|berlaku)\s+(?i:selama\s+)?{DUR:time}"
)


_PAIR = pattern(
    r"{ORG:company}[^⟨.;]{0,60}?\b(?:[Kk]eputusan|SK)\s+(?:⟨POS\d+⟩\s+|⟨ORG\d+⟩\s+|[^⟨.;,]{0,40}?)?(?:[Nn]omor\s+)?{NUM:number}"
)


_PAIR_BEHIND = pattern(
    r"{NUM:number}[^⟨.;]{0,12}\b(?:untuk|bagi|kepada|terhadap|atas(?:\s+nama)?)\s+(?:[a-z]+\s+){0,3}{ORG:company}"
)
_EACH = re.compile(r"(?i)\bmasing-masing\b")


def _paired(view: View) -> list[tuple[Item, Item]]:
    """Return companies and the decrees that a sentence gives them, one each.

    Beside each other, or in two lists that ``masing-masing`` joins in their order.
    """
    for rule in (_PAIR, _PAIR_BEHIND):
        found = list(rule.finditer(view.masked))
        pairs = [(view.item(one, "company"), view.item(one, "number")) for one in found]
        if len(pairs) > 1:
            return [(a, b) for a, b in pairs if a is not None and b is not None]
    each = _EACH.search(view.masked)
    decrees = [i for i in _decrees(view) if each and i.start > view.offset(each.start())]
    companies = [i for i in view.items if each and i.cls.endswith("Company")]
    companies = [i for i in companies if each and i.start < view.offset(each.start())]
    is_even = len(companies) == len(decrees) > 1
    return list(zip(companies, decrees, strict=True)) if is_even else []


def pairs(context: Context, view: View) -> None:
    """Claim the decrees of a sentence that gives several companies one each."""
    for named, number in _paired(view):
        company = context.registry.of(named)
        if not company or getattr(number.value, "kind", "") != "decree":
            continue
        for claim in list(context.sink.claims.values()):
            if claim.property == "concernsCompany" and claim.value == company:
                told = context.sink.told_of(claim.subject)
                if "decreeNumber" not in told:
                    span = number.start, number.end
                    context.sink.claim(claim.subject, "decreeNumber", number.key, span)
                _dated(context, view, claim.subject, number)


def later(context: Context, view: View, actions: list[str]) -> None:
    """Claim what a sentence behind the actions says of them."""
    _decree(context, view, actions)
    _when(context, view, actions)
    if _SIGNED.match(view.masked) and reality.is_real(view, 0):
        _by_whom(context, view, actions)
    _months(context, view, actions)
    sanction_reasons.told_later(context, view, actions)
    sanction_reasons.in_order(context, view, actions)


def _by_whom(context: Context, view: View, actions: list[str]) -> None:
    """Read who acted from ``Pencabutan dilakukan KP2MI pada 3 November``."""
    for item, id_ in _doers(context, view, 0):
        for action in actions:
            if "conductedBy" not in context.sink.told_of(action):
                span = item.start, item.end
                context.sink.claim(
                    action, "conductedBy", id_, span, is_object=True, confidence=0.85
                )


def of_item(context: Context, line: View, action: str) -> None:
    """Claim decree, length and reason that a line of a list gives for its one company."""
    _decree(context, line, [action], is_told=True)
    found = re.search(r"(?i)\bselama\s+⟨DUR(\d+)⟩", line.masked)
    item = line.item_number(int(found[1])) if found else None
    months = item.value.months if item and isinstance(item.value, Duration) else None
    if item is not None and months and "suspended" in action:
        span = item.start, item.end
        context.sink.claim(action, "suspensionMonths", str(months), span)


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
        if re.match(r"[\"“]?(?:Sanksi|Skorsing|Penghentian|Pembekuan)", view.masked)
        else None
    )
    value = view.item(found, "time") if found else None
    if value is None or not isinstance(value.value, Duration) or not value.value.months:
        return
    for action in actions:
        if "suspended" in action:
            span = value.start, value.end
            context.sink.claim(action, "suspensionMonths", str(value.value.months), span)


# "Atas rekomendasi BP3MI, kementerian menjatuhkan": who advises does not decide.
_ADVISED = re.compile(r"(?i)\b(?:rekomendasi|usulan|permintaan|laporan|saran)\s+(?:dari\s+)?$")
_BY = re.compile(r"\boleh\s+⟨ORG")
_SAYS = re.compile(rf"(?:{VERB}|menyambut|mendukung|mengawal|menolak)\b")


def of_action(context: Context, view: View, action: str, found: re.Match[str]) -> None:
    """Claim what the sentence of an action says of it: who, how long, by which decree, when."""
    sink = context.sink
    verb = _verb_at(view, found)
    agents = frames.agents_after(context, view, found.start()) if _BY.search(view.masked) else []
    if not agents and not _SAYS.match(view.masked, verb):
        # "DPR menyoroti pencabutan izin": who speaks of it did not do it.
        agents = frames.agents_before(context, view, verb)
    agents = agents or frames.agents_after(context, view, found.start())
    agents = agents or frames.agents_after(context, view, found.end())
    agents = agents or _doers(context, view, found.start())
    agents = [
        (i, id_)
        for i, id_ in agents
        if i.cls not in ("Company", "PlacementCompany") and not _ADVISED.search(_before(view, i))
    ]
    for item, id_ in agents:
        sink.claim(
            action, "conductedBy", id_, (item.start, item.end), is_object=True, confidence=0.88
        )
    own = "" if agents else frames.own_organisation(context, view, found.end())
    own = own or ("" if agents else _authority(context, view))
    if own:
        span = view.span(found)
        ensure_org(context, own, span)
        sink.claim(action, "conductedBy", own, span, is_object=True, confidence=0.75)
    value = _length(context, view, action)
    if value is not None and isinstance(value.value, Duration) and "suspended" in action:
        span = value.start, value.end
        sink.claim(action, "suspensionMonths", str(value.value.months), span)
    _decree(context, view, [action], is_told=True)
    date = None if _decrees(view)[1:] else _date(view, found)
    if date:
        original = None if date.text == date.key else date.text
        sink.claim(
            action, "date", date.key, (date.start, date.end), original=original, confidence=0.85
        )


_MORE_LENGTHS = pattern(r"(?:\s*(?:,\s*(?:dan|serta)?|dan|serta)\s*{DUR})*")


def _length(context: Context, view: View, action: str) -> Item | None:
    """Return how long an action lasts: where several lengths are told, that behind its company.

    "PT A diskors selama tiga bulan dan PT B selama enam bulan": each has its own.
    """
    told: list[Item] = []
    for found in _MONTHS.finditer(view.masked):
        more = _MORE_LENGTHS.match(view.masked, found.end("time"))
        end = more.end() if more else found.end("time")
        told += view.within(found.start("time"), end, Kind.DURATION)
    lengths = [i for i in told if isinstance(i.value, Duration) and i.value.months]
    if len(lengths) < 2:
        return lengths[0] if lengths else None
    held = {
        claim.value
        for claim in context.sink.claims.values()
        if claim.subject == action and claim.property == "concernsCompany"
    }
    companies = [i for i in view.items if i.cls.endswith("Company")]
    in_order = "masing-masing" in view.masked and len(companies) == len(lengths)
    for at, company in enumerate(companies):
        if in_order and context.registry.of(company) in held:
            # "diskors masing-masing selama enam bulan dan tiga bulan"
            return lengths[at]
        end = companies[at + 1].start if at + 1 < len(companies) else view.sentence.end
        own = [i for i in lengths if company.start < i.start < end]
        if context.registry.of(company) in held:
            return own[0] if len(own) == 1 else None
    return None


# "Surat peringatan dilayangkan KP2MI", "Pencabutan dilakukan KP2MI pada 3 November"
_DONE_BY = pattern(
    r"[^⟨.;]{0,40}\b(?:dilayangkan|dijatuhkan|diberikan|dikeluarkan|diterbitkan|dikenakan|dilakukan|diputuskan)\s+(?:oleh\s+)?{ORG:by}"
)


def _doers(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return who is told to have done it behind the noun for an action."""
    found = _DONE_BY.match(view.masked, at)
    by = view.item(found, "by") if found else None
    id_ = context.registry.of(by)
    is_agency = by is not None and not by.cls.endswith("Company")
    return [(by, id_)] if by is not None and id_ and is_agency else []


_TOOK = (
    r"(?:menjatuhkan|mencabut|membekukan|mengenakan|menghentikan|menskors|memberikan|menandatangani"
    r"|meneken)"
)
_DECIDED = pattern(rf"{{WHO:who}}(?:\s*\([^)]{{0,30}}\))?[^.⟨]{{0,30}}?\s{_TOOK}\b")
_DECREED = pattern(r"(?i:\b(?:surat\s+)?keputusan|\bSK)\s+{POS:post}")


def _authority(context: Context, view: View) -> str:
    """Return the office that decided, by the decree, here or in the sentence before, or empty."""
    decreed = _DECREED.search(view.masked)
    post = view.item(decreed, "post") if decreed else None
    if post is not None and isinstance(post.value, Post) and post.value.rule.startswith("org:"):
        return post.value.rule
    ministry = context.only_entity("Ministry") if _BY_DIRECTOR.search(view.sentence.text) else ""
    if ministry:
        return ministry
    number = view.sentence.number
    near = [view, *reversed(context.views[max(0, number - 2) : number + 1])]
    for other in near:
        found = _DECIDED.search(other.masked)
        who = other.item(found, "who") if found else None
        id_ = context.registry.of(who)
        if who is not None and who.kind is Kind.ORG:
            if who.cls not in ("Company", "PlacementCompany", "MediaOrganization"):
                return id_
        elif id_ and (org := context.registry.org_of.get(id_)):
            return org
    block = view.sentence.block
    if any(_MINISTRY.search(v.masked) for v in near if v.sentence.block == block):
        ministries = [i for i in context.registry_items if i.cls == "Ministry"]
        ids = context.registry.many(ministries)
        return ids[0] if len(ids) == 1 else ""
    return _only_one(context, view)


# A decree of a directorate general is one of the ministry, where the document names one alone.
_BY_DIRECTOR = re.compile(r"(?i)\b(?:keputusan|SK)\s+(?:Menteri|Dirjen|Direktur\s+Jenderal)\b")


def _only_one(context: Context, view: View) -> str:
    """Return the one agency that the text before lets take such actions, or empty."""
    told: set[str] = set()
    if _EARLIER.search(view.masked):
        return ""
    for other in context.views[: view.sentence.number]:
        found = _DECIDED.search(other.masked)
        who = other.item(found, "who") if found else None
        id_ = context.registry.of(who)
        if who is None or not _OF_LICENCES.search(other.masked) or who.cls.endswith("Company"):
            continue
        told.add(id_ if who.kind is Kind.ORG else context.registry.org_of.get(id_, ""))
    told.discard("")
    return told.pop() if len(told) == 1 else ""


# "yang sebelumnya diskors": who did so then is not told.
_EARLIER = re.compile(r"(?i)\b(?:sebelumnya|pernah|dahulu|dulu)\b")
_OF_LICENCES = re.compile(r"(?i)\b(?:izin|SIP3MI|P3MI|skorsing|perusahaan|kegiatan\s+usaha)\b")
_MINISTRY = re.compile(rf"\b[Kk]ementerian(?:nya)?\s+(?:\w+\s+){{0,2}}?{_TOOK}\b")


def _verb_at(view: View, found: re.Match[str]) -> int:
    verb = re.compile(r"\b(?:[Mm]e(?:nc|nj|mb|nsk|ng|n)\w+|[Rr]esmi\s+men\w+)\b").search(
        view.masked, 0, found.end()
    )
    return verb.start() if verb else found.start()


def _before(view: View, item: Item) -> str:
    return view.text[max(view.sentence.start, item.start - 30) : item.start]


def _date(view: View, found: re.Match[str]) -> Item | None:
    if taken := _TAKEN.match(view.masked, found.end()):
        return view.item(taken, "date")
    date = frames.date_of(view, found.start()) or next(
        (
            i
            for i in view.items
            if i.kind is Kind.DATE
            and re.search(r"(?i)(?:sejak|terhitung|per)\s+(?:tanggal\s+)?$", _before(view, i))
        ),
        None,
    )
    return date if date and "/" not in date.key and len(date.key) >= 7 else None


# "sudah dicabut Kementerian Ketenagakerjaan sejak 2024": right behind who did it.
_TAKEN = pattern(
    r"\s+(?:oleh\s+)?{ORG}(?:\s*\([^)⟨]{1,24}\))?\s+(?:sejak|pada)\s+(?:tahun\s+)?{DAT:date}"
)
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


# "Sanksi itu dijatuhkan karena ...": what is told of sanctions in general is no reason of one.
_OF_THE_ACTION = re.compile(
    r"^[\"“]?(?:Sanksi|Skorsing|Pencabutan|Penghentian|Pembekuan|Peringatan|Tindakan|Keputusan|Langkah|Hal)\s+"
    r"(?:\w+\s+){0,2}?(?:itu|tersebut|ini|dijatuhkan|diberikan|dikenakan|diambil|dilakukan)\b"
    r"|^(?:Perusahaan(?:\s+(?:itu|tersebut|ini))?|Keduanya|Ketiganya|Keempatnya|Kelimanya|⟨ORG\d+⟩)\s+[^.]{0,40}?"
    r"(?:disanksi|dijatuhi|dikenai|dikenakan|diskors|dicabut|dihentikan|melanggar|lalai|terbukti)"
)


# "tak boleh beroperasi lantaran izin mereka dicabut": the sanction is no reason of itself.
_NO_REASON = re.compile(
    r"(?i)\b(?:izin(?:nya)?|SI?P3MI|SIUP|surat\s+izin)\b[^.;]{0,90}\b(?:telah\s+|sudah\s+)?(?:dicabut|dibekukan|diskors)\s*$"
)


def _decrees(view: View) -> list[Item]:
    numbers = [i for i in view.items if i.kind is Kind.NUMBER]
    return [i for i in numbers if getattr(i.value, "kind", "") == "decree"]


def _decree(context: Context, view: View, actions: list[str], *, is_told: bool = False) -> None:
    numbers = _decrees(view)
    reason = _REASON.search(view.sentence.text)
    if len(numbers) == 1 and not _SEVERAL.search(view.sentence.text):
        for action in actions:
            span = numbers[0].start, numbers[0].end
            context.sink.claim(action, "decreeNumber", numbers[0].key, span, confidence=0.92)
            _dated(context, view, action, numbers[0])
    is_told = is_told or any(context.sink.entities[a].start >= view.sentence.start for a in actions)
    if reason and (numbers or is_told or _OF_THE_ACTION.match(view.masked)):
        why = reason["why"].strip(" ,")
        if _NO_REASON.search(why):
            return
        start = view.sentence.start + reason.start("why")
        for action in (one for one in actions if "-restored-" not in one):
            context.sink.claim(
                action, "sanctionReason", why, (start, start + len(why)), confidence=0.85
            )
