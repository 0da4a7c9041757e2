"""Suspects: legal stage as the source words it, role, sex, home; never guilt.

Owns the ladder reported-suspect-wanted-defendant-convicted as words of the text. ``diamankan``
and ``terduga pelaku`` are no stage.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_LIST = (
    r"{PER}(?:\s*\([^)⟨]{0,20}\)|\s*,\s*(?:warga|asal|selaku)\s[^,.]{0,40}){0,3}(?:\s*(?:,"
    r"|dan|serta|,\s*dan|,\s*serta)\s*{PER}(?:\s*\([^)⟨]{0,20}\))?){0,20}"
)
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suspect", pattern(
        rf"\b[Mm]enetapkan\s+(?:⟨CNT\d+⟩\s*,?\s*(?:yakni|yaitu|berinisial)?\s*"
        rf"|seorang\s+(?:\w+\s+){{1,4}}?(?:berinisial\s+)?)?(?P<who>{_LIST})"
        rf"\s*,?\s+sebagai\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?P<who>{_LIST})[^.\"“⟨]{{0,30}}?\s+(?:telah\s+|sudah\s+|kini\s+|resmi\s+)*"
        rf"(?:ditetapkan\s+(?:sebagai|menjadi)|berstatus(?:\s+sebagai)?|menjadi)"
        rf"\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka|⟨CNT\d+⟩)(?:\s+yang\s+[^⟨.]{{0,40}})?(?:\s+\w+){{"
        rf"0,4}}?\s*,?\s*(?:(?:berinisial|inisial|yakni|yaitu|ialah|masing-masing"
        rf"(?:\s+berinisial)?|adalah|antara\s+lain|bernama)\s+)?(?P<who>{_LIST})"
    )),
    ("suspect", pattern(
        rf"\b(?:sebagai|jadi|menjadi)\s+tersangka\s*,?\s+(?:yakni|yaitu|berinisial"
        rf"|masing-masing(?:\s+berinisial)?|antara\s+lain|adalah|ialah)\s+(?P<who>{_LIST})"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka\b|⟨CNT\d+⟩)(?:(?!korban|saksi|kepada|oleh\b|menyebut|mengenal|bekerja\s+sama|disuruh|suruhan|perintah|milik\b)[^.\"“]){{0,110}}?\b"
        rf"(?:berinisial|inisial|yakni|yaitu|ialah|masing-masing)\s+(?P<who>{_LIST})"
    )),
    (
        "defendant",
        pattern(
            rf"\b[Tt]erdakwa(?:\s+lain(?:nya)?\s*,)?\s+(?:(?:berinisial|inisial|yakni|yaitu"
            rf"|atas\s+nama|bernama)\s+)?"
            rf"(?P<who>{_LIST})"
        ),
    ),
    ("defendant", pattern(
        rf"(?:\b[Tt]erdakwa\b|⟨CNT\d+⟩)(?:(?!korban|saksi|kepada|oleh\b|menyebut|mengenal|bekerja\s+sama|disuruh|suruhan|perintah|milik\b)[^.\"“⟨]){{0,90}}?\b(?:yakni|yaitu|ialah|masing-masing"
        rf"|adalah|atas\s+nama)\s+(?P<who>{_LIST})"
    )),
    (
        "suspect",
        pattern(r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?\s*,\s+(?:seorang\s+)?tersangka\b"
            r"(?!\s+(?:itu\s+|tersebut\s+|lain(?:nya)?\s*,?\s*)?(?:berinisial\s+|bernama\s+)?⟨(?:PER|INI))"),
    ),
    ("wanted", pattern(
        rf"(?P<who>{_LIST})[^.⟨]{{0,40}}?\s+(?:masih\s+|kini\s+|sedang\s+)*"
        rf"(?:dalam\s+pencarian|diburu|dalam\s+pengejaran)\b"
    )),
    ("wanted", pattern(
        rf"(?P<who>{_LIST})[^.⟨]{{0,40}}?\s+(?:masuk|dimasukkan|ditetapkan|berstatus"
        rf"|masih|menjadi|kini)\s+(?:ke\s+|dalam\s+|sebagai\s+)*(?i:daftar\s+pencarian\s+orang|DPO"
        rf"|buron)"
    )),
    ("suspect", pattern(
        r"^[\"“]?(?:Kini\s+|Akhirnya\s+)?(?P<who>{PER})(?:(?!⟨(?:PER|INI))[^.\"“;]){0,150}?\b(?:ditetapkan|kami\s+tetapkan"
        r"|berstatus)\s+(?:sebagai\s+|menjadi\s+)?tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:[Mm]emburu|[Mm]engejar)\s+(?:(?:pelaku|tersangka|seorang|satu|lain(?:nya)?|pria|perempuan"
        rf"|orang|lagi|bos|agen)\s+){{0,4}}(?:berinisial\s+|bernama\s+)?(?P<who>{_LIST})"
    )),
    ("suspect", pattern(
        rf"\b(?:[Mm]enaikkan|[Mm]eningkatkan)\s+status(?:\s+hukum)?\s+(?:(?:terlapor|saksi)\s+)?"
        rf"(?P<who>{_LIST})\s*,?\s+(?:(?:dari|sebagai)\s+(?:saksi|terlapor)\s+)?(?:sebagai|menjadi)\s+tersangka"
    )),
    ("suspect", pattern(
        rf"\b[Ss]tatus(?:\s+hukum)?\s+(?P<who>{_LIST})[^.⟨]{{0,40}}?\s(?:dinaikkan|naik|ditingkatkan)"
        rf"[^.⟨]{{0,30}}?\s(?:sebagai|menjadi)\s+tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:DPO|buron(?:an)?)\s+(?:berinisial\s+|atas\s+nama\s+|bernama\s+)?"
        rf"(?P<who>{_LIST})"
    )),
    ("wanted", pattern(
        rf"\b[Mm]emasukkan\s+(?P<who>{_LIST})\s+(?:ke\s+dalam|ke|dalam)\s+"
        rf"(?:daftar\s+pencarian|DPO)"
    )),
    ("wanted", pattern(rf"(?P<who>{_LIST})\s*\(\s*DPO\s*\)")),
    ("defendant", pattern(
        rf"(?P<who>{_LIST})\s+(?:juga\s+|sebelumnya\s+|telah\s+)*(?:didakwa|dituntut)\b"
    )),
    ("suspect", pattern(
        rf"(?P<who>{_LIST})\s+(?:juga\s+|telah\s+)*(?:disangka(?:kan)?|dipersangkakan)\b"
    )),
    ("detained", pattern(
        rf"\b[Mm]enahan\s+(?:(?:seorang|tersangka|mantan|{{POS}}|{{ORG}}|[a-z]+)\s+){{0,5}}?"
        rf"(?:berinisial\s+)?(?P<who>{_LIST})"
    )),
    ("detained", pattern(
        rf"(?P<who>{_LIST})\s+(?:telah\s+|kini\s+|sudah\s+|langsung\s+|pun\s+)*(?:ditahan|mendekam|meringkuk)\b"
    )),
)  # fmt: skip
_ROLE = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?(?:\s*,\s*(?:warga|asal)\s+{LOC}\s*,|\s*,(?=\s+yang\s))?"
    r"(?:\s+(?:itu|tersebut|ini|diduga|yang|diketahui|disebut(?:-sebut)?|dikenal|juga|merupakan\s+[a-z]+(?:\s+[a-z]+){0,3}))*"
    r"\s+(?:memiliki\s+peran|berperan|bertugas|bertindak|selaku|sebagai|adalah)\s+(?:sebagai\s+|selaku\s+)?"
    r"(?P<role>[a-z][a-z\s/-]{3,60})"
)
_DOES = pattern(
    r"(?P<who>{INI}(?:\s*\([^)⟨]{0,12}\))?(?:\s*(?:,|dan|serta"
    r"|,\s*dan)\s*{INI}(?:\s*\([^)⟨]{0,12}\))?)*)"
    r"\s*,?\s+(?:diduga\s+)?(?:yang\s+)?"
    r"(?P<role>menyediakan\s+(?:mobil|kendaraan|kapal|perahu|angkutan)|(?:menyiapkan|menyediakan)\s+(?:rumah|tempat)\s+\w+|mengemudikan\s+\w+"
    r"|menjadi\s+(?:sopir|tekong|calo|perekrut|penampung|koordinator|penjemput)\w*"
    r"|(?:membiayai|mendanai|memodali)\s|memalsukan\s|merekrut\s|mencari\s+(?:calon|korban|pekerja)"
    r"|menampung\s|(?:men|mem|meng)(?:jemput|antar|angkut)\w*\s+(?:⟨CNT|para|calon|korban"
    r"|pekerja|mereka))"
)
_CALLED = pattern(
    r"\b(?P<role>tekong|nakhoda|pemodal|pendana|pengendali|koordinator|motoris|dinakhodai(?:\s+oleh)?(?:\s+(?:seorang\s+)?(?:pria|warga))?|calo"
    r"|perekrut|sopir|penampung|penjemput|direktur(?=\s+⟨ORG)"
    r"|sponsor)"
    r"(?:\s+⟨ORG\d+⟩)?\s+(?:yang\s+)?(?:berinisial|inisial|bernama)\s+(?P<who>{INI})"
)
_APPOSED = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?\s*,\s+(?:seorang\s+)?(?P<role>tekong|nakhoda|calo|perekrut|sopir"
    r"|penampung|pemodal)\b"
)
_BY_WHOM = pattern(
    r"\b(?P<role>direkrut|ditampung|dijemput|diangkut|dipalsukan)\s+(?:oleh\s+)?(?:(?:seorang|sponsor|calo|agen"
    r"|perekrut|pria|perempuan|wanita|lelaki|perantara|tersangka|pelaku|terdakwa|berinisial|bernama|inisial"
    r"|lapangan|perorangan)\s+){0,5}(?P<who>{PER})"
)
_DIRECTOR = pattern(r"(?P<role>{POS:post})\s+{ORG}\s+(?:berinisial|inisial)\s+(?P<who>{INI})")
_ROLE_WORDS: tuple[tuple[str, str], ...] = (
    (r"merekrut|direkrut|perekrut|(?:pencari|mencari)\s+(?:korban|calon|pekerja)", "recruiter"),
    (r"\bcalo\b|\bsponsor\b|petugas\s+lapangan", "calo"),
    ((
        r"penampung|menampung|ditampung|(?:menyiapkan|menyediakan)\s+(?:rumah|tempat)"
        r"|pemilik\s+(?:rumah\s+)?penampungan|penyedia\s+"
        r"(?:tempat\s+)?penampungan"
    ), "harbourer"),
    (
        r"menyediakan\s+(?:mobil|kendaraan|kapal|perahu|angkutan)|sopir|pengemudi|peng?angkut|mengangkut|[pm]enjemput|dijemput|diangkut|[pm]engantar",
        "transporter",
    ),
    (r"tekong|motoris|nakhoda|nahkoda|anak\s+buah\s+kapal", "boat-skipper"),
    # Who only runs errands for passports forges nothing.
    (
        r"pemalsu|memalsukan|dipalsukan|(?:membuat|pembuat)\s+(?:\w+\s+){0,2}palsu",
        "document-forger",
    ),
    (r"pendana|pemodal|penyandang\s+dana|membiayai|mendanai|memodali", "financier"),
    (r"koordinator|pengendali|otak", "coordinator"),
    (r"direktur", "company-director"),
)  # fmt: skip
_SEX = re.compile(
    r"(?i)\b(?P<word>pria|laki-laki|lelaki|wanita|perempuan)\s+(?:\w+\s+){0,2}?"
    r"(?:ber)?inisial\s*$"
)
_HOME = pattern(
    r"^\s*(?:\([^)]{0,16}\)|,?\s*\d{1,2}\s+tahun)?\s*,?\s*(?:seorang\s+)?(?:warga"
    r"|asal)\s+{LOC:place}"
)


def case_of(context: Context, span: tuple[int, int]) -> str:
    """Return the id of the matter that the document tells of."""
    title = next(
        (s.text for s in context.sentences if s.role is Role.TITLE), "Perkara dalam artikel"
    )
    return context.sink.entity(context.sink.scoped("case", "1"), "Case", title, span)


_BOTH = re.compile(
    r"^[\"“]?(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka|Para\s+tersangka|Kedua\s+tersangka"
    r"|\w+\s+tersangka(?:\s+(?:itu|tersebut))?)(?:\s*,\s*(?=[A-Z])|\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yakni"
    r"|yaitu"
    r"|masing-masing|berinisial|terdiri)\b)"
)
_MADE = re.compile(r"(?i)\b(?:sebagai|jadi|menjadi|menetapkan\s+(?:\w+\s+){0,4})\s*tersangka\b")


def _named_next(context: Context, view: View) -> None:
    """Read who was meant: ``menetapkan dua orang tersangka. Keduanya adalah SM dan JN``."""
    number = view.sentence.number
    if not number or not _BOTH.match(view.sentence.text):
        return
    before = context.views[number - 1]
    made = [i for i in before.items if i.kind is Kind.COUNT]
    is_made = _MADE.search(before.masked) and frames.is_real(before, len(before.masked))
    if not is_made:
        # "melimpahkan dua tersangka": they are suspects already.
        made = [i for i in made if getattr(i.value, "role", "") == "suspect"]
    people = [i for i in view.items if i.kind in (Kind.INITIALS, Kind.PERSON)]
    sizes = {c.value.bounds.lower for c in made if isinstance(c.value, Counted)}
    if len(people) not in sizes:
        return
    for person in people:
        if (id_ := context.registry.of(person)) and id_ not in context.registry.posts_of:
            span = view.sentence.start, person.end
            claim_stage(context, id_, "suspect", span, context.voice(person.start))


_APPOSITION = pattern(
    rf"(?P<count>⟨CNT\d+⟩)(?:[^.,⟨\"“]|⟨TOP\d+⟩(?:\s*\(⟨TOP\d+⟩\))?){{0,90}},\s+(?P<who>{_LIST})\s*,"
)


def _apposed(context: Context, view: View) -> None:
    """Read ``Dua terdakwa perkara itu, Rusdi Hamid dan Nurlela, ...``: as many as are counted."""
    for found in _APPOSITION.finditer(view.masked):
        counted = view.item(found, "count")
        value = counted.value if counted else None
        people = view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)
        if not isinstance(value, Counted) or value.role not in ("suspect", "defendant"):
            continue
        if len(people) == value.bounds.lower and value.noun not in ("pelaku", "terduga pelaku"):
            for person in people:
                id_ = context.registry.of(person)
                if id_ and id_ not in context.registry.posts_of:
                    voice = context.voice(person.start)
                    claim_stage(context, id_, value.role, view.span(found), voice)


_NUMERALS = {"Keduanya": 2, "Ketiganya": 3, "Keempatnya": 4, "Kelimanya": 5, "Keenamnya": 6}
_ALL_MADE = re.compile(
    r"^[\"“]?(?P<all>Ke\w+nya)(?:\s+(?:kini|telah|sudah|juga|resmi|langsung))*\s+"
    r"(?:ditetapkan\s+(?:sebagai|menjadi)|berstatus|menjadi)\s+tersangka\b"
)


def _all_made(context: Context, view: View) -> None:
    """Read ``Ketiganya ditetapkan sebagai tersangka`` where exactly three were named before."""
    found = _ALL_MADE.match(view.sentence.text)
    wanted = _NUMERALS.get(found["all"]) if found else None
    if wanted is None:
        return
    named: dict[str, None] = {}
    for before in reversed(context.views[max(0, view.sentence.number - 3) : view.sentence.number]):
        items = [i for i in before.items if i.kind is Kind.INITIALS]
        named |= dict.fromkeys(id_ for i in items if (id_ := context.registry.of(i)))
        if len(named) >= wanted:
            break
    if len(named) == wanted:
        for id_ in named:
            claim_stage(context, id_, "suspect", view.whole, context.voice(view.whole[0]))


_NOW_HELD = re.compile(
    r"^[\"“]?(?:(?:Saat\s+ini|Kini)\s*,?\s+)?(?:[Pp]elaku|[Tt]ersangka|[Ii]a|[Dd]ia"
    r"|[Yy]ang\s+bersangkutan)"
    r"(?:\s+(?:itu|tersebut|kini|telah|sudah|langsung|saat\s+ini|kami))*\s+(?:ditahan|(?<=kami\s)tahan)\b"
)


def _held(context: Context, view: View) -> None:
    """Read ``Pelaku kini ditahan`` where the document knows one suspect and no other person."""
    if not _NOW_HELD.match(view.sentence.text):
        return
    people = {
        id_
        for item in context.registry_items
        if item.kind is Kind.INITIALS and (id_ := context.registry.of(item))
    }
    if len(people) == 1:
        claim_stage(context, people.pop(), "detained", view.whole, context.voice(view.whole[0]))


def find(context: Context) -> None:
    """Claim stages and roles of persons in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _named_next(context, view)
        _all_made(context, view)
        _held(context, view)
        _apposed(context, view)
        for stage, rule in _STAGES:
            for found in rule.finditer(view.masked):
                _stages(context, view, found, stage)
        for rule in (_ROLE, _DOES, _CALLED, _APPOSED, _BY_WHOM, _DIRECTOR):
            for found in rule.finditer(view.masked):
                _role(context, view, found)
        _traits(context, view)


