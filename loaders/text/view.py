"""A sentence with its recognised items replaced by marks, for patterns to match on.

``Sekretaris Jenderal Kementerian P2MI, Dwiyono, menegaskan`` reads ``⟨PER4⟩, menegaskan``: a
person with rank and post is one mark. Owns the way back from a match to items and offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.text import quoted
from loaders.text.patterns import Pattern, Text
from loaders.text.resources import word_list
from loaders.text.spans import Item, Kind, Role, Sentence
from loaders.text.speech import VERB

_MARK = Pattern(r"⟨([A-Z]{3})(\d+)⟩")
_SLOT = Pattern(r"\{([A-Z|]+)(?::(\w+))?\}")
_GROUPS = {
    "PER": "PER|INI", "LOC": "LOC|PNT", "ANY": "[A-Z]{3}", "WHO": "PER|INI|ORG",
    "SAY": "PER|INI|ORG|POS", "LAW": "LAW|REG",
}  # fmt: skip
# "Irjen Pol. (Purn.) Wahyu Baskara": who has retired keeps the rank.
_RANKS = r"(?:⟨RNK\d+⟩\s*(?:\((?:Purn\w*|Ret)\.?\)\s*)?)*"
_HOLDER = (
    # "ujar Budi, Ketua SBMI di Jakarta, Kamis": where it was said.
    r"(?:(?!di\s+⟨(?:LOC|PNT)\d+⟩\s*,?\s*(?:pada\s+)?⟨DAT)(?:(?:untuk|di|dari|pada|cabang|wilayah|perwakilan|merangkap)\s+)?"
    r"(?:(?:Kawasan|Kerajaan|Uni|Federasi|Republik(?:\s+(?:Sosialis|Rakyat|Islam|Federal|Demokratik))?)\s+)?"
    r"⟨(?:ORG|LOC|PNT)\d+⟩\s*(?:(?:Barat|Timur|Utara|Selatan|Tengah)\b\s*)?(?:\d{1,3}(?:/\w+)?\s*)?"
    r"(?:\(\s*(?:⟨ORG\d+⟩|[A-Z0-9][\w &-]{1,14}(?:⟨TOP\d+⟩)?)"
    r"\s*\)\s*)?(?:Bidang(?:\s+(?:dan\s+|&\s+)?[A-Z][\w-]*){1,5}\s*(?=,))?"
    r"(?:(?:dari\s+)?Fraksi\s+(?:(?:⟨ORG\d+⟩|[A-Z][\w-]*)\s*){1,4}(?=,))?(?:,\s*)?(?:RI\s*)?)"
)
_PERSON = Pattern(
    rf"{_RANKS}(?P<post>⟨POS\d+⟩)\s*(?:\(\s*(?:⟨ORG\d+⟩|[A-Z0-9][\w &-]{{1,14}})\s*\)\s*)?"
    r"(?:RI\b)?[,:]?\s*"
    r"(?:\d{3,4}\s*/\s*)?"
    rf"(?P<holders>{_HOLDER}{{0,3}}),?\s*"
    rf"{_RANKS}(?P<person>⟨(?:PER|INI)\d+⟩)(?:\s*,\s*⟨RNK\d+⟩)*|(?:⟨RNK\d+⟩\s*)+"
    rf"(?P<ranked>⟨(?:PER|INI)\d+⟩)(?:\s*,\s*⟨RNK\d+⟩)*|(?P<learned>⟨PER\d+⟩)"
    rf"(?:\s*,\s*⟨RNK\d+⟩)+"
)
_AFTER = Pattern(
    rf"(?P<person>⟨PER\d+⟩)(?:,?\s+(?:selaku|sebagai|yang\s+menjabat"
    rf"(?:\s+sebagai)?)\s+|,\s+|\s+\(\s*)(?P<post>⟨POS\d+⟩)\s*(?P<holders>(?P<headed>{_HOLDER})?{_HOLDER}{{0,2}})"
    # "Letkol Fadil, Kajari Gresik, Ketua DPRD, Sekda": a row of offices, of which none is his.
    r"(?!\s*,\s+⟨POS\d+⟩\s*(?:⟨(?:LOC|ORG)\d+⟩\s*)?,)"
    r"(?=\s*[,.;)]|\s*$|\s+(?:mengatakan|menyatakan|menegaskan|menjelaskan|menyampaikan|menambahkan|mengungkapkan|menuturkan|menyebut(?:kan)?)\b"
    # Only behind the organisation: "Verdian, jaksa menyatakan" are two.
    rf"|(?(headed)\s*(?:(?:juga|pun)\s+)?(?:{VERB}\b|di\s+⟨(?:LOC|PNT)"
    r"|(?:saat|ketika|usai|seusai|dalam|melalui|lewat|kepada)\b)|(?!)))"
)
# akun Facebook "Loker Cepat": the marks around a name are no speech.
_QUOTED = Pattern(r"[\"“‘'](⟨HAN\d+⟩)[\"”’']")
_SAME = Pattern(r"(⟨(?:ORG|TOP|POS)\d+⟩)\s*\(\s*(⟨(?:ORG|TOP|POS)\d+⟩)\s*\)")
# "BP3MI Nusa Tenggara Barat (NTB)", "Kepulauan Riau (Kepri)": a region's name and its short form.
_REGION = Pattern(r"(⟨(?:ORG|LOC)\d+⟩)\s*\(\s*(⟨LOC\d+⟩)\s*\)")
# "Polres Karimun jajaran Polda Kepri": the first acts.
_UNDER = Pattern(
    r"(⟨ORG\d+⟩)(?:\s*\((?:⟨ORG\d+⟩|[A-Z]{2,8})\))?,?\s+(?:yang\s+)?(?:berada\s+)?(?:di\s+bawah\s+(?:naungan|komando|jajaran)|jajaran)\s+(⟨ORG\d+⟩)"
)
# "SR (39 tahun)", "Yakob Tefa alias Jek": age and second name go with the person.
_ASIDE = Pattern(
    r"(⟨(?:PER|INI)\d+⟩)(?:(?:\s*\(\d{1,2}\))?\s+(?:alias|als\.?)\s+(?:⟨RNK\d+⟩\s*)?"
    r"(?:⟨(?:PER|INI)\d+⟩|[\"“]?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?[\"”]?(?!\w|\s[A-Z]))"
    r"|\s*\(\s*⟨(?:DUR|AGE)\d+⟩\s*\)|\s*\(\d{1,2}\s+(?i:tahun|thn|th)\)"
    # "Sutri Yono, 45, dan Murdi, 54": the number alone is the age.
    r"|\s*,\s+[1-9]\d(?![.,]\d)(?=\s*[.,;)]|\s+(?:dan|serta)\s+⟨(?:PER|INI))"
    r"|\s*,\s+⟨DUR\d+⟩\s*,(?=\s+(?:kini|telah|sudah|akhirnya|langsung|juga|turut|ikut|resmi|diduga|mendekam|meringkuk"
    r"|di(?:tangkap|tahan|ringkus|bekuk|ciduk|tetapkan|amankan|periksa|jerat|jebloskan|gelandang))\b))"
)
# "Pria berinisial SL (50) itu ditahan": the word that points goes with the name, too.
_POINTED = Pattern(
    r"(?:(?<=inisial\s)|(?<=bernama\s))(⟨(?:PER|INI)\d+⟩)(?:\s*\(\d{1,2}(?:\s+(?:tahun|th|thn))?\))?"
    r"\s+(?:itu|tersebut)(?=\s+[a-z])"
)

# "Polda Kepri gagalkan penyelundupan 22 PMI": news drops the prefix behind whoever did it, but
# "PMI yang Polda Kepri gagalkan" has it that way of itself.
_SUBJECT = Pattern(r"(?<!\byang\s)(?<!\btelah\s)(?<!\bsudah\s)⟨ORG\d+⟩$")
_PREFIXES = (
    (r"(?=[bfv])", "mem"), (r"p", "mem"), (r"(?=[cdj])", "men"), (r"t", "men"),
    (r"s", "meny"), (r"(?=[aeioughq])", "meng"), (r"k", "meng"), (r"(?=[lmnrwy])", "me"),
)  # fmt: skip


def active(bare: str) -> str:
    """Return a verb with the prefix of the active voice.

    >>> [active(verb) for verb in ("gagalkan", "tangkap", "selamatkan", "ringkus")]
    ['menggagalkan', 'menangkap', 'menyelamatkan', 'meringkus']
    """
    made = (re.subn(f"^{first}", prefix, bare) for first, prefix in _PREFIXES)
    return next(verb for verb, count in made if count)


_FULL = {bare: active(bare) for bare in word_list("headline_verbs")}
# "Keduanya di bekuk": news parts the prefix as if it were a preposition.
_PARTED = Pattern(rf"\bdi (?P<verb>{'|'.join(sorted(_FULL))})\b")
_BARE = Pattern(
    r"\s+(?:(?:berhasil|kembali|juga|turut|ikut|resmi|akhirnya|langsung)\s+){0,2}"
    rf"(?P<verb>{'|'.join(sorted(_FULL))})(?=\s+(?!(?:di|ke|dari|pada|oleh|untuk)\s)[a-z0-9]|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A post with its holder, as written side by side."""

    post: Item
    holders: tuple[Item, ...]
    person: Item
    start: int
    end: int


