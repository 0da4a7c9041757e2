"""Verdicts of several defendants in one trial: shorter clauses, shared fines, the one session.

Owns ``sedangkan Yeni 2 tahun penjara`` beside a full clause, ``masing-masing didenda``, and the day
of the session that the document tells once. Refuses a session's day where it tells of two, and
fines of persons whose verdict it does not tell.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import demands, frames, reality, standins
from loaders.text.facts.appeals import months_of, verdict_here
from loaders.text.facts.groups import group
from loaders.text.facts.pronounced import GUILTY, articles, of_last, verdict_of
from loaders.text.facts.stages import claim_stage
from loaders.text.facts.verdicts import DEMAND, FOUND, IS_VERDICT, OF_ALL
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_SHORT = pattern(
    r"(?:\b(?:sedangkan|sementara(?:\s+itu)?|adapun|lalu|dan|serta)|[,;])\s+"
    r"(?:(?:terdakwa|rekannya|suaminya|istrinya|terdakwa\s+(?:lain(?:nya)?|kedua|ketiga))\s*,?\s+)?(?P<who>{PER})"
    r"(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+"
    r"(?P<verb>(?:divonis|dihukum|diganjar|dijatuhi\s+(?:hukuman|vonis|pidana)|mendapat\s+(?:hukuman|vonis)|diputus)\s+)?"
    r"(?:(?:pidana|hukuman|penjara|selama)\s+)*(?P<first>{DUR})(?:\s+(?:dan\s+)?(?P<second>{DUR}))?"
    r"(?:\s+(?:pidana\s+)?(?P<prison>penjara|bui|kurungan))?"
)
# "tujuh tahun penjara kepada A dan lima tahun enam bulan penjara kepada B"
_EACH_TERM = pattern(
    r"(?P<first>{DUR})(?:\s+(?:dan\s+)?(?P<second>{DUR}))?\s+(?:pidana\s+)?(?:penjara|bui)\s+(?:kepada|terhadap|untuk|bagi|atas)\s+"
    r"(?:terdakwa\s+)?(?P<who>{PER})"
)
# Of "memvonis dua anak buahnya: A selama tiga tahun dan B dua tahun" neither has a verb.
_PAIR = (
    r"{{PER:who{n}}}(?:\s*\([^)⟨]{{0,14}}\))?\s+(?:(?:dengan|pidana|hukuman|penjara|selama)\s+)*(?P<first{n}>{{DUR}})"
    r"(?:\s+(?:dan\s+)?(?P<second{n}>{{DUR}}))?(?:\s+(?:pidana\s+)?(?:penjara|bui))?"
)
_TWO_TERMS = pattern(
    _PAIR.format(n=1)
    + r"\s*,?\s+(?:dan|serta|sedangkan|sementara)\s+"
    + _PAIR.format(n=2)
    + r"\s*(?=[.,;]|$|dalam\b|karena\b)"
)
# "A dan B masing-masing dijatuhi hukuman empat tahun dan dua tahun enam bulan penjara"
_SHARED_OUT = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,14}\))?(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+){PER}(?:\s*\([^)⟨]{0,14}\))?)+)\s*,?\s+"
    r"(?:masing-masing\s+)?(?:divonis|dihukum|diganjar|dijatuhi)\s+(?:(?:pidana|hukuman|vonis|penjara|selama|masing-masing)\s+)*"
    r"(?P<terms>{DUR}(?:(?:\s*,)?(?:\s+(?:dan|serta))?\s+{DUR})+)\s+(?:penjara|bui)\b"
)
_OWN_RESTITUTION = pattern(
    r"(?P<who>{PER})\s+(?:juga\s+|turut\s+|harus\s+)*(?:dibebani|dihukum|diwajibkan|membayar)\s+(?:untuk\s+)?(?:mem)?(?:bayar\s+)?"
    r"(?:uang\s+)?restitusi\s+(?:sebesar\s+|senilai\s+)?(?P<amount>{MON})"
)
# "Keduanya juga diwajibkan membayar denda masing-masing Rp200 juta": no new verb of judgment.
_ALL_FINED = pattern(
    r"^(?:Selain\s+[^⟨,.]{0,40},\s+)?(?P<all>(?i:keduanya|ketiganya|keempatnya|kelimanya|(?:para|kedua|ketiga|seluruh)\s+terdakwa"
    r"|mereka|masing-masing\s+terdakwa)|⟨CNT\d+⟩)(?:\s+(?:itu|tersebut|juga|masing-masing|turut))*\s+"
    r"(?P<what>didenda|(?:dihukum|diwajibkan|wajib|harus|dikenai|dikenakan|dibebani|dijatuhi)\s+(?:untuk\s+)?(?:pidana\s+)?(?:mem)?(?:bayar\s+)?(?:denda|restitusi))"
    r"(?:\s*,?\s+(?:masing-masing|sebesar|senilai))*\s+(?P<amount>{MON})"
)
_SAME_FINE = Pattern(
    r"(?i)\b(?:denda\s+yang\s+sama|denda\s+serupa|denda\s+dengan\s+jumlah\s+(?:yang\s+)?sama)\b"
)
_SIZES = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "kedua": 2, "ketiga": 3}
_EACH = pattern(
    r"(?P<who>{PER}(?:(?:\s*,\s*(?:(?:dan)\s+)?|\s+(?:dan|serta)\s+){PER})*)\s+(?:juga\s+)?(?:masing-masing\s+)?(?:juga\s+)?"
    r"(?:didenda|dikenai\s+denda)\s+(?:masing-masing\s+)?(?:sebesar\s+)?(?P<amount>{MON})"
)
_READ = Pattern(
    r"(?i)\b(?:babak|sidang|pembacaan|agenda)\s+(?:pembacaan\s+)?(?:putusan|vonis)\b"
    r"|\b(?:putusan|vonis|keputusan|perkara(?:nya)?|hukuman)\b[^.;\"“]{0,50}\b(?:dibacakan|diucapkan|diketu?ok|dijatuhkan|diputus(?:kan)?|keluar|terbit|tertanggal|tanggal)\b"
    r"|\b(?:membacakan|mengetu?ok|memutus(?:kan)?|mengucapkan|menjatuhkan)\s+(?:\w+\s+){0,2}(?:putusan|vonis|palu|perkara)"
    r"|^[\"“]?(?:Begitu|Demikian|Itulah|Itu)\s+(?:bunyi\s+|isi\s+)?(?:putusan|vonis|amar)\b"
    r"|\b(?:[Ss]idang|[Pp]ersidangan)\b(?:[^.;\"“⟨]|⟨(?:ORG|TOP|LOC)\d+⟩){0,90}?\b(?:berakhir|rampung|tuntas|ditutup)\b"
    r"|^Sidang\s(?:[^.;\"“⟨]|⟨(?:ORG|PER)\d+⟩){0,60}(?:itu|tersebut|ini)\s+(?:\w+\s+){0,2}(?:berlangsung|digelar|dilaksanakan)\b"
)
_SESSION = Pattern(r"(?i)\b(?:sidang|hakim|pengadilan|putusan|vonis)\b|⟨ORG")


def find(context: Context) -> None:
    """Add to the verdicts of a document what its other clauses and sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _shared_out(context, view)
            _two_terms(context, view)
            _shortened(context, view)
            _own_restitution(context, view)
            _fined(context, view)
            _all_fined(context, view)
            _same_fine(context, view)
            _same_articles(context, view)
    _dated(context)
    _convicted_of(context)
    _awarded(context)
    demands.claim(context)
    standins.find(context)


