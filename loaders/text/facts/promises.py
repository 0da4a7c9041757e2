"""Work that people were promised, or expected: job, pay, where to, and who promised it.

Owns which verbs and nouns tell of a promise. Refuses work that was done (``dipaksa menjadi``,
``dipekerjakan sebagai`` of what happened), advice, what is said to be usual, and what the accused
were to get for their part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames, jobs, makers, reality
from loaders.text.facts import promise_words as words
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern


def find(context: Context) -> None:
    """Find what body sentences tell of promised work."""
    for view in context.views:
        if view.sentence.role is not Role.BODY or reality.is_rumour(view):
            continue
        if not words.ADVICE.search(view.masked):
            _find(context, view)


def is_advice(view: View) -> bool:
    """Whether the sentence advises, or says what the law or custom is."""
    return bool(words.ADVICE.search(view.masked) or words.USUAL.search(view.masked))


def is_beside(context: Context, view: View) -> bool:
    """Whether an offer was told of in the paragraph before the end of a sentence."""
    block = next(b for b in context.blocks if b.number == view.sentence.block)
    return any(
        e.cls == "JobOffer" and block.start <= e.start < view.sentence.end
        for e in context.sink.entities.values()
    )


def _find(context: Context, view: View) -> None:
    if words.USUAL.search(view.masked):
        _usual(context, view)
        return
    if not any(
        _promise(context, view, found) for found in words.PROMISE.finditer(view.masked)
    ) and not (
        _expected(context, view)
        or _taken(context, view)
        or _beside_pay(context, view)
        or _agreed(context, view)
        or _paid_for(context, view)
        or _told_back(context, view)
    ):
        _its_terms(context, view)


def offer_of(context: Context, view: View, span: tuple[int, int], *, is_new: bool = False) -> str:
    """Return the offer that a sentence tells of: that of its paragraph, else the last, else a new.

    Args:
        context: The document.
        view: The sentence.
        span: What tells of the offer.
        is_new: Whether somebody else makes another offer here.
    """
    made = [e for e in context.sink.entities.values() if e.cls == "JobOffer"]
    ids = {e.id for e in made}
    here = next((b for b in context.blocks if b.number == view.sentence.block), None)
    for claim in () if is_new else context.sink.claims.values():
        if here and claim.subject in ids and here.start <= claim.start < here.end:
            return claim.subject
    if made and not is_new:
        before = [e.id for e in made if e.start <= span[0]]
        return before[-1] if before else made[0].id
    id_ = context.sink.scoped("job", str(len(made) + 1))
    return context.sink.entity(id_, "JobOffer", "Pekerjaan yang dijanjikan", span)


def _promise(context: Context, view: View, found: re.Match[str]) -> bool:
    """Claim what is promised behind a verb or noun of promising; whether anything is."""
    at, end = found.start(), _end(view, found.start())
    if not _is_made(view, found):
        return False
    pay = jobs.pay(view, at, end) or jobs.timed_pay(view, at, end)
    told = jobs.title(view, at, end, behind=found.end()) or _taken_for(view, at)
    if noun := _WHOSE_PAY.search(view.masked[:at]):
        # "gaji yang dijanjikan sebesar Rp 9 juta tak pernah diterima": the noun stands before.
        pay = jobs.pay(view, noun.start(), end)
    elif pay is None and not words.PAID.search(view.masked):
        pay = jobs.pay(view, 0, at)
    before = told[1][0] if told and told[2] <= at else view.offset(at)
    start = min(at, _masked_at(view, before))
    places = [*_places(context, view, start, end)] or [*_bound(context, view, at)]
    if pay is None and not words.PUBLIC.search(view.masked):
        pay = jobs.pay_in_words(view, at, end)
    if not (told and places) and makers.is_hired(context, view, found):
        return False
    if not (
        told
        or pay
        or (places and (_INSTEAD.search(view.masked[:at]) or words.OF_WORK.search(view.masked, at)))
    ):
        return False
    offer = _claim(context, view, view.span(found), told, pay, places or _before(context, view))
    makers.claim(context, view, found, offer)
    return True


def _taken_for(view: View, at: int) -> tuple[str, tuple[int, int], int] | None:
    """Return the work for which people were taken, told before what they were promised."""
    taken = words.TAKEN.search(view.masked, 0, at)
    if taken is None or _IS_WORKING.search(view.masked) or words.DONE_TO.search(view.masked[:at]):
        return None
    told = jobs.title(view, max(taken.start(), taken.end() - 8), at)
    return None if told is None or _NO_WORK.search(told[0]) else told


def _usual(context: Context, view: View) -> None:
    """Claim the offer that ``Modus yang paling sering dipakai`` tells in full."""
    told, pay = jobs.title(view, 0, len(view.masked)), jobs.pay(view, 0, len(view.masked))
    places = list(_places(context, view, 0, len(view.masked)))
    if told and pay and places:
        _claim(context, view, told[1], told, pay, places)


_WHOSE_PAY = Pattern(
    r"(?i)\b(?:gaji|upah|penghasilan|bayaran)(?:nya)?\s+(?:besar\s+|tinggi\s+)?yang\s+(?:\w+\s+)?$"
)
# "Uang Rp 5 juta dijanjikan", "kompensasi per ginjal": no pay for work.
_OF_SUMS = Pattern(
    r"(?i)\b(?:uang|jumlah|kompensasi|imbalan|komisi|restitusi|bonus|hadiah|upah\s+itu)\b[^.;,\"“]{0,60}$"
)


def _is_made(view: View, found: re.Match[str]) -> bool:
    """Whether a promise is told as made, and not of a sum for something else than work."""
    at = found.start()
    is_of_sum = found[0][:2].casefold() == "di" and _OF_SUMS.search(view.masked[:at])
    if found[0].casefold().startswith(("akan", "untuk", "hendak", "guna", "bakal", "dijamin")):
        # "Alih-alih ke Jepang, ia dibawa ke Laos untuk dipekerjakan": what came instead.
        is_other = _INSTEAD.search(view.masked[: view.masked.find(",")]) is not None
        # "informasi akan adanya pengiriman PMI yang bakal ke luar": nobody promises.
        is_other = is_other or _THERE_IS.search(view.masked[:at]) is not None
        return not (is_other or words.OFFICIAL_WAY.search(view.masked))
    return not is_of_sum and reality.is_real(view, at)


_THERE_IS = Pattern(r"(?i)\badanya\s+(?:[\w-]+\s+){1,5}$")


def _end(view: View, at: int) -> int:
    """Return where what is promised ends: what came instead was no offer."""
    turn = words.TURN.search(view.masked, at)
    return turn.start() if turn else len(view.masked)


def _expected(context: Context, view: View) -> bool:
    """Claim the work that people went for, or thought they would do."""
    found = words.EXPECTED.search(view.masked)
    if found is None or words.OFFICIAL_WAY.search(view.masked):
        return False
    at, end = found.start(), _end(view, found.start())
    told = jobs.title(view, at, end)
    pay = jobs.pay(view, at, end)
    places = [*_bound(context, view, at), *_places(context, view, at, end)]
    is_planned = re.match(r"(?i)akan|hendak|bakal|rencana|berni|bermaks", found[0]) is not None
    is_said = _SAID.search(view.masked[:at]) is not None
    if told is None or (is_planned and not (pay or places or is_said)):
        return False
    _claim(context, view, view.span(found), told, pay, places)
    return True


def _beside_pay(context: Context, view: View) -> bool:
    """Claim a job that stands beside its pay where recruiters speak, whatever the verb."""
    text = view.masked
    if not words.RECRUITING.search(text) or words.PAID.search(text) or _IS_WORKING.search(text):
        return False
    told, pay = jobs.title(view, 0, len(text)), jobs.pay(view, 0, len(text))
    if told is None or pay is None or words.OFFICIAL_WAY.search(text) or _NO_WORK.search(told[0]):
        return False
    before = text[: _masked_at(view, told[1][0])]
    done = words.DONE.search(before)
    if done and not words.PLANNED.search(before[: done.start()]):
        return False
    places = list(_places(context, view, 0, len(text)))
    _claim(context, view, told[1], told, pay, places)
    return True


# "sponsor bilang anaknya akan bekerja di salon": who recruits says so.
_SAID = Pattern(
    r"(?i)\b(?:sponsor|agen|calo|pelaku|tersangka|terdakwa|perekrut|perantara)(?:nya)?\b[^.;]{0,30}\b(?:bilang|berkata|mengatakan|menyebut|meyakinkan)\b"
)


def _taken(context: Context, view: View) -> bool:
    """Claim the work for which people were recruited, or sent abroad."""
    found = words.TAKEN.search(view.masked)
    if (
        found is None
        or words.OFFICIAL_WAY.search(view.masked)
        or not reality.is_real(view, found.start())
    ):
        return False
    end = _end(view, found.start())
    told = jobs.title(view, max(found.start(), found.end() - 8), end)
    pay = jobs.pay(view, found.start(), end)
    places = list(_places(context, view, found.start(), end))
    places = places or frames.bound_for(context, view)
    if told is None or not (pay or places) or _IS_WORKING.search(view.masked):
        return False
    if _NO_WORK.search(told[0]):
        # "merekrut korban untuk menjadi operator judi": what was meant for them, not promised.
        return False
    offer = _claim(context, view, view.span(found), told, pay, places)
    if pay and found[0].casefold().startswith("direkrut"):
        makers.claim(context, view, found, offer)
    return True


_NO_WORK = Pattern(r"(?i)\b(?:judi|judol|scam\w*|penipu\w*|psk|seks\w*|kurir|pengedar)\b")
# What they have been doing there is no promise.
_IS_WORKING = Pattern(
    r"(?i)\b(?:sudah|telah)\s+(?:\w+\s+){0,2}bekerja\b|\bpernah\s+bekerja\b|\bselama\s+⟨DUR"
)


def _agreed(context: Context, view: View) -> bool:
    """Claim the pay that was agreed on, whatever was paid."""
    found = words.AGREED.search(view.masked)
    if found is None:
        return False
    beside = view.masked.rfind(",", 0, found.start()) + 1
    pay = jobs.pay(view, beside, len(view.masked))
    pay = pay or jobs.timed_pay(view, found.start(), len(view.masked)) or _sum(view, found.end())
    if pay is None or not beside <= _masked_at(view, pay[0]) <= found.end() + 40:
        return False
    _claim(context, view, view.span(found), None, pay, [])
    return True


def _paid_for(context: Context, view: View) -> bool:
    """Claim the work abroad for which a fee was asked or paid."""
    found = words.PAID_FOR.search(view.masked)
    is_told = found is not None and "⟨MON" in view.masked and not is_advice(view)
    if found is None or not is_told or not reality.is_real(view, found.start()):
        return False
    if words.OFFICIAL_WAY.search(view.masked) or words.PUBLIC_MONEY.search(view.sentence.text):
        return False
    at, end = found.start("work"), _end(view, found.end())
    title, places = jobs.title(view, at, end), list(_places(context, view, at, end))
    if not places or (title and _NO_WORK.search(title[0])):
        return False
    span = view.offset(at), view.offset(found.end())
    offer = _claim(context, view, span, title, None, places)
    start, stop = view.whole
    told = [c for c in context.sink.claims.values() if start <= c.start < stop]
    paid = {c.value for c in told if c.property == "payee" and not c.value.startswith("grp:")}
    if len(paid) == 1:
        # Who takes the money for work offers it.
        voice = context.voice(span[0]).as_("alleged")
        context.sink.link(offer, "offeredBy", paid, view.whole, voice, 0.75)
    return True


_SUM = pattern(r"[,:]?\s+(?:(?:sebesar|senilai|yakni|yaitu)\s+)?(?P<all>{MON})")


def _sum(view: View, at: int) -> tuple[int, int] | None:
    """Return where a sum stands right behind the words for an agreement."""
    found = _SUM.match(view.masked, at)
    return view.span(found, "all") if found else None


def _masked_at(view: View, offset: int) -> int:
    """Return the first position of the masked text that stands for an offset."""
    return next((n for n in range(len(view.masked)) if view.offset(n) >= offset), len(view.masked))


def _is_of_work(view: View, at: int) -> bool:
    """Whether the words before a position of the masked text are of work that is offered."""
    before = view.masked[:at]
    return bool(words.WORK_FIRST.match(view.masked) or words.WORK_BEFORE.search(before))


def _told_back(context: Context, view: View) -> bool:
    """Claim the work with which a sentence begins, and of which it then says who offers it."""
    found = words.TOLD_BACK.search(view.masked)
    if (
        found is None
        or not _is_of_work(view, found.start())
        or not reality.is_real(view, found.start())
    ):
        return False
    at = found.start()
    told, pay = jobs.title(view, 0, at), jobs.pay(view, 0, at)
    if not (told or pay):
        return False
    offer = _claim(context, view, view.span(found), told, pay, list(_places(context, view, 0, at)))
    makers.claim(context, view, found, offer)
    return True


def _claim(
    context: Context,
    view: View,
    span: tuple[int, int],
    told: tuple[str, tuple[int, int], int] | None,
    pay: tuple[int, int] | None,
    places: list[tuple[Item, str]],
) -> str:
    """Claim job, pay and destinations of an offer; return the offer."""
    title = told[0] if told else ""
    offer = offer_of(context, view, span, is_new=_is_another(context, view, title))
    sink, voice = context.sink, context.voice(span[0]).as_("alleged")
    if told and not re.search(r"(?i)tersangka|korban|pelaku", title):
        sink.claim(offer, "jobTitle", title, told[1], voice=voice, confidence=0.82)
        for name, where, _ in jobs.others(view, told[2]):
            sink.claim(offer, "jobTitle", name, where, voice=voice, confidence=0.78)
    if pay:
        _claim_pay(context, offer, pay, voice)
    _claim_places(context, offer, places, voice)
    return offer


def _claim_places(
    context: Context, offer: str, places: list[tuple[Item, str]], voice: Voice
) -> None:
    for item, id_ in places:
        context.sink.link(offer, "destination", [id_], (item.start, item.end), voice, 0.85)


def _claim_pay(context: Context, offer: str, pay: tuple[int, int], voice: Voice) -> None:
    printed = " ".join(context.text[slice(*pay)].split())
    context.sink.claim(offer, "promisedPay", printed, pay, voice=voice, confidence=0.85)


def _is_another(context: Context, view: View, title: str) -> bool:
    """Whether an account of its own offers other work than was told before."""
    titles = {c.value for c in context.sink.claims.values() if c.property == "jobTitle"}
    accounts = view.within(0, len(view.masked), Kind.HANDLE, Kind.PHONE)
    return bool(titles and title and accounts) and title not in titles


# "Gajinya menggiurkan: Rp 12 juta per bulan": of what the sentence before offers.
_ITS_PAY = Pattern(
    r"\b(?:[Gg]aji|[Uu]pah|[Bb]ayaran|[Pp]enghasilan)nya\b|^(?:Gaji|Upah|Bayaran)\s+yang\s+(?:ditawarkan|dijanjikan)\b|\b(?:bergaji|digaji)\b"
)
_ITS_PLACE = Pattern(r"^(?:Tempat|Lokasi|Kerja|Negara)(?:nya|\s+(?:kerja|tujuan)nya)\s+(?:di|ke)\s")
_AS_TOLD_BY = pattern(
    r"(?:\b(?i:sesuai|menurut|berdasarkan)\s+(?:janji|tawaran)|^(?:Tawaran|Ajakan|Iming-iming|Janji|Lowongan|Iklan|Informasi|Rayuan)(?:nya)?"
    rf"(?:\s+(?:itu|tersebut|ini|kerja))*\s+(?:[a-z]+\s+){{0,2}}?(?:dari|oleh))\s+{makers.MAN}(?P<who>{{WHO}})"
)


def _its_terms(context: Context, view: View) -> None:
    """Claim what a sentence adds to the offer of its paragraph: pay, place, and whose it is."""
    made = [e for e in context.sink.entities.values() if e.cls == "JobOffer"]
    block = next(b for b in context.blocks if b.number == view.sentence.block)
    if not made or not block.start <= made[-1].start < view.sentence.start:
        return
    offer, told = made[-1].id, context.sink.told_of(made[-1].id)
    pay = _its_pay(view) if "promisedPay" not in told else None
    voice = context.voice(view.sentence.start).as_("alleged")
    if pay:
        _claim_pay(context, offer, pay, voice)
    if _ITS_PLACE.match(view.masked) and "destination" not in told:
        _claim_places(context, offer, list(_places(context, view, 0, len(view.masked))), voice)
    if found := _AS_TOLD_BY.search(view.masked):
        who, span = makers.who(context, view, found, "who"), view.span(found)
        context.sink.link(offer, "offeredBy", who, span, voice, 0.8)


def _its_pay(view: View) -> tuple[int, int] | None:
    """Return where a sentence tells of the pay for what was told before, unless it was paid."""
    told = _ITS_PAY.search(view.masked)
    if told is None or words.PAID.search(view.masked):
        return None
    return jobs.pay(view, told.start(), len(view.masked))


_WORK_IN = pattern(
    r"\b(?:di|ke)\s+(?:(?:sebuah|salah\s+satu)\s+)?(?:(?:(?!(?:restoran|kapal|perusahaan|agensi|majikan|keluarga|warga|orang|bahasa|rumah|kafe|kedai)\s)[a-z]+\s+){1,3}?(?=⟨)|(?:luar\s+negeri|[Nn]egara(?:-negara)?|berbagai\s+negara)[\s,]*"
    r"(?:seperti|yakni|yaitu|tepatnya\s+di)?\s*)?(?P<chain>{LOC}(?:\s*(?:,|dan|hingga"
    r"|maupun|serta|,\s*dan|,\s*hingga)\s*{LOC})*)"
)
# "pekerja yang hendak diselundupkan ke Johor dijanjikan upah": where they were bound for.
_SENT = pattern(
    r"\b(?:(?:di(?:berangkatkan|seberangkan|selundupkan|kirim(?:kan)?|terbangkan|bawa)|berangkat|terbang|bekerja|kerja|menyeberang|ditempatkan)\s+"
    r"(?:secara\s+\w+\s+)?(?:ke|di)|(?:pengiriman|pemberangkatan|penyelundupan)\s+(?:[a-zA-Z]+\s+){0,3}ke|(?i:bukannya|alih-alih)\s+(?:[a-z]+\s+){0,2}(?:ke|di))"
    r"\s+(?:[Nn]egara\s+)?(?P<chain>{LOC}(?:\s*(?:,|dan|hingga|maupun|serta)\s*{LOC})*)"
)
# "Bukannya ke Vietnam seperti yang dijanjikan": where they were to work.
_INSTEAD = Pattern(r"(?i)\b(?:bukannya|alih-alih)\b[^.;]{0,60}$")


def _bound(context: Context, view: View, at: int) -> Iterator[tuple[Item, str]]:
    """Yield the places abroad to which the words before say that people were bound."""
    if words.PAID.search(view.masked, 0, at):
        return
    for found in _SENT.finditer(view.masked, 0, at):
        yield from _abroad(context, view, found)


# "yang hendak diselundupkan ke Oman", "yang batal bekerja di Serbia": they had not gone yet.
_TO_GO = Pattern(r"(?i)\b(?:hendak|akan|batal|gagal|ingin|mau|rencananya|calon)\b[^.;]{0,40}$")


def _before(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the one place abroad for which the sentence before says that people were bound."""
    before = context.before(view)
    if before is None:
        return []
    made = [
        place
        for found in _SENT.finditer(before.masked)
        if _TO_GO.search(before.masked[: found.start()])
        for place in _abroad(context, before, found)
    ]
    return made if len(made) == 1 else []


def _places(context: Context, view: View, at: int, end: int) -> Iterator[tuple[Item, str]]:
    """Yield the places abroad that a stretch of the masked sentence names."""
    for found in _WORK_IN.finditer(view.masked, at, end):
        yield from _abroad(context, view, found)


def _abroad(context: Context, view: View, found: re.Match[str]) -> Iterator[tuple[Item, str]]:
    for item in view.within(*found.span("chain")):
        id_ = context.registry.of(item)
        if is_foreign(item, id_):
            yield item, id_


def is_foreign(item: Item, id_: str) -> bool:
    """Whether an item names another country, or a place that is known to lie in one."""
    return (id_.startswith("country:") and id_ != "country:ID") or frames.is_abroad(item)
