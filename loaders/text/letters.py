"""Chats and e-mails saved as text: what of each line is a head, and what is said.

Owns the heads of messages (day, hour, sender) of exported chats and the headers of e-mails. A
head states no facts: who sends a message is neither its author in print nor somebody it tells of.
Of an e-mail the subject is the title; a chat has none but a line that it sets in bold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role

Form = Literal["chat", "mail", "plain"]

# "[12/08/25 09.14.22] Ani: ..." of iPhones, "12/08/25 09.14 - Ani: ..." of Android.
_DAY = r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_HOUR = r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:[\s\u202f]?[AaPp][Mm])?"
_MESSAGE = Pattern(
    rf"^[\u200e\u200f]?(?:\[{_DAY},?\s+{_HOUR}\]\s+"
    rf"|{_DAY.replace('day', 'day2')},?\s+{_HOUR}\s+-\s+)"
    r"(?P<sender>[^:\n]{1,60}:\s*|)"
)
_SYSTEM = Pattern(
    r"(?i)^[\u200e\u200f]?(?:<[^<>]{3,40}>|(?:gambar|video|stiker|audio|gif|dokumen|kartu\s+kontak|image|sticker)"
    r"\s+(?:tidak\s+disertakan|omitted)|pesan\s+ini\s+(?:telah\s+)?dihapus\.?|this\s+message\s+was\s+deleted\.?"
    r"|pesan\s+dan\s+panggilan\s.*|messages\s+and\s+calls\s.*)$"
)
_BOLD = Pattern(r"^\*(?P<words>[^*]{8,150})\*$")
_HEADER = Pattern(
    r"(?i)^(?P<key>from|dari|to|kepada|cc|bcc|tembusan|date|tanggal|sent|dikirim|terkirim|subject|subjek"
    r"|perihal|reply-to|balas\s+ke|message-id|mime-version|content-[a-z-]+|x-[a-z-]+|return-path)\s*:\s*"
)
_SUBJECTS: Final = ("subject", "subjek", "perihal")
_DATES: Final = ("date", "tanggal", "sent", "dikirim", "terkirim")
_SENDERS: Final = ("from", "dari")
_AGAIN = Pattern(r"(?i)^(?:(?:re|fwd?|bls|trs|tr)\s*:\s*)+")
_LEAST_MESSAGES = 2
_HEADS: Final = (Role.FURNITURE, Role.STAMP)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: from where to where, and what it is for; none where its words tell."""

    start: int
    end: int
    role: Role | None


def form_of(text: str) -> Form:
    r"""Tell what a text was saved from.

    >>> form_of("[12/08/25 09.14.22] Ani: Siap\n[12/08/25 09.15.01] Budi: Baik")
    'chat'
    >>> form_of("Dari: a@b.example\nSubjek: Rilis\n\nKUPANG - Polda NTT")
    'mail'
    >>> form_of("Kepada: para tersangka\n\nKUPANG - Polda NTT")
    'plain'
    """
    lines = [line.strip("\ufeff \t\r") for line in text[:20_000].split("\n")]
    filled = [line for line in lines if line]
    if filled and _MESSAGE.match(filled[0]):
        messages = sum(_MESSAGE.match(line) is not None for line in filled)
        return "chat" if messages >= _LEAST_MESSAGES else "plain"
    keys = list(_keys(lines))
    has_sender = any(key in _SENDERS for key in keys)
    return "mail" if has_sender and any(k in (*_SUBJECTS, *_DATES) for k in keys) else "plain"


def _keys(lines: list[str]) -> Iterator[str]:
    """Yield the headers at the top of a text, up to the first line that is none."""
    begun = False
    for line in lines:
        found = _HEADER.match(line)
        if found is not None:
            begun = True
            yield found["key"].lower()
        elif line or begun:
            return


class Lines:
    """Takes the lines of one text apart, in their order.

    Args:
        text: The document.
    """

    def __init__(self, text: str) -> None:
        self.form = form_of(text)
        self._is_head = self.form == "mail"
        self._has_title = False

    def pieces(self, line: str) -> list[Piece]:
        """Return the parts of a line that are not one and the same.

        Args:
            line: Without white space around it; it is not empty.
        """
        if self.form == "chat":
            return self._of_chat(line)
        header = _HEADER.match(line) if self._is_head else None
        if header is None:
            self._is_head = False
            return [Piece(0, len(line), None)]
        if header["key"].lower() in _SUBJECTS:
            again = _AGAIN.match(line[header.end() :])
            return _two(line, header.end() + (again.end() if again else 0), Role.TITLE)
        role = Role.STAMP if header["key"].lower() in _DATES else Role.FURNITURE
        return [Piece(0, len(line), role)]

    def _of_chat(self, line: str) -> list[Piece]:
        head = _MESSAGE.match(line)
        if head is not None and not head["sender"]:
            # "12/08/25 09.14 - Ani mengubah nama grup": nobody says so.
            return [Piece(0, len(line), Role.FURNITURE)]
        start = head.end() if head else 0
        bold = None if self._has_title else _BOLD.match(line[start:])
        if bold is None:
            return _two(line, start, Role.FURNITURE if _SYSTEM.match(line[start:]) else None)
        self._has_title = True
        begin, end = start + bold.start("words"), start + bold.end("words")
        return [*_two(line[:begin], start, Role.FURNITURE), Piece(begin, end, Role.TITLE)]


def _two(line: str, start: int, role: Role | None) -> list[Piece]:
    """Return the head of a line and what stands behind it, as far as there is either."""
    made = [Piece(0, len(line[:start].rstrip()), Role.FURNITURE)] if line[:start].strip() else []
    rest = line[start:]
    begin = start + len(rest) - len(rest.lstrip())
    return [*made, Piece(begin, len(line), role)] if rest.strip() else made


def title_of(text: str) -> str:
    r"""Return what to call a chat that has no title: what it is, and of which day.

    >>> title_of("[12/08/25 09.14.22] Ani: Siap\n[12/08/25 09.15.01] Budi: Baik")
    'Percakapan, 12/08/25'
    """
    for line in text.split("\n") if form_of(text) == "chat" else ():
        found = _MESSAGE.match(line.strip("\ufeff \t\r"))
        if found is not None:
            return f"Percakapan, {found['day'] or found['day2']}"
    return ""


def outside(text: str, items: Sequence[Item]) -> list[Item]:
    """Return what does not stand in the head of a message: addresses there are the post's."""
    parted = Lines(text)
    if parted.form == "plain":
        return list(items)
    heads: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip("\ufeff \t\r\n")
        if stripped:
            start = at + line.index(stripped)
            pieces = parted.pieces(stripped)
            heads += [(start + p.start, start + p.end) for p in pieces if p.role in _HEADS]
        at += len(line)
    starts = [start for start, _ in heads]

    def is_outside(item: Item) -> bool:
        found = bisect_right(starts, item.start) - 1
        return found < 0 or item.start >= heads[found][1]

    return [item for item in items if is_outside(item)]
