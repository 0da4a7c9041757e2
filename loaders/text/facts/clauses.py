"""Clauses by their subjects: who is told of, and what words tell what they did or were.

Owns where what is said of a person begins and ends in a masked sentence, and the words that may
stand between a name and its verb. Refuses whatever it does not know there: with ``tidak`` or
``hendak`` behind the name nothing begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.facts import parts
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

BESIDE = r"(?:\s*\((?:[^()⟨]|⟨(?:DUR|AGE|LOC)\d+⟩){0,24}\))?"
"""Matches an age or the like in brackets behind a name."""
_TITLE = (
    r"(?:(?:tersangka|terdakwa|pelaku|terpidana)\s+(?:(?:I{1,3}|IV|V|VI|lain|kedua"
    r"|ketiga)\s*,?\s+)?)?"
)
NAMES = (
    rf"{{PER}}{BESIDE}(?:(?:\s*,\s*{_TITLE}{{PER}}{BESIDE}){{0,6}}\s*,?\s*(?:dan|serta|bersama"
    rf"|maupun)\s+{_TITLE}{{PER}}{BESIDE}"
    rf"|(?<=\))(?:\s*,\s*{{PER}}\s*\(\d\d\)){{1,6}}(?=\s*,?\s+(?:sebagai|selaku|ber)))?"
)
"""Matches one name or several in a row."""
_NO_PART = (
    r"(?:polisi|petugas|aparat|penyidik|tim|keluarga|orang\s+tua|relawan|jaksa|hakim|anggota|saksi|korban|pengacara|advokat|kuasa|istrinya|suaminya"
    r"|lewat|melalui|via|milik|menurut|tanpa|grup|akun|nomor|yang|dan|serta|untuk|di|ke|dari|kepada|pada|saat|dengan|dalam|atas|bahwa|tentang|soal|mantan|calon|tidak|bukan|rekan|teman)"
)
_WORD = (
    rf"(?!{_NO_PART}\b|me[a-z]{{4,}}|ter(?!sangka|dakwa|pidana|duga)[a-z]{{4,}}|di[a-z]{{4,}}"
    rf"|{KIN}(?:nya)?\b(?!-))[a-z][a-z-]*"
)
DESCRIBED = (
    rf"(?:oleh\s+)?(?:(?:pasangan\s+(?:suami\s+istri\s+|kekasih\s+|suami-istri\s+)?|kakak\s+beradik\s+)|(?:{KIN}\s+mereka|(?:{KIN}\s+)?[a-z]{{3,}}nya|(?:seorang\s+)?ibu\s+rumah\s+tangga)(?:\s+sendiri)?\s*,?\s+)?(?:{_WORD}(?:,(?=\s+(?:(?:ber)?inisial|bernama)\s))?\s+){{0,4}}(?:(?:(?:di|asal|dari)\s+)?⟨(?:LOC|PNT|CNT)\d+⟩\s*)?(?:,\s*)?"
    r"(?:(?:(?:yang\s+)?(?:(?:akrab\s+|biasa\s+)?(?:disapa|dipanggil)|dikenal(?:nya)?\s+(?:sebagai|dengan\s+(?:nama|panggilan|sapaan|sebutan))|(?:ia|dia|mereka|(?:para\s+)?korban)\s+(?:kenal|panggil|sebut)(?:\s+sebagai|\s+dengan\s+nama)?|bernama|(?:ber)?inisial)|yakni|yaitu)\s+){0,2}"
)
"""Matches what may stand between a verb and the name of who did it: ``agen dari Hebei,``."""
# Words that leave what follows as true as it was.
HEDGES = (
    r"(?:(?:diduga(?:\s+kuat)?|dinilai|disebut(?:-sebut)?|diketahui|terbukti|ternyata|juga|kemudian|lalu|lantas|pun|sempat|kerap|sering|telah|sudah|sama-sama|dikenal(?:\s+luas)?|turut(?:\s+serta)?|ikut(?:\s+serta)?"
    r"|ini|itu|inilah|itulah|tersebut|lah|sehari-hari|selama\s+ini|diyakini|dipercaya[i]?|bersama-sama|secara\s+bersama-sama|mengaku|mengakui|didakwa|disangka|bertindak|sendiri|masing-masing"
    r"|setiap\s+pagi|sebelumnya|belakangan|sedang|tengah|kala\s+itu|saat\s+itu|dilaporkan|dikatakan|langsung|kedapatan|tertangkap(?:\s+tangan|\s+basah)?|rupanya|justru|hanya|cuma|sekadar|tetap|terus|selalu|biasa|sengaja|dengan\s+sengaja|nekat|kembali|membantu|ikut\s+membantu|turut\s+membantu|berhasil|mulai|mengatakan|selanjutnya"
    r"|(?:dua|tiga|empat|lima|enam|tujuh|beberapa|berkali-?|berulang|sudah\s+\w+)\s*kali|secara\s+aktif|(?:sudah|telah|selama)\s+⟨DUR\d+⟩|bersama\s+(?:rekan|istri|suami|komplotan)nya"
    r"|(?:di|pada|sejak)\s+⟨(?:LOC|PNT|DAT)\d+⟩|(?:dalam|di)\s+(?:kasus|perkara|jaringan|sindikat|komplotan|aksi|bisnis|praktik)(?:nya)?(?:\s+(?:ini|itu|tersebut))?)\s*,?\s+)"
)
"""Matches one adverb, or word of alleging, between a subject and its verb."""
MARKER = (
    r"(?:(?:berperan|bertugas|bertindak|berfungsi|ditugas(?:kan|i)|kebagian(?:\s+(?:peran|tugas))?|dipercaya|dipekerjakan|memiliki\s+(?:peran|tugas)|mempunyai\s+(?:peran|tugas)"
    r"|(?:mendapat|mengambil|memegang|menjalankan)\s+(?:peran|tugas)|menjadi|merupakan|adalah|ialah|berstatus|merangkap|(?:yang\s+)?(?:peran|tugas|perannya|tugasnya)(?:nya)?(?:\s+(?:adalah|ialah|yakni))?|(?:mengaku|mengakui|menyebut)\s+(?:bahwa\s+)?(?:dirinya|ia)(?:\s+(?:adalah|hanya|cuma))?)"
    r"(?:\s+(?:ganda|penting|sentral|utama|vital)\s*,?)?(?:\s+(?:sebagai|selaku|untuk|menjadi|yakni|yaitu|seorang|salah\s+satu))*|sebagai|selaku)(?:\s+seorang)?(?:\s+(?:orang|pihak|sosok|pria|perempuan|pelaku(?:\s+⟨TOP\d+⟩)?)\s+yang(?:\s+(?:biasa|kerap|sering))?)?"
)
"""Matches what introduces a part: ``berperan sebagai``, ``selaku``, ``bertugas``."""
_SOMEBODY_S = (
    rf"(?:seorang\s+)?(?:{KIN}|anak\s+buah|tangan\s+kanan|orang\s+kepercayaan)"
    rf"(?:\s+(?:ipar|kandung|tiri|dari))?\s+{_TITLE}"
)
_APPOSED = (
    rf"\s*,\s+(?!(?:dan|serta|lalu|kemudian|sedangkan|sementara|adapun|namun|tetapi|yang|{KIN}nya)\b)(?:(?!⟨(?:PER|INI)|\b(?:me|di)[a-z]{{4,}}|\b(?:berperan|bertugas|bertindak|selaku|sebagai)\b)"
    r"[^.;:\"“”]){2,110},(?=\s)"
    # "menangkap B, rekan A, yang menjemput": of B it is told.
    rf"|\s*,\s+{_SOMEBODY_S}{{PER}}{BESIDE},(?=\s)"
)
_RELATIVE = (
    r"\s*,\s+yang\s(?:(?!⟨(?:PER|INI)|\b(?:berperan|bertugas|bertindak|selaku|sebagai)\b)"
    r"[^.,;\"“]){2,70},"
)
# "Siti dibantu anaknya, Rizal, membuatkan": what follows is told of Siti.
_WITH = (
    rf"(?:\s*,?\s+(?:dengan\s+)?(?:dibantu|ditemani|didampingi|bersama)\s+(?:oleh\s+)?(?:{KIN}nya"
    rf"|seorang\s+[a-z]+)\s*,?\s+{{PER}}{BESIDE}(?!\s*,?\s+yang\b)\s*,?)?"
)
# Who may be meant by a part that is told far behind a name.
_OTHERS = (
    rf"polisi|petugas|aparat|penyidik|anggota|tim|keluarga|{KIN}(?:nya)?|oleh|kepada|dengan|bersama|terhadap|bukan|tidak|belum|sementara|sedangkan|adapun|bahwa"
    r"|karena|(?:korban|saksi|warga|orang|pekerja|PMI|TKI|WNI)(?=\s+yang)|agar|pihak"
)
_PREDICATE = (
    rf"\s*(?:,"
    rf"|(?P<row>:))?\s+(?:yang\s+)?(?P<mid>{HEDGES}{{0,4}})(?:(?P<marker>{MARKER})\s+(?:(?:ikut|turut|membantu)\s+(?=me))*)?(?:(?:di"
    rf"|pada|untuk)\s+⟨(?:LOC|DAT)\d+⟩\s+)?(?P<head>(?=[a-zP]))"
)
_SUBJECTS = (
    pattern(rf"(?P<who>{NAMES}){_WITH}{_PREDICATE}"),
    # "Rini, si kakak, merayu": what is set off says nothing of what she did.
    pattern(rf"(?P<who>{NAMES})(?:{_RELATIVE}|{_APPOSED}){_PREDICATE}"),
    # "Shinta, karyawati PT A yang merangkap sebagai perekrut": her part, no firm's.
    pattern(
        rf"(?P<who>{NAMES})\s*,\s+(?!yang\b)(?:(?!⟨(?:PER|INI)|\b(?:me|di)[a-z]{{4,}}|\b(?:yang|dan|adalah)\b)[^.,;:\"“”]){{2,70}}\s+yang\s+{HEDGES}{{0,2}}(?P<marker>{MARKER})\s+(?P<row>)?(?P<head>(?=[a-zP]))"
    ),
    # "JT, warga negara asing yang mengendalikan": no firm stands between.
    pattern(
        rf"(?P<who>{NAMES})\s*,\s+(?!yang\b)(?:(?!\b(?:me|di)[a-z]{{4,}}|\b(?:yang|dan|adalah)\b)(?:[^.,;:⟨\"“”]|⟨(?:LOC|TOP)\d+⟩)){{2,60}}\s+yang\s+{HEDGES}{{0,2}}(?P<marker>)?(?P<row>)?(?P<head>(?=me[a-z]))"
    ),
)
# "W, warga Desa A, yang terlibat dalam kasus ini yang berperan sebagai penyalur"
_FAR = pattern(
    rf"(?P<who>{NAMES})(?:(?!⟨(?:PER|INI)|\b(?:{_OTHERS})\b|(?<!, )\bseorang\b)[^.;:\"“”])"
    rf"{{1,200}}?\s{HEDGES}{{0,2}}"
    rf"(?P<marker>(?=ber(?:peran|tugas|tindak)|memiliki\s|(?:peran|tugas)nya\s(?:sebagai|selaku)\s){MARKER})\s+(?:(?:ikut|turut|membantu)\s+(?=me))*(?P<row>)?(?P<head>(?=[a-zP]))"
)
_FAR_WORDS = Pattern(r"\bber(?:peran|tugas|tindak)\b|\bmemiliki\s|\b(?:peran|tugas)nya\s")
# "Selain menyiapkan modal, ia menentukan": the subject of both follows.
_BESIDES = Pattern(
    r"(?:^|[.;,]\s+|⟩\s+[–—-]\s+)[\"“]?(?:(?i:selain)\s+|(?i:atas|dalam|dengan|karena)\s+(?=(?:peran|tugas)))(?P<as>(?:menjadi|(?:(?:ber)?peran|bertindak|tugas|peran(?:an)?nya|tugasnya)\s+(?:sebagai|selaku)|sebagai)\s+)?(?P<head>[a-z]+\b[^.;\"“]{0,70}?),\s+$"
)
_END = Pattern(
    r"[.;:\"“”]|\b(?:yang|bahwa|namun|tetapi|tapi|sedangkan|sedang(?=\s+(?:⟨|[a-z]+nya\b))|sementara|adapun|sebelum|setelah|sesudah|usai|ketika|saat|tatkala|agar|supaya|karena|lantaran"
    r"|sehingga|padahal|meski(?:pun)?|jika|apabila|bila|kata|ujar|tutur|jelas|terang|ungkap|untuk)\b"
    rf"|(?:,|\bdan|\bserta|,\s*dan)\s+{_TITLE}(?:(?:(?:si|sang)\s+)?{KIN}(?:nya)?\s*,?\s+)?⟨(?:PER|INI)"
)
# "menangkap Budi mengantar": whom a verb governs does nothing here.
_OBJECT = Pattern(
    rf"(?i)\b(?:kepada|dari|oleh|milik|bagi|untuk|dengan|terhadap|atas\s+nama|ke|di|nama|bersama|tanpa|kata|ujar|menurut|korban|saksi|bahwa\s+bukan|permintaan|perintah|suruhan|pesanan|arahan|bantuan|{KIN})\s+{_TITLE}$"
)
AS_FOR = Pattern(rf"(?:^|[.;]\s+)[\"“]?Untuk\s+{_TITLE}$")
"""Matches what makes a name the topic of a sentence: ``Untuk tersangka RS, berperan sebagai``."""
_NO_SUBJECT = Pattern(
    rf"(?i)\bdi(?!duga|sebut|ketahui|dakwa|sangka)[a-z]{{4,}}\s+{DESCRIBED}$|\b(?:melihat|mendengar|menyaksikan|menemani|menuduh|menuding|difitnah|dituduh|dituding)\s+(?:\w+\s+)?$"
)
_WHOSE = Pattern(rf"⟩{BESIDE}\s*,\s+{_SOMEBODY_S}$")
_YANG = Pattern(r"(?:\s*,)?\s+yang\s|\s*:\s")


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said of one or several people.

    Attributes:
        people: Their names, as they stand.
        start: Masked position of the first name.
        head: Where the words begin that tell what they did or were.
        end: Where these words end.
        is_marked: Whether ``berperan`` or its like introduces a part.
        is_own: Whether those named are the subject, and no verb's or preposition's object.
    """

    people: tuple[Item, ...]
    start: int
    head: int
    end: int
    is_marked: bool
    is_own: bool


