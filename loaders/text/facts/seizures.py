"""What was taken as evidence, by whom, when and where.

Owns the verbs and nouns of taking, and which stretch of the sentence lists what was taken; what
such a list names is for :mod:`loaders.text.facts.things`. Refuses things that are only asked for,
that are to be seized, and what is denied.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import carried, frames, nominal, reality, things
from loaders.text.facts.bulleted import lines_below
from loaders.text.facts.modality import is_governed, is_verb
from loaders.text.facts.things import Thing
from loaders.text.numbers import NUMBER
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_LIST = (
    r"(?:berupa|antara\s+lain|di\s?antaranya|yakni|yaitu|adalah|meliputi|mencakup|ialah|seperti"
    r"|termasuk|terdiri\s+(?:dari|atas))"
)
_GONE = r"(?:sita|amankan|serahkan|limpahkan|bawa|temukan|kumpulkan|hadirkan|perlihatkan|tunjukkan)"
# Words between evidence and its list: "barang bukti dari kedua kasus yang turut diamankan".
_EVIDENCE = (
    rf"barang\s+bukti(?:(?:\s+(?:yang|turut|ikut|telah|sudah|berhasil|kasus|ini|itu|tersebut|lain(?:nya)?|dari|pelaku|tersangka|kami|kita"
    rf"|di{_GONE}|{_GONE}|disita|polisi|penyidik|petugas|jaksa|oleh)|\s+⟨(?:ORG|CNT)\d+⟩))*"
    rf"\s*,?\s+(?:{_LIST}|disita|diamankan)|barang\s+bukti(?:nya)?(?:\s+[a-z]+){{0,3}}\s*[:,]"
    rf"|barang\s+bukti(?=\s+(?:{NUMBER}|sebuah|seunit|selembar|paspor|akta|dokumen|tiket|visa|KTP|ponsel|uang)\s)"
)
_NOUN = r"(?:(?:melakukan|upaya|tindakan)\s+)?penyitaan(?:\s+(?:terhadap|atas))?"
_WE = r"(?:[Kk]ami|[Kk]ita)\s+(?:(?:juga|sudah|telah|turut|berhasil)\s+)*"
_STRICT = Pattern(
    rf"(?i)\b(?:(?P<evidence>{_EVIDENCE})|(?P<ours>{_WE}(?:sita|amankan)(?!\w))|(?P<noun>{_NOUN})|(?P<passive>disita|di[a-z]{{4,8}}\s+sebagai\s+(?:barang|alat)\s+bukti|dijadikan\s+(?:barang|alat)\s+bukti)|(?P<active>menyita(?!\s+(?:waktu|perhatian|tenaga|energi|ruang|pikiran)\b)"
    rf"|mengamankan(?=\s+(?:[a-z]+\s+){{0,3}}barang\s+bukti))(?:\s+(?:[a-z]+\s+){{0,3}}barang\s+bukti(?:\s*,?\s+{_LIST})?)?)(?!\w)"
)
# What these take is evidence where officers do it and a thing is named.
_WEAK = Pattern(
    r"(?i)\b(?:(?P<active>mengamankan|membawa|mengangkut|mengambil|merampas|memperoleh|menyegel)|(?P<passive>diamankan|dibawa|diangkut|diambil|dirampas))\b"
)
_OFFICERS = Pattern(
    r"(?i)(?:\b(?:polisi|petugas|penyidik|aparat|tim|jaksa|personel)\b|⟨ORG\d+⟩)(?:\s+[a-z]+){0,3}\s+$"
)
_BY_OFFICERS = Pattern(
    r"(?i)\s+(?:oleh\s+)?(?:polisi|petugas|penyidik|aparat|tim|jaksa|personel)\b"
)
_END = Pattern(
    r"[.;\"”]|,\s+(?:sedangkan|sementara|setelah|sebelum|kemudian|lalu|untuk|demikian|kata|ujar|terkait)\b"
)
_NEXT_VERB = Pattern(
    r"(?:,\s*|\b)(?:dan|serta|lalu|sekaligus)\s+(?:juga\s+|turut\s+)?(?P<verb>me[a-z]{4,})\b"
)


def find(context: Context) -> None:
    """Claim what body sentences say was seized."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        if _of_before(context, view) or _told_of(context, view):
            continue
        found = _STRICT.search(view.masked)
        taken = _taken(context, view, found) if found else []
        if found and taken:
            _seizure(context, view, found, taken)
            continue
        for weak in _WEAK.finditer(view.masked):
            if taken := _taken_away(context, view, weak):
                _seizure(context, view, weak, taken)
                break


