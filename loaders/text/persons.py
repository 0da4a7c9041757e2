"""Persons by what stands around their names, and by initials with age.

Owns how far a name reaches (initials, ``bin``, particles) and aliases. Refuses victims and
witnesses: a name or initials introduced as ``korban`` is never a person here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.text.features import is_common
from loaders.text.grammar import STOPS, adjoins, is_capital
from loaders.text.patterns import Pattern
from loaders.text.resources import rows, word_list
from loaders.text.spans import Token

_PARTICLES = frozenset(
    "bin binti Bin Binti de da dos van von al el a/l a/p".split()  # noqa: SIM905 - read as a list
)
_INITIAL = Pattern(r"[A-Z](?:\.[A-Z])*|[A-Z]{2}")
# Letters behind the names of religious.
_ORDERS = word_list("orders")
_NO_NAMES = word_list("no_names")
_BALINESE = word_list("balinese")
GROUPS = word_list("group_heads")
"""Words for a group, with which no person's name begins: ``Ketua Asosiasi Nelayan``."""
# A word with a digit names a thing: "Jalak-5002", "Y12".
_NAME_WORD = Pattern(r"[A-ZÀ-Þ](?:(?:[^\W\d]|['’`-])*|(?:\.[A-Z])+)$")

_AGE = (
    r"(?:(?:,?\s+(?:laki-laki|perempuan|pria|wanita),?\s*)?\(\s*(?P<age>\d{1,2})\s*(?i:th|thn|tahun)?\s*\)"
    r"|(?:\s+\((?:laki-laki|perempuan|pria|wanita)\))?,?\s+(?:(?:laki-laki|perempuan|pria|wanita),?\s+)?(?:berusia\s+|usia\s+|umur\s+)?(?P<age2>\d{1,2})\s+tahun"
    r"|,\s+(?P<age3>[1-9]\d)(?=,\s+(?:warga|asal|yang|seorang|pria|perempuan|laki-laki|wanita|penduduk|di(?:tangkap|bekuk|ringkus|ciduk|tahan)|tersangka)\b)"
    # "R, 44.", "ST, 52, dan YN, 50": bare, behind a word for culprits only.
    r"|,\s+(?P<age4>[1-9]\d)(?![.,]\d)(?=\s*[.,;]|\s+(?:dan|serta)\s+[A-Z]{1,4}\b))"
)
_AGED_BEFORE = Pattern(r"[A-Z]{1,4},\s+[1-9]\d\s*,?\s+(?:(?:dan|serta)\s+)?$")
INITIALS = Pattern(
    rf"(?<![\w.])(?P<ini>[A-Z][A-Z.]{{0,5}}(?:\s(?:alias|als\.?|Alias)\s[A-Z][\w.]*"
    rf"(?:\s[A-Z][a-z]+){{0,2}})?)\s*{_AGE}"
)
_SECOND_NAME = r"(?:\s(?:alias|als\.?)(?:(?:\s[A-Z][a-z]+){1,3}|\s[A-Z]{1,3}(?![\w.]))){0,2}"
# What is told of one of a row: "(33)", "(45 tahun)", "(wanita dari PT A)".
_ASIDE = r"(?:\s*\([^()\n]{1,40}\))?"
_INTRODUCED = Pattern(
    rf"(?:[Bb]erinisi?al|[Ii]nisial(?:nya)?)\s+(?P<list>[A-Z][A-Z.]{{0,5}}{_SECOND_NAME}{_ASIDE}"
    r"(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+)[A-Z][A-Z.]{0,5}"
    rf"{_SECOND_NAME}{_ASIDE}(?![\w]))*)(?![a-z])"
)
# "UM alias Umi": letters with a second name are a person's.
_SECOND = r"\s(?:alias|als\.?)(?:(?:\s[A-Z][a-z]+){1,3}|\s[A-Z]{1,3}(?![\w.]))"
_ALIASED = Pattern(rf"(?<![\w.])(?P<list>[A-Z]{{1,4}}{_SECOND})")
_ALIAS = Pattern(rf"{_SECOND}(?!\w)")
_PAIR_INITIALS = Pattern(
    r"\b(?:[Kk]edua|[Kk]etiga|[Kk]eempat|[Kk]elima|[Dd]ua|[Tt]iga|[Ee]mpat|[Ll]ima|[Ee]nam|[Pp]ara(?=\s+(?:tersangka|pelaku|terdakwa)))\s+(?:orang\s+)?(?:motoris|tekong|nakhoda|sopir"
    r"|kurir|calo|perekrut|pelaku|tersangka|terdakwa|terduga\s+pelaku|pria|lelaki|perempuan|wanita|awak|ABK|kru|orang)"
    r"(?:(?:\s+(?:sebagai|menjadi)\s+tersangka)?\s*,\s*(?:yakni\s+|yaitu\s+|masing[\s-]masing\s+)?"
    # "lima orang terkait dugaan perdagangan orang yakni R, AI, S, DS dan MP": no victims between.
    r"|(?:(?!\b(?:korban|saksi|calon|pekerja|dari|oleh|milik|bersama|beserta)\b)[^.;:()⟨\"“\n]){0,90}?\s(?:yakni|yaitu|masing[\s-]masing|antara\s+lain)\s*,?\s+(?:(?:ber)?inisial\s+)?)"
    rf"(?P<list>[A-Z][A-Z.]{{0,4}}{_ASIDE}"
    rf"(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+)[A-Z][A-Z.]{{0,4}}{_ASIDE}(?![\w]))+)(?![\w])"
)
_SOUGHT = Pattern(
    r"(?<![\w.])(?P<list>[A-Z]{2,4}(?:\s*,\s*[A-Z]{2,4})*\s*,?\s+(?:dan|serta)\s+[A-Z]{2,4})(?![\w])"
    r"(?=[^.⟨\"“]{0,50}\b(?:daftar\s+pencarian|DPO|buron|diburu|ditetapkan|ditangkap|ditahan|diringkus)\b)"
)
_ROLE_INITIALS = Pattern(
    r"\b(?:(?:[Tt]ersangka|[Tt]erdakwa|[Pp]elaku|[Tt]erduga|DPO|[Bb]uron)(?:\s+(?:laki-laki|perempuan|pria|wanita))?"
    r"|(?:tersangka|terdakwa|pelaku)\b[^.;()\"“]{0,50}\b(?:laki-laki|perempuan|pria|wanita)(?=\s*,?\s+ya))"
    r"(?:\s*,?\s+(?:yaitu|yakni|ialah|adalah|masing[\s-]masing|antara\s+lain|terdiri\s+(?:dari|atas))|\s*:)?\s+"
    r"(?:(?:lain(?:nya)?|utama|kedua|ketiga|keempat|kelima)\s*,\s*)?(?P<list>[A-Z][A-Z.]{0,4}(?:\s*\(\d{1,2}\))?"
    r"(?:\s*(?:,\s*(?:dan\s+)?|dan\s+)[A-Z][A-Z.]{0,4}(?:\s*\(\d{1,2}\))?(?![\w]))*)(?![\w])"
)
# "Sementara SS, yang berperan sebagai penampung": letters that play a part are a person's.
_ACTING = Pattern(
    r"(?<![\w.])(?P<list>[A-Z]{2,3})(?=\s*,?\s+(?:yang\s+)?(?:diduga\s+)?(?:berperan|bertugas|bertindak)\s+"
    r"(?:sebagai|selaku|mencari|merekrut|menampung|menjemput))"
)
# "NT memalsukan surat", "SL sebagai sopir", "MS mengaku": two letters that do what people do.
_TWO = r"[A-Z]{2}(?:\s*\(\d{1,2}\))?"
_DOES = (
    r"(?:sebagai|selaku|berperan|bertugas|bertindak|merupakan|menjadi|mengaku|mengakui|berdalih|menyuruh|memerintahkan"
    r"|merekrut|menampung|menjemput|mengantar(?:kan)?|mengangkut|memalsukan|mendanai|membiayai|memodali|mengendalikan|mengatur|membujuk|merayu|mengajak|mengurus|membuat|menyiapkan|menyediakan|mencari(?:kan)?|membawa|mengirim|memberangkatkan"
    r"|menghubungi|dibantu|disuruh|diperintah|mantan|menantu|suami|istri|anak|adik|kakak|kurir|sopir|tekong|nakhoda|berada|inilah|penyedia|perekrut|pengantar|penjemput|penampung|pengendali|koordinator|pemodal|pemilik)"
)
_DOING = Pattern(
    rf"(?<![\w.])(?<!\d\s)(?P<list>{_TWO}(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+){_TWO}(?![\w]))*)"
    rf"(?=\s*,?\s+(?:(?:masing-masing|sendiri|juga|sempat|kemudian|lalu|diduga|diketahui|disebut|ini|inilah|itulah|yang)\s+)*{_DOES}\b)"
)
# "Suaminya, JN,", "dari kantong KR", "direkrut DP", "kepada MR, direktur": whose letters they are.
_KIN_OF = Pattern(
    r"\b(?:(?:[Pp]eran|[Tt]ugas|kantong|kocek|saku|perintah|suruhan|arahan|pengakuan|pesanan|adalah|ialah|direkrut|disuruh|diperintah|dijemput|ditampung|diupah|dibayar|order\s+dari|bawahan|buah|bekuk|ringkus|ciduk|tangkap|buru)\s+(?:oleh\s+)?)"
    r"(?P<list>[A-Z]{2})(?=\s*[,.;]|\s+\(|\s+(?:yang|untuk|di|ke|dan|sebagai|agar|adalah|mengurus|mencari|menjemput)\b)"
    r"|(?<![\w.])(?P<list2>[A-Z]{2})(?=,\s+(?:direktur|komisaris|pemilik|manajer|pimpinan|kepala\s+cabang|suami|istri|adik|kakak|menantu|keponakan|yang\s+berperan)\b)"
)
# "YS sudah ditahan", "LM sudah kami laporkan": what befalls the accused alone.
_BEFALLS = (
    r"(?:(?:telah|sudah|masih|kini|juga|sempat|akhirnya|resmi|langsung|lalu|kemudian|lebih|dulu|dahulu|sendiri|pun|saat|ini|kami|kita)\s+){0,4}"
    r"(?:di(?:tangkap|ringkus|bekuk|ciduk|cokok|tahan|tetapkan|jerat|dakwa|tuntut|vonis|hukum|sangka(?:kan)?|adili|buru|laporkan|jebloskan|titipkan|gelandang|periksa|kenai|giring)"
    r"|(?<=kami\s)(?:tangkap|tahan|tetapkan|laporkan|jerat|buru)|buron|mendekam|meringkuk|terancam|mangkir|melarikan\s+diri|kabur|masuk\s+(?:DPO|daftar)|(?:ber)?status(?:nya)?)\b"
)
_BEFELL = Pattern(
    rf"(?:(?:^|(?<=[.,;]\s)|(?<=[\"“])|(?<=\n)|(?<=\bsementara\s)|(?<=\bsedangkan\s)|(?<=\badapun\s)|(?<=\bAdapun\s)|(?<=\bdan\s)|(?<=\bpenyidik,\s)|(?<=\bbahwa\s)))"
    rf"(?P<list>{_TWO}(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+){_TWO}(?![\w]))*)(?=\s*,?\s+{_BEFALLS})"
    # "Selain MR, polisi juga memburu"; "kepada YS, warga Metro"
    r"|\b(?:[Ss]elain|kepada|menangkap|menahan|menetapkan|yakni|yaitu)\s+(?P<list2>[A-Z]{2})(?=,\s+(?:polisi|penyidik|petugas|(?:seorang\s+)?warga\s+[A-Z])|\s+sebagai\s+tersangka"
    r"|\s+(?:dan|serta)\s+(?:seorang\s+)?[a-z]+\s+(?:ber)?inisial\s)"
)
_CAUGHT = (
    r"(?:tangkap|ringkus|bekuk|ciduk|cokok|gelandang|jebloskan|buru|vonis|tuntut|dakwa|hukum"
    r"|jerat|ganjar|sangkakan)"
)
_SEVERAL = (
    r"[A-Z]{2,4}(?:\s*\(\d{1,2}\))?"
    r"(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|\s(?:dan|serta)\s+)[A-Z]{2,4}(?:\s*\(\d{1,2}\))?(?!\w))*"
)
# "menangkap RAP", "RAP dan GN diringkus", "temannya, GN, yang": letters where only people stand.
_AS_SOMEBODY = Pattern(
    r"\b[Mm]e(?:nangkap|ringkus|mbekuk|nciduk|ncokok|nahan|nggelandang|njebloskan|netapkan|mburu|ngejar|mvonis|nghukum|nuntut|ndakwa|njerat)\s+"
    rf"(?:(?:tersangka|terdakwa|pelaku|seorang|pria|perempuan|wanita|saudara)\s+){{0,2}}(?P<list>{_SEVERAL})"
    r"(?=\s*[,.;]|\s+(?:di|pada|sebagai|yang|ke|dengan|atas|karena|saat|ketika|selama|setelah|terkait|dalam|usai|beserta|bersama)\b)"
    rf"|(?<![\w.])(?<!alias\s)(?P<list2>{_SEVERAL})(?=\s*,?\s+(?:(?:yang|akhirnya|kini|telah|sudah|juga|lebih|dulu|masing-masing|berhasil|resmi)\s+)*"
    rf"(?:di{_CAUGHT}|ditetapkan\s+(?:sebagai|menjadi|jadi)\s+(?:tersangka|buron)|buron|menyerahkan\s+diri|melarikan\s+diri)\b(?!\s+(?:majikan|agen)))"
    r"|\b(?i:istri|suami|adik|kakak|anak|sepupu|keponakan|ipar|rekan|teman|kawan|kekasih|pacar|bos|anak\s+buah|kaki\s+tangan|menantu|mertua|abang)"
    r"(?:nya|\s+[A-Z]{2,3}(?=,))?\s*,?\s+(?P<list3>[A-Z]{2,4})(?=\s*[,.;]|\s+\(|\s+(?:yang|untuk|di|ke|dan|sebagai|agar|adalah|mengurus|mencari|menjemput)\b)"
)
# "penangkapan terhadap AD dan RS": whom the deed befell, told as a noun.
_BY_NOUN = Pattern(
    r"\b(?:[Pp]enangkapan|[Pp]enahanan|[Pp]enetapan|[Pp]engejaran|[Pp]emburuan)\s+(?:(?:terhadap|atas)\s+)?(?:(?:para|kedua|ketiga|tersangka|terdakwa|pelaku)\s+){0,2}"
    r"(?P<list>[A-Z]{2,3}(?:\s*\(\d{1,2}\))?(?:\s*(?:,\s*(?:dan\s+)?|dan\s+|serta\s+)[A-Z]{2,3}(?:\s*\(\d{1,2}\))?(?![\w]))*)(?=\s*(?:[.,;]|(?:di|pada|sebagai|yang|dan|berawal|dilakukan|bermula|oleh)\b))"
)
# Only where a text tells of culprits are two letters rather somebody than something.
_OF_CULPRITS = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|pelaku|inisial|berinisial|calo|perekrut|tekong|dpo|buron|penyidik|diamankan|ditangkap|korban|calon\s+pekerja|c?pmi|tki|tkw)\b"
)
# "UH dan mantan stafnya, DK, sebagai tersangka", "Satu orang lainnya, DN, masih buron"
_MADE = Pattern(
    r"(?<=nya, )(?P<list>[A-Z]{2,4})(?=\s*,?\s+(?:sebagai|menjadi)\s+tersangka\b"
    r"|\s*,\s+(?:(?:masih|kini|telah|sudah|juga|saat\s+ini)\s+)*(?:buron|diburu|DPO|dalam\s+(?:pengejaran|daftar)"
    r"|masuk\s+(?:DPO|daftar)|di(?:tangkap|bekuk|ringkus|ciduk|tahan))\b)"
)
# "mengejar pemilik kapal, AN, yang diduga": whom they seek is told by letters.
_HUNTED = Pattern(
    r"\b(?:[Mm]emburu|[Mm]engejar)(?:\s+[a-z]+){1,4},\s+(?:yakni\s+|yaitu\s+)?(?P<list>[A-Z]{2,4})(?=\s*[,.])"
)
# "rekannya, TR, kebagian", "oleh MN, agen perjalanan": letters beside what one is to the business.
_TRADE = (
    r"(?:(?:perantara|rekan(?:nya)?|sopir(?:nya)?|calo|sponsor(?:nya)?|pemodal|agen|bos(?:nya)?|koordinator|nakhoda|tekong|kurir|penjemput|penampung"
    r"|perekrut|pengakuan|(?i:agen|sopir|bos|rekan|koordinator|nakhoda|tekong|kurir|perekrut|penampung)nya)(?:\s+di\s+[A-Z]\w+)?)"
)
_DEALING = Pattern(
    rf"\b{_TRADE}\s*,?\s+(?P<list>[A-Z]{{2,3}})(?=\s*[,.]|\s+[a-z])"
    rf"|(?<![\w.])(?P<listed>[A-Z]{{2,3}})(?=,\s+(?:(?:seorang|seseorang)\s+)?{_TRADE}\b)"
    # "HR menerima Rp 3,5 juta": two letters that are paid are a person's.
    r"|(?<![\w.])(?P<paid>[A-Z]{2})(?=\s+(?:(?:diduga|mengaku|disebut|hanya|juga|sudah|telah|lalu|kemudian)\s+){0,2}(?:menerima|mendapat(?:kan)?|memperoleh"
    r"|dibayar|diupah|diberi|mengantongi|meraup|kebagian|memungut)\s(?:[a-z]+\s){0,4}(?:Rp|RM|SGD|USD))"
)
_ONE = Pattern(r"(?<![\w.])([A-Z](?:\.?[A-Z]){0,3}\.?)(?:\s*\((\d{1,2})\))?(?![\w])")
_VICTIM = Pattern(
    r"(?i)(?:korban|saksi|calon\s+(?:pmi|pekerja)|cpmi|pmi|pekerja|wni|tk[iw]|penyintas|pelapor"
    r"|pengadu|jenazah|almarhum(?:ah)?|balita|siswi)"
    r"(?:(?!\b(?:sementara|sedangkan|namun|tetapi|adapun|lalu|kemudian|polisi|penyidik|petugas|oleh|atas\s+perintah)\b)"
    r"[\w\s,]){0,40}$"
)
# "seorang mantan TKI berinisial HN": who was a worker once may be anybody.
# "Majikan korban, VT": nor is who held one.
_FORMER = Pattern(
    r"(?i)\b(?:mantan|eks|bekas)\s+(?:tk[iw]|pmi|pekerja(?:\s+migran)?)\b"
    r"|\b(?:majikan|atasan|bos|juragan|perekrut|pembawa|penyalur|penjemput|penampung|agen|sponsor)\s+(?:para\s+)?korban\b"
)
_SUSPECT = Pattern(
    r"(?i)(?:tersangka|terdakwa|pelaku|terduga|calo|perekrut|sponsor|agen|penyalur|pengurus|pemodal|bos|menangkap"
    r"|ditangkap|pemilik|dpo|buron|pria|wanita|perempuan|laki-laki)[\w\s,]{0,30}$"
)
# "seorang agen pekerja migran ilegal berinisial PS": who deals in workers is none of them.
_DEALER = Pattern(
    r"(?i)\b(?:agen|calo|sponsor|penyalur|perekrut|pengirim|pemasok|penampung|bos|mafia)\s+(?:calon\s+)?"
    r"(?:pekerja(?:\s+migran)?|tk[iw]|pmi|cpmi|tenaga\s+kerja)(?:\s+\w+){0,3}\s*$"
)
# Capital abbreviations that are no initials of a person.
_NOT_INITIALS = word_list("not_initials") | {
    name for row in rows("agencies.tsv") for name in row[3].split("|") if name.isupper()
}
_PROVINCES = frozenset(
    name for _, names in rows("region_aliases.tsv") for name in names.split("|") if name.isupper()
)
# What letters call people, whoever stands before them: "berinisial ZS, WNA asal Tiongkok".
_PEOPLE = word_list("people_letters")


