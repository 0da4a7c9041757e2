"""What prosecutors ask a court for: who is tried, which term, fine and restitution, where, when.

Owns the verbs of demanding a penalty. Refuses what relatives or the public ask for, and a day or
article of a sentence that tells of the verdict too. No demand is a verdict.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.text.context import Context
from loaders.text.courtrooms import the_court
from loaders.text.facts import court_focus, frames, punished, reality
from loaders.text.facts.punished import Share
from loaders.text.facts.rulings import BURDENS, Found, Sign, row, zones
from loaders.text.facts.stages import claim_stage
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View

_ASKED = Pattern(
    r"(?i)\b(?:dituntut|menuntut(?:nya)?|(?:surat|membacakan)\s+tuntutan(?:nya)?)\b(?!\s+(?:ganti\s+rugi|tanggung|keadilan))"
)
_PROSECUTION = Pattern(r"(?i)\b(?:jaksa|jpu|penuntut\s+umum)\b")
_BEGGED = Pattern(
    r"(?i)\bmeminta\s+(?:agar\s+|supaya\s+)?(?:majelis(?:\s+hakim)?|hakim|terdakwa)\b|" + BURDENS
)
_OF_PENALTY = Pattern(r"(?i)\b(?:hukuman|pidana|penjara|bui|kurungan|jaksa|jpu|penuntut)\b|⟨DUR")
_RIGHT_BEHIND = Pattern(r"(?i)\s+(?:[a-z]+\s+){0,3}")
# "Jaksa menuntut A bebas": nothing is asked of him.
_FREE = Pattern(r"(?i)\b(?:menuntut|dituntut)\b[^.;,]{0,40}\b(?:bebas|lepas)\b")
# "Keluarga korban menuntut A dihukum": nobody says that he is tried.
_PUBLIC = Pattern(
    r"(?i)\b(?:keluarga|korban|massa|warga|aktivis|mahasiswa|serikat|buruh|pengunjuk\s+rasa|demonstran|pekerja|publik|masyarakat)\b[^,;⟨]{0,30}$"
)
# "Hukuman itu lebih ringan dari tuntutan jaksa, yakni 7 tahun": of whoever was judged just before.
_OF_VERDICT = Pattern(
    r"^[\"“]?(?:Hukuman|Vonis|Putusan)(?:nya|\s+(?:itu|tersebut|ini|majelis\s+hakim|hakim))\b"
)
_OTHERS = Pattern(r"(?i)⟨CNT|\b(?:lain(?:nya)?|para|kedua\w*|ketiga\w*|rekan\w*|masing-masing)\b")
_DEMAND = Pattern(r"(?i)\btuntutan(?:nya)?\b")
_PENALTIES = {Sign.TERM, Sign.FINE, Sign.RESTITUTION}


def find(context: Context) -> None:
    """Claim as defendants those for whom prosecutors ask a term: in whatever clause, by name."""
    for view in context.body():
        asked = _asked(view)
        if asked < 0 or not _ASKED.search(view.masked):
            continue
        marked = zones(view, row(context, view))
        for number, (one, under) in enumerate(marked):
            if one.sign is not Sign.PERSON or one.start < asked or under is Sign.JUDGED:
                continue
            behind = marked[number + 1][0].sign if number + 1 < len(marked) else None
            is_object = view.masked[:asked].casefold().endswith("menuntut") and (
                _RIGHT_BEHIND.fullmatch(view.masked, asked, one.start)
            )
            if is_object or (behind is Sign.TERM and under is Sign.ASKED):
                _tried(context, view, context.registry.of(one.items[0]), one)


def _asked(view: View) -> int:
    """Return where the verb of a prosecutors' demand ends in a sentence, or -1."""
    asked = _ASKED.search(view.masked)
    if asked is None and _PROSECUTION.search(view.sentence.text):
        asked = _BEGGED.search(view.masked)
    if asked is None or not reality.is_real(view, asked.start()):
        return -1
    is_none = _FREE.search(view.masked) or _PUBLIC.search(view.masked[: asked.start()])
    return -1 if is_none or not _OF_PENALTY.search(view.masked) else asked.end()


def _tried(context: Context, view: View, person: str, one: Found) -> None:
    span = view.offset(one.start), view.offset(one.end)
    claim_stage(context, person, "defendant", span, context.voice(span[0]))