# What employers and culprits keep from people is no evidence.
_KEEPERS = (
    r"(?:majikan|perusahaan|agen(?:si)?|pelaku|tersangka|bos|sindikat"
    r"|perekrut|nakhoda|kapten|mandor|sponsor|calo|atasan|manajer|HRD)(?:nya)?"
)
_KEPT_BY = Pattern(rf"(?i)\s+(?:oleh\s+)?(?:(?!dari\b)[a-z]+\s+)?{_KEEPERS}\b")
_KEEPER = Pattern(
    rf"(?i)(?:^[\"“]?|[,.;]\s+|\b(?:bahwa|karena|dan|mengaku)\s+)(?:para\s+|pihak\s+)?{_KEEPERS}(?:\s+[a-z]+){{0,2}}\s+$"
)


# "Untuk barang bukti yang disita ialah": what the sentence is about, and no purpose.
_ABOUT = Pattern(r"(?i)[\"“]?(?:(?:adapun|sementara|sedangkan|selain\s+itu,?)\s+)?untuk\s+")


_NOT_YET = Pattern(
    r"(?i)\b(?:akan|belum|hendak|perlu|harus|tidak|tak)\s+(?:(?:turut|ikut|segera|bisa|dapat)\s+)?(?:disita|diamankan)\b"
)


def _is_real(view: View, at: int) -> bool:
    before = view.masked[:at]
    word = Pattern(r"\w+").match(view.masked, at)
    if _KEEPER.search(before) or (word and _KEPT_BY.match(view.masked, word.end())):
        return False
    if _NOT_YET.search(view.masked, at):
        return False
    if _ABOUT.fullmatch(before):
        return True
    if is_governed(before) or reality.UNREAL.search(before, max(0, at - 40), at):
        return False
    return reality.is_real(view, at)


def _taken(context: Context, view: View, verb: re.Match[str]) -> list[Thing]:
    """Return what stands in the list that a word of seizing opens, or closes."""
    start, end = verb.span()
    if not _is_real(view, start):
        return []
    if verb["passive"] and not _is_fronted(view, verb):
        made = things.within(context, view, _clause(view, start), start)
        # "Dari tangan tersangka disita satu unit ...": nothing countable stands before.
        if made:
            return made
    if behind := _LIST_BEHIND.match(view.masked, end):
        end = behind.end()
    made = things.within(context, view, end, _stop(view, end), is_open=True)
    for line in lines_below(context, view):
        made += things.within(context, line, 0, len(line.masked), is_open=True)
    return made


# The list may stand behind the participle: "aset yang disita meliputi", "disita dari rumah SK: 11".
_LIST_BEHIND = Pattern(
    rf"(?i)\s+(?:(?:polisi|petugas|penyidik|dari|oleh)\b[^,;.]{{0,50}}?\s+)?{_LIST}\b|\s+(?:dari|di)\b[^.;:]{{0,90}}:"
)
_FRONTED = Pattern(
    r"(?i)(?:^|[.,;:\"“]\s*|\b(?:dan|serta)\s+)(?:turut|ikut|juga|telah|berhasil)\s+(?:\w+\s+)?$|^[\"“]?$"
)


def _is_fronted(view: View, verb: re.Match[str]) -> bool:
    """Whether what was taken stands behind a passive verb."""
    before = view.masked[: verb.start()]
    return bool(_FRONTED.search(before) or _LIST_BEHIND.match(view.masked, verb.end()))


# "korban tidak sanggup serta paspornya disita": what is denied of is another clause's.
_TURNS = Pattern(r"[;\"“]|\b(?:tidak|tak|belum)\b|(?P<verb>\b[a-z]{5,}\b)")


def _clause(view: View, at: int) -> int:
    """Return where the clause of a verb begins: behind the verb, or the mark, before."""
    start = 0
    for found in _TURNS.finditer(view.masked, 0, at):
        verb = found["verb"]
        if not verb or (verb not in _HELPING and is_verb(verb)):
            start = found.end()
    return start


