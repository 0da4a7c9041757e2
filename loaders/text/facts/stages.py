"""Legal stages of those whom one sentence names beside the words of a stage; never guilt.

Owns what keeps such words from meaning a name, and how a stage is claimed. Refuses stages that are
planned, denied, of kin, of officials, or of courts abroad.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.described import SEX
from loaders.text.draft import Voice
from loaders.text.facts import frames, prisons, reality
from loaders.text.facts.cases import case_of
from loaders.text.facts.clauses import AS_FOR
from loaders.text.facts.listed import NAMES
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.facts.stage_words import QUESTIONED, STAGES
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern


def find_in(context: Context, view: View) -> None:
    """Claim the stages that a sentence gives to those whom it names."""
    if not view.names_people:
        return
    for stage, rule in STAGES:
        for found in rule.finditer(view.masked):
            _stages(context, view, found, stage)


def find_questioned(context: Context) -> None:
    """Claim who is questioned, of those on whom suspicion falls and no other stage is told.

    Known by letters only, head of a firm, reported, or with a part in the matter: whoever is named
    without any of these may be a witness.
    """
    claims = list(context.sink.claims.values())
    told = [c for c in claims if c.property == "stageOf" and not c.subject.endswith("-reported")]
    staged = {c.value for c in told}
    open_ = {c.value for c in claims if c.property in ("stageOf", "roleHolder", "director")}
    open_ |= set(context.registry.org_of)
    for view in context.views:
        if view.sentence.role is not Role.BODY or not view.names_people:
            continue
        for found in QUESTIONED.finditer(view.masked):
            named = view.within(*found.span(), Kind.INITIALS, Kind.PERSON)
            lettered = [i for i in named if i.kind is Kind.INITIALS and i.source != "anaphor"]
            ids, letters = context.registry.many(named), set(context.registry.many(lettered))
            if ids and staged.isdisjoint(ids) and letters | open_ >= set(ids):
                _stages(context, view, found, "questioned")


# "Istri tersangka, Rina Lestari": who is somebody to a suspect is none.
_RELATED = Pattern(
    r"(?i)\b(?:istri|suami|anak|ayah|ibu|bapak|orang\s+tua|kakak|adik|paman|bibi|sepupu|keponakan|mertua|ipar|saudara"
    r"|keluarga|kerabat|tetangga|teman|rekan|kekasih|pacar|tunangan|selingkuhan|menantu|cucu|besan|ajudan|bawahan|asisten|karyawan|pegawai|pembantu|kenalan|klien|majikan|pengacara|advokat|(?:kuasa|penasi?e?hat)\s+hukum|pendamping"
    r"|perwakilan|korban|saksi|mantan|eks|bekas|menurut|kata|ujar)\s+(?:dari\s+|para\s+|kedua\s+|salah\s+satu\s+)*$"
)
# "Adik ipar Retno, Bagus, disidangkan": who is set off is the kin, and has the stage.
_SET_OFF = Pattern(r"⟨PER\d+⟩(?:\s*\([^)⟨]{0,14}\))?, ⟨(?:PER|INI)\d+⟩(?:\s*\([^)⟨]{0,14}\))?")
_KIN_BEFORE = Pattern(rf"(?i)\b{KIN}\s+(?:dari\s+)?$")


def _is_kin_set_off(view: View, found: re.Match[str]) -> bool:
    """Whether a stage's subject is somebody's kin, named behind a comma."""
    is_first = bool(found["who"]) and found.start("who") == found.start()
    is_kin = is_first and _KIN_BEFORE.search(view.masked, 0, found.start()) is not None
    return is_kin and _SET_OFF.fullmatch(found["who"]) is not None


# "MR belum ditetapkan sebagai tersangka", "bukan tersangka", "berpotensi menjadi tersangka".
NOT_YET = Pattern(
    r"(?i)\b(?:belum|tidak|tak|bukan(?!nya)|batal|urung|akan|bakal|dapat|bisa|mungkin|berpotensi|segera|terancam"
    r"|calon|apakah|diusulkan|diminta|didesak|jika|apabila|bila|membantah|menampik|menyangkal|(?:semula|tadinya)\s+(?:berstatus|ditetapkan))\b"
)


# "yang menjadi korban 13 tersangka itu ialah X": X is the victim, not the suspect.
_VICTIM_IS = Pattern(
    r"(?i)\b(?:korban|penyintas)\b[^.;⟩]{0,80}(?:⟨[A-Z]{3}\d+⟩[^.;]{0,30})?\b(?:ialah|adalah)\s+$"
)


_NOT_MADE = Pattern(
    r"(?i)\b(?:belum|tidak|tak|batal|urung|akan|bakal|dapat|bisa|mungkin|segera)\s+(?:\w+\s+)?(?:ditetapkan|dijadikan)\s+(?:(?:sebagai|menjadi)\s+)?$"
)


# "SW ditetapkan sebagai tersangka, TR masih saksi": who opens the next clause is none.
_CLAUSE_OVER = Pattern(r"(?i)\b(?:sebagai|menjadi|jadi)\s+tersangka\s*,\s+$")
_LIST_ENDS = Pattern(r"\s*(?:$|[.,;:)\"”]|yang\b)")


_POLICE = Pattern(
    r"(?i)\b(?:polisi|kepolisian|polda|polres(?:ta(?:bes)?)?|polsek|polri|bareskrim|SPKT|terlapor)\b"
)


def _is_filed(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether a report goes to the police, and not about somebody who is missing."""
    to = view.item(found, "to") if "to" in found.re.groupindex else None
    is_police = to is not None and to.cls == "LawEnforcementAgency"
    if to is None:
        before = context.views[max(0, view.sentence.number - 1)]
        is_police = any(_POLICE.search(one.sentence.text) for one in (view, before))
    return is_police and re.search(r"(?i)\b(?:ke)?hilang(?:an)?\b", view.masked) is None


