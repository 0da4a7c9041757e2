"""What prosecutors ask a court for: who is tried, and the words of the demand.

Owns the verbs of demanding a penalty. Refuses what relatives or the public ask for; no demand is a
verdict, so its term and its money are kept only in the words of the text.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import court_focus, reality
from loaders.text.facts.rulings import Found, Sign, row, zones
from loaders.text.facts.stages import claim_stage
from loaders.text.patterns import Pattern
from loaders.text.view import View

_ASKED = Pattern(
    r"(?i)\b(?:dituntut|menuntut|(?:surat|membacakan)\s+tuntutan)\b(?!\s+(?:ganti\s+rugi|tanggung|keadilan))"
)
_PROSECUTION = Pattern(r"(?i)\b(?:jaksa|jpu|penuntut\s+umum)\b")
_BEGGED = Pattern(r"(?i)\bmeminta\s+(?:agar\s+|supaya\s+)?(?:majelis\s+)?hakim\b")
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


def describe(context: Context) -> None:
    """Keep demands in the words of the text, on the stage of those whom they concern.

    What a verdict is compared with is asked of the one whom the court judged, so verdicts must be
    known.
    """
    judged = {c.value for c in context.sink.claims.values() if c.property == "defendant"}
    for view in context.body():
        is_compared = _DEMAND.search(view.masked) and _PROSECUTION.search(view.sentence.text)
        if not is_compared and _asked(view) < 0:
            continue
        marked = zones(view, row(context, view))
        if not any(one.sign in _PENALTIES and under is Sign.ASKED for one, under in marked):
            continue
        text = view.sentence.text.strip()
        start = view.sentence.start + view.sentence.text.index(text)
        span, voice = (start, start + len(text)), context.voice(start)
        for person in _concerned(context, view, marked, judged):
            if _ASKED.search(view.masked) or person in judged:
                claim_stage(context, person, "defendant", span, voice)
            stage = context.sink.scoped("stage", f"{person.partition('-')[2]}-defendant")
            if stage in context.sink.entities:
                context.sink.claim(stage, "description", text, span, voice=voice, confidence=0.8)


def _concerned(
    context: Context, view: View, marked: list[tuple[Found, Sign | None]], judged: set[str]
) -> dict[str, None]:
    """Return of whom a demand is told: those named, whom a pronoun means, else who was judged."""
    people: dict[str, None] = {}
    for one, _ in marked:
        if one.sign is Sign.PERSON:
            people[context.registry.of(one.items[0])] = None
        elif one.sign in (Sign.PRONOUN, Sign.ALL):
            people |= dict.fromkeys(court_focus.meant(context, view, one, marked))
    if people:
        return people
    if _OF_VERDICT.match(view.masked):
        before = context.before(view)
        told = context.registry.many(i for i in before.items if i.text) if before else []
        # "vonis kepada A, B, dan C. Vonis ini lebih ringan dari tuntutan": of all three.
        is_all = len(judged) == 1 or judged <= {*told}
        return dict.fromkeys(sorted(judged)) if is_all else {}
    if _OTHERS.search(view.masked):
        return {}
    return {one: None for one in court_focus.last_named(context, view) if one in judged}
