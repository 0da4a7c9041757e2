"""Who gives money to whom by the verb of a clause: its subject, its agent, and its prepositions.

Owns the verbs of paying and getting paid, and the reading of one clause of the masked text. Refuses
to say whether it is told as done and of whom: that is for :mod:`loaders.text.facts.payments`. A
clause with a subject that has no name gives no name for that side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.text.facts.modality import is_verb
from loaders.text.patterns import Pattern
from loaders.text.view import View, pattern

_GET = (
    r"menerima|mendapat(?:kan)?|memperoleh|mengantongi|meraup|menikmati|kebagian|mengeruk|memetik|memungut|mengutip|mengambil|menarik"
    r"|mengumpulkan|menagih|menampung(?=\s+(?:uang|dana|transfer|setoran|kiriman))|kecipratan|mendulang|mengeruk|meraih|dijatah|dapat(?=\s+(?:uang\s+|upah\s+|bagian\s+|komisi\s+)?⟨MON)"
)
_GIVE = (
    r"membayar(?:kan)?|memberi(?:kan)?|mentransfer|mengirim(?:kan|i)?|menyerahkan|menyetor(?:kan)?|melunasi|membiayai|mengeluarkan|mencicil"
    r"|membekali|mengupah|menggaji|menyogok|menyuap|menitipkan|mengalirkan|menyetori|menggelontorkan|mengucurkan|membagikan|menyodorkan|memberinya|membayarnya|mengirimi"
    r"|telanjur\s+setor|sudah\s+setor"
)
_REWARDED = (
    r"dengan\s+(?:imbalan|komisi|fee|upah|bayaran)"
    r"(?=\s+(?:uang\s+)?(?:sebesar\s+|sekitar\s+)?⟨MON\d+⟩(?:\s+(?:per\s+(?:orang|kepala|trip)|untuk|setiap|tiap|dari|sekali)|\s*(?:[.,\"”]|$)))"
)
_IS_PAID = (
    r"dibayar|diupah|diberi|dikasih|dibekali|dikirimi|digaji|diganjar|dijatah|disogok|disuap"
    r"|ditransfer(?=\s+⟨MON)"
)
_IS_GIVEN = (
    r"diserahkan|ditransfer|dikirim(?:kan)?|disetor(?:kan)?|dibayar(?:kan)?|diberikan|diteruskan"
    r"|serahkan|setorkan|bayarkan|berikan|kirimkan|ditebus|dibagikan|dikucurkan|digelontorkan|disodorkan|dicairkan|dititipkan|dialirkan|mengalir(?=\s+ke)"
    r"|masuk(?=\s+(?:ke\s+)?(?:rekening|kantong|kas))|disalurkan|dilunasi"
)
_IS_GOT = (
    r"(?:diterima|dinikmati|dikantongi|diraup|diperoleh|didapat(?:kan)?|dipungut|ditarik|dikutip"
    r"|dikumpulkan)(?:nya)?"
)
# What is owed, or paid for somebody's freedom: told of by those who refund, insure, or ransom.
_DUES = (
    r"(?:membantu|menanggung)(?=\s+(?:seluruh\s+)?(?:biaya|ongkos)\s)|mengembalikan|dikembalikan|membayar(?:kan)?\s+kembali|memulangkan(?=\s+(?:uang|dana|biaya))|menebus|mencairkan|mengganti(?=\s+(?:uang|kerugian|biaya|dana))|menghibahkan"
    r"|menyalurkan(?=\s+(?:santunan|bantuan|restitusi|dana|uang|klaim|hibah|donasi|manfaat|beasiswa|kompensasi))"
)
# The price of people goes to who sells them.
_SELLS, _IS_SOLD = (
    r"menjual(?=\s+(?:para\s+)?(?:korban|mereka|perempuan|wanita|gadis|pekerja|pmi|anak|orang|calon|⟨CNT))",
    r"dijual",
)
_VERB = Pattern(
    rf"(?i)\b(?:(?P<get>{_GET}|{_REWARDED})|(?P<dues>{_DUES})|(?P<give>{_GIVE})|(?P<paid>{_IS_PAID})|(?P<given>{_IS_GIVEN})|(?P<got>{_IS_GOT})|(?P<sells>{_SELLS})|(?P<sold>{_IS_SOLD})"
    r"|(?<=saya\s)(?:terima(?P<root_get>)|(?:kasih|setor|transfer|bayar|kirim|serahkan|beri)(?P<root_give>))|(?<=ia\s)terima(?P<ia_get>))\b"
)
# "aliran dana Rp 50 juta dari MR ke SK": told by a noun, without a verb of paying.
_FLOW = Pattern(
    r"(?i)\b(?:aliran\s+(?:dana|uang)|kiriman(?:\s+(?:uang|dana))?|transfer(?:an)?|setoran|pembayaran|suap|hibah)\b"
)
_EDGE = Pattern(
    r"[.;:]|[,?!][\"”]|[,:]\s*[\"“]|,?\s+(?:sedangkan|sementara(?:\s+itu)?|namun|tetapi|tapi|padahal|adapun|melainkan)\s"
)
# "Setelah membayar Rp 9 juta, ia dibawa ke Dodi": the clause ends where the main one begins.
_AFTER = Pattern(r"[\"“]?(?:Setelah|Sesudah|Usai|Seusai|Begitu)\b")
_FIRST = Pattern(r"[.;:]|,(?!\s+(?:[a-z]+\s+){0,2}(?:kepada|untuk|sebagai|melalui|lewat|pada)\b)")
_MONEY = Pattern(r"⟨MON\d+⟩")
_WHO = Pattern(r"⟨(?:PER|INI|ORG)\d+⟩")
# Between a verb and its sum no other clause begins.
_APART = Pattern(
    r"(?i)\b(?:yang|bahwa|agar|supaya|setelah|karena|ketika|saat|sehingga|tidak|belum|akan|me(?!dical|rdeka|lalui|nteri|ncapai|lebihi|ndekati|njadi)[a-z]{5,})\b"
)
_TELLER = Pattern(
    r",\s+(?:kata|ujar|jelas|lanjut|menurut|ungkap|tutur|ucap|tegas|sebut|papar)(?:nya)?(?:\s+(?:[a-z]+\s+)?⟨(?:PER|INI|ORG)\d+⟩)?\s*,"
)
# Words that describe somebody between a preposition and the name: no verb, and nobody of many.
_NOT_HIM = (
    r"(?:setiap|tiap|para|korban|calon|pekerja|mereka|untuk|dan|hasil|uang|biaya|dana|masing-masing|jumlah|nilai|rekening|keluarga|sebagai|dari|oleh"
    r"|istri|suami|adik|kakak|anak|ibu|ayah|keponakan|sepupu|mertua|menantu|ipar|paman|bibi|kepada|dengan|per|bahwa|saat|seluruh|semua|aksi\w*|kejahatan|bisnis|pembayaran|penjualan|perekrutan)"
)
_VERBAL = (
    r"(?:me(?!rtua|nantu|ntor)|di(?!rektur)|ter(?!dakwa|sangka|duga|pidana)|ber(?!nama|inisial))"
)
_FILL = (
    rf"(?:(?:(?!{_NOT_HIM}\b)(?!{_VERBAL}[a-z]{{4,}})[a-z][a-z-]*|yang\s+(?:di(?:panggil|sapa|kenal)(?:nya)?(?:\s+dengan\s+(?:nama|sebutan|panggilan))?|berinisial|bernama|hanya\s+ia\s+kenal|mengaku(?:\s+sebagai)?)"
    r"|di(?:panggil|sapa|kenal)|{LOC}|⟨ACC\d+⟩|⟨ORG\d+⟩(?=\s+(?:atas|milik|bernama|berinisial)|,)),?\s+){0,8}"
)
_NAMED = rf"(?:Mr\.?\s+)?{_FILL}(?P<who>{{WHO}})"
_BY = pattern(rf"\b[Oo]leh\s+{_NAMED}")
_FROM = pattern(rf"\b[Dd]ari\s+{_NAMED}")
_FRONTED = pattern(rf"\s*[Dd]ari\s+{_NAMED}\s*,")
_TO = pattern(
    rf"\b(?i:kepada|pada|ke\s+tangan|ke(?:\s+nomor)?\s+rekening(?:\s+(?:bank|(?-i:[A-Z]{{3,7}})|penampung(?:an)?))?"
    rf"|ke(?=\s+(?:[a-z]+\s+){{0,5}}⟨(?:PER|INI)))\s+{_NAMED}"
    r"|\bke\s+(?:(?:sebuah|salah\s+satu|perusahaan|agen\w*|LPK|lembaga)\s+(?:[A-Za-z]+\s+){0,2})?(?:di\s+{LOC},?\s+)?(?P<firm>{ORG})"
)
_BEHIND = pattern(
    r"\s+(?:(?:tersangka|terdakwa|pelaku|sponsor|calo|agen|perekrut|sang|si|seorang|pria|perempuan|berinisial|bernama|cukong|tauke|toke|bos|bandar"
    r"|juragan|majikan|pengusaha|mandor|asal|di|{LOC})\s+){0,6}(?P<who>{WHO})"
)
_SUBJECT_LATER = pattern(
    r"[^⟨,.;]{0,40},\s+(?:(?!(?:yang|polisi|petugas|korban)\b)[a-z][a-z-]*\s+){0,8}?(?P<who>{PER})"
)
_GOVERNED = Pattern(
    r"(?i)\b(?:kepada|dari|oleh|untuk|bagi|dengan|atas\s+nama|kata|ujar|menurut|terhadap|bersama|milik|di|ke|pada|melalui|lewat|antara|tentang|rekening"
    r"|dampingan|didampingi|kuasa\s+hukum|pengacara)\s+(?:(?:para|seorang|tersangka|terdakwa|pelaku|sponsor|calo|agen|perekrut|pria|perempuan|berinisial"
    r"|bernama|kantor|perusahaan|penyidik|petugas|komisi\s+[ivx]+)\s+)*$"
)
# "ketika korban menyerahkan", "SM mengatakan korban membayar": somebody without a name is meant.
_SOMEBODY = (
    r"(?:korban(?:nya)?|keluarga(?:nya)?|calon|pekerja|mereka|penumpang|orang|pelaut|para\s+[a-z]+|peserta|pelamar|pelapor|majikan(?:nya)?|perusahaan(?:nya)?|agensi|agen|sponsor(?:nya)?"
    r"|calo|suami(?:nya)?|istri(?:nya)?|ibu(?:nya)?|ayah(?:nya)?|anak(?:nya)?|polisi|petugas|penyidik|jaksa|sindikat|kami|kita|pihak|sopir|pmi|tki|tkw|abk|saksi"
    r"|rekan(?:nya)?|teman(?:nya)?|pelaku|tersangka|terdakwa|kapten|juragan|bos(?:nya)?|comblang|tekong|⟨CNT\d+⟩)"
)
_UNNAMED = Pattern(
    rf"(?i)\b(?:bahwa|ketika|saat|setelah|karena|lantaran|sebelum|jika|apabila|kalau|agar|sehingga|lalu|kemudian|dan|yang)\s+(?:para\s+|setiap\s+|tiap\s+|seluruh\s+|sang\s+)?"
    rf"{_SOMEBODY}\b|{_SOMEBODY}(?:\s+(?:itu|tersebut|lain|asal|migran|yang|juga|sudah|telah|telanjur|masing-masing|ada|hanya|cuma|diduga|kemudian|lalu|pernah))*\s+$"
    r"|\b(?:menyatakan|mengatakan|menyebut|menjelaskan|mengungkapkan|menuturkan|membenarkan|menuduh|melihat)\s+\S"
)
_CLAUSE = Pattern(
    r"(?i)\b(?:bahwa|ketika|setelah|karena|lantaran|sebelum|jika|apabila|kalau|agar|sehingga)\b"
)
# "Setelah menerima Rp 15 juta, WH menghilang": the subject stands behind.
_PARTICIPLE = Pattern(r"[\s,]*(?:(?:Setelah|Usai|Seusai|Sesudah|Begitu|Dengan|Karena)\s+)?")
# "Satu orang dihargai Rp 6 juta; uang itu dibayarkan": of the clause before.
_THAT_SUM = Pattern(r"\s*(?:uang|dana|jumlah|biaya|upah|bayaran)(?:nya|\s+(?:itu|tersebut|tadi))\b")
_ORDERED = Pattern(
    r"(?i)\b(?:dihukum|didenda|diwajibkan|dibebani|diminta|diperintahkan|dituntut|bersedia|disuruh|sepakat|berjanji)\s+(?:untuk\s+)?$"
)
_OF_WORK = Pattern(
    r"(?i)\b(?:(?:be)?kerja|pekerjaan(?!\s+(?:itu|ini|tersebut))|dijanjikan|me(?:nawar|njanji)kan|lowongan)\b"
)
_PRONOUN = Pattern(
    r"\b(?i:ia|dia|dirinya|saya|keduanya|ketiganya|mereka\s+berdua|perusahaan(?:\s+yang\s[^⟨,.;]{1,40}(?:⟨LOC\d+⟩)?)?\s+(?:itu|tersebut|ini))(?!\w)"
)
_ROW = Pattern(r"⟨(?:PER|INI)\d+⟩(?:\s*\([^)⟨]{0,14}\))?\s*(?:,|,?\s+(?:dan|serta))\s+$")
# "Dari A, B memperoleh": a comma alone makes no row.
_PAIR = Pattern(
    r"⟨(?:PER|INI)\d+⟩(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:dan|serta)\s+(?:(?:istri|suami|anak|adik|kakak|rekan|teman|kekasih|saudara)(?:nya)?\s*,?\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Deal:
    """A sum and who gives it to whom, as positions in the masked text of a sentence.

    Attributes:
        verb: Where the verb begins.
        start, end: What tells of it.
        money: Span of the mark of the sum.
        payer, payee: Spans of the marks, or pronouns, of the two sides; empty without a name.
        rule: How the verb gives the sides: ``get``, ``give``, ``paid``, ``given`` or ``got``;
            ``dues`` where it gives what was owed.
    """

    verb: int
    start: int
    end: int
    money: tuple[int, int]
    payer: tuple[tuple[int, int], ...]
    payee: tuple[tuple[int, int], ...]
    rule: str


_Spans = tuple[tuple[int, int], ...]


def read(view: View) -> Iterator[Deal]:
    """Yield what the verbs of paying in a sentence tell, each sum once for each verb."""
    text = _TELLER.sub(lambda found: " " * len(found[0]), view.masked)
    verbs = list(_VERB.finditer(text))
    for number, verb in enumerate(verbs):
        start, end = _bounds(text, verb)
        behind = verbs[number + 1].start() if number + 1 < len(verbs) else end
        taken = verbs[number - 1].end() if number else start
        deal = _deal(text, verb, (start, max(start, taken)), min(end, behind))
        if deal is not None:
            yield deal
    for noun in _FLOW.finditer(text):
        deal = _deal(text, noun, (noun.start(), noun.start()), _bounds(text, noun)[1])
        if deal is not None and (deal.payer or deal.payee):
            yield deal


def passed(view: View) -> tuple[int, _Spans, _Spans] | None:
    """Return where a sentence without a sum says that one was passed on, and by and to whom."""
    text = _TELLER.sub(lambda found: " " * len(found[0]), view.masked)
    for verb in _VERB.finditer(text):
        if verb.lastgroup in ("given", "paid", "got"):
            clause = _Clause(text, verb, *_bounds(text, verb), verb.span())
            sides = _is_got(clause) if verb.lastgroup == "got" else _is_given(clause)
            return (verb.start(), *sides)
    return None


def _bounds(text: str, verb: re.Match[str]) -> tuple[int, int]:
    """Return where the clause of a verb begins and ends."""
    start = 0
    for edge in _EDGE.finditer(text, 0, verb.start()):
        start = edge.end()
    return start, _end(text, verb.end())


def clause_end(view: View, at: int) -> int:
    """Return where the clause of a masked position ends."""
    return _end(view.masked, at)


def _end(text: str, at: int) -> int:
    edge = _FIRST if _AFTER.match(text) else _EDGE
    later = edge.search(text, at)
    return later.start() if later else len(text)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb of paying in the masked text, with the bounds of its clause and its sum."""

    text: str
    verb: re.Match[str]
    start: int
    end: int
    money: tuple[int, int]

    def behind(self, rule: Pattern) -> re.Match[str] | None:
        return rule.search(self.text, self.verb.end(), self.end)

    def around(self, rule: Pattern) -> re.Match[str] | None:
        if behind := self.behind(rule):
            return behind
        before = rule.search(self.text, self.start, self.verb.start())
        # "Pada kesempatan yang sama, PT A menyerahkan": behind the comma stands the subject.
        return None if before and "," in before[0] else before

    def beside(self) -> re.Match[str] | None:
        return _BEHIND.match(self.text, self.verb.end(), self.end)