def of(view: View) -> Iterator[Clause]:
    """Yield the clauses of a sentence that have named subjects."""
    rules = (*_SUBJECTS, _FAR) if _FAR_WORDS.search(view.masked) else _SUBJECTS
    for found in (one for rule in rules for one in rule.finditer(view.masked)):
        before = view.masked[: found.start("who")]
        people = view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS)
        ended = _END.search(view.masked, found.start("head"))
        end = ended.start() if ended else len(view.masked)
        # "direkrut oleh MZ, yang menampung": of him the clause tells.
        is_relative = _YANG.match(view.masked, found.end("who")) is not None
        is_relative = is_relative and not _WHOSE.search(before)
        is_own = not (_OBJECT.search(before) or _NO_SUBJECT.search(before)) or is_relative
        is_own = is_own or AS_FOR.search(before) is not None
        yield Clause(
            tuple(people), found.start("who"), found.start("head"), end,
            bool(found["marker"] or found["row"]), is_own,
        )  # fmt: skip
        if fronted := _BESIDES.search(before):
            yield Clause(
                tuple(people), fronted.start("head"), fronted.start("head"), fronted.end("head"),
                is_marked=fronted["as"] is not None, is_own=True,
            )  # fmt: skip


_JOINT = Pattern(
    rf"(?:\s*,)?\s*(?:\b(?:dan|serta|lalu|kemudian|lantas|sekaligus|merangkap|hingga|juga|selanjutnya|dengan)\s+)*(?:{HEDGES}{{0,2}})(?:{MARKER}\s+)?"
)
_SPLIT = Pattern(
    r",|\bdengan(?=\s+(?:peran|tugas)\s)|\b(?:dan|serta|lalu|kemudian|lantas|sekaligus|merangkap|hingga)\b"
)