# "Istri tersangka, Rina Lestari": who is somebody to a suspect is none.
_RELATED = re.compile(
    r"(?i)\b(?:istri|suami|anak|ayah|ibu|bapak|orang\s+tua|kakak|adik|paman|bibi|sepupu|keponakan|mertua|ipar|saudara"
    r"|keluarga|kerabat|tetangga|teman|rekan|kekasih|majikan|pengacara|advokat|(?:kuasa|penasi?e?hat)\s+hukum|pendamping"
    r"|perwakilan|korban|saksi|mantan|eks|bekas|menurut|kata|ujar)\s+(?:dari\s+|para\s+|kedua\s+|salah\s+satu\s+)*$"
)
# "MR belum ditetapkan sebagai tersangka", "bukan tersangka", "berpotensi menjadi tersangka".
_NOT_YET = re.compile(
    r"(?i)\b(?:belum|tidak|tak|bukan(?!nya)|batal|urung|akan|bakal|dapat|bisa|mungkin|berpotensi|segera|terancam"
    r"|calon|apakah|diusulkan|diminta|didesak|jika|apabila|bila)\b"
)


# "RD adalah korban yang direkrut": what was done to them is no role.
_SUFFERED = re.compile(
    r"(?i)^\W*(?:korban|saksi|penyintas|pelapor)\b|\bdi(?:rekrut|tampung|jemput|angkut|palsukan)\b"
)
_UNPROVEN = re.compile(r"(?i)\b(?:tidak|tak)\s+(?:terbukti|benar)\b")
_NEVER = re.compile(r"(?i)\b(?:belum|tidak|tak|bukan(?!nya)|membantah|menolak)\b")