def _deal(text: str, verb: re.Match[str], starts: tuple[int, int], end: int) -> Deal | None:
    """Return what a verb tells; a sum before it must stand behind the verb before."""
    (start, free), rule = starts, _rule(verb)
    money = _money_behind(text, verb.end(), end)
    is_passive = verb[0].casefold().startswith("di")
    if money is None and (
        rule in ("given", "got", "paid")
        or (rule == "dues" and is_passive)
        or verb.lastgroup == "ia_get"
    ):
        money = _money_before(text, free, verb.start())
        rule = "given" if rule == "paid" else rule
    if money is None and rule in ("given", "got") and _THAT_SUM.match(text, start):
        money = _money_before(text, 0, start)
    if money is None or _ORDERED.search(text[: verb.start()]):
        return None
    payer, payee = _SIDES[rule](_Clause(text, verb, start, end, money))
    marks = [verb.span(), money, *payer, *payee]
    first, last = min(a for a, _ in marks), max(b for _, b in marks)
    return Deal(verb.start(), first, last, money, payer, payee, rule)


def _rule(verb: re.Match[str]) -> str:
    return {"root_get": "get", "root_give": "give", "ia_get": "get"}.get(
        verb.lastgroup or "", verb.lastgroup or "flow"
    )


def _money_behind(text: str, at: int, end: int) -> tuple[int, int] | None:
    found = _MONEY.search(text, at, end)
    if found is None or found.start() - at > 110 or _APART.search(text, at, found.start()):
        return None
    return found.span()