def heads(text: str, head: int, end: int) -> Iterator[int]:
    """Yield where the verbs and nouns joined in a predicate begin: behind ``dan``, ``lalu``, ``,``.

    >>> list(heads("menjemput korban lalu menampung mereka", 0, 38))
    [0, 22]
    """
    yield head
    for found in _SPLIT.finditer(text, head, end):
        joint = _JOINT.match(text, found.start(), end)
        if joint and joint.end() > found.start():
            yield joint.end()


_AT_ONCE = Pattern(r"\b(?:sekaligus|merangkap|sama-sama)\b")


def shared(text: str, head: int, end: int, is_each: bool = False) -> list[int]:
    """Return where the nouns for parts stand that a predicate shares out among its subjects.

    Several parts of several people are nobody's where no word tells whose each is; those of one
    who plays two at once are no such row. With ``masing-masing`` any noun is somebody's.
    """
    if _AT_ONCE.search(text, head, end):
        return []
    joints = dict.fromkeys(heads(text, head, end))
    nouns = (at for at in joints if not text.startswith(("me", "di"), at))
    return [at for at in nouns if is_each or parts.noun_at(text, at)[0]]


_EACH = Pattern(r"\bmasing[\s-]masing\b")


def told(view: View, clause: Clause) -> Iterator[tuple[int, tuple[Item, ...]]]:
    """Yield where something is told, and of whom: ``A dan B masing-masing sebagai C dan D``."""
    is_each = _EACH.search(view.masked[clause.start : clause.end]) is not None
    nouns = shared(view.masked, clause.head, clause.end, is_each) if clause.is_marked else []
    is_open = len(nouns) > 1 < len(clause.people)
    is_each = is_each and len(nouns) == len(clause.people)
    for at in dict.fromkeys(heads(view.masked, clause.head, clause.end)):
        if not is_open or at not in nouns:
            yield at, clause.people
        elif is_each:
            yield at, (clause.people[nouns.index(at)],)