def _at(found: re.Match[str]) -> int:
    """Return where a match first names somebody, in whichever of its groups."""
    return found.start("who") if found["who"] else found.start("also")


def _end(found: re.Match[str]) -> int:
    return found.end("who") if found["who"] else found.end("also")


_JAIL = Pattern(r"(?i)(?:rutan|lapas|rumah\s+tahanan|lembaga\s+pemasyarakatan|lpka)\b")


def _is_elsewhere(view: View, found: re.Match[str]) -> bool:
    """Whether somebody is put into the care of others than a prison."""
    place = view.item(found, "jail")
    return place is not None and _JAIL.match(place.text) is None


def _is_next_clause(view: View, found: re.Match[str]) -> bool:
    is_over = _CLAUSE_OVER.search(view.masked[: _at(found)]) is not None
    return is_over and not _LIST_ENDS.match(view.masked, _end(found))


def _stages(context: Context, view: View, found: re.Match[str], stage: str) -> None:
    if not _is_told(view, found) or _is_generic_count(view, found, stage):
        return
    if frames.is_matter_abroad(context, view) or _NOT_MADE.search(view.masked[: found.start()]):
        return
    # "Keluarga korban melaporkan X": whose family reports is another.
    is_kin = stage != "reported" and _RELATED.search(view.masked[: found.start()])
    is_set_off = bool(is_kin) and _is_kin_set_off(view, found)
    is_other = stage == "reported" and not _is_filed(context, view, found)
    if NOT_YET.search(found[0]) or (is_kin and not is_set_off) or is_other:
        return
    if _is_next_clause(view, found) or _is_elsewhere(view, found):
        return
    if stage == "suspect" and re.search(
        r"(?i)\b(?:terduga|saksi|korban)\b[^⟨,;]*$", view.masked[: _at(found)][-30:]
    ):
        return
    named = found.span("who") if found["who"] else (0, 0)
    people = view.within(*named, Kind.INITIALS, Kind.PERSON)
    also = view.item(found, "also") if "also" in found.groupdict() else None
    people = people[1:] if is_set_off else people
    people = [*_joined_before(view, found), *people, *_row_after(view, found)] if people else people
    for person in [*people, also] if also else people:
        id_ = context.registry.of(person)
        # Officials are never meant; someone known by initials only is no official.
        is_official = id_ in context.registry.posts_of and person.kind is Kind.PERSON
        if not id_ or is_official:
            continue
        span = view.offset(found.start()), max(person.end, view.offset(found.end()))
        voice = context.voice(person.start)
        _set(context, view, found, claim_stage(context, id_, stage, span, voice))
        if stage == "suspect" and (held := _HELD_TOO.match(view.masked, found.end())):
            _set(context, view, held, claim_stage(context, id_, "detained", span, voice))


# "Untuk RS ini masih dalam daftar pencarian orang": no purpose is told.
_BY_NOW = Pattern(r"\b(?:ini|masih|kini|sudah|telah)\b")