_TO_WHOM = pattern(r"{MON:amount}\s+(?:kepada|untuk|bagi)\s+(?:para\s+)?{CNT:them}")


def _awarded(context: Context) -> None:
    """Claim to whom restitution was awarded: ``restitusi Rp1 miliar untuk 13 korban``."""
    told = [c for c in context.sink.claims.values() if c.property == "restitutionIdr"]
    for view in context.body() if told else ():
        for found in _TO_WHOM.finditer(view.masked):
            money, them = view.item(found, "amount"), view.item(found, "them")
            if not (money and them and isinstance(them.value, Counted)):
                continue
            if them.value.unit != "persons" or them.value.role not in ("", "victim"):
                continue
            for claim in told:
                if claim.start <= money.start < claim.end:
                    voice = context.voice(them.start)
                    group_id, span = group(context, view, them, voice, "victim"), view.span(found)
                    context.sink.claim(
                        claim.subject, "beneficiary", group_id, span, is_object=True, voice=voice
                    )


def _convicted_of(context: Context) -> None:
    """Put the articles of each verdict on the stage of whom it convicted."""
    claims = list(context.sink.claims.values())
    of = {c.subject: c.value for c in claims if c.property == "defendant"}
    for claim in claims:
        person = of.get(claim.subject, "") if claim.property == "chargedUnder" else ""
        stage = context.sink.scoped("stage", f"{person.partition('-')[2]}-convicted")
        if person and stage in context.sink.entities:
            span, voice = (claim.start, claim.end), context.voice(claim.start)
            context.sink.link(stage, "stageArticle", [claim.value], span, voice, 0.85)


