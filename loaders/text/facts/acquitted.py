"""Who a court let go: ``divonis bebas``, ``membebaskan A dari segala dakwaan``, ``tidak bersalah``.

Owns whom such words concern, and the verdict that they make. Refuses what somebody only asks for,
what a higher court undid, and freedom that is no court's: of victims, of captives.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import court_focus, reality
from loaders.text.facts.pronounced import setting
from loaders.text.facts.rulings import Found, Sign, row, zones
from loaders.text.facts.stages import claim_stage
from loaders.text.patterns import Pattern
from loaders.text.view import View

_WORDS = Pattern(r"(?i)\b(?:bebas|lepas|onslag|(?:di|mem)bebaskan|(?:di|me)lepaskan|bersalah)\b")
# "dibebaskan" alone is told of captives too.
_BY_COURT = Pattern(
    r"(?i)\b(?:hakim|majelis|pengadilan|mahkamah|vonis|divonis|putusan|diputus|terdakwa|dakwaan|tuntutan)\b|⟨RNK\d+⟩"
)
_UNDONE = Pattern(
    r"(?i)\b(?:membatalkan|menganulir|dibatalkan|dianulir|mengoreksi|merasa|mengaku|bersikeras|menyatakan\s+dirinya|yakin|asas|praduga)\b"
)
_CAPTIVES = Pattern(r"(?i)\b(?:korban|sandera|disandera|penyekapan|tebusan|kompleks|perusahaan)\b")

# "korban kecewa usai PN Demak membebaskan terdakwa AB": he is no captive.
_TRIED = Pattern(r"(?i)\bmembebaskan\s+(?:(?:para|kedua|ketiga|kedelapan|seluruh)\s+)?terdakwa\b")


def find_in(context: Context, view: View) -> bool:
    """Claim who a sentence says was let go by a court; return whether it says so of anybody."""
    if told := _THAT_RULING.match(view.masked):
        _dated(context, view, told.end())
    if not _WORDS.search(view.masked) or not _is_of_court(view) or _UNDONE.search(view.masked):
        return False
    marked = zones(view, row(context, view))
    made = False
    for number, (one, under) in enumerate(marked):
        if one.sign is Sign.FREED and under is Sign.FREED:
            people = _freed(context, view, marked, number)
            is_ruling = any(sign.sign is Sign.COURT for sign, _ in marked[:number])
            is_ruling = is_ruling or _GIVEN.match(view.masked, one.end) is not None
            for person, start in people:
                span = view.offset(min(start, one.start)), view.offset(max(start, one.end))
                claim_stage(context, person, "acquitted", span, context.voice(span[0]))
                if is_ruling or _IN_COURT.match(view.masked, one.start):
                    _ruled(context, view, person, span, one.start)
            made = made or bool(people)
    return made


# "Pembebasan tersebut tertuang dalam sidang putusan pada Kamis": the day of that verdict.
_THAT_RULING = Pattern(
    r"(?:Pembebasan|Putusan(?:\s+(?:bebas|lepas))?|Vonis\s+(?:bebas|lepas))\s+(?:itu|tersebut|ini)\s+(?:telah\s+)?"
    r"(?:tertuang|dibacakan|diucapkan|dijatuhkan|disampaikan|diketu?ok|diputus(?:kan)?)\b"
)


def _dated(context: Context, view: View, at: int) -> None:
    """Claim day and court of the one verdict of the document, if it let somebody go."""
    sink = context.sink
    ruled = [one for one in sink.entities.values() if one.cls == "Verdict"]
    is_one = len(ruled) == 1 and ruled[0].id.endswith("-acquitted")
    if is_one and "date" not in sink.told_of(ruled[0].id) and reality.is_real(view, at):
        setting(context, view, ruled[0].id, at, is_guilty=False)


def _is_of_court(view: View) -> bool:
    is_told = _BY_COURT.search(view.masked) or any(i.cls == "Court" for i in view.items)
    is_captive = _CAPTIVES.search(view.masked) and not _TRIED.search(view.masked)
    return bool(is_told) and not is_captive


_TO_WHOM = Pattern(
    r"(?i)\s*(?:(?:murni|itu|tersebut|tadi|yang|dijatuhkan|diberikan|dijatuhi|diketok|kepada|terhadap|untuk|bagi|atas|terdakwa|para|kedua|mantan|eks|seorang|bernama|berinisial|oleh|majelis|hakim|⟨ORG\d+⟩)\s+)*$"
)


def _freed(
    context: Context, view: View, marked: list[tuple[Found, Sign | None]], number: int
) -> list[tuple[str, int]]:
    """Return whom the words of freedom concern: who stands right behind them, else before."""
    one = marked[number][0]
    behind = [sign for sign, _ in marked[number + 1 :] if sign.sign is Sign.PERSON]
    if behind and _TO_WHOM.fullmatch(view.masked, one.end, behind[0].start):
        return [(id_, sign.start) for id_, sign in _row(context, view, behind)]
    before = [sign for sign, _ in marked[:number] if sign.sign is Sign.PERSON]
    pronouns = [sign for sign, _ in marked[:number] if sign.sign is Sign.PRONOUN]
    is_him = any(
        sign.sign is Sign.PRONOUN and _TO_WHOM.fullmatch(view.masked, one.end, sign.start)
        for sign, _ in marked[number + 1 :]
    )
    is_him = is_him or _HIS.search(view.masked, one.start, one.end) is not None
    if is_him or (pronouns and (not before or pronouns[-1].start > before[-1].start)):
        if is_him and len({sign.items[0] for sign in before}) == 1:
            return [(context.registry.of(before[0].items[0]), one.start)]
        people = court_focus.last_named(context, view)
        return [(people[0], one.start)] if len(people) == 1 else []
    if not before or _is_cut(marked, before[-1], one):
        return []
    last = before[-1:]
    for sign in reversed(before[:-1]):
        if not _JOINED.fullmatch(view.masked, sign.end, last[0].start):
            break
        last = [sign, *last]
    return [(context.registry.of(sign.items[0]), sign.start) for sign in last]


_JOINED = Pattern(
    r"\s*(?:\([^)⟨]{0,20}\))?\s*(?:,\s*(?:dan\s+|serta\s+)?|(?:dan|serta)\s+)(?:terdakwa\s+)?"
)


def _row(context: Context, view: View, behind: list[Found]) -> list[tuple[str, Found]]:
    made = behind[:1]
    for sign in behind[1:]:
        if not _JOINED.fullmatch(view.masked, made[-1].end, sign.start):
            break
        made.append(sign)
    return [(context.registry.of(sign.items[0]), sign) for sign in made]


def _is_cut(marked: list[tuple[Found, Sign | None]], person: Found, one: Found) -> bool:
    """Whether a judgment stands between: ``A divonis 3 tahun, rekannya bebas``."""
    return any(
        sign.sign in (Sign.TERM, Sign.KIN) and person.start < sign.start < one.start
        for sign, _ in marked
    )


_IN_COURT = Pattern(r"(?i)(?:di|mem)vonis|diputus|dibebaskan\s+(?:majelis|hakim|pengadilan)")
# "Vonis bebas dijatuhkan kepada A"
_GIVEN = Pattern(
    r"(?i)\s+(?:(?:itu|tersebut|murni)\s+)?(?:dijatuhkan|diketu?ok|diberikan|dibacakan)\b"
)
# "memvonisnya bebas"
_HIS = Pattern(r"(?i)nya\s+(?:bebas|lepas|onslag)$")


def _ruled(context: Context, view: View, person: str, span: tuple[int, int], at: int) -> None:
    """Claim the verdict that let somebody go, where a court is named; no fine or term is of it."""
    sink, voice = context.sink, context.voice(span[0])
    if not any(item.cls == "Court" for item in context.registry_items):
        return
    id_ = sink.scoped("evt", f"verdict-{person.partition('-')[2]}-acquitted")
    if id_ not in sink.entities:
        sink.entity(id_, "Verdict", f"Putusan bebas atas {sink.entities[person].caption}", span)
        sink.claim(id_, "defendant", person, span, is_object=True, voice=voice)
    setting(context, view, id_, at, is_guilty=False)


def is_free(context: Context, person: str) -> bool:
    """Whether the document has told that a court let somebody go, and no higher one ruled anew."""
    tail = person.partition("-")[2]
    ruled = context.events.get("Verdict", [])
    is_anew = any("-appeal-" in one and one.endswith(f"-{tail}") for one in ruled)
    return not is_anew and context.sink.scoped("stage", f"{tail}-acquitted") in (
        context.sink.entities
    )