_HELPING = frozenset(
    {"berhasil", "berikut", "beserta", "bersama", "berupa", "bernomor", "termasuk"}
)


def _taken_away(context: Context, view: View, verb: re.Match[str]) -> list[Thing]:
    """Return the things that officers secured or carried away."""
    start, end = verb.span()
    if not _is_real(view, start):
        return []
    if verb["active"]:
        is_theirs = _OFFICERS.search(view.masked[:start]) or verb[0].casefold() == "mengamankan"
        stop = _stop(view, end)
        is_victims = re.search(r"(?i)\bmilik\s+(?:para\s+)?korban\b", view.masked[end:stop])
        made = things.within(context, view, end, stop) if is_theirs and not is_victims else []
        is_first = bool(made) and "⟨CNT" not in view.masked[end : end + 8]
        return made if is_first and made[0].span[0] - view.offset(end) < _NEAR else []
    begin = _clause(view, start)
    agents = frames.agents_after(context, view, end)
    is_by_them = bool(agents) or _BY_OFFICERS.match(view.masked, end) is not None
    if not is_by_them or _PEOPLE.search(view.masked, begin, start):
        return []
    is_sure = bool(things.within(context, view, begin, start))
    return things.within(context, view, begin, start, is_open=True) if is_sure else []


# "Penumpang pesawat itu diamankan petugas": nobody is a thing.
_PEOPLE = Pattern(
    r"(?i)\b(?:penumpang|korban|orang|pelaku|tersangka|calon|pekerja|perempuan|pria|warga|saksi|pmi|wni)\b|⟨(?:CNT|INI|PER)"
)
# So near behind "mengamankan" stands its object.
_NEAR = 24


def _stop(view: View, at: int) -> int:
    """Return where a list ends that begins at a masked position."""
    stop = len(view.masked)
    for found in _END.finditer(view.masked, at):
        # "No. 18" holds a stop that ends nothing.
        is_inside = found[0] == "." and view.masked[found.end() : found.end() + 1].isalnum()
        if not is_inside:
            stop = found.start()
            break
    for found in _NEXT_VERB.finditer(view.masked, at, stop):
        if is_verb(found["verb"]):
            return found.start()
    return stop


_POINTED = (
    r"(?:Seluruhnya|Semuanya|Seluruh\s+(?:barang|temuan)\s?\w*"
    r"|(?:Barang|Uang|Paspor|Dokumen|Ponsel|Benda|Laptop)(?:-[a-z]+)?\s+(?:itu|tersebut|ini))"
)
# "petugas mendapati 12 paspor. Seluruhnya disita": what was found is told before.
_ALL_TAKEN = Pattern(rf"{_POINTED}\s+(?:\w+\s+){{0,3}}?disita\b")
_FOUND = Pattern(r"(?i)\b(?:mendapati|menemukan|ditemukan|didapati)\b")


def _of_before(context: Context, view: View) -> bool:
    """Claim what the sentence before tells was found, where this one says that it was taken."""
    taken = _ALL_TAKEN.match(view.masked)
    before = context.views[max(0, view.sentence.number - 1)]
    told = _FOUND.search(before.masked)
    if taken is None or told is None or before.sentence.block != view.sentence.block:
        return taken is not None and view.masked.startswith(("Seluruh", "Semua"))
    if not (_is_real(view, taken.end() - 6) and _is_real(before, told.start())):
        return True
    made = things.within(context, before, told.end(), _stop(before, told.end()), is_open=True)
    made += things.within(context, view, taken.end(), _stop(view, taken.end()), is_open=True)
    if made:
        _seizure(context, view, taken, made)
    return True


_DONE = pattern(
    r"^[\"“]?Penyitaan(?:\s+(?:itu|ini|tersebut|barang\s+bukti))?\s+(?:dilakukan|dilaksanakan|berlangsung|terjadi)\b"
)


def _told_of(context: Context, view: View) -> bool:
    """Add day, place and agents of a seizure that the sentence before told."""
    found = _DONE.match(view.masked)
    known = context.events.get("Seizure", [])
    if found is None or not known:
        return False
    before = context.views[view.sentence.number - 1]
    is_near = before.sentence.start <= context.sink.entities[known[-1]].start
    if is_near and reality.is_real(view, found.start()):
        done = nominal.agents(context, view, found.end() - len("dilakukan"))
        done = done or frames.agents_after(context, view, found.end())
        agents: list[tuple[Item | None, str]] = [*done]
        _circumstances(context, view, known[-1], found.start(), agents)
    return True