def _is_told(view: View, found: re.Match[str]) -> bool:
    """Whether the words of a match are told as they are, and not of a victim."""
    # "menuntut terdakwa X": whatever is asked for, a defendant is one already.
    is_called = found[0].casefold().startswith("terdakwa")
    is_topic = AS_FOR.search(view.masked, 0, found.start()) and _BY_NOW.search(found[0])
    is_called = is_called or bool(is_topic)
    is_real = is_called or reality.is_real(view, found.start())
    is_of_victim = _VICTIM_IS.search(view.masked[: _at(found)]) is not None
    return is_real and not is_of_victim and not reality.is_groundless(view, found.start())


def _set(context: Context, view: View, found: re.Match[str], relation: str) -> None:
    """Claim since when somebody has a stage, and where somebody in custody is held."""
    since(context, view, found, relation)
    if relation.endswith("-detained"):
        prisons.claim(context, view, found.end(), relation)


# "menetapkan A sebagai tersangka dan menahannya pada 26 Februari"
_HELD_TOO = Pattern(
    r"\s*,?\s+(?:dan|serta|lalu|kemudian)\s+(?:(?:langsung|kini|telah|sudah)\s+)?menahannya\b"
)
# "Notaris berinisial AF (49) dan makelar berinisial GT (37)": both are made suspects.
_BEFORE = Pattern(
    r"⟨(?:PER|INI)(?P<number>\d+)⟩(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:dan|serta)\s+(?!(?:oleh|kepada|dengan|me(?!nantu|rtua)\w+|di\w+)\b)[a-z][a-z\s]{2,40}(?:\s(?:berinisial|bernama)\s+|nya\s*,\s+)$"
)
_MADE = Pattern(r"tersangka|terdakwa|ditahan")


def _joined_before(view: View, found: re.Match[str]) -> list[Item]:
    """Return who is joined, with what he is, to the first name of a stage's subject."""
    at = found.start("who")
    joined = _BEFORE.search(view.masked, max(0, at - 120), at)
    is_subject = joined is not None and _MADE.search(view.masked, at) is not None
    is_first = joined is not None and at - found.start() < 1
    return [view.item_number(int(joined["number"]))] if joined and is_subject and is_first else []


# "tersangka, di antaranya 3 perempuan, yakni A, B, C dan 8 laki-laki dengan inisial D, E"
_ROW_AFTER = pattern(
    rf"\s*,?\s*(?:dan|serta|sedangkan|sementara)\s+(?P<count>⟨CNT\d+⟩)(?:\s+lain(?:nya)?)?\s*,?\s+"
    rf"(?:(?:yakni|yaitu|masing[\s-]masing|dengan|adalah|(?:ber)?inisial|bernama)\s+)+(?P<who>{NAMES})"
)
_OF_A_SEX = Pattern(rf"(?i)\b(?:{SEX}|tersangka)$")


# "lima tersangka adalah ER dan A yang kini berada di Jerman serta SS, AJ dan MZ"
_GOES_ON = pattern(
    rf"\s+yang\s(?:(?!⟨(?:PER|INI|CNT))[^.;,\"“]){{3,60}}?\s(?:serta|dan)\s+(?P<who>{NAMES})"
)


def _row_after(view: View, found: re.Match[str]) -> list[Item]:
    """Return with whom a row of suspects goes on: of the other sex, or as many as are told."""
    further = _GOES_ON.match(view.masked, found.end())
    more = view.within(*further.span("who"), Kind.INITIALS, Kind.PERSON) if further else []
    named = view.within(*found.span("who"), Kind.INITIALS, Kind.PERSON) if more else []
    counts = view.within(*found.span(), Kind.COUNT) if more else []
    sizes = {one.value.bounds.lower for one in counts if isinstance(one.value, Counted)}
    if more and sizes == {len(named) + len(more)}:
        return more
    row = _ROW_AFTER.match(view.masked, found.end())
    counted = view.item(row, "count") if row else None
    if row is None or counted is None or not _OF_A_SEX.search(counted.text):
        return []
    return view.within(*row.span("who"), Kind.INITIALS, Kind.PERSON)


_DATED = Pattern(r"tersangka|DPO|(?i:daftar\s+pencarian|laporkan)")
_HELD = Pattern(r"(?i)\b(?:(?:di|men)?tahan(?:an)?|menahan(?:nya)?)\b")
_HELD_ON = pattern(
    r"(?:\s+(?:jaksa|penyidik|polisi|di|dan|oleh|selama|sel|rutan|⟨(?:ORG|LOC|PNT|DUR)\d+⟩))*,?\s+(?:sejak|terhitung(?:\s+(?:mulai|sejak))?|mulai|pada)(?:\s+(?:hari|tanggal))*\s+{DAT:date}"
)
# A day behind a comma may be that on which it was told.
_ON = pattern(r"\s+(?:pada|sejak)(?:\s+(?:hari|tanggal))*\s+{DAT:date}")