def claim(context: Context) -> None:
    """Claim what was demanded for each, as events of their own.

    What a verdict is compared with is asked of the one whom the court judged, so verdicts must be
    known.
    """
    claims = context.sink.claims.values()
    judged = {c.value for c in claims if c.property == "defendant"}
    for view in context.body():
        at = _asked(view)
        is_compared = _DEMAND.search(view.masked) and _PROSECUTION.search(view.sentence.text)
        if not is_compared and at < 0:
            continue
        marked = zones(view, row(context, view))
        if not any(one.sign in _PENALTIES and under is Sign.ASKED for one, under in marked):
            continue
        is_plain = at >= 0 and not any(one.sign in _OF_COURT for one, _ in marked)
        for share in punished.shares(context, view, _demanded(view, marked)) or _of_last(
            context, view, marked, judged
        ):
            for number, person in enumerate(share.people):
                judged.add(person)
                id_ = _event(context, view, share, person, number)
                if is_plain and id_:
                    _plainly(context, view, id_, at)
    _read_out(context)


# Such as ``Tuntutan itu dibacakan di PN Serang, Kamis``: the day of all demands of the text.
_READ_OUT = Pattern(
    r"(?i)\btuntutan\b[^.;]{0,60}\b(?:dibacakan|disampaikan|diajukan|dilayangkan)\b"
    r"|\bmembacakan\s+(?:surat\s+)?tuntutan\b"
    r"|\bsidang\b[^.;⟨]{0,40}\b(?:pembacaan\s+)?tuntutan\b[^.;]{0,60}\b(?:digelar|berlangsung)\b"
)


def _read_out(context: Context) -> None:
    """Give demands without a day the one day on which demands were read out, if it is one."""
    demands = dict.fromkeys(context.events.get("SentenceDemand", []))
    days = {}
    for view in context.body() if demands else ():
        told = _READ_OUT.search(view.masked)
        if (
            told
            and reality.is_real(view, told.start())
            and (day := frames.date_of(view, told.start()))
        ):
            days[day.key] = day
    if len(days) != 1:
        return
    for id_ in demands:
        _on(context, id_, next(iter(days.values())))


def _on(context: Context, demand: str, day: Item | None) -> None:
    is_past = day is not None and day.is_day and day.key <= (context.meta.published or "9")
    if day and is_past and "date" not in context.sink.told_of(demand):
        span = day.start, day.end
        context.sink.claim(demand, "date", day.key, span, original=day.text, confidence=0.8)


_OF_COURT = (Sign.JUDGED, Sign.FREED, Sign.THAN)
_WHO = (Sign.PERSON, Sign.PRONOUN, Sign.ALL, Sign.KIN)


def _demanded(
    view: View, marked: list[tuple[Found, Sign | None]]
) -> list[tuple[Found, Sign | None]]:
    """Return the signs of a sentence as if what was demanded had been pronounced."""
    is_own = any(one.sign in _WHO and under is not Sign.JUDGED for one, under in marked)
    made: list[tuple[Found, Sign | None]] = []
    for one, under in marked:
        if one.sign is Sign.YANG and made and made[-1][1] is Sign.JUDGED:
            # "tuntutan jaksa yang menuntut A": the demand itself, no clause on somebody else.
            continue
        if under is Sign.ASKED:
            is_him = view.masked[one.start : one.end].casefold() == "menuntutnya"
            made.append((replace(one, sign=Sign.PRONOUN) if is_him else one, Sign.JUDGED))
        elif one.sign in _WHO:
            made.append((one, Sign.ASKED if is_own and under is Sign.JUDGED else None))
        else:
            made.append((one, Sign.ASKED))
    return made


def _of_last(
    context: Context, view: View, marked: list[tuple[Found, Sign | None]], judged: set[str]
) -> list[Share]:
    """Return the demand of a sentence that names nobody: on whoever it must mean."""
    if any(one.sign in _WHO for one, _ in marked):
        return []
    asked = [one for one, under in marked if under is Sign.ASKED]
    people = tuple(_meant(context, view, judged))
    shares = [Share(people, asked[0].start, asked[-1].end)] if people else []
    for share in shares:
        terms = [one for one in asked if one.sign is Sign.TERM]
        # "Vonis ini lebih ringan dari tuntutan, 6 tahun" of three: perhaps not of each of them.
        is_one = len(people) == 1 or any(one.sign is Sign.EACH for one in asked)
        share.terms = terms if len(terms) == 1 and is_one else []
        share.fine = next((one for one in asked if one.sign is Sign.FINE and is_one), None)
        award = next((one for one in asked if one.sign is Sign.RESTITUTION), None)
        share.restitution = award if len(people) == 1 else None
    return shares