def _agents(context: Context, view: View, verb: re.Match[str]) -> list[tuple[Item | None, str]]:
    """Return who took it, with the item that names them where one does."""
    groups = verb.groupdict()
    if groups.get("noun"):
        return [*nominal.agents(context, view, verb.end())]
    if groups.get("passive"):
        return [*frames.agents_after(context, view, verb.end())]
    if groups.get("ours"):
        own = frames.own_organisation(context, view, verb.end())
        return [(None, own)] if own else []
    if groups.get("active"):
        same = carried.agency(context, view, verb.start())
        named = frames.agents_before(context, view, verb.start())
        return [*named, *([(None, same)] if same else [])]
    return []


def _seizure(context: Context, view: View, verb: re.Match[str], taken: list[Thing]) -> None:
    at = verb.start()
    voice = context.voice(view.offset(at))
    if voice.modality == "denied":
        return
    agents = _agents(context, view, verb)
    span = view.span(verb)
    event = _event(context, agents, span)
    for thing in taken:
        _one(context, event, thing, span, voice)
    if not verb.groupdict().get("evidence"):
        # "sebidang tanah di Kendal": where a thing is.
        starts, ends = zip(span, *(one.span for one in taken), strict=True)
        inside = min(starts), max(ends)
        _circumstances(context, view, event, at, agents, (span, inside))


def _event(context: Context, agents: list[tuple[Item | None, str]], span: tuple[int, int]) -> str:
    """Return the seizure told before, or a new one where others took it."""
    sink = context.sink
    for known in reversed(context.events.get("Seizure", [])):
        done = {
            c.value
            for c in sink.claims.values()
            if (c.subject, c.property) == (known, "conductedBy")
        }
        if not (agents and done) or done & {id_ for _, id_ in agents}:
            return known
    event = sink.entity(sink.fresh("evt", "seizure"), "Seizure", "Penyitaan barang bukti", span)
    context.add_event("Seizure", event)
    return event


def _one(context: Context, event: str, thing: Thing, span: tuple[int, int], voice: Voice) -> None:
    """Claim one thing that was taken, with its number or amount."""
    sink, place = context.sink, thing.span
    whole = min(span[0], place[0]), max(span[1], place[1])
    id_ = thing.name
    if thing.kind != "channel":
        id_ = sink.entity(sink.scoped("item", slug(thing.name)), "Item", thing.name, place)
        sink.claim(id_, "name", thing.name, place, voice=voice, confidence=0.85)
    if thing.kind == "cash":
        sink.claim(id_, "amountIdr", thing.number, place, voice=voice)
    elif thing.kind == "item" and (many := things.count(thing.number)) is not None:
        sink.claim(id_, "quantity", str(many), place, voice=voice, original=thing.number)
    sink.claim(event, "seized", id_, whole, is_object=True, voice=voice, confidence=0.88)


def _circumstances(
    context: Context,
    view: View,
    event: str,
    at: int,
    agents: list[tuple[Item | None, str]],
    spans: tuple[tuple[int, int], tuple[int, int]] | None = None,
) -> None:
    """Claim who took it, on which day, and where, unless that was told before.

    ``spans`` are those of the verb and of the list of what was taken: a place in that list tells
    not where that was.
    """
    deed, inside = spans or (view.whole, (0, 0))
    sink, verb = context.sink, view.offset(at)
    voice = context.voice(verb)
    for item, id_ in agents:
        where = (min(item.start, verb), max(item.end, verb)) if item else deed
        sink.claim(event, "conductedBy", id_, where, is_object=True, voice=voice)
    known = sink.told_of(event)
    day = frames.date_of(view, at)
    if day and day.is_day and "date" not in known:
        where = day.start, day.end
        sink.claim(event, "date", day.key, where, voice=voice, original=day.text, confidence=0.8)
    places = frames.places_of(context, view, at) if "occurredAt" not in known else []
    for item, id_ in places:
        if inside[0] < item.start < inside[1]:
            continue
        where = item.start, item.end
        sink.claim(event, "occurredAt", id_, where, is_object=True, voice=voice, confidence=0.8)
