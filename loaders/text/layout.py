"""Which lines of a document are title, byline, caption, heading, site furniture, or body.

Owns the judgement that a line states no facts. Refuses to guess from length alone where a
line ends like a sentence: such lines are body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.text import letters
from loaders.text.patterns import Pattern
from loaders.text.spans import Block, Role

_FURNITURE = Pattern(
    r"""(?ix)^(?:
    billboard\b.*|advertisement.*|iklan|share\s*:?.*|bagikan.*|sebarkan.*|tweet|copy\s+link|salin.*
    |nikmati\s+berita.*|scroll\s+(?:to|ke)\b.*|gulir.*|ba[cx]a\s*(?:juga|selengkapnya|berita|lainnya)?\s*:.*|baca\s+berita\s+(?:tanpa|dengan)\s.*|gabung\s+(?:ke\s+)?(?:kompas|channel|grup).*|lihat\s+juga\s*:?.*|simak\s.*video.*
    |artikel\s+terkait.*|berita\s+(?:terkait|terkini|lainnya|populer)(?:\s*:|(?:\s+\S+){0,3})|terpopuler.*|rekomendasi.*
    |portal\s+berita\s.*|situs\s+(?:berita|resmi)\s.*|berita\s+utama|\d+\s+min(?:ute)?s?\s+read
    |komentar.*|\d+\s+komentar|tags?\s*:.*|topik\s*:.*|kategori\s*:.*|copyright.*|©.*|hak\s+cipta.*
    |ikuti\s.*|follow\s.*|download\s.*|unduh\s.*|dapatkan\s.*|cek\s+berita.*|halaman\s*:?\s*\d.*|next|prev.*
    |home|beranda|menu|cari|login|daftar|dark\s+mode|a\s*a\s*a?|font\s.*|\d+\s*(?:views|dibaca|shares).*
    |whatsapp|facebook|twitter|telegram|x|line|email|cetak|print|whatsapp\s+channel.*
    |\[?(?:gambas|video|img|caption).*\]|selanjutnya.*halaman.*|suka\s+artikel.*|kontak\s+kami.*
    |logo|(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s.*\d{4}|tentang\s+kami.*|redaksi.*|pedoman\s+media.*|disclaimer.*|.*cookie.*kebijakan.*
    |(?:siaran\s+pers|rilis\s+(?:pers|media)|press\s+release|keterangan\s+(?:pers|tertulis)|berita\s+pers)
    |[-–—=_*•.·|>\s]+)$"""
)
# "Salinan putusan diterima jaksa, Kamis": a long line is a sentence, unless it asks to be followed.
_ASKS = Pattern(
    r"(?i)^(?:baca|ikuti|follow|download|unduh|dapatkan|cek|simak|gulir|scroll|lihat|©|copyright|hak)\b"
)
_LONG = 9
_SECTION = Pattern(r"(?i)^(?:home|beranda|depan)\s*[⁄/>»|›]\s*(.+)$")
_CREDIT = r"oleh|penulis|pewarta|reporter|editor|redaktur|laporan|wartawan|kontributor|uploader"
_BYLINE = Pattern(rf"(?i)^(?:{_CREDIT})\s*(?::|-)?\s*(?P<name>.*)$")
_NEXT_CREDIT = Pattern(r"(?i)\s*(?:[|/•]|\b(?:editor|redaktur|foto)\s*:)")
_CAPTION = Pattern(
    r"(?i)^(?:foto|photo|gambar|ilustrasi|keterangan\s+(?:foto|gambar)|dok(?:umentasi)?\.?)\s*[:/-]"
    # A credit at the end tells as much: "... melepas pekerja. Foto: Antara/Budi"; "Kapal pembawa
    # pekerja migran/Ist".
    r"|.{12,300}[\s(](?:foto|photo)\s*:\s*[^()]{2,60}\)?\.?$|.{12,300}\((?:dok\.|istimewa|ist\.?\))[^()]{0,40}\)?$"
    r"|^.{12,240}[^.!?”\"]\s\([\w .]{2,30}/[\w .]{2,40}\)$"
    r"|^.{12,240}(?:[^\s/]/(?:ist(?:imewa)?|net|repro|dok(?:umentasi)?)|\((?:foto|dok(?:umentasi)?)\b[^()]{0,60}\))\.?$"
)
_STAMP = Pattern(
    r"(?ix)^(?:(?:diterbitkan|diperbarui|terbit|published|tanggal|rilis)\s*:?\s*)?"
    r"(?:(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)\s*,?\s*)?"
    r"(?:\d{1,2}[.:]\d{2}\s+)?\d{1,2}(?:\s+[a-z]+\s+|[/.-]\d{1,2}[/.-])\d{4}(?:\s+\d{1,6}$)?[\s,|–-]*(?:pukul|jam)?\s*"
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?\s*(?:wib|wita|wit|\d{1,6})?$"
)
_SENTENCE_END = Pattern(r"[.!?…:;,][\"”’')\]]*$")
# "... pimpinan P3MI. **(Humas/MIW)": initials of reporters behind the last sentence.
_SIGNED = Pattern(
    r"[.!?][\"”]?\s*(?:\*+\s*)?(?:\([\w/ .,&*-]{1,40}\)|\[[\w/ .,&*-]{0,40}\]|\*+)\s*\**$"
)
# White space, byte order marks and zero-width spaces around a line.
# "Â" is what a wrong encoding makes of a hard space.
_EDGE = Pattern(r"^[\s\ufeff\u200b]+|[\s\ufeff\u200bÂ]+$")
# "date 2024-11-02 Tiga Orang Ditangkap": a stamp for machines before the first line.
_DATED = Pattern(r"date\s\d{4}-\d\d-\d\d\s+")
_LOWER_LEAD = Pattern(r"^[a-z]")


_LETTERHEAD = Pattern(
    r"(?i)^(?:biro|bagian|bidang|subbagian|sekretariat)\s+(?:humas|hubungan|komunikasi|kerja|protokol|jenderal)\b"
    r"|^(?:nomor|no\.?)\s*:\s*\S+"
)


# "RILIS PERS": what stands above it is who releases.
_RELEASE = Pattern(r"(?i)^(?:siaran|rilis|keterangan)\s+pers\b[^.]{0,40}$|^press\s+release\b")

_SHORTEST_TITLE, _TITLE_BELOW = 4, 7


def _is_above_title(raw: list[Block], index: int, first_body: int) -> bool:
    """Whether the title stands below: under a letterhead, a line of few words, or once more.

    "Kasus TPPO di Kalbar" is what several articles are about; "BerandaHUKUMTiga Orang Ditangkap"
    glues the way through the site to the title.
    """
    text, below = raw[index].text, raw[index + 1 : first_body]
    headings = [block.text for block in below if block.role is Role.HEADING]
    is_few = len(text.split()) == _SHORTEST_TITLE and below[:1] and below[0].text in headings
    is_few = is_few and len(below[0].text.split()) >= _TITLE_BELOW and text not in headings
    is_glued = any(text.endswith(one) and text != one for one in headings)
    is_letterhead = _LETTERHEAD.match(text) or _is_over_release(below)
    return bool(headings) and bool(is_letterhead or is_few or is_glued)


def _is_over_release(below: list[Block]) -> bool:
    """Whether lines below say that this is a release, and a title stands below them."""
    told = [at for at, block in enumerate(below) if _RELEASE.match(block.text)]
    return bool(told) and any(
        block.role is Role.HEADING
        and len(block.text.split()) >= _SHORTEST_TITLE
        and not _LETTERHEAD.match(block.text)
        for block in below[told[-1] + 1 :]
    )


def blocks(text: str) -> list[Block]:
    """Split into non-empty lines and judge each.

    Returns:
        Blocks in text order; ``number`` counts them from 0. Offsets leave out surrounding
        white space.
    """
    raw = list(_lines(text))
    first_body = next((i for i, block in enumerate(raw) if block.role is Role.BODY), len(raw))
    made: list[Block] = []
    titles = {block.text for block in raw if block.role is Role.TITLE}
    for index, block in enumerate(raw):
        role = block.role
        if role is Role.HEADING:
            is_early = index < first_body
            if is_early and not titles and _is_above_title(raw, index, first_body):
                made.append(replace(block, role=Role.FURNITURE, number=index))
                continue
            is_repeat = block.text in titles
            words = len(block.text.split())
            if is_early and words < 4 and not is_repeat:
                role = Role.FURNITURE
            elif (is_early and not titles) or is_repeat:
                role = Role.TITLE
                titles.add(block.text)
        if made and _LINK.match(block.text) and _is_list_of_links(made[-1]):
            role = Role.FURNITURE
        made.append(replace(block, role=role, number=index))
    if made and _breaks_off(made):
        made[-1] = replace(made[-1], role=Role.BODY)
    return _with_names_below(made)


# A sentence that ended before the line did: "... nonprosedural. AWS sejak".
_ENDED = Pattern(r"[a-z]{4,}[.!?][\"”]?\s+[A-Z“\"]")
_FEWEST_WORDS = 8


def _breaks_off(made: list[Block]) -> bool:
    """Tell whether the last line is a paragraph that was cut: no heading ends a text."""
    if made[-1].role is not Role.HEADING or made[-2:-1] == [] or made[-2].role is not Role.BODY:
        return False
    line = made[-1].text
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    is_prose = len(words) >= _FEWEST_WORDS and 2 * capitals <= len(words)
    return is_prose or _ENDED.search(line) is not None


# "Baca Juga:" and the titles below it.
_LINK = Pattern(r"[-–•]\s+[^.!?]{12,160}$")


def _is_list_of_links(above: Block) -> bool:
    is_link = _LINK.match(above.text) is not None
    return above.role is Role.FURNITURE and (is_link or above.text.endswith(":"))


# No paragraph is longer; what is gets cut at white space, so that no pattern sees it whole.
_LONGEST_LINE = 6000


def _cut(text: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        rest = line
        while len(rest) > _LONGEST_LINE:
            at = rest.rfind(" ", _LONGEST_LINE // 2, _LONGEST_LINE) + 1 or _LONGEST_LINE
            yield rest[:at]
            rest = rest[at:]
        yield rest


def _lines(text: str) -> Iterator[Block]:
    at = 0
    parted = letters.Lines(text)
    for line in _cut(text):
        stripped = _EDGE.sub("", line)
        if stripped:
            start = at + line.index(stripped)
            if dated := _DATED.match(stripped):
                yield Block(start, start + 15, stripped[:15], Role.STAMP, 0)
                start, stripped = start + dated.end(), stripped[dated.end() :]
            for piece in parted.pieces(stripped):
                said = stripped[piece.start : piece.end]
                role = piece.role or _role(said)
                if parted.form == "chat" and role in (Role.HEADING, Role.BYLINE):
                    # Nobody writes headings or bylines in a message.
                    role = Role.BODY
                yield Block(start + piece.start, start + piece.end, said, role, 0)
        at += len(line)


def _role(line: str) -> Role:
    for rule, role in (
        (_SECTION, Role.SECTION),
        (_FURNITURE, Role.FURNITURE),
        (_CAPTION, Role.CAPTION),
    ):
        if rule.match(line) and not (rule is _FURNITURE and _is_sentence(line)):
            return role
    words = line.split()
    if len(words) <= 8 and _BYLINE.match(line) and not _SENTENCE_END.search(line.rstrip(" :")):
        return Role.BYLINE
    if _STAMP.match(line):
        return Role.STAMP
    if _SIGNED.search(line) or _ROW.match(line):
        return Role.BODY
    is_open = not _SENTENCE_END.search(line) and not _LOWER_LEAD.match(line)
    if is_open and len(words) <= (_LONGEST_TITLE if _is_told(words) else 25):
        return Role.HEADING
    return Role.BODY


_LONGEST_TITLE = 16


def _is_told(words: list[str]) -> bool:
    """Whether words are written as in a sentence: so long a line only lacks its full stop."""
    is_asked = any(word.endswith("?") for word in words)
    return not is_asked and sum(word[0].islower() for word in words) >= 0.4 * len(words)


# "- Fitriani (40): mencari calon korban": a row of a list tells facts.
_ROW = Pattern(r"\s*(?:[-–•*·▪]|\d{1,2}[.)])\s+[A-Z][\w. ]{1,40}\s*\([^()]{1,12}\)\s*[:,]\s+[a-z]")


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _LONG and line[-1] in '."”' and not _ASKS.match(line)


def _with_names_below(made: list[Block]) -> list[Block]:
    """Turn the short line under an empty ``Penulis :`` into a byline too."""
    for index in range(1, len(made)):
        above, block = made[index - 1], made[index]
        found = _BYLINE.match(above.text) if above.role is Role.BYLINE else None
        is_name = block.role in (Role.HEADING, Role.FURNITURE) and len(block.text.split()) <= 5
        if found and not found["name"].strip() and is_name:
            made[index] = replace(block, role=Role.BYLINE)
    return made


def section_of(block: Block) -> tuple[int, int] | None:
    """Return start and end of the section's name in a navigation line, if it is one."""
    found = _SECTION.match(block.text)
    if found is None or block.role is not Role.SECTION:
        return None
    return block.start + found.start(1), block.start + found.end(1)


# "Laporan Wartawan POS-KUPANG.COM, Maria Lopo": for whom she writes is no part of her name.
_OF_OUTLET = Pattern(
    r"(?:(?:Wartawan|Reporter|Jurnalis|Kontributor)\s+(?:[^,]{2,40},\s*)?)(?=[A-Z])"
)


def byline_name(block: Block) -> tuple[int, int] | None:
    """Return start and end of the author's name in a byline; ``None`` if the line has none."""
    if block.role is not Role.BYLINE:
        return None
    found = _BYLINE.match(block.text)
    if found is None:
        return block.start, block.end
    # "Penulis: Satria Nugroho | Editor: Dwi Lestari": the first is the author.
    name = _NEXT_CREDIT.split(found["name"])[0].strip()
    if not name:
        return None
    start = block.start + found.start("name")
    of_outlet = _OF_OUTLET.match(name)
    return start + (of_outlet.end() if of_outlet else 0), start + len(name)