def _money_before(text: str, start: int, at: int) -> tuple[int, int] | None:
    found = list(_MONEY.finditer(text, start, at))
    is_near = found and at - found[-1].end() <= 90
    return found[-1].span() if is_near else None


def _one(found: re.Match[str] | None) -> _Spans:
    if found is None:
        return ()
    group = "firm" if found.groupdict().get("firm") else "who"
    return (found.span(group),)


def _gets(clause: _Clause) -> tuple[_Spans, _Spans]:
    by = _BY.search(clause.text, clause.money[1], clause.end)
    fronted = _FRONTED.match(clause.text, clause.start, clause.verb.start())
    return _one(clause.behind(_FROM) or by or fronted), _subject(clause)


def _gives(clause: _Clause) -> tuple[_Spans, _Spans]:
    return _subject(clause), _one(clause.beside() or clause.around(_TO))


def _is_paid(clause: _Clause) -> tuple[_Spans, _Spans]:
    source = _FROM.search(clause.text, clause.money[1], clause.end)
    return _one(clause.beside() or clause.behind(_BY) or source), _subject(clause)


def _is_given(clause: _Clause) -> tuple[_Spans, _Spans]:
    is_passive = clause.verb[0].casefold().startswith("di")
    payer = clause.beside() if is_passive else None
    return _one(payer or clause.around(_BY)), _one(clause.around(_TO))