def _shortened(context: Context, view: View) -> None:
    told = IS_VERDICT.search(view.masked)
    if told is None or not reality.is_real(view, told.start()):
        return
    for found in _SHORT.finditer(view.masked, told.end()):
        if found["prison"] == "kurungan" or not (found["verb"] or found["prison"]):
            continue
        _sentenced(context, view, found, context.registry.of(view.item(found, "who")))
    for found in _EACH_TERM.finditer(view.masked, told.start()):
        _sentenced(context, view, found, context.registry.of(view.item(found, "who")))


def _sentenced(context: Context, view: View, found: re.Match[str], person: str) -> None:
    """Claim the term of a match as that of a person."""
    if DEMAND.search(view.masked[: found.start()]):
        # "divonis 2 tahun. Jaksa menuntut A 6 tahun dan B 5 tahun penjara"
        return
    months = sum(months_of(view.item(found, part)) for part in ("first", "second"))
    if not person or not months or person in context.registry.posts_of:
        return
    span = view.span(found)
    voice = context.voice(span[0])
    id_ = verdict_here(context, view, person) or verdict_of(context, person, span)
    if "sentenceMonths" in context.sink.told_of(id_):
        return
    context.sink.claim(id_, "defendant", person, span, is_object=True, voice=voice)
    context.sink.claim(id_, "sentenceMonths", str(months), span, voice=voice)
    claim_stage(context, person, "convicted", span, voice)
    date = frames.date_of(view, found.start())
    if date is not None and len(date.key) == len("2026-01-31"):
        where = date.start, date.end
        context.sink.claim(id_, "date", date.key, where, original=date.text, confidence=0.8)
    _same_court(context, id_)


def _shared_out(context: Context, view: View) -> None:
    """Give each of those named the term that stands at their place in a list of terms."""
    found = _SHARED_OUT.search(view.masked)
    if found is None or "masing-masing" not in found[0] or DEMAND.search(view.masked):
        return
    people = context.registry.many(
        view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS)
    )
    terms: list[tuple[int, int, int]] = []
    for item in view.within(found.start("terms"), found.end("terms")):
        months = months_of(item)
        if terms and months < _YEAR and terms[-1][0] % _YEAR == 0:
            # "dua tahun enam bulan": the months belong to the years before.
            years, start, _ = terms.pop()
            terms.append((years + months, start, item.end))
        else:
            terms.append((months, item.start, item.end))
    if len(people) != len(terms) or not reality.is_real(view, found.start("terms")):
        return
    for person, (months, start, end) in zip(people, terms, strict=True):
        verdict = verdict_of(context, person, view.span(found))
        for key, claim in list(context.sink.claims.items()):
            # What was read as the term of all of them is that of one.
            is_here = view.sentence.start <= claim.start < view.sentence.end
            if claim.subject == verdict and claim.property == "sentenceMonths" and is_here:
                del context.sink.claims[key]
        if "sentenceMonths" not in context.sink.told_of(verdict):
            span, voice = (start, end), context.voice(start)
            context.sink.claim(verdict, "sentenceMonths", str(months), span, voice=voice)


_YEAR = 12


