"""Text to tokens and sentences, with offsets.

Owns what ends a sentence in Indonesian: abbreviations (``No.``, ``Kombes Pol.``, ``S.H.``),
initials and amounts (``Rp1.200.000``) do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.text.patterns import Pattern
from loaders.text.resources import word_list
from loaders.text.spans import Block, Role, Sentence, Token

_TOKEN = Pattern(
    r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-'’.&][^\W\d_]+)*(?:\d+[^\W\d_]*)*(?:-\d+)?|\w+|[^\w\s]"
)
# "di Wina.Penandatanganan dilakukan": pages lose the space between paragraphs.
_BOUNDARY = Pattern(
    r"[.!?…]+[\"”’')\]]*(?=\s+[\"“”‘’'(\[]*[A-Z0-9À-Þ])"
    r"|(?:(?<=[a-zß-ÿ]{3})|(?<=\d{4}\)))[.!?…]+[”’)]*(?=[\"“]?[A-ZÀ-Þ][a-zß-ÿ]+\s)(?!(?:Com|Id|Net|Co)\b)"
    r"|(?<=[a-zß-ÿ]{2})(?=(?:Hingga|Namun|Sebelumnya|Menurut|Selain|Sementara|Adapun|Berdasarkan|Baca\s+juga)\s)"
)
# "Baca juga: ..." within a paragraph is as much furniture as on a line of its own.
_ASIDE = Pattern(r"(?i)[\"“]?(?:baca|simak|lihat)\s+juga\s*:")
# "PT. A,PT. B": a comma without its space divides words, too.
_LAST_WORD = Pattern(r"([^\s\"“(\[,]+)$")

# Words whose full stop does not end a sentence, lower-cased, without the stop.
_ABBREVIATIONS = word_list("abbreviations")


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Split into words, numbers and punctuation marks.

    >>> [t.text for t in tokenize("Rp1,2 miliar (Kamis, 31/7)")]
    ['Rp1', ',', '2', 'miliar', '(', 'Kamis', ',', '31/7', ')']
    """
    return [Token(m.start() + offset, m.end() + offset, m[0]) for m in _TOKEN.finditer(text)]


def _ends_sentence(text: str, at: int, stop: str) -> bool:
    if stop[:1] != ".":
        return True
    found = _LAST_WORD.search(text, max(0, at - 24), at)
    if found is None:
        return True
    word = found[1].casefold()
    number = text[text.rfind("\n", 0, at) + 1 : at].strip()
    if number.isdigit() and len(number) < 3:
        # "1. Membentuk satgas": what stands alone in its line numbers an item.
        return False
    # One capital before the stop is an initial ("Ronald F.C. Sipayung").
    is_initial = len(word) <= 3 and found[1][-1:].isupper() and (len(word) == 1 or "." in word)
    if is_initial and _OPENING.match(text, at + len(stop)):
        return True
    return not (word in _ABBREVIATIONS or is_initial)


# "yakni G, E dan R. Ketiganya ditahan": words that no name goes on with.
_OPENING = Pattern(
    r"\s+[\"“]?(?:Mereka|Dia|Ia|Ke(?:dua|tiga|empat|lima|enam|tujuh)nya|(?:Ke(?:dua|tiga|empat|lima|enam)|Para)\s+[a-z]+|Sementara|Sedangkan|Selain|Selanjutnya|Kemudian|Menurut|Namun|Adapun|Polisi|Petugas|Penyidik"
    r"|Saat\s+(?:ini|itu)|Kini|Dari|Dalam|Atas|Untuk|Peran(?:nya)?|Tersangka|Pelaku|Korban|Hingga|Setelah|Hasil)\s"
)


# Longer sentences are lists or hostile; they are cut at white space.
_LONGEST = 1500


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BOUNDARY.finditer(text):
        if _ends_sentence(text, found.start(), found[0]):
            yield from _short(text, start, found.end())
            start = found.end()
    yield from _short(text, start, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        at = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        yield start, at
        start = at
    yield start, end


def sentences(blocks: list[Block]) -> list[Sentence]:
    """Split blocks into sentences; furniture gives none, other one-line roles give one."""
    made: list[Sentence] = []
    for block in blocks:
        if block.role is Role.FURNITURE:
            continue
        spans = _pieces(block.text) if block.role is Role.BODY else ((0, len(block.text)),)
        for begin, end in spans:
            piece = block.text[begin:end]
            stripped = piece.strip()
            if not stripped or (block.role is Role.BODY and _ASIDE.match(stripped)):
                continue
            start = block.start + begin + piece.index(stripped[0])
            made.append(
                Sentence(
                    start, start + len(stripped), stripped, block.role, block.number, len(made)
                )
            )
    return made