def _owes(clause: _Clause) -> tuple[_Spans, _Spans]:
    is_passive = clause.verb[0].casefold().startswith("di")
    return _is_given(clause) if is_passive else _gives(clause)


def _is_got(clause: _Clause) -> tuple[_Spans, _Spans]:
    own = (clause.verb.span(),) if clause.verb[0].endswith("nya") else ()
    return _one(clause.behind(_FROM)), own or _one(clause.beside() or clause.behind(_BY))


def _sells(clause: _Clause) -> tuple[_Spans, _Spans]:
    return _one(clause.behind(_TO)), _subject(clause)


def _is_sold(clause: _Clause) -> tuple[_Spans, _Spans]:
    return _one(clause.behind(_TO)), _one(clause.beside() or clause.around(_BY))


def _flows(clause: _Clause) -> tuple[_Spans, _Spans]:
    return _one(clause.behind(_FROM)), _one(clause.behind(_TO))


_SIDES: dict[str, Callable[[_Clause], tuple[_Spans, _Spans]]] = {
    "get": _gets, "give": _gives, "paid": _is_paid, "given": _is_given, "got": _is_got,
    "sells": _sells, "sold": _is_sold, "flow": _flows, "dues": _owes,
}  # fmt: skip


def _subject(clause: _Clause) -> _Spans:
    """Return the names, or the pronoun, that stand as subject of a verb."""
    text, verb, start = clause.text, clause.verb, clause.start
    if _PARTICIPLE.fullmatch(text, start, verb.start()):
        return _one(_SUBJECT_LATER.match(text, clause.money[1])) if start == 0 else ()
    marks = list(_WHO.finditer(text, start, verb.start()))
    if verb[0].startswith("dengan"):
        # "AB mencari korban dengan imbalan Rp 1 juta": whoever acts is rewarded, or offers it.
        is_sole = (
            len(marks) == 1
            and not _OF_WORK.search(text, start, verb.start())
            and not _GOVERNED.search(text[: marks[0].start()])
        )
        return (marks[0].span(),) if is_sole else ()
    pronouns = list(_PRONOUN.finditer(text, start, verb.start()))
    if pronouns and (not marks or pronouns[-1].start() > marks[-1].start()):
        is_his = not _UNNAMED.search(text[pronouns[-1].end() : verb.start()])
        return (pronouns[-1].span(),) if is_his else ()
    return _name(clause, marks)