def _two_terms(context: Context, view: View) -> None:
    """Read two names, each with a term and no verb of its own, behind a verdict's verb."""
    told = IS_VERDICT.search(view.masked)
    found = _TWO_TERMS.search(view.masked, told.end()) if told else None
    if told is None or found is None or DEMAND.search(view.masked):
        return
    span = view.span(found)
    for number in "12" if reality.is_real(view, told.start()) else "":
        person = context.registry.of(view.item(found, f"who{number}"))
        parts = [view.item(found, f"{part}{number}") for part in ("first", "second")]
        terms = [part for part in parts if part is not None]
        if not person or person in context.registry.posts_of or not terms:
            continue
        verdict = verdict_of(context, person, span)
        where, voice = (terms[0].start, terms[-1].end), context.voice(span[0])
        sink, months = context.sink, sum(months_of(term) for term in terms)
        sink.claim(verdict, "defendant", person, span, is_object=True, voice=voice)
        if "sentenceMonths" not in sink.told_of(verdict) and months:
            sink.claim(verdict, "sentenceMonths", str(months), where, voice=voice)
        claim_stage(context, person, "convicted", span, voice)
        _same_court(context, verdict)


def _own_restitution(context: Context, view: View) -> None:
    """Put restitution on the verdict of whom the clause names: ``sedangkan B dibebani``."""
    if DEMAND.search(view.masked):
        return
    for found in _OWN_RESTITUTION.finditer(view.masked):
        money = view.item(found, "amount")
        person = view.item(found, "who")
        if _IN_ROW.search(view.masked[: found.start("who")]):
            # "A dan B diwajibkan membayar restitusi": one sum that both owe.
            continue
        if person is None or money is None or not isinstance(money.value, Money):
            continue
        id_ = context.sink.scoped("evt", f"verdict-{_tail(context, person)}")
        if id_ in context.sink.entities and money.value.idr is not None:
            span = view.span(found)
            voice = context.voice(span[0])
            context.sink.claim(id_, "restitutionIdr", money.key, span, voice=voice)


_IN_ROW = Pattern(r"⟨(?:PER|INI)\d+⟩(?:\s*\([^)⟨]{0,14}\))?\s*(?:,|,?\s+(?:dan|serta))\s+$")


def _same_court(context: Context, verdict: str) -> None:
    courts = {i.key: i for i in context.registry_items if i.cls == "Court" and i.key}
    if len(courts) == 1:
        court = next(iter(courts.values()))
        span = court.start, court.end
        context.sink.claim(verdict, "court", court.key, span, is_object=True, confidence=0.8)


def _fined(context: Context, view: View) -> None:
    for found in _EACH.finditer(view.masked):
        money = view.item(found, "amount")
        if money is None or not isinstance(money.value, Money) or money.value.idr is None:
            continue
        span = view.span(found)
        for person in view.within(found.start("who"), found.end("who")):
            id_ = context.sink.scoped("evt", f"verdict-{_tail(context, person)}")
            if id_ in context.sink.entities and "fineIdr" not in context.sink.told_of(id_):
                context.sink.claim(id_, "fineIdr", money.key, span, voice=context.voice(span[0]))


def _all_fined(context: Context, view: View) -> None:
    """Put one fine on all verdicts: ``Keduanya juga diwajibkan membayar denda Rp200 juta``."""
    found = _ALL_FINED.search(view.masked)
    money = view.item(found, "amount") if found else None
    if found is None or money is None or DEMAND.search(view.masked):
        return
    if not isinstance(money.value, Money) or money.value.idr is None:
        return
    verdicts = _verdicts(context)
    counted = view.item(found, "all") if found["all"].startswith("⟨") else None
    value = counted.value if counted else None
    size: int | None = _SIZES.get(found["all"].casefold().partition(" ")[0], len(verdicts))
    if counted and not (isinstance(value, Counted) and value.role == "defendant"):
        return
    if isinstance(value, Counted):
        size = value.bounds.lower
    if len(verdicts) != size or size < 2:
        return
    span = view.span(found)
    prop = "restitutionIdr" if found["what"].endswith("restitusi") else "fineIdr"
    if prop == "restitutionIdr" and "masing-masing" not in found[0]:
        # One sum that all of them owe together is nobody's own.
        return
    for id_ in verdicts:
        if prop not in context.sink.told_of(id_):
            context.sink.claim(id_, prop, money.key, span, voice=context.voice(span[0]))