def since(context: Context, view: View, found: re.Match[str], relation: str) -> None:
    """Claim the day behind the words of a stage: ``sebagai tersangka pada Rabu (3/9/2025)``."""
    # "memeriksa tersangka X pada Senin": he was one before.
    is_called = found[0].casefold().startswith("tersangka")
    is_dated = _DATED.search(found[0]) is not None and not is_called
    told = _ON.match(view.masked, found.end()) if is_dated else None
    if told is None and _HELD.search(found[0]):
        told = _HELD_ON.match(view.masked, found.end())
    date = view.item(told, "date") if told else None
    if date is None and relation.endswith(_OF_A_DAY) and _HAPPENS.search(found[0]):
        date = _own_day(view, found)
    if date:
        claim_since(context, relation, date)


# "Tersangka SW kami amankan pada Senin": he is one already.
_HAPPENS = Pattern(
    r"(?i)\b(?:menetapkan|tetapkan|ditetapkan|menjadi|jadi|dijadikan|naik|dinaikkan|ditingkatkan|menyandang|penetapan|mengumumkan|menahan|penahanan|ditahan|mendekam|meringkuk|dijebloskan"
    r"|dititipkan|ditempatkan|dipindahkan|dimasukkan|memasukkan|masuk|dikenai|memeriksa|diperiksa|dimintai|(?:di|me)?laporkan)\b"
)
_OF_A_DAY = ("-suspect", "-detained", "-wanted", "-questioned", "-reported")
_INSIDE = pattern(r"\b(?:per|sejak|mulai)\s+{DAT:date}(?=[^⟨]*$)")


def _own_day(view: View, found: re.Match[str]) -> Item | None:
    """Return the day told beside the words of a stage, where no other verb stands between."""
    if inside := _INSIDE.search(found[0]):
        return view.item(inside, "date")
    spoken = frames.speech_stretches(view)
    for one in re.finditer(r"⟨DAT(\d+)⟩", view.masked):
        at = one.start()
        between = (
            view.masked[found.end() : at]
            if at > found.end()
            else view.masked[one.end() : found.start()]
        )
        is_apart = found.start() < at < found.end() or len(between) > _REACH or _CUT.search(between)
        words = [word.casefold() for word in WORD.findall(between)]
        if is_apart or any(start <= at < end for start, end in spoken):
            continue
        is_after_comma = at > found.end() and _COMMA.search(between)
        if not is_after_comma and not any(is_verb(word) for word in words):
            return view.item_number(int(one[1]))
    return None


# A day behind a comma may be that on which it was told.
_COMMA = Pattern(r",\s*(?:hari\s+|tanggal\s+)*$")
_REACH = 110
_CUT = Pattern(
    r"[.;\"“”]|⟨(?:PER|INI)|\b(?:setelah|usai|sebelum|karena|lahir|sampai|hingga|sedangkan|sementara|adapun|penangkapan)\b"
)


def claim_since(context: Context, relation: str, date: Item) -> None:
    """Claim the day since which somebody has a stage, where it is told to the day."""
    if len(date.key) == len("2026-01-31"):
        span = date.start, date.end
        context.sink.claim(relation, "date", date.key, span, original=date.text, confidence=0.8)


def _is_generic_count(view: View, found: re.Match[str], stage: str) -> bool:
    """Whether the pattern began at a count of people who are no suspects."""
    if not found[0].startswith("⟨CNT"):
        return False
    items = view.within(found.start(), found.start() + 8, Kind.COUNT)
    role = getattr(items[0].value, "role", "") if items else ""
    return bool(role != stage) or getattr(items[0].value, "noun", "").endswith("pelaku")


def claim_stage(
    context: Context, person: str, stage: str, span: tuple[int, int], voice: Voice
) -> str:
    """Claim a person's legal stage in the document's case; return the stage's id."""
    sink = context.sink
    case = case_of(context, span)
    id_ = sink.scoped("stage", f"{person.partition('-')[2]}-{stage}")
    if id_ not in sink.entities:
        caption = f"{sink.entities[person].caption}: {stage}"
        sink.entity(id_, "LegalStage", caption, span)
    sink.claim(id_, "stageOf", person, span, is_object=True, voice=voice)
    sink.claim(id_, "stageIn", case, span, is_object=True, voice=voice, confidence=0.8)
    sink.claim(id_, "stage", stage, span, voice=voice)
    return id_