def _meant(context: Context, view: View, judged: set[str]) -> dict[str, None]:
    """Return on whom a demand is that names nobody: whoever was judged, or the last named."""
    if _OF_VERDICT.match(view.masked):
        before = context.before(view)
        told = context.registry.many(i for i in before.items if i.text) if before else []
        # "vonis kepada A, B, dan C. Vonis ini lebih ringan dari tuntutan": of all three.
        is_all = len(judged) == 1 or judged <= {*told}
        return dict.fromkeys(sorted(judged)) if is_all else {}
    if _OTHERS.search(view.masked):
        return {}
    return {one: None for one in court_focus.last_named(context, view) if one in judged}


def _event(context: Context, view: View, share: Share, person: str, number: int) -> str:
    """Claim the demand on one of a share; return its id, or empty where nothing is asked."""
    if not person or not (share.terms or share.fine or share.restitution):
        return ""
    sink = context.sink
    first = min([share.start] + [one.start for one in share.terms])
    span = view.offset(first), view.offset(max([share.end] + [one.end for one in share.terms]))
    voice = context.voice(span[0])
    claim_stage(context, person, "defendant", span, voice)
    caption = f"Tuntutan atas {sink.entities[person].caption}"
    key = f"demand-{person.partition('-')[2]}"
    id_ = sink.entity(sink.scoped("evt", key), "SentenceDemand", caption, span)
    context.add_event("SentenceDemand", id_)
    sink.claim(id_, "defendant", person, span, is_object=True, voice=voice)
    punished.penalty(context, view, share, number, id_)
    if court := the_court(context):
        sink.claim(id_, "court", court, span, is_object=True, voice=voice, confidence=0.78)
    _by(context, view, id_)
    return id_


def _plainly(context: Context, view: View, demand: str, at: int) -> None:
    """Claim court, day and articles of a demand from a sentence that tells of nothing else."""
    for item in view.items:
        if item.kind is Kind.ORG and item.cls == "Court" and (id_ := context.registry.of(item)):
            context.sink.claim(demand, "court", id_, (item.start, item.end), is_object=True)
    before = None if _EARLIER.search(view.masked) else context.before(view)
    if (day := frames.date_of(view, at)) is None and before and _sat(before):
        is_ruling = any(one.sign in _OF_COURT for one in row(context, before))
        day = None if is_ruling else frames.date_of(before, len(before.masked))
    _on(context, demand, day)
    for item in view.items if not _CHARGED.search(view.masked) else ():
        law = context.registry.of(item) if item.kind is Kind.LAW else ""
        if law:
            context.sink.claim(
                demand, "chargedUnder", law, (item.start, item.end), is_object=True, confidence=0.8
            )


def _sat(view: View) -> bool:
    """Whether a sentence tells that a court sat."""
    return any(one.cls == "Court" for one in view.items) or _SAT.search(view.masked) is not None


_EARLIER = Pattern(r"(?i)\b(?:sebelumnya|semula|lebih\s+dulu|lebih\s+dahulu|sempat)\b")
_SAT = Pattern(r"(?i)\b(?:sidang|persidangan|disidang\w*)\b")
_CHARGED = Pattern(r"(?i)\b(?:di|men)dakwa\w*|\bdakwaan\b|\b(?:tidak|tak)\s+terbukti\b")


def _by(context: Context, view: View, demand: str) -> None:
    """Claim who demanded: the prosecutor and office of a sentence, else the document's one."""
    posts, entities = context.registry.posts_of, context.sink.entities
    made: dict[str, tuple[int, int]] = {}
    for item in view.items:
        id_ = context.registry.of(item)
        is_office = item.kind is Kind.ORG and _OFFICE.match(id_)
        if is_office or (id_ in posts and _POST.match(entities[posts[id_]].caption)):
            made[id_] = item.start, item.end
    if not made:
        offices = {i.key: (i.start, i.end) for i in context.registry_items if _OFFICE.match(i.key)}
        made = offices if len(offices) == 1 else {}
    for id_, span in made.items():
        context.sink.claim(demand, "conductedBy", id_, span, is_object=True, confidence=0.8)


_OFFICE = Pattern(r"org:(?:kejari-|kejati-|kejagung$)")
_POST = Pattern(r"(?i)jaksa|penuntut")
