"""Suspects: legal stage as the source words it, role, sex, home; never guilt.

Owns the ladder reported-suspect-wanted-defendant-convicted as words of the text. ``diamankan``
and ``terduga pelaku`` are no stage.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import frames, reality, roles
from loaders.text.facts.cases import case_of
from loaders.text.facts.listed import NAMES, carried_on
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

# "Tersangka mengenal HS", "memakai KTP milik HS": what stands between is no verb or owner.
_NO_VERB = (
    r"(?!(?:me(?!rupakan)|ber(?!inisial|nama|kewarga|usia)|di(?!\s))\w+|milik\b|nama\b|kepada\b|dengan\b|oleh\b"
    r"|untuk\b|dari\b|dan\b|serta\b|ke\b|di\b|pada\b|rumah\b|kabur\b|lari\b|melalui\b|lewat\b|soal\b|tentang\b|bersama\b|terhadap\b|bukan\b|melainkan\b|suruhan\b|kenal\b)"
)
# "Dua terdakwa didampingi dua pengacara, yakni A dan B": whom a list may name instead.
_OTHERS = (
    r"\b(?:korban|saksi|kepada|oleh|menyebut|mengenal|bekerja\s+sama|disuruh|suruhan|perintah|milik"
    r"|didampingi|dibela|dikawal|dijaga|bersama|pengacara|advokat|kuasa|penasi?e?hat|jaksa|hakim|petugas|penyidik"
    r"|polisi|anggota|keluarga|istri|suami|anak|orang\s+tua|teman|rekan|atasan|majikan)\b"
    # "Tersangka bekerja untuk seorang WNI berinisial TK": what a suspect does names another.
    r"|(?<!yang )\b(?:me(?!rupakan|lalui|njadi|miliki)[a-z]{3,}|bekerja)\b"
)
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suspect", pattern(
        rf"\b[Mm]enetapkan\s+(?:⟨CNT\d+⟩\s*,?\s*(?:yakni|yaitu|berinisial)?\s*"
        rf"|(?:(?:(?!tersangka|korban|saksi|anak\b|istri|suami|adik\b|kakak\b(?!\s+beradik)|ayah|ibu\b|keluarga|tetangga|teman)[a-z-]+"
        rf"|⟨(?:ORG|LOC|POS)\d+⟩)\s+){{1,6}}?"
        rf"(?:berinisial\s+)?)?(?P<who>{NAMES}(?:\s+(?:dan|serta)\s+(?:[a-z]+\s+){{0,3}}[a-z]+nya\s*,\s+{{PER}})?)"
        rf"\s*,?\s+sebagai\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?P<who>{NAMES})(?:(?!\w+nya\b|\b(?:kaget|terkejut|bahwa|setelah|karena|melihat|agar|saat)\b)[^.\"“⟨]){{0,30}}?\s+(?:telah\s+|sudah\s+|kini\s+|resmi\s+)*"
        rf"(?:ditetapkan(?:\s+(?:sebagai|menjadi))?|(?:berstatus|menyandang\s+status|menyandang)(?:\s+sebagai)?|menjadi)"
        rf"\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka(?:\s+(?:kasus|perkara)\s+{{TOP}})?|⟨CNT\d+⟩)(?:\s+yang\s+[^⟨.]{{0,40}})?(?:\s+{_NO_VERB}\w+){{"
        rf"0,4}}?\s*,?\s*(?:(?:berinisial|inisial(?:nya)?|yakni|yaitu|ialah|masing[\s-]masing"
        rf"(?:\s+berinisial)?|adalah|antara\s+lain|bernama)\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        rf"\b(?:sebagai|jadi|menjadi)\s+tersangka\s*,?\s+(?:(?:yakni|yaitu|berinisial"
        rf"|masing[\s-]masing(?:\s+berinisial)?|antara\s+lain|adalah|ialah)\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka\b|⟨CNT\d+⟩)(?:(?!{_OTHERS})[^.\"“]){{0,110}}?\b"
        rf"(?:berinisial|inisial|yakni|yaitu|ialah|masing[\s-]masing)\s+(?P<who>{NAMES})"
    )),
    (
        "defendant",
        pattern(
            rf"\b[Tt]erdakwa(?:\s+lain(?:nya)?\s*,|(?<=^[Tt]erdakwa),)?\s+(?:(?:berinisial|inisial|yakni|yaitu"
            rf"|atas\s+nama|bernama)\s+)?"
            rf"(?P<who>{NAMES})"
        ),
    ),
    ("defendant", pattern(
        rf"(?:\b[Tt]erdakwa\b|⟨CNT\d+⟩)(?:(?!{_OTHERS})[^.\"“⟨]){{0,90}}?\b(?:yakni|yaitu|ialah|masing[\s-]masing"
        rf"|adalah|atas\s+nama)\s+(?P<who>{NAMES})"
    )),
    ("defendant", pattern(
        rf"(?P<who>{NAMES}(?:\s*,?\s+bersama\s+(?:\w+\s+){{0,3}}{{PER}}(?:\s*\([^)⟨]{{0,20}}\))?)?)\s*,?\s+(?:kini\s+|mulai\s+)?"
        rf"(?:menjalani|menghadapi)\s+sidang\s+(?:perdana|pertama|dakwaan|tuntutan|putusan|vonis|pembacaan\s+\w+)"
        rf"(?!\s+(?:kode|etik|perceraian|praperadilan))"
    )),
    ("defendant", pattern(rf"\b[Mm]endakwa\s+(?:terdakwa\s+)?(?P<who>{NAMES})")),
    ("defendant", pattern(
        rf"\b[Mm]enuntut\s+(?:terdakwa\s+)?(?P<who>{NAMES})\s+(?:agar\s+)?(?:dengan\s+)?(?:(?:dihukum|pidana|hukuman|penjara"
        rf"|selama|masing-masing)\s+)*⟨DUR\d+⟩(?:\s+(?:pidana\s+)?penjara\s+(?:dan|serta|sedangkan)\s+(?P<also>{{PER}})\s+⟨DUR)?"
    )),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})\s*,?\s+yang\s(?:[^.⟨\"“]|⟨(?:LOC|PNT|ORG)\d+⟩){{0,90}}?\s(?:masih|kini|hingga\s+kini|menjadi|berstatus)\s+"
        rf"(?:\w+\s+)?(?:buron(?:an)?|DPO)\b"
    )),
    (
        "suspect",
        pattern(r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?\s*,\s+(?:seorang\s+)?tersangka\b"
            r"(?!\s+(?:itu\s+|tersebut\s+|lain(?:nya)?\s*,?\s*)?(?:berinisial\s+|bernama\s+)?⟨(?:PER|INI))"),
    ),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})(?:[^.⟨]{{0,40}}?|\s*,?\s+yang\s[^.⟨\"“]{{0,90}}?)\s+(?:masih\s+|kini\s+|sedang\s+|terus\s+)*"
        rf"(?:dalam\s+pencarian|diburu|dicari(?=\s*[.;,]|\s+(?:polisi|petugas|penyidik|aparat))|dalam\s+pengejaran)\b"
    )),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})(?:\s*,\s+yang\s(?:[^.⟨\"“]|⟨(?:LOC|PNT|ORG)\d+⟩){{0,90}},)?[^.⟨]{{0,40}}?\s+(?:masuk|dimasukkan|(?:kami|kita)\s+masukkan|ditetapkan|berstatus"
        rf"|masih|menjadi|kini)\s+(?:ke\s+|dalam\s+|sebagai\s+)*(?i:daftar\s+pencarian\s+orang|DPO"
        rf"|buron)"
    )),
    ("suspect", pattern(
        r"^[\"“]?(?:Kini\s+|Akhirnya\s+)?(?P<who>{PER})(?:(?!⟨(?:PER|INI))[^.\"“;]){0,150}?\b(?:ditetapkan|kami\s+tetapkan"
        r"|berstatus)\s+(?:sebagai\s+|menjadi\s+)?tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:[Mm]emburu|[Mm]engejar)\s+(?:(?:pelaku|tersangka|seorang|satu|lain(?:nya)?|pria|perempuan|⟨CNT\d+⟩"
        rf"|orang|lagi|bos|agen)\s+){{0,4}}(?:yakni\s+|masing[\s-]masing\s+)?(?:berinisial\s+|bernama\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        rf"\b(?:[Mm]enaikkan|[Mm]eningkatkan)\s+status(?:\s+hukum)?\s+(?:(?:terlapor|saksi)\s+)?"
        rf"(?P<who>{NAMES})\s*,?\s+(?:(?:dari|sebagai)\s+(?:saksi|terlapor)\s+)?(?:sebagai|menjadi)\s+tersangka"
    )),
    ("suspect", pattern(
        rf"\b[Ss]tatus(?:\s+hukum)?\s+(?P<who>{NAMES})[^.⟨]{{0,40}}?\s(?:dinaikkan|naik|ditingkatkan)"
        rf"[^.⟨]{{0,30}}?\s(?:sebagai|menjadi)\s+tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:DPO|buron(?:an)?)\s+(?:berinisial\s+|atas\s+nama\s+|bernama\s+)?"
        rf"(?P<who>{NAMES})"
    )),
    ("wanted", pattern(
        rf"\b[Mm]emasukkan\s+(?P<who>{NAMES})\s+(?:ke\s+dalam|ke|dalam)\s+"
        rf"(?:daftar\s+pencarian|DPO)"
    )),
    ("wanted", pattern(rf"(?P<who>{NAMES})\s*\(\s*DPO\s*\)")),
    ("reported", pattern(
        rf"\b[Mm]elaporkan\s+(?:(?:seorang|tetangganya|calo|sponsor|agen|terlapor|perekrut|pria|perempuan|berinisial|bernama)\s+){{0,4}}"
        rf"(?P<who>{NAMES})\s+(?:ke|kepada)\s+(?:{{ORG:to}}|polisi|kepolisian|aparat)"
    )),
    ("reported", pattern(
        rf"(?P<who>{NAMES})\s+(?:telah\s+|sudah\s+|juga\s+|kini\s+|pun\s+)*dilaporkan\s+(?:oleh\s+[^.⟨]{{0,30}}\s+)?"
        rf"(?:ke|kepada)\s+(?:{{ORG:to}}|polisi|kepolisian|aparat)"
    )),
    ("defendant", pattern(
        rf"(?P<who>{NAMES})(?:\s*,\s+(?:ke\w+nya|yang)\s[^.,⟨\"“]{{0,40}},)?\s*,?\s+(?:juga\s+|sebelumnya\s+|telah\s+|masing-masing\s+)*"
        rf"(?:didakwa|dituntut)\b"
    )),
    ("suspect", pattern(
        rf"(?P<who>{NAMES})\s+(?:juga\s+|telah\s+)*(?:disangka(?:kan)?|dipersangkakan)\b"
    )),
    ("detained", pattern(
        rf"\b[Mm]enahan\s+(?:(?:seorang|tersangka|mantan|{{POS}}|{{ORG}}|[a-z]+)\s*,?\s+){{0,5}}?"
        rf"(?:berinisial\s+)?(?P<who>{NAMES})"
    )),
    ("detained", pattern(
        rf"(?P<who>{NAMES})\s+(?:\w+\s+){{0,2}}?(?:ditangkap|dibekuk|diringkus)\b(?:[^.;⟨\"“]|⟨(?:LOC|PNT|ORG|DAT)\d+⟩){{0,90}}"
        rf"\b(?:dan|lalu|kemudian)\s+(?:langsung\s+|kini\s+)?ditahan\b"
    )),
    ("detained", pattern(
        rf"(?P<who>{NAMES})\s*(?:,\s+kini\s+|,\s+telah\s+|\s)(?:telah\s+|kini\s+|sudah\s+|langsung\s+|pun\s+)*(?:ditahan|mendekam|meringkuk|menjadi\s+tahanan(?!\s+(?:kota|rumah)))\b"
    )),
)  # fmt: skip
_BOTH = re.compile(
    r"^[\"“]?(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka(?:\s+yang\s+di\w+)?|(?:Para|Kedua|Ketiga)\s+(?:tersangka|terdakwa)"
    r"|\w+\s+tersangka(?:\s+(?:itu|tersebut))?)(?:\s*,\s*(?=[A-Z])|\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yakni"
    r"|yaitu"
    r"|masing[\s-]masing|berinisial|terdiri)\b)"
)
_MADE = re.compile(r"(?i)\b(?:sebagai|jadi|menjadi|menetapkan\s+(?:\w+\s+){0,4})\s*tersangka\b")


def _named_next(context: Context, view: View) -> None:
    """Read who was meant: ``menetapkan dua orang tersangka. Keduanya adalah SM dan JN``."""
    number = view.sentence.number
    if not number or not _BOTH.match(view.sentence.text):
        return
    before = context.views[number - 1]
    made = [i for i in before.items if i.kind is Kind.COUNT]
    is_made = _MADE.search(before.masked) and reality.is_real(before, len(before.masked))
    stage = "suspect"
    if not is_made:
        # "melimpahkan dua tersangka": they are suspects already.
        made = [i for i in made if getattr(i.value, "role", "") in ("suspect", "defendant")]
        stage = getattr(made[0].value, "role", "") if made else stage
    people = view.within(0, len(view.masked), Kind.INITIALS, Kind.PERSON)
    if not made and _HANDED.search(before.masked) and reality.is_real(before, len(before.masked)):
        _all_staged(context, view, people, stage)
        return
    sizes = {c.value.bounds.lower for c in made if isinstance(c.value, Counted)}
    if len(people) in sizes:
        _all_staged(context, view, people, stage)


# "menyerahkan tersangka dan barang bukti": who is handed over is a suspect already.
_HANDED = re.compile(r"\b(?:menyerahkan|melimpahkan)\s+(?:para\s+|kedua\s+|ketiga\s+)?tersangka\b")


def _all_staged(context: Context, view: View, people: list[Item], stage: str) -> None:
    for person in people:
        if (id_ := context.registry.of(person)) and id_ not in context.registry.posts_of:
            span = view.sentence.start, person.end
            claim_stage(context, id_, stage, span, context.voice(person.start))


_APPOSITION = pattern(
    rf"(?P<count>⟨CNT\d+⟩)(?:[^.,⟨\"“]|⟨TOP\d+⟩(?:\s*\(⟨TOP\d+⟩\))?){{0,90}},\s+(?P<who>{NAMES})\s*,"
)
# "Tiga terdakwa hadir di ruang sidang, yakni A, B, dan C": nobody else comes between.
_PRESENT = pattern(
    rf"^(?P<count>⟨CNT\d+⟩)\s+(?:hadir|dihadirkan|duduk|menjalani|mengikuti|menghadiri|dihadapkan)\b"
    rf"(?:(?!{_OTHERS})(?:[^.⟨\"“]|ruang\s+sidang\s+⟨PER\d+⟩|⟨(?:TOP|LOC|ORG|DATE)\d+⟩)){{0,120}}?"
    rf",?\s+(?:yakni|yaitu|masing[\s-]masing)\s+(?P<who>{NAMES})"
)


def _apposed(context: Context, view: View) -> None:
    """Read ``Dua terdakwa perkara itu, Rusdi Hamid dan Nurlela, ...``: as many as are counted."""
    for found in (*_APPOSITION.finditer(view.masked), *_PRESENT.finditer(view.masked)):
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


def _continued(context: Context, view: View) -> None:
    """Read a list of suspects that the next sentence goes on with: ``... A dan B. Serta C``."""
    more = carried_on(context, view)
    staged = {
        claim.value
        for claim in context.sink.claims.values()
        if claim.property == "stageOf"
        and claim.subject.endswith("-suspect")
        and view.sentence.start <= claim.start < view.sentence.end
    }
    for item in view.items if more else ():
        value = item.value
        if not isinstance(value, Counted) or value.role != "suspect":
            continue
        if value.bounds.lower == len(staged) + len(more):
            after = context.views[view.sentence.number + 1]
            _all_staged(context, after, more, "suspect")


_ENUMERATED = pattern(
    r"(?P<count>⟨CNT\d+⟩)(?P<made>\s+(?:\w+\s+)?(?:ditetapkan\s+)?(?:sebagai|menjadi)\s+tersangka\b[^.⟨\"“]{0,60}?)?"
    r"(?:\s+yang\s+(?:\w+\s+)?(?:ditangkap|diamankan|ditahan|dibekuk|diringkus))?\s*,?\s+(?:yakni|yaitu|masing[\s-]masing|ialah|adalah)\b"
)


def _enumerated(context: Context, view: View) -> None:
    """Read ``dua tersangka, yakni R (38) yang ... dan S (45) yang ...``: as many as counted."""
    for found in _ENUMERATED.finditer(view.masked):
        counted = view.item(found, "count")
        value = counted.value if counted else None
        people = view.within(found.end(), len(view.masked), Kind.INITIALS)
        is_made = found["made"] and not _NOT_YET.search(found["made"])
        is_told = isinstance(value, Counted) and (
            value.noun in ("tersangka", "orang tersangka") or bool(is_made)
        )
        is_all = isinstance(value, Counted) and len(people) == value.bounds.lower
        if is_told and is_all and reality.is_real(view, found.start()):
            _all_staged(context, view, people, "suspect")


_NUMERALS = {"Keduanya": 2, "Ketiganya": 3, "Keempatnya": 4, "Kelimanya": 5, "Keenamnya": 6}
_ALL_MADE = re.compile(
    r"^[\"“]?(?:[A-Z][^⟨,.\"“]{0,50}?,?\s+)?(?P<all>[Kk]e\w+nya)(?:\s+(?:kini|telah|sudah|juga|resmi|langsung))*\s+"
    r"(?:ditetapkan(?:\s+(?:sebagai|menjadi))?|berstatus(?:\s+sebagai)?|menyandang(?:\s+status)?|naik\s+status\s+menjadi"
    r"|kami\s+tetapkan(?:\s+(?:sebagai|menjadi))?|menjadi|jadi)\s+tersangka\b"
)


_ALL_SOUGHT = pattern(
    r"^[\"“]?(?P<all>[Kk]e\w+nya)\b(?:[^.⟨\"“]|⟨LOC\d+⟩){0,70}?\b(?:masuk|dimasukkan|ditetapkan|berstatus|menjadi|masih)\s+"
    r"(?:ke\s+|dalam\s+|sebagai\s+)*(?i:daftar\s+pencarian|DPO|buron)"
)


def _all_made(context: Context, view: View) -> None:
    """Read ``Ketiganya ditetapkan sebagai tersangka`` where exactly three were named before."""
    sought = _ALL_SOUGHT.match(view.masked)
    found = sought or _ALL_MADE.match(view.sentence.text)
    wanted = _NUMERALS.get(found["all"].capitalize()) if found else None
    if found is None or wanted is None:
        return
    if not reality.is_real(view, len(view.masked)) or reality.is_groundless(view):
        return
    stage = "wanted" if sought else "suspect"
    is_held = not sought and _AND_HELD.match(view.sentence.text, found.end()) is not None
    named: dict[str, None] = {}
    for before in reversed(context.views[max(0, view.sentence.number - 3) : view.sentence.number]):
        items = [i for i in before.items if _may_be_made(context, i)]
        named |= dict.fromkeys(id_ for i in items if (id_ := context.registry.of(i)))
        if len(named) >= wanted:
            break
    if len(named) == wanted:
        for id_ in named:
            claim_stage(context, id_, stage, view.whole, context.voice(view.whole[0]))
            if is_held:
                claim_stage(context, id_, "detained", view.whole, context.voice(view.whole[0]))


_AND_HELD = re.compile(r"\s+(?:dan|serta)\s+(?:langsung\s+|kini\s+|telah\s+|sudah\s+)?ditahan\b")


_AGED = re.compile(r"\s*\(\d{2}(?:\s+tahun)?\)")


def _may_be_made(context: Context, item: Item) -> bool:
    """Whether ``keduanya`` may mean whom an item names: letters, or a name with an age."""
    if item.kind is Kind.INITIALS:
        return True
    is_aged = item.kind is Kind.PERSON and _AGED.match(context.text, item.end) is not None
    return is_aged and context.registry.of(item) not in context.registry.posts_of


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


_ALL_HELD = re.compile(
    r"^(?:[^\"“.]{0,90}?\bme\w+kan,\s+(?:bahwa\s+)?)?[\"“]?(?:(?:Saat\s+ini|Kini|Sekarang)\s*,?\s+)?(?P<who>(?i:mereka|keduanya|ketiganya|para\s+tersangka|(?:kedua|ketiga)\s+tersangka))"
    r"(?:\s+(?:itu|tersebut|kini|telah|sudah|langsung|saat\s+ini))*\s+(?:ditahan|mendekam)\b"
)


def _all_held(context: Context, view: View) -> None:
    """Read ``Kini mereka ditahan``: all whom the document calls suspects or arrested."""
    found = _ALL_HELD.match(view.sentence.text)
    if found is None:
        return
    claims = list(context.sink.claims.values())
    wanted = {c.value for c in claims if c.property == "stageOf" and c.subject.endswith("-wanted")}
    people = {
        c.value: None
        for c in claims
        if c.value.startswith("per:")
        and (c.property == "apprehended" or c.subject.endswith("-suspect"))
        and c.value not in wanted
    }
    low = found["who"].casefold()
    size = 2 if low.startswith("kedua") else 3 if low.startswith("ketiga") else len(people)
    if len(people) < 2 or len(people) != size:
        return
    voice = context.voice(view.whole[0])
    for person in people:
        if "tersangka" in low:
            claim_stage(context, person, "suspect", view.whole, voice)
        claim_stage(context, person, "detained", view.whole, voice)


def find(context: Context) -> None:
    """Claim stages and roles of persons in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _named_next(context, view)
        _all_made(context, view)
        _held(context, view)
        _apposed(context, view)
        _enumerated(context, view)
        for stage, rule in _STAGES:
            for found in rule.finditer(view.masked):
                _stages(context, view, found, stage)
        _continued(context, view)
    for view in context.body():
        if view.sentence.role is Role.BODY:
            _all_held(context, view)
            roles.find_in(context, view)


