"""Victims, witnesses and would-be migrants are never persons here.

Owns the words that introduce their names or initials, and the removal of every mention of such a
name in the document. What is removed is reported by place, without the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Sentence
from loaders.text.speech import ROOT

_WHO = (
    r"(?:korban|penumpang|calon\s+(?:tki|tkw|pmi|pekerja\s+migran(?:\s+indonesia)?)|cpmi|"
    r"para\s+(?:tki|pmi|pekerja)|peserta\s+(?:pe)?magang(?:an)?(?:\s+ke\s+[A-Z]\w+,)?|saksi|penyintas|jenazah|almarhum(?:ah)?)"
)
# "dua korban yakni AB dan CD pulang,” ujar Kombes": who tells of them is none of them.
_TOLD = rf"[\"”]\s*,?\s*{ROOT}\s|,\s+{ROOT}\s"
_LIST = Pattern(
    # "korban perekrutan oleh oknum bernama X": whom the last word before the name means.
    rf"(?i)(?<!majikan\s)(?<!atasan\s)(?<!juragan\s)(?<!perekrut\s)(?<!penyalur\s)(?<!penampung\s)\b{_WHO}\b(?:(?!\b(?:oleh|oknum|calo|makelar|sponsor|agen|perekrut|mucikari|muncikari)\s)[^.;]){{0,60}}?(?:yakni|yaitu|bernama|berinisial|inisial|masing-masing"
    rf"|adalah|ialah|merupakan|antara\s+lain)\b"
    # "korban berinisial AB direkrut CD": who did it stands bare behind the verb.
    rf"(?:(?!tersangka|pelaku|terdakwa|calo|oleh|sponsor|agen|makelar|pemilik|perekrut|di(?:rekrut|ajak|bujuk|jemput|tampung|kirim|jual|tawari|janjikan)\s|{_TOLD})[^.;])*$"
)
_DIRECT = Pattern(
    rf"(?i)\b{_WHO}(?:\s+(?:tppo|tewas|meninggal|lain(?:nya)?|anak))?\s*,?\s*"
    r"(?:(?!(?:penipuan|kejahatan|kebohongan|kekejaman|ulah|janji|yang|oleh|kepada|ke|dari|dengan|terhadap|pada|atas|me\w+|di\w*|adalah|sementara|sedangkan"
    r"|namun|tetapi|lalu|kemudian|adapun|serta|dan|polisi|penyidik|petugas"
    r"|ber(?!nama|inisial)\w+)\b)[\w.]+\s+){0,2}$"
)
# "AB (19), CD (20) dan EF (21)": what is said of a list is said of each.
_MORE = (
    r"\s*(?:\([^)]{0,16}\))?(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+)"
    r"[A-Z][A-Z.]{0,5}\s*(?:\(\d{1,2}\))?){0,6}"
)
_HEADS = Pattern(
    r"(?:(?<![\w.])[A-Z][A-Z.]{0,5}\s*(?:\(\d{1,2}(?:\s+tahun)?\))?\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+))+$"
)
# "Jenazah kedua atas nama Marten Kolo (61)": whose body, or whose case, it is.
_IN_NAME_OF = Pattern(
    rf"(?i)\b{_WHO}(?:\s+(?!rekening|akun|uang|paspor|tiket)[\w-]+){{0,4}}\s+(?:atas\s+nama|a\.?n\.)\s+$"
    r"|\bjenazah\s+(?:seorang\s+)?(?:pekerja\s+migran|pmi|tk[iw]|wni|abk)(?:\s+indonesia)?\s*,\s+$"
)
_AFTER = Pattern(
    r"(?i)^\s*\((?:juga\s+)?(?:salah\s+(?:satu|seorang)\s+)?(?:\w+\s+){0,2}(?:korban|penyintas)\b"
    r"|^(?:\s*\([^)]{0,16}\))?(?:\s*,)?\s+(?:(?:yang|diduga|juga|pun|malah|justru|ikut|turut|sempat|telah|sudah|pernah)\s+)*(?:menjadi|jadi)\s+(?:salah\s+(?:satu|seorang)\s+)?korban\b"
    r"|^\s*(?:\([^)]{0,16}\))?\s*[,(]\s*(?:bukan\s+nama\s+(?:sebenarnya|asli)|nama\s+samaran|nama(?:nya)?\s+disamarkan)\b"
    r"|^\s*(?:\([^)]{0,16}\))?\s*,\s+(?:ABK|anak\s+buah\s+kapal|TK[IW]|PMI|pekerja\s+migran)\b[^.;,]{0,60}\b(?:meninggal|tewas|disiksa|hilang)\b"
    r"|^\s*(?:\([^)]{0,16}\))?\s*,\s+(?:salah\s+(?:satu|seorang)\s+|seorang\s+)?(?:korban"
    r"|penyintas|saksi|jenazah|almarhum(?:ah)?)\b"
    r"|^\s*(?:\([^)]{0,16}\))?(?:\s*(?:,|dan|serta)\s*[A-Z][\w. ]{0,30}(?:\([^)]{0,16}\))?){0,4}"
    r"\s+(?:adalah|merupakan|ialah)\s+(?:para\s+|salah\s+(?:satu|seorang)\s+)?(?:korban|penyintas|saksi)\b"
    rf"|^{_MORE}(?:\s*,\s*\d{{1,2}}(?:\s+tahun)?\s*,)?\s*(?:(?:itu|tersebut|juga|kemudian|sempat|mengaku|pernah|kerap|lalu)\s+)*"
    r"(?:dievakuasi|diselamatkan|disiksa|dianiaya|disetrum|dipukul\w*|dicambuk|dilecehkan|diperkosa|disandera|disekap"
    r"|dieksploitasi|ditipu|dipaksa|meninggal|tewas)\b"
)
# "istri AB masih berstatus saksi": she is, not AB.
_STATUS = Pattern(
    r"^\s*(?:\([^)]{0,16}\))?(?:\s+(?!tersangka|ditangkap)[a-z]+){0,6}?\s+(?:berstatus|statusnya)\s+(?:masih\s+)?(?:sebagai\s+)?saksi\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:ke[\s-]?)?(?:\d+|se(?:orang|buah)|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
)
_CULPRIT = r"tersangka|pelaku|terdakwa|calo|perekrut|agen|sponsor|tekong|penyelundup|pengirim|sopir"
# "tiga perempuan PMI ilegal yang akan dikirim ke Arab Saudi berinisial TW dan NS"
_MIGRANTS = Pattern(
    rf"(?i)\b(?:{_NUMBER}(?:\s+\(\d+\))?\s+(?:orang\s+)?|{_NUMBER}\s+di\s+antara(?:nya|\s+mereka)\s+(?:merupakan\s+|adalah\s+))(?:(?:perempuan|wanita|pria"
    r"|laki-laki|remaja)\s+)?(?:calon\s+)?(?:pmi|tki|tkw|wni|cpmi|pekerja\s+migran|tenaga\s+kerja)\b"
    rf"(?:(?!\b(?:{_CULPRIT}|oleh)\b)[^.;]){{0,90}}?"
    rf"\b(?:berinisial|inisial|yakni|yaitu|masing-masing|bernama)\b(?:(?!\b(?:{_CULPRIT}|oleh)\b|{_TOLD})[^.;])*$"
)
# "Keduanya berinisial MA dan AR": as many as the migrants told of before.
_AS_MANY = Pattern(
    rf"(?i)\b(?P<number>ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|{_NUMBER}\s+(?:orang|warga|wni|penumpang))\b"
    rf"(?:(?!\b(?:{_CULPRIT}|oleh)\b)[^.;]){{0,60}}?"
    rf"\b(?:berinisial|inisial|yakni|yaitu|masing-masing|bernama)\b(?:(?!\b(?:{_CULPRIT}|oleh)\b)[^.;])*$"
)
_COUNTED = Pattern(
    rf"(?i)\b(?P<number>{_NUMBER})\s+(?:orang\s+)?(?:(?P<migrants>(?:calon\s+)?(?:pmi|tki|tkw|cpmi|pekerja\s+migran|tenaga\s+kerja)|korban)"
    rf"|(?:terduga\s+)?(?:{_CULPRIT}|abk|anak\s+buah|pria|lelaki|laki-laki|wanita|perempuan|pemuda))\b"
)
# "Sebut saja Mawar": a name made up for somebody who is protected.
_SO_CALLED = Pattern(r"(?i)\b(?:sebut\s+saja(?:\s+namanya)?|bernama\s+samaran)\s+$")
# "kata Rina, seorang saksi": said of whoever speaks, too.
_ONE_OF = Pattern(
    r"(?i)^\s*(?:\([^)]{0,16}\))?\s*,\s+(?:salah\s+(?:satu|seorang)|seorang)\s+(?:korban|penyintas|saksi)\b"
)
# "yang menjadi korban dua tersangka itu ialah X"
_LINKED = Pattern(
    r"(?i)(?:^|\bmenjadi\s+)korban\b(?:(?!\bpelaku\b)[^.;,]){0,90}\b(?:adalah|ialah)\s+$"
)
# "kasus yang menimpa Dolfina": whom it befell.
_BEFELL = Pattern(
    r"(?i)\b(?:menimpa|(?<!berbeda )(?<!serupa )(?<!sama )dialami(?:\s+oleh)?"
    r"|kematian|meninggalnya|tewasnya|pembunuhan(?:\s+terhadap)?|penyiksaan(?:\s+terhadap)?)"
    r"\s+(?:korban\s+)?$"
)
# "Itulah yang dialami MF, pemuda asal Garut", "yang berhasil pulang, termasuk MF": letters may be
# taken for a name only where they come back.
_LETTERED = Pattern(
    r"\b(?:[Dd]ialami(?:\s+oleh)?|menimpa|(?:pulang|kabur|lolos|dipulangkan|diselamatkan|melarikan\s+diri),\s+termasuk)\s+"
    r"(?P<who>[A-Z]{2,3})\b(?!\s+[A-Z])"
)
# Whose passport it is, and who reports, is no suspect.
_OWNER = Pattern(
    r"(?i)\bpaspor\s+(?:atas\s+nama|a\.n\.|milik)\s+$"
    r"|\b(?:laporan|pengaduan|aduan)\s+(?:dari\s+)?(?:(?:seorang|warga|ibu|bapak|suami|istri|keluarga|[A-Z]\w+)\s+){1,4}(?:berinisial\s+)$"
)
# "bermula dari laporan keluarga RD": whose family reports is whom it befell.
_OF_FAMILY = Pattern(
    r"(?i)\b(?:laporan|pengaduan|aduan)\s+(?:dari\s+)?(?:keluarga|orang\s+tua|ibu|ayah|suami|istri|kerabat)\s+$"
)
_LETTERS_AFTER = Pattern(
    r"(?i)^\s*(?:\([^)]{0,16}\))?\s*,?\s+(?:mengaku\s+|bercerita\s+|bersaksi\s+)(?:telah\s+|pernah\s+)?(?:direkrut|dijanjikan|ditipu"
    r"|ditampung|disekap|disiksa|dipaksa|diberangkatkan)\b"
    rf"|^{_MORE}(?:\s+asal\s+[A-Z]\w+(?:\s[A-Z]\w+)?,)?\s+(?:juga\s+|kemudian\s+|lalu\s+|sudah\s+|telah\s+)?(?:melapor(?:kan)?|direkrut|diberangkat\w+"
    r"|dikirim|ditampung|dijanjikan|dijual|dipekerjakan)\b"
    rf"|^{_MORE}\s*,\s+(?:(?:dua|tiga|empat|lima|enam|\d+)\s+(?:orang\s+)?)?(?:korban|calon\s+(?:pekerja|pmi|tki|tkw)"
    r"|pekerja\s+migran|pmi|cpmi|(?:ibu|ayah|bapak|kakak|adik|suami|istri|paman|bibi|keluarga|orang\s+tua)\s+korban)\b"
)
# "Tersangka merekrut AB (19)", "menunda keberangkatan AB (29)": whom that befell is a victim.
_OBJECT = Pattern(
    r"(?i)\b(?:merekrut|menyekap|menampung|memberangkatkan|menjual|menipu|memperdaya|membujuk|menjanjikan|mengiming-imingi"
    r"|menyelamatkan|mengevakuasi|mengancam|menyiksa|menganiaya|memukul|memeras|menitipkan|memulangkan"
    r"|(?:menunda|menggagalkan|mencegah)\s+keberangkatan)\s+(?:seorang\s+|pemuda\s+|gadis\s+|remaja\s+)?$"
)
# Whom somebody recruits or houses is a victim by full name, too, unless as a helper.
_RECRUITED = Pattern(
    r"(?i)\b(?:merekrut|menyekap|menampung|memperdaya|mengiming-imingi|memberangkatkan|menyelundupkan)\s+(?:seorang\s+|pemuda\s+|gadis\s+|remaja\s+)?$"
)
_AS_HELPER = Pattern(
    r"(?i)(?:\s*\([^)]{0,16}\))?(?:\s*,)?\s+(?:sebagai|menjadi|selaku)\s+(?!PMI|CPMI|TK[IW]|pekerja|ART|asisten|buruh|korban)"
)
_CARRIED = Pattern(
    r"(?i)\b(?:membawa|menjemput|mengantar(?:kan)?|mengirim(?:kan)?)\s+(?:seorang\s+)?$"
)
_POLICE = Pattern(
    r"(?i)\b(?:polisi|petugas|penyidik|polres\w*|polda|polsek|tim|satgas|jaksa|aparat|anggota)\b"
)
# "korban diajak seorang perempuan berinisial MB", "dari setiap korban, NH memperoleh": not victims.
_BY = Pattern(
    r"(?i)\b(?:oleh|diajak|direkrut|ditawari|dibujuk|dijemput|diantar|ditampung|disalurkan"
    r"|dikenalkan"
    r"|dihubungi|dijanjikan|kepada|menghubungi|mengenal"
    r"|melaporkan|mengadukan|menuding|menyebut)\s+(?:oleh\s+)?(?:seorang|seseorang"
    r"|perempuan|pria"
    r"|wanita|laki-laki|tersangka|pelaku|tetangga|calo|agen|sponsor|dua|tiga)\b[^.;,]{0,60}$"
    r"|\b(?:setiap|tiap|masing-masing|per)\s+(?:orang\s+)?"
    r"(?:korban|penumpang|calon\s+\w+|c?pmi|pekerja(?:\s+migran)?)\s*,\s*$"
)
# "Kuasa hukum korban, Gregorius": who is somebody to a victim is none.
_SOMEBODYS = Pattern(
    r"(?i)\b(?:kuasa\s+hukum|pengacara|penasi?e?hat\s+hukum|pendamping|perwakilan|keluarga|kerabat"
    r"|orang\s+tua|ayah|ibu|bapak|kakak|adik|paman|bibi|suami|istri|anak|sepupu|saudara|tetangga"
    r"|mertua|menantu|keponakan|cucu|ipar|kandung|majikan|perekrut|advokat)\s+(?:para\s+|dari\s+|salah\s+satu\s+)*"
    r"(?:korban|penyintas|saksi|almarhum(?:ah)?|jenazah)\s*,\s*(?:[\w.]+\s+){0,2}$"
)
_NOT = Pattern(
    r"(?i)\b(?:(?:tersangka|terdakwa|pelaku)(?:\s+[IVX]{1,4})?|keluarga|pendamping|penasihat|kuasa\s+hukum|pengacara"
    r"|kata|ujar|direktur|kepala|ketua)\s*$"
    # "Perekrutnya, menurut saksi, adalah Y"; "Dari Y, korban berpindah": no witness, no victim.
    r"|\b(?:menurut|kata|ujar)\s+(?:para\s+)?(?:saksi|korban)\s*,\s+(?:adalah|ialah|yakni|yaitu)\s+$"
    r"|^[\"“]?(?:dari|lewat|melalui|oleh|kepada)\s+$"
    # "Yang merekrut para korban adalah X", "bekerja sama dengan seorang WNI bernama X": the doer.
    r"|\byang\s+(?:diduga\s+|turut\s+)?me\w+\s+(?:\w+\s+){0,3}?korban(?:\s+(?:itu|tersebut|ini))?\s+(?:adalah|ialah|yakni|yaitu)\s+$"
    r"|\b(?:bekerja\s?sama\s+dengan|peran|keterlibatan|dugaan\s+peran)\s(?:(?!\bkorban\b)[^.;,]){0,60}\s(?:bernama|berinisial)\s+$"
)


def protect(
    text: str, sentences: Sequence[Sentence], items: Sequence[Item]
) -> tuple[list[Item], list[tuple[int, int]]]:
    """Return the items without victims' names, and where those names stood.

    Args:
        text: The document.
        sentences: Its sentences.
        items: Everything recognised.
    """
    suspects = _suspects(text, items)
    lettered = [one for one in _LETTERED.finditer(text) if one["who"] not in suspects]
    names = {one["who"] for one in lettered}
    spots = {one.span("who") for one in lettered}
    starts = [sentence.start for sentence in sentences]
    last = -1
    for item in items:
        at = bisect_right(starts, item.start) - 1
        is_next = _NEXT_IN_ROW.fullmatch(text, last, item.start) if last >= 0 else None
        if (at >= 0 and item.start < sentences[at].end) and (
            (is_next and item.kind in (Kind.PERSON, Kind.INITIALS))
            or _is_victim(text, sentences[at], item)
        ):
            if item.text in suspects:
                continue
            names.add(item.text)
            spots.add((item.start, item.end))
            last = item.end if _ROW_BEGINS.search(text[sentences[at].start : item.start]) else -1
    if not names:
        return list(items), []
    names |= _in_full(names, items, suspects)
    words = {word for name in names for word in name.split()} | names
    gone = {(i.start, i.end) for i in items if i.text not in suspects and _is_named(i, words)}
    # "Yes Tao alias Yesaya Toh": a second name is the same person's.
    gone |= {
        (i.start, i.end)
        for i in items
        if (also := _ALSO.search(text, max(0, i.start - 40), i.start))
        and any(end == also.start() for _, end in gone)
    }
    edges = {end + 1 for _, end in gone} | {start - 1 for start, _ in gone}
    kept = [
        item
        for item in items
        if (item.start, item.end) not in gone
        # What stands right beside a protected name is the rest of it.
        and not (item.kind is Kind.PERSON and not edges.isdisjoint((item.start, item.end)))
    ]
    return kept, sorted(spots | gone)


# "Para PMI itu antara lain, A, B, C dan D": however long the row is.
_ROW_BEGINS = Pattern(
    r"(?i)\b(?:yakni|yaitu|masing-masing|antara\s+lain|inisial|berinisial|bernama)\b"
)
_NEXT_IN_ROW = Pattern(
    r"\s*(?:\([^)]{0,16}\))?\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+)"
    r"(?:(?:dari|asal)\s[^.;,()]{2,50}\()?"
)


def _in_full(names: set[str], items: Sequence[Item], suspects: set[str]) -> set[str]:
    """Return the full names of those whom a part of their name protects."""
    full = {i.text for i in items if i.kind is Kind.PERSON and " " in i.text} - suspects
    found = set()
    for name in names:
        bearers = [other for other in full if name in other.split()]
        if len(bearers) == 1:
            found.add(bearers[0])
    return found


_ALSO = Pattern(r"\s+alias\s+$")
_SUSPECT = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|terpidana|pelaku|calo|perekrut|buron(?:an)?|tekong|na(?:k)?hkoda"
    r"|dpo)\s+(?:berinisial\s+)?$"
)


_WANTED = Pattern(
    r"\s*(?:\(DPO\)|(?:\s(?!korban|saksi|calon|dan|serta|oleh|yang)[a-z]+){0,5}\s+(?:dalam|ke|sebagai|masuk)\s+"
    r"(?:DPO\b|daftar\s+pencarian|buron))"
)


def is_somebody_else(before: str) -> bool:
    """Whether the words before a name tell of who did something to victims, or is accused."""
    return any(rule.search(before) for rule in (_BY, _SUSPECT, _RECRUITER))


# "perekrutnya adalah kerabat sendiri, seorang lelaki yang ia sebut Om Y"
_RECRUITER = Pattern(
    r"(?i)\b(?:perekrut|calo|agen|sponsor|penyalur|makelar)(?:nya)?\b[^.;]{0,40}\b(?:adalah|ialah|yakni|yaitu)\b[^.;]{0,60}$"
    r"|\b(?:agen|sponsor|calo|perekrut|makelar|penyalur|tekong|nakhoda|kapten|mucikari|majikan|bos)\s+(?:(?:ber)?nama\s+|(?:ber)?inisial\s+)?$"
)


# "Dua terduga pelaku perdagangan orang masing-masing berinisial HD dan DS"
_ROW_OF_SUSPECTS = Pattern(
    r"(?i)\b(?:tersangka|terduga\s+pelaku|pelaku|terdakwa|buron(?:an)?)\b(?:\s+(?!korban|saksi|calon|oleh|kepada|terhadap|dengan"
    r"|c?pmi|tk[iw]|me[a-z]{3}|di(?!tangkap|amankan|bekuk|ringkus|tahan|tetapkan)[a-z]{3})[\w-]+){0,6}?"
    r",?\s+(?:berinisial|inisial|yakni|yaitu|bernama|masing-masing)\b(?P<row>[^.;:\"“”]*)$"
)
_BETWEEN_NAMES = frozenset(
    ("dan", "serta", "berinisial", "inisial", "bernama", "masing", "masing-masing", "tahun")
)


def _suspects(text: str, items: Sequence[Item]) -> set[str]:
    """Return names that the text somewhere calls suspects: no slip of grammar hides those."""
    return {
        item.text
        for item in items
        if item.kind in (Kind.PERSON, Kind.INITIALS)
        and (
            _SUSPECT.search(text[max(0, item.start - 40) : item.start])
            or _WANTED.match(text[item.end : item.end + 120])
            or _is_in_row(text[max(0, item.start - 160) : item.start])
        )
    }


def _is_in_row(before: str) -> bool:
    """Whether nothing but names stands between words for suspects and a name."""
    found = _ROW_OF_SUSPECTS.search(before)
    words = re.findall(r"[\w-]+", found["row"]) if found else ()
    return found is not None and all(
        word in _BETWEEN_NAMES or not word[0].islower() for word in words
    )


def _is_named(item: Item, words: set[str]) -> bool:
    if item.kind not in (Kind.PERSON, Kind.INITIALS):
        return False
    if all(word in words for word in item.text.split()):
        return True
    # "Elis" after Elisabet.
    short = item.text
    is_short = item.kind is Kind.PERSON and short.isalpha() and len(short) >= _SHORTEST
    return is_short and any(word.startswith(short) for word in words)


_SHORTEST = 3


def _is_victim(text: str, sentence: Sentence, item: Item) -> bool:
    # A rank or post before a name makes it an official's; such items are "sure" and titled.
    if item.kind not in (Kind.PERSON, Kind.INITIALS):
        return False
    # What introduces a name stands near it.
    before = text[max(sentence.start, item.start - 200) : item.start]
    after = text[item.end : min(sentence.end, item.end + 120)]
    is_kin = _KIN_OF.search(before) and _HEARD.match(after)
    is_witness = _WITNESS.match(after) and not _OF_KIN.search(before)
    is_plain = (
        _IN_NAME_OF.search(before)
        or _LINKED.search(before)
        or _OF_FAMILY.search(before)
        or _ONE_OF.match(after)
    )
    if is_kin or is_witness or is_plain or _is_one_of_them(text, sentence, item, before):
        return True
    is_teller = _INSERTED.search(before) and after.startswith(",")
    if is_teller or _NOT.search(before) or _BY.search(before) or _SOMEBODYS.search(before):
        return False
    first = _HEADS.sub("", before)
    if (
        _SO_CALLED.search(before)
        or _OWNER.search(before)
        or _MIGRANTS.search(before)
        or _is_one_of_as_many(text, item, before)
        or _BEFELL.search(before)
    ):
        return True
    is_object = bool(_RECRUITED.search(before) and not _AS_HELPER.match(after))
    if item.kind is Kind.INITIALS:
        is_object = is_object or _is_object(first) or bool(_LETTERS_AFTER.match(after))
    if is_object:
        return True
    is_told = _LIST.search(before) or _DIRECT.search(first) or _AFTER.match(after)
    if not _OF_KIN.search(before):
        is_told = is_told or _STATUS.match(after)
    is_next_clause = _CLAUSE_BEFORE.search(before) and _VERB_BEHIND.match(after)
    return bool(is_told) and not (is_next_clause or _NOT.search(first))


# "Para korban, lanjut Dimas, dijanjikan": he tells it.
_INSERTED = Pattern(rf",\s+{ROOT}\s+$")
# "Istri SW, Lasmini, diperiksa sebagai saksi": kin who are only heard.
_KIN_OF = Pattern(rf"(?i)\b{KIN}(?:\s+[A-Z]\w*){{1,3}}\s*,\s+$|\b{KIN}nya\s*,\s+$")
_HEARD = Pattern(
    r"(?:\s*\([^)]{0,16}\))?(?:\s*,)?\s+(?:(?:juga|turut|ikut|telah|sudah|masih)\s+)*(?:diperiksa|dimintai\s+keterangan)\s+"
    r"(?:\w+\s+)?sebagai\s+saksi\b"
)
# "Neng, kakak ipar Agum, yang masih diperiksa sebagai saksi": she is heard, not Agum.
_WITNESS = Pattern(
    rf"(?i)\s*(?:\([^)]{{0,16}}\))?\s*,\s+(?:{KIN}\s+[A-Z]\w*(?:\s+[A-Z]\w*){{0,2}}\s*,\s+)?yang\s+"
    r"(?:(?:juga|turut|ikut|telah|sudah|masih|kini|sempat)\s+)*(?:diperiksa|dimintai\s+keterangan|berstatus)\s+"
    r"(?:\w+\s+)?(?:sebagai\s+)?saksi\b"
)
_OF_KIN = Pattern(rf"(?i)\b{KIN}\s+$")
# "Salah seorang di antaranya, Bagas": one of those told of before.
_ONE_OF_THEM = Pattern(
    r"(?i)\b(?:salah\s+(?:satu|seorang)|seorang|satu|dua|tiga)\s+(?:orang\s+)?"
    r"(?:di\s+antara(?:nya|\s+mereka)|dari\s+(?:mereka|antara\s+mereka))\s*,\s+(?:yakni\s+|yaitu\s+|bernama\s+)?$"
)
_GROUP = Pattern(
    r"(?i)\b(?:(?P<victims>korban(?:nya)?|pmi|tki|tkw|wni|pekerja|penyintas|penumpang|pemuda|warga|perempuan|remaja|anak)"
    r"|tersangka(?:nya)?|pelaku(?:nya)?|terdakwa|calo|perekrut|sindikat|pengurus|buron(?:an)?|pejabat|petugas|saksi\s+ahli)\b"
)
# "Dua warga menjadi korban. Mereka adalah Tegar Wibisono dan adiknya": told of those before.
_THEY_ARE = Pattern(
    r"^(?:Mereka|Keduanya|Ketiganya|Keempatnya|Kelimanya)\s+(?:adalah|ialah|yakni|yaitu|masing-masing)\s[^.;]*$"
)
_SUFFERED = Pattern(
    r"(?i)\b(?:(?P<victims>korban(?:nya)?|jenazah|diselamatkan|penyintas)"
    r"|tersangka(?:nya)?|pelaku(?:nya)?|terdakwa|calo|perekrut|sindikat|pengurus|buron(?:an)?|di(?:tangkap|amankan|ringkus|bekuk|ciduk|tahan))\b"
)
_BACK = 400


def _is_one_of_them(text: str, sentence: Sentence, item: Item, before: str) -> bool:
    """Whether a name is set off as one of a group, and the last group told of are victims."""
    found = _ONE_OF_THEM.search(before) or _THEY_ARE.search(before)
    if found is None:
        return False
    end = max(sentence.start, item.start - len(before)) + found.start()
    is_row = _THEY_ARE.made(found)
    groups = list((_SUFFERED if is_row else _GROUP).finditer(text, max(0, end - _BACK), end))
    return bool(groups) and groups[-1]["victims"] is not None


def _is_one_of_as_many(text: str, item: Item, before: str) -> bool:
    """Whether a row of names is of as many as migrants, and nobody else, were counted before."""
    found = _AS_MANY.search(before)
    if found is None:
        return False
    number = _size(found["number"])
    counted = [
        one
        for one in _COUNTED.finditer(text, 0, item.start - len(before) + found.start())
        if _size(one["number"]) == number
    ]
    return bool(counted) and all(one["migrants"] for one in counted)


def _size(words: str) -> str:
    """Return a number without what points back: ``kedua``, ``ke delapan`` and ``Keduanya``."""
    bare = re.sub(r"^ke[\s-]?|nya$", "", words.casefold()).split()[0]
    return str(_DIGITS.index(bare)) if bare in _DIGITS else bare


_DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()  # noqa: SIM905 - a list


# "mencari calon korban, Lilik mengurus paspor": the comma ends the clause.
_CLAUSE_BEFORE = Pattern(
    r"(?i)\b(?:mencari|merekrut|menjaring|mengincar|menipu|membujuk|menampung|mengantar|menjemput)\s+(?:para\s+|calon\s+)*korban\s*,\s*$"
    # "Kepada para korban, Ruslan menjanjikan": whoever does something to them.
    # "Dari sisi korban meninggal, Ruslan mengatakan": of whom somebody tells.
    r"|^[\"“]?(?:kepada|terhadap|dari|bagi|untuk|terkait|mengenai|soal|tentang|selain|adapun)\s+"
    r"(?:(?!keterangan|pengakuan|laporan|cerita|kisah|penuturan|kesaksian)[\w-]+\s+){0,4}korban(?:nya)?(?:\s+[\w-]+){0,2}\s*,\s*$"
)
_VERB_BEHIND = Pattern(r"\s+(?:\w+\s+)?me[a-z]{3,}")


def _is_object(before: str) -> bool:
    """Whether what precedes a name is a verb whose object is a victim."""
    if _OBJECT.search(before):
        return True
    carried = _CARRIED.search(before)
    if carried is None:
        return False
    # "Petugas menangkap basah calo saat mengantar AB": the police carry nobody there.
    police = list(_POLICE.finditer(before))
    return not police or bool(
        re.search(
            r"(?i)\b(?:calo|tersangka|terdakwa|pelaku|perekrut)\b", before[police[-1].end() :]
        )
    )
