"""Whom a passive verb names behind itself: ``Telah diamankan di X: dua orang, A dan B``.

Owns the lists that follow ``adalah``, ``yakni`` and a colon, and the subject behind a clause of
time. Refuses lists of victims and witnesses, those longer or shorter than the number told, and
officials.
"""

from __future__ import annotations

import re

from loaders.text import subjects
from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames
from loaders.text.facts.deeds import Frame
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_LISTS = Pattern(
    r"\b(?:adalah|ialah|yakni|yaitu|masing[\s-]masing|antara\s+lain|di\s+antaranya|bernama|berinisial|atas\s+nama|a\.?n\.)(?=\s)|:(?=\s)"
)
_OTHERS = Pattern(
    r"(?i)\b(?:korban|saksi|calon|c?pmi|tk[iw]|wni|pekerja|penumpang|barang|uang|penyintas|oleh|dipimpin|kata|ujar)\b"
)
# "Mereka yang ditangkap", "Telah diamankan", "Adapun yang diringkus": the subject stands behind.
_WITHOUT_SUBJECT = Pattern(
    r"(?i)(?:^[\"“]?|[;:]\s+|,\s+)(?:(?:adapun|dan|mereka|orang|para\s+(?:pelaku|tersangka)|pelaku|tersangka)\s+)*(?:yang\s+)?(?:(?:telah|sudah|berhasil|turut|ikut|juga|lebih|dulu|kini|akhirnya)\s+)*$"
)
_BELOW = Pattern(r"\byang\s+(?:\w+\s+){0,2}$")
_REACH = 200


# "SA, 36 th, alamat Ds. Sajad": a village that looks like a name.
_AT_HOME = Pattern(
    r"(?i)\b(?:alamat|asal|warga|di|dari|ke|desa|jalan|penduduk|domisili|kelahiran)\s*:?\s*$"
)


def named(
    context: Context, view: View, frame: Frame, found: re.Match[str], known: list[Item]
) -> list[Item]:
    """Return whom a list behind the passive verb of an arrest names.

    Args:
        context: The document.
        view: The sentence.
        frame: What the verb tells.
        found: The verb.
        known: Whom it is known to concern.
    """
    counts = [k.value.bounds.lower for k in known if isinstance(k.value, Counted)]
    is_open = not known and _WITHOUT_SUBJECT.search(view.masked[: found.start()]) is not None
    is_counted = bool(counts) and len(known) == len(counts)
    # "Dua tersangka yang ditangkap berinisial A dan B": which arrest it was, others look for.
    is_below = bool(known) and _BELOW.search(view.masked[: found.start()]) is not None
    if frame.cls != "Arrest" or is_below or not (is_open or is_counted):
        return []
    end = frames.side_of(view, found.end())[1]
    lists = _LISTS.search(view.masked, found.end(), min(end, found.end() + _REACH))
    if lists is None or _is_cut(view, found.end(), lists.start()):
        return []
    people = _people(context, view, lists.end(), end)
    return people if is_open or len(people) in counts else []


def _is_cut(view: View, start: int, end: int) -> bool:
    """Whether other people, or another verb, stand between the verb and its list."""
    between = re.sub(r"\boleh\b", "", view.masked[start:end])
    if _OTHERS.search(between) or re.search(r"⟨(?:PER|INI|MON)\d+⟩|[.;\"“”]", between):
        return True
    words = [word.casefold() for word in WORD.findall(between)]
    return any(is_verb(word) for word in words)


def _people(context: Context, view: View, start: int, end: int) -> list[Item]:
    made: list[Item] = []
    at = start
    for item in view.within(start, end, Kind.INITIALS, Kind.PERSON):
        here = frames.masked_at(view, item)
        if _OTHERS.search(view.masked, at, here):
            break
        if _AT_HOME.search(view.masked, at, here):
            continue
        at = view.masked.find("⟩", here) + 1
        is_official = (
            item.kind is Kind.PERSON and context.registry.of(item) in context.registry.posts_of
        )
        if not is_official and context.registry.of(item):
            made.append(item)
    return made


# "Sebelum ditangkap di X, Darso kabur": the subject of both clauses stands behind the first.
_WHEN = Pattern(
    r"(?:^[\"“]?|[,;.]\s+|\bbahwa\s+)(?i:(?P<yet>sebelum)|sesaat\s+(?:setelah|usai)|tak\s+lama\s+setelah|setelah|usai|seusai|sesudah|saat|ketika|sejak|begitu|pasca|selepas)"
    r"\s+(?:(?:berhasil|akhirnya|sempat|baru|kembali|lebih|dahulu|dulu)\s+)*$"
)
_THEN = pattern(
    r",\s+(?:(?:sebanyak|pria|lelaki|perempuan|wanita|tersangka|terdakwa|pelaku|seorang|berinisial|inisial|bernama|total|sekitar|sedikitnya)\s+){0,4}(?P<who>{PER|CNT})"
)


def subject(context: Context, view: View, frame: Frame, found: re.Match[str]) -> list[Item]:
    """Return whom the passive verb of a clause of time befell: the subject behind its comma.

    ``Sebelum`` alone says nothing of people brought home: they may still be here.
    """
    when = _WHEN.search(view.masked[: found.start()])
    then = _THEN.search(view.masked, found.end(), found.end() + _REACH) if when else None
    if when is None or then is None or (when["yet"] and frame.cls != "Arrest"):
        return []
    words = [word.casefold() for word in WORD.findall(view.masked, found.end(), then.start())]
    if any(is_verb(word) for word in words):
        return []
    item = view.item(then, "who")
    if item is None or item.kind is Kind.COUNT:
        counted = frames.persons_counted(view, then.start("who"), then.end("who"))
        return [i for i in counted if _may_be(frame, i)]
    id_ = context.registry.of(item)
    is_official = id_ in context.registry.posts_of or subjects.is_official(context, id_)
    return [item] if frame.cls == "Arrest" and id_ and not is_official else []


def _may_be(frame: Frame, counted: Item) -> bool:
    """Whether those counted may be those whom an event of a class concerns."""
    is_accused = getattr(counted.value, "role", "") in ("suspect", "defendant", "wanted-person")
    return is_accused == (frame.cls == "Arrest")