# "Istri tersangka, Rina Lestari": who is somebody to a suspect is none.
_RELATED = re.compile(
    r"(?i)\b(?:istri|suami|anak|ayah|ibu|bapak|orang\s+tua|kakak|adik|paman|bibi|sepupu|keponakan|mertua|ipar|saudara"
    r"|keluarga|kerabat|tetangga|teman|rekan|kekasih|pacar|tunangan|selingkuhan|menantu|cucu|besan|ajudan|bawahan|asisten|karyawan|pegawai|pembantu|kenalan|klien|majikan|pengacara|advokat|(?:kuasa|penasi?e?hat)\s+hukum|pendamping"
    r"|perwakilan|korban|saksi|mantan|eks|bekas|menurut|kata|ujar)\s+(?:dari\s+|para\s+|kedua\s+|salah\s+satu\s+)*$"
)
# "MR belum ditetapkan sebagai tersangka", "bukan tersangka", "berpotensi menjadi tersangka".
_NOT_YET = re.compile(
    r"(?i)\b(?:belum|tidak|tak|bukan(?!nya)|batal|urung|akan|bakal|dapat|bisa|mungkin|berpotensi|segera|terancam"
    r"|calon|apakah|diusulkan|diminta|didesak|jika|apabila|bila|membantah|menampik|menyangkal)\b"
)