@cache
def words_of_office() -> frozenset[str]:
    """Return capitalised words that posts go on with: no name begins with one."""
    return frozenset(row[0] for row in rows("office_words.tsv"))


@dataclass(frozen=True, slots=True)
class Initials:
    """A person known by initials only, with age where the text gives it."""

    start: int
    end: int
    text: str
    age: int | None
    is_victim: bool


def is_no_name(words: Sequence[str]) -> bool:
    """Whether a word of some tells that nobody is called so: ``Gugus Tugas``, ``Kamtibmas``."""
    return any(word in _NO_NAMES or _OF_OFFICES.fullmatch(word) for word in words)


# Offices and their meetings in one word: "Disdagnakerkop", "Bidkoor", "Forkopimda".
_OF_OFFICES = Pattern(
    r"(?:Dis(?:nak|dag|dik|kom|hub|sos|per|kes|duk|pm|bud|par)|Kemen[A-Zkpdhs]|Dit(?:jen|res|kr)|Bid(?:koor|dok|hum|pro|kum)|Forkop"
    r"|Pem(?:kab|kot|prov|da|des)(?=[A-Z]|$)|Kamtib|Muspi|Satlan|Satres|Binmas|Bhabin|Ketena|Keterna)\w*"
)


def name_length(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a person's name at a position takes, or 0."""
    size = run_length(tokens, index)
    return 0 if is_no_name([token.text for token in tokens[index : index + size]]) else size


def run_length(tokens: Sequence[Token], index: int, limit: int = 6) -> int:
    """Return how many tokens what is written like a person's name takes, or 0.

    Args:
        tokens: Tokens of one block.
        index: Where the name would begin; nothing begins behind the last token.
        limit: The most tokens that a name has.
    """
    # A line may end with a rank: "Kasat Reskrim, AKP".
    if index >= len(tokens) or _begins_no_name(tokens, index):
        return 0
    count = 0
    while index + count < len(tokens) and count < limit:
        here = index + count
        token = tokens[here]
        if count and not adjoins(tokens, here):
            break
        if count and token.text == "." and _is_shortened(tokens, here):
            limit += 1
        elif token.text in _PARTICLES and count and here + 1 < len(tokens):
            if not is_capital(tokens[here + 1]):
                break
        elif not count and _is_lalu(tokens, here):
            pass
        elif not _NAME_WORD.match(token.text) or (
            _ends_name(token.text) and not (count and _is_surname(tokens, here))
        ):
            break
        count += 1
    return _without_end(tokens, index, count)


_COMMON_NAMES = word_list("common_names")


def _ends_name(word: str) -> bool:
    is_all = _ALL_OF_THEM.fullmatch(word) is not None
    return word in STOPS or word in _ORDERS or is_all or _is_shouted(word)


# "R alias H. Ketiganya": who are taken up have no such name.
_ALL_OF_THEM = Pattern(r"Ke(?:dua|tiga|empat|lima|enam|tujuh)nya")


# "Bambang Hari Kusumo", "Darwis Hakim (49)": words that end a name elsewhere.
_INNER = frozenset({"Hari", "Mei", "Hakim"})


def _is_surname(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that ends names elsewhere belongs to one: within it, or ``Hakim`` last."""
    word, behind = tokens[index].text, index + 1
    if word not in _INNER or not adjoins(tokens, index):
        return False
    is_followed = behind < len(tokens) and adjoins(tokens, behind) and is_capital(tokens[behind])
    if word == "Hakim":
        return not is_followed or tokens[index - 1].text in ("Abdul", "Abd", "Lukman", "Luqman")
    return is_followed and not _ends_name(tokens[behind].text)


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is one that texts write small: ``ASEP SAFRUDIN MENGATAKAN``."""
    is_long = len(word) > 3 and word.isupper()
    return is_long and is_common(word) and word.title() not in _COMMON_NAMES


# "Ancamannya sepuluh tahun": a noun with its owner opens a sentence.
_OWNED = Pattern(r"[A-Z][a-z]{6,}nya")


def _begins_no_name(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].text
    if _OWNED.fullmatch(word) or _opens_with_noun(tokens, index):
        return True
    if word in GROUPS or word in _NO_NAMES:
        return True
    return word in words_of_office() and not _is_balinese(tokens, index)


def _opens_with_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a common word opens a sentence before a name: ``Penangkapan Siti Maryam (45)``."""
    word, behind = tokens[index].text, index + 1
    is_first = not index or tokens[index - 1].text in _OPENERS
    is_noun = len(word) > _SHORTEST_NOUN and word.istitle() and is_common(word)
    if not (is_first and is_noun) or word in _COMMON_NAMES or word in _TITLES:
        return False
    return behind < len(tokens) and adjoins(tokens, behind) and is_capital(tokens[behind])


_OPENERS = frozenset('.!?:;"“”–—-')
_SHORTEST_NOUN = 4
# Common words that stand before names as part of them.
_TITLES = frozenset({"Dewa", "Bangun", "Tuan", "Datuk", "Andi", "Lalu", "Gusti", "Raden"})


def _without_end(tokens: Sequence[Token], index: int, count: int) -> int:
    """Return the length of a name without what ends it: particles, the stop of a sentence."""
    while count and tokens[index + count - 1].text in _PARTICLES:
        count -= 1
    # "atas nama NS."
    is_stopped = count == 2 and tokens[index + 1].text == "."
    return (
        1 if is_stopped and len(tokens[index].text) > 1 and tokens[index].text.isupper() else count
    )


def _is_balinese(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name such as ``I Made Sudiarta`` begins: elsewhere ``I`` is a number."""
    behind = index + 1
    return (
        tokens[index].text in {"I", "Ni", "Ida"}
        and behind < len(tokens)
        and adjoins(tokens, behind)
        and tokens[behind].text in _BALINESE
    )


def _is_lalu(tokens: Sequence[Token], index: int) -> bool:
    """Whether ``Lalu`` is the title of Sasak names; at the start of a sentence it means "then"."""
    behind = index + 1
    if tokens[index].text != "Lalu" or behind >= len(tokens):
        return False
    if not index:
        return _is_aged(tokens, behind)
    is_inside = tokens[index - 1].text not in {".", "!", "?", '"', "“"} or _is_aged(tokens, behind)
    return is_inside and is_capital(tokens[behind]) and tokens[behind].text not in STOPS


def _is_aged(tokens: Sequence[Token], index: int) -> bool:
    """Whether an age in brackets follows two or more words of a name: ``Ahmad Zaini (52)``."""
    end = index
    while end < len(tokens) and is_capital(tokens[end]) and tokens[end].text not in STOPS:
        end += 1
    texts = [token.text for token in tokens[end : end + 3]]
    is_bracket = len(texts) == 3 and texts[0] == "(" and texts[2] == ")"
    return is_bracket and texts[1].isdigit() and end - index > 1


def _is_shortened(tokens: Sequence[Token], index: int) -> bool:
    """Whether a stop belongs to the word before: that of ``Moh.``, not of ``menangkap LS.``."""
    before = tokens[index - 1]
    is_letters = len(before.text) > 1 and before.text.isupper() and "." not in before.text
    return _is_initial(before) and _touches(tokens, index) and not is_letters


def _is_initial(token: Token) -> bool:
    return bool(_INITIAL.fullmatch(token.text)) or token.text in {
        "Mr", "Mrs", "Moh", "Muh", "Muhd", "Mohd", "Abd", "Sy", "St", "Ach", "Chr", "Yoh",
    }  # fmt: skip


def _touches(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].start == tokens[index - 1].end


def are_initials(text: str, word: str) -> bool:
    """Whether a document tells somebody by these letters: ``berinisial RSL``, ``RSL (36)``."""
    is_short = re.fullmatch(r"[A-Z]{2,4}", word) is not None
    told = rf"inisial\s+{word}\b|(?<!\w){word}\s*\(\s*\d\d"
    return is_short and re.search(told, text) is not None


def initials(text: str) -> Iterator[Initials]:
    """Yield persons known by initials, left to right, each stretch once."""
    seen: set[int] = set()
    for found in sorted(_found(text), key=lambda one: one.start):
        if found.start not in seen:
            seen.add(found.start)
            yield found


def _found(text: str) -> Iterator[Initials]:
    for match in INITIALS.finditer(text):
        age = match["age"] or match["age2"] or match["age3"] or match["age4"]
        if match["age4"] and not _is_bare_age(text, match):
            continue
        yield from _one(text, match.start("ini"), match["ini"], age, match.start())
    is_crime = _OF_CULPRITS.search(text) is not None
    for pattern in (
        _INTRODUCED,
        _PAIR_INITIALS,
        _ROLE_INITIALS,
        _SOUGHT,
        _ACTING,
        _ALIASED,
        _MADE,
        _HUNTED,
        _BEFELL,
        *((_DOING, _KIN_OF, _AS_SOMEBODY, _BY_NOUN) if is_crime else ()),
    ):
        # What is called initials is none of the abbreviations that look so.
        is_told = pattern in (_INTRODUCED, _PAIR_INITIALS, _ACTING, _SOUGHT, _BY_NOUN)
        for match in pattern.finditer(text):
            where = match.span(next(g for g in ("list", "list2", "list3") if match.groupdict()[g]))
            # "Begitu korban setuju, pelaku SU": the role beside tells more than what is before.
            context = where[0] if pattern is _ROLE_INITIALS else match.start()
            # Of a row of letters none is an abbreviation: "perempuan yaitu EN, AS, LD dan LM".
            is_row = is_told or (pattern is _ROLE_INITIALS and _is_row(text[slice(*where)]))
            for one in _ONE.finditer(text, *where):
                if _NO_ONE.search(text, where[0], one.start()):
                    continue
                alias = _ALIAS.match(text, one.end(1))
                printed = one[1] + (alias[0] if alias else "")
                yield from _one(text, one.start(), printed, one[2], context, is_told=is_row)
    for match in _DEALING.finditer(text):
        group = next(one for one in ("list", "listed", "paid") if match[one])
        yield from _one(text, match.start(group), match[group], None, match.start(group))


# Within brackets, or another name of whom stands before: "AG" of "HWT alias AGS alias AG (PT AR)".
_NO_ONE = Pattern(r"\([^)]*$|\b(?:alias|als\.?)\s+$")


def _is_row(words: str) -> bool:
    """Whether most of three or more letters are no abbreviations: not ``HP, KTP, ATM``."""
    told = [found[1] for found in _ONE.finditer(words)]
    return len(told) > len("AB") and 2 * sum(one in _NOT_INITIALS for one in told) < len(told)


def _is_bare_age(text: str, found: re.Match[str]) -> bool:
    """Whether letters and a number between commas are somebody with an age, and no row."""
    before = text[max(0, found.start() - 90) : found.start()]
    # Who stands before in the row says nothing of who they are.
    while row := _AGED_BEFORE.search(before):
        before = before[: row.start()]
    return _SUSPECT.search(before) is not None and found["ini"] not in _NOT_INITIALS


_NAME_BEFORE = Pattern(r"\b(?:I|Ni|Ida)\s[A-Z][a-z]+\s$")
_CLAUSE_OF_ANOTHER = Pattern(r"(?i)\byang\s+(?:\w+\s+){0,2}me\w+\s+(?:(?:para|calon)\s+)*$")
_ENDED = Pattern(r"(?:[,;]|\b(?:dan|sedangkan|sementara|adapun))\s*$")
# "Dua terdakwa kasus pengiriman pekerja migran ke Kamboja, RH (38)": who the case is about.
_ACCUSED_OF = Pattern(
    r"(?i)\b(?:terdakwa|tersangka|terpidana)\s+(?:kasus|perkara|dugaan)\b[^.;:!?\"“,]{0,110},\s+$"
)
_ROW_GOES_ON = Pattern(r"(?i),\s+(?:serta|dan)\s+(?:\w+\s+){0,2}$")


def _one(
    text: str, start: int, printed: str, age: str | None, context: int, *, is_told: bool = False
) -> Iterator[Initials]:
    bare = printed.split(maxsplit=1)[0].replace(".", "")
    is_word = bare in _PEOPLE or (bare in _NOT_INITIALS and not age and not is_told)
    # "Sulawesi Selatan (24) dan NTB (19)": so many of a province, and nobody's age.
    is_place = bare in _PROVINCES and not is_told and not _SUSPECT.search(text[:start][-60:])
    if is_word or is_place or len(bare) > 4 or not bare.isupper():
        return
    # "inisial UA. Sedangkan": the stop ends a sentence, and the next word begins another.
    is_end = printed.endswith(".") and len(bare) > 1
    if bare in ("PT", "CV", "LPK") and re.match(r"\.?\s[A-Z]", text[start + len(bare) :]):
        # "P3MI berinisial PT AMJ": a firm is told by letters, too.
        return
    if not is_end and re.match(r"\s[A-Z][a-z]", text[start + len(printed) :]):
        # "terdakwa I Made Sudiarta": the letter begins a name.
        return
    if _NAME_BEFORE.search(text[max(0, start - 40) : start]):
        # "I Wayan S alias Yan (35)": the letter ends a name.
        return
    before = text[max(0, context - 60) : context]
    is_suspect = _SUSPECT.search(before) or _DEALER.search(before)
    is_suspect = is_suspect or _ACCUSED_OF.search(text[max(0, context - 140) : context])
    introduced = _VICTIM.search(_FORMER.sub("", before))
    is_victim = introduced is not None and not is_suspect
    if _DOING.match(text, start) and _ENDED.search(before):
        # "merekrut calon pekerja di kampungnya, AD menjemput": another clause begins.
        is_victim = False
    if introduced and _CLAUSE_OF_ANOTHER.search(before[: introduced.start()]):
        # "HJ yang merekrut korban di Bone, serta AR": AR stands beside HJ, not beside victims.
        is_victim = is_victim and _ROW_GOES_ON.search(before) is None
    name = printed.rstrip(".") if "." not in printed[:-1] else printed
    yield Initials(start, start + len(name), name, int(age) if age else None, is_victim)