def _stages(context: Context, view: View, found: re.Match[str], stage: str) -> None:
    if not frames.is_real(view, found.start()) or _is_generic_count(view, found, stage):
        return
    if _NOT_YET.search(found[0]) or _RELATED.search(view.masked[: found.start()]):
        return
    if stage == "suspect" and re.search(
        r"(?i)\b(?:terduga|saksi|korban)\b[^⟨,;]*$", view.masked[: found.start("who")][-30:]
    ):
        return
    for person in view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON):
        id_ = context.registry.of(person)
        # Officials are never meant; someone known by initials only is no official.
        is_official = id_ in context.registry.posts_of and person.kind is Kind.PERSON
        if not id_ or is_official:
            continue
        span = view.offset(found.start()), max(person.end, view.offset(found.end()))
        claim_stage(context, id_, stage, span, context.voice(person.start))


def _is_generic_count(view: View, found: re.Match[str], stage: str) -> bool:
    """Whether the pattern began at a count of people who are no suspects."""
    if not found[0].startswith("⟨CNT"):
        return False
    items = view.within(found.start(), found.start() + 8, Kind.COUNT)
    role = getattr(items[0].value, "role", "") if items else ""
    return bool(role != stage)


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


_JOINT = re.compile(r"\bsekaligus\b|\bmerangkap\b|\bserta\b|\bdan\s+juga\b|,")