# "yang menjadi korban 13 tersangka itu ialah X": X is the victim, not the suspect.
_VICTIM_IS = re.compile(
    r"(?i)\b(?:korban|penyintas)\b[^.;⟩]{0,80}(?:⟨[A-Z]{3}\d+⟩[^.;]{0,30})?\b(?:ialah|adalah)\s+$"
)


_NOT_MADE = re.compile(
    r"(?i)\b(?:belum|tidak|tak|batal|urung|akan|bakal|dapat|bisa|mungkin|segera)\s+(?:\w+\s+)?(?:ditetapkan|dijadikan)\s+(?:(?:sebagai|menjadi)\s+)?$"
)


# "SW ditetapkan sebagai tersangka, TR masih saksi": who opens the next clause is none.
_CLAUSE_OVER = re.compile(r"(?i)\b(?:sebagai|menjadi|jadi)\s+tersangka\s*,\s+$")
_LIST_ENDS = re.compile(r"\s*(?:$|[.,;:)\"”]|yang\b)")


def _is_filed(view: View, found: re.Match[str]) -> bool:
    """Whether a report goes to the police, and not about somebody who is missing."""
    to = view.item(found, "to")
    is_police = to is None or to.cls == "LawEnforcementAgency"
    return is_police and re.search(r"(?i)\b(?:ke)?hilang(?:an)?\b", view.masked) is None