def _verdicts(context: Context) -> list[str]:
    made = dict.fromkeys(context.events.get("Verdict", []))
    return [id_ for id_ in made if "-appeal-" not in id_]


def _same_fine(context: Context, view: View) -> None:
    """Carry the one fine told so far to those who got ``denda yang sama``."""
    told = _SAME_FINE.search(view.masked)
    fines = [c for c in context.sink.claims.values() if c.property == "fineIdr"]
    if told is None or len({c.value for c in fines}) != 1 or DEMAND.search(view.masked):
        return
    people = view.within(0, told.start(), Kind.PERSON, Kind.INITIALS)
    for person in context.registry.many(people):
        id_ = context.sink.scoped("evt", f"verdict-{person.partition('-')[2]}")
        if id_ in context.sink.entities and "fineIdr" not in context.sink.told_of(id_):
            where = fines[0].start, fines[0].end
            context.sink.claim(id_, "fineIdr", fines[0].value, where, confidence=0.8)


def _same_articles(context: Context, view: View) -> None:
    """Put the articles that ``keduanya``, or nobody named, are found to have broken on all."""
    verdicts = _verdicts(context)
    is_found = FOUND.search(view.sentence.text) is not None
    is_of_all = OF_ALL.search(view.masked) or (is_found and not view.names_people)
    is_told = is_of_all and (is_found or GUILTY.search(view.masked))
    if is_told and len(verdicts) > 1 and not DEMAND.search(view.masked):
        for one in verdicts if OF_ALL.search(view.masked) else (of_last(context, view) or verdicts):
            articles(context, view, one)


def _tail(context: Context, person: Item) -> str:
    return context.registry.of(person).partition("-")[2]


def _dated(context: Context) -> None:
    """Give verdicts without a day that of the one session which the document tells of."""
    verdicts = set(context.events.get("Verdict", []))
    days: dict[str, Item] = {}
    for view in context.views:
        told = IS_VERDICT.search(view.masked) or _READ.search(view.masked)
        people = [i for i in view.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        is_named = any(i not in context.registry.posts_of for i in context.registry.many(people))
        if view.sentence.role is not Role.BODY or told is None or is_named:
            continue
        date = frames.date_of(view, told.start()) if _SESSION.search(view.masked) else None
        if date and date.is_day and reality.is_real(view, told.start()):
            days[date.key] = date
    if any("-appeal-" in one for one in verdicts):
        # The day that is told may be that of the higher court.
        return
    if len(days) != 1:
        _same_day(context)
        return
    date = next(iter(days.values()))
    for verdict in sorted(verdicts):
        if "date" not in context.sink.told_of(verdict) and "-appeal-" not in verdict:
            span = date.start, date.end
            context.sink.claim(verdict, "date", date.key, span, original=date.text, confidence=0.78)


_APART = Pattern(
    r"(?i)\b(?:sebelumnya|lebih\s+dulu|lebih\s+dahulu|terpisah|kemudian|sebulan|sepekan)\b"
)


def _same_day(context: Context) -> None:
    """Give the day of one verdict to those told with it, in one paragraph."""
    verdicts = [v for v in dict.fromkeys(context.events.get("Verdict", [])) if "-appeal-" not in v]
    days = [
        c for c in context.sink.claims.values() if c.property == "date" and c.subject in verdicts
    ]
    if len({c.value for c in days}) != 1:
        return
    first = context.sink.entities[days[0].subject].start
    for verdict in verdicts:
        start = context.sink.entities[verdict].start
        gap = context.text[min(first, start) : max(first, start)]
        is_near = "\n" not in gap and not _APART.search(gap)
        if is_near and "date" not in context.sink.told_of(verdict):
            span = days[0].start, days[0].end
            context.sink.claim(
                verdict, "date", days[0].value, span, original=days[0].original, confidence=0.75
            )