def _name(clause: _Clause, marks: list[re.Match[str]]) -> _Spans:
    """Return which of the names before a verb is its subject, with those in a row with it."""
    text, at, start = clause.text, clause.verb.start(), clause.start
    last = marks[-1] if marks else None
    if last is None or _UNNAMED.search(text[last.end() : at]):
        return ()
    if _is_object(text, start, last):
        # "SM direkrut HJ dan menerima": of the two the first is the subject.
        last = marks[0]
        joined = re.search(r"\b(?:dan|lalu|kemudian|serta)\s+(?:\w+\s+)?$", text[:at])
        if len(marks) != 2 or joined is None or _is_object(text, start, last):
            return ()
    if _CLAUSE.search(text, last.end(), at) or _GOVERNED.search(text[: last.start()]):
        return ()
    return _row(text, start, last)


# "Penyidik mendapati AG menerima": a clause stands behind these, whose subject he is.
_TELLS = frozenset(
    {
        "mendapati", "diketahui", "disebut", "terungkap", "ternyata", "mengetahui", "menyebut",
        "menduga", "mengatakan", "menjelaskan", "mengungkapkan", "menuturkan", "menyatakan",
        "meyakini", "mengungkap",
    }
)  # fmt: skip


def _is_object(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a verb stands right before a name: ``direkrut HJ``."""
    words = re.findall(r"[a-z-]+", text[start : mark.start()].casefold())
    is_beside = text[: mark.start()].rstrip()[-1:].isalpha()
    return bool(words) and is_beside and is_verb(words[-1]) and words[-1] not in _TELLS


def _row(text: str, start: int, last: re.Match[str]) -> _Spans:
    """Return a name with those that stand before it in a row: ``A dan B``."""
    spans = [last.span()]
    while found := (_ROW if len(spans) > 1 else _PAIR).search(text, start, spans[0][0]):
        spans.insert(0, (found.start(), found.start() + found[0].index("⟩") + 1))
        if len(spans) > 6:
            break
    return tuple(spans)