def _roles(told: str) -> list[str]:
    """Return the roles that words tell: "pemilik penampungan sekaligus perekrut" are two."""
    made = [
        next((role for words, role in _ROLE_WORDS if re.search(words, part)), "")
        for part in _JOINT.split(told)
    ]
    return list(dict.fromkeys(role for role in made if role))


def _role(context: Context, view: View, found: re.Match[str]) -> None:
    post = view.item(found, "post") if "post" in found.re.groupindex else None
    told = post.text.casefold() if post else found["role"]
    if not frames.is_real(view, found.start("role")) or _NEVER.search(found[0]):
        return
    if _UNPROVEN.search(view.masked, found.end()):
        return
    if found.re is not _BY_WHOM and _SUFFERED.search(told):
        return
    span = view.span(found)
    for person in view.within(found.start("who"), found.end("who")):
        id_ = context.registry.of(person)
        if not id_ or id_ in context.registry.posts_of or context.is_denied(person.start):
            continue
        for role in _roles(told):
            _claim_role(context, id_, role, span, context.voice(person.start).as_("alleged"))


def _claim_role(
    context: Context, person: str, role: str, span: tuple[int, int], voice: Voice
) -> None:
    sink = context.sink
    case = case_of(context, span)
    relation = sink.scoped("role", f"{person.partition('-')[2]}-{role}")
    cls = "BrokerRole" if role == "calo" else "CaseRole"
    sink.entity(relation, cls, f"{sink.entities[person].caption}: {role}", span)
    sink.claim(relation, "roleHolder", person, span, is_object=True, voice=voice)
    sink.claim(relation, "roleIn", case, span, is_object=True, voice=voice, confidence=0.8)
    sink.claim(relation, "role", role, span, voice=voice)


def _is_territory(context: Context, id_: str) -> bool:
    classes = ("Territory", "Province", "Regency", "District", "Village")
    return bool(id_) and context.sink.entities[id_].cls in classes


def _traits(context: Context, view: View) -> None:
    sink = context.sink
    for person in view.items:
        if person.kind is not Kind.INITIALS:
            continue
        id_, at = context.registry.of(person), frames.masked_at(view, person)
        if not id_ or at < 0:
            continue
        if sex := _SEX.search(view.masked[:at]):
            value = (
                "male" if sex["word"].casefold() in ("pria", "laki-laki", "lelaki") else "female"
            )
            sink.claim(id_, "sex", value, (view.offset(sex.start("word")), person.end))
        after = view.masked.find("⟩", at) + 1
        home = _HOME.search(view.masked[after:])
        place: Item | None = view.item(home, "place") if home else None
        where = context.registry.of(place)
        if place is not None and _is_territory(context, where):
            sink.claim(
                id_, "residence", where, (person.start, place.end), is_object=True, confidence=0.88
            )