def _is_short(region: Item, short: Item) -> bool:
    """Whether a place in brackets is the one before it, by fewer letters."""
    is_same = region.kind is Kind.PLACE and bool(short.key) and region.key == short.key
    return is_same or (short.text.isupper() and " " not in short.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that one mark stands for; ``item`` is its head."""

    start: int
    end: int
    item: Item


@cache
def pattern(source: str) -> Pattern:
    """Compile a pattern in which ``{PER:speaker}`` stands for a marked person.

    Kinds are those of :class:`loaders.text.spans.Kind`; several may be joined by ``|``. ``PER``
    takes initials too, ``LOC`` ports, ``WHO`` persons and organisations, ``ANY`` everything.
    """

    def slot(found: re.Match[str]) -> str:
        kinds = "|".join(_GROUPS.get(kind, kind) for kind in found[1].split("|"))
        inner = rf"⟨(?:{kinds})\d+⟩"
        return f"(?P<{found[2]}>{inner})" if found[2] else f"(?:{inner})"

    return Pattern(_SLOT.sub(slot, source))


def _plain(text: str) -> str:
    """Return text in which nothing looks like a mark, and verbs are whole, of the same length."""
    plain = quoted.plain(text).replace("⟨", "‹").replace("⟩", "›")
    return _PARTED.sub(r"di\g<verb> ", plain) if " di " in plain else plain


class View:
    """One sentence, its marks, and the masked text that patterns see.

    Attributes:
        sentence: The sentence.
        masked: Its text with marks.
        holdings: Posts and their holders found while marks were joined.
    """

    def __init__(self, sentence: Sentence, items: Sequence[Item], text: str) -> None:
        self.sentence = sentence
        self.text = text
        self.items = tuple(items)
        self.holdings: list[Holding] = []
        self._marks = [Mark(item.start, item.end, item) for item in items]
        self.masked = ""
        self._points: list[tuple[int, int]] = []
        self._mask()
        self._join(_QUOTED, is_pair=True)
        self._join(_SAME, is_pair=True)
        self._join(_REGION, is_pair=True, is_short=True)
        self._join(_UNDER, is_pair=True)
        self._join(_ASIDE, is_pair=True)
        self._join(_POINTED, is_pair=True)
        self._join(_AFTER)
        self._join(_PERSON)
        # Only now: what is searched by all patterns says what it holds.
        self.masked = Text(self.masked)

    def _mask(self) -> None:
        parts: list[str] = []
        self._points = []
        at, length = self.sentence.start, 0
        for number, mark in enumerate(self._marks):
            plain = self._plain(at, mark.start, length, parts)
            self._points.append((length + plain, mark.start))
            label = f"⟨{mark.item.kind.value}{number}⟩"
            parts.append(label)
            length += plain + len(label)
            at = mark.end
        self._plain(at, self.sentence.end, length, parts)
        self.masked = "".join(parts)

    def _plain(self, start: int, end: int, length: int, parts: list[str]) -> int:
        """Add the words between two marks, with a headline's bare verb in full; return how long."""
        plain = _plain(self.text[start:end])
        self._points.append((length, start))
        is_subject = parts and _SUBJECT.search("".join(parts[-2:]))
        bare = _BARE.match(plain) if is_subject and self.sentence.role is Role.BODY else None
        if bare is None:
            parts.append(plain)
            return len(plain)
        full, at = _FULL[bare["verb"]], bare.start("verb")
        self._points += [(length + at, start + at), (length + at + len(full), start + bare.end())]
        parts += [plain[:at], full, plain[bare.end() :]]
        return len(plain) - len(bare["verb"]) + len(full)

    def _join(self, joint: Pattern, *, is_pair: bool = False, is_short: bool = False) -> None:
        joined: dict[int, Mark] = {}
        dropped: set[int] = set()
        for found in joint.finditer(self.masked):
            if is_short and not _is_short(self._numbered(found[1]), self._numbered(found[2])):
                continue
            numbers = [int(one[2]) for one in _MARK.finditer(found[0])]
            head = self._numbered(found[1]) if is_pair else self._joined_person(found)
            first = numbers[0]
            start = self.offset(found.start()) if is_pair else self._marks[first].start
            # The closing bracket of "Tindak Pidana Perdagangan Orang (TPPO)" is part of the pair.
            end = self.offset(found.end()) if is_pair else self._marks[numbers[-1]].end
            joined[first] = Mark(start, end, head)
            dropped.update(numbers)
        if dropped:
            self._marks = [
                joined.get(number, mark)
                for number, mark in enumerate(self._marks)
                if number in joined or number not in dropped
            ]
            self._mask()

    def _joined_person(self, found: re.Match[str]) -> Item:
        groups = found.groupdict()
        person = self._numbered(
            groups["person"] or groups.get("ranked") or groups.get("learned") or ""
        )
        if groups.get("post"):
            holders = tuple(
                self._marks[int(one[2])].item for one in _MARK.finditer(groups["holders"] or "")
            )
            numbers = [int(one[2]) for one in _MARK.finditer(found[0])]
            span = self._marks[numbers[0]].start, self._marks[numbers[-1]].end
            self.holdings.append(Holding(self._numbered(groups["post"]), holders, person, *span))
        return person

    def item_number(self, number: int) -> Item:
        """Return the item behind the mark of a number."""
        return self._marks[number].item

    def _numbered(self, mark: str) -> Item:
        found = _MARK.fullmatch(mark)
        if found is None:
            raise ValueError(f"Expected one mark such as ⟨PER3⟩, got {mark!r}.")
        return self._marks[int(found[2])].item

    def marked(self, mark: str) -> Item:
        """Return the item that a mark of the masked text stands for."""
        return self._numbered(mark)

    def item(self, found: re.Match[str], group: str) -> Item | None:
        """Return the item that a group of a match holds, or ``None``."""
        value = found.groupdict().get(group)
        return self._numbered(value) if value else None

    def within(self, start: int, end: int, *kinds: Kind) -> list[Item]:
        """Return items whose marks lie in a stretch of the masked text."""
        return [
            self._numbered(one[0])
            for one in _MARK.finditer(self.masked, start, end)
            if not kinds or Kind(one[1]) in kinds
        ]

    def offset(self, masked_at: int) -> int:
        """Return the document offset of a position in the masked text."""
        index = bisect_right(self._points, (masked_at, 1 << 60)) - 1
        if index < 0:
            return self.sentence.start + masked_at
        at, origin = self._points[index]
        # Inside a mark every position means the mark's start.
        if index % 2 == 1 and index + 1 < len(self._points):
            following = self._points[index + 1]
            return origin if masked_at < following[0] else following[1]
        return origin + (masked_at - at)

    def place(self, offset: int) -> int:
        """Return where in the masked text a document offset stands; in a mark, the mark's end."""
        index = bisect_right(self._points, offset, key=lambda point: point[1]) - 1
        if index < 0:
            return 0
        at, origin = self._points[index]
        following = self._points[index + 1][0] if index + 1 < len(self._points) else None
        if index % 2 == 1 and following is not None:
            return at if offset == origin else following
        return at + (offset - origin)

    def span(self, found: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """Return the document offsets that a match or group covers."""
        return self.offset(found.start(group)), self.offset(found.end(group))

    @property
    def names_people(self) -> bool:
        """Whether a person, by name or letters, stands in the sentence."""
        return "⟨PER" in self.masked or "⟨INI" in self.masked

    @property
    def whole(self) -> tuple[int, int]:
        """Offsets of the sentence."""
        return self.sentence.start, self.sentence.end