def _is_next_clause(view: View, found: re.Match[str]) -> bool:
    is_over = _CLAUSE_OVER.search(view.masked[: found.start("who")]) is not None
    return is_over and not _LIST_ENDS.match(view.masked, found.end("who"))


def _stages(context: Context, view: View, found: re.Match[str], stage: str) -> None:
    # "menuntut terdakwa X": whatever is asked for, a defendant is one already.
    is_called = found[0].casefold().startswith("terdakwa")
    if reality.is_groundless(view) or not (is_called or reality.is_real(view, found.start())):
        return
    if _is_generic_count(view, found, stage) or _VICTIM_IS.search(
        view.masked[: found.start("who")]
    ):
        return
    if frames.is_matter_abroad(context, view) or _NOT_MADE.search(view.masked[: found.start()]):
        return
    # "Keluarga korban melaporkan X": whose family reports is another.
    is_kin = stage != "reported" and _RELATED.search(view.masked[: found.start()])
    is_other = stage == "reported" and not _is_filed(view, found)
    if _NOT_YET.search(found[0]) or is_kin or is_other:
        return
    if _is_next_clause(view, found):
        return
    if stage == "suspect" and re.search(
        r"(?i)\b(?:terduga|saksi|korban)\b[^⟨,;]*$", view.masked[: found.start("who")][-30:]
    ):
        return
    people = view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)
    also = view.item(found, "also")
    for person in [*people, also] if also else people:
        id_ = context.registry.of(person)
        # Officials are never meant; someone known by initials only is no official.
        is_official = id_ in context.registry.posts_of and person.kind is Kind.PERSON
        if not id_ or is_official:
            continue
        span = view.offset(found.start()), max(person.end, view.offset(found.end()))
        relation = claim_stage(context, id_, stage, span, context.voice(person.start))
        _since(context, view, found, relation)


_DATED = re.compile(r"tersangka|DPO|(?i:daftar\s+pencarian)")
# A day behind a comma may be that on which it was told.
_ON = pattern(r"\s+(?:pada|sejak)(?:\s+(?:hari|tanggal))*\s+{DAT:date}")


def _since(context: Context, view: View, found: re.Match[str], relation: str) -> None:
    """Claim the day behind the words of a stage: ``sebagai tersangka pada Rabu (3/9/2025)``."""
    told = _ON.match(view.masked, found.end()) if _DATED.search(found[0]) else None
    date = view.item(told, "date") if told else None
    if date is not None and len(date.key) == len("2026-01-31"):
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
