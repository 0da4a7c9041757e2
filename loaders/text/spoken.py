"""Where and on what day somebody spoke.

Owns the circumstances of speech: behind the speaker, before them, and in a sentence of their own.
Refuses the day of what is told (``Senin lalu, kata Hari, ibu korban datang``) and the place where
written words were received.
"""

from __future__ import annotations

import re

from loaders.text.context import Context, Said
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_INNER = r"[^.⟨\"“]{0,60}?(?:⟨(?:ORG|LOC|PNT|PER)\d+⟩[^.⟨\"“]{0,40}?){0,3}"
_LEAD = (
    r"(?:\s*,\s+(?!saat|ketika|usai|di\s|pada\s)[^,.⟨\"“]{3,60}(?=,))?"
    rf"(?:\s*,?\s+(?:saat|ketika|usai|seusai|dalam|di\s+sela(?:-sela)?|kepada|setelah|melalui|lewat|via|sambil|seraya|menjawab|pada"
    rf"|(?:yang\s+)?(?:ditemui|dihubungi|dikonfirmasi|dijumpai|dimintai|ditanya))\s{_INNER})?"
)
_PLACE = (
    r"\s*,?\s*(?:di|bertempat\s+di)\s+(?:[a-zA-Z]+,?\s+){0,3}(?:⟨ORG\d+⟩\s*,\s*)?"
    r"(?P<place>{LOC})(?:\s+[A-Z]{2,8})?(?:\s*,\s*(?:{LOC}|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})){0,3}"
)
_DAY = r"\s*,?\s*(?:pada\s+)?(?P<date>{DAT})"
_PLACED = pattern(rf"{_LEAD}{_PLACE}(?:{_DAY})?")
_DATED = pattern(
    rf"{_LEAD}(?:\s*,?\s*di\s+(?:[a-zA-Z]+\s+){{0,3}}{{ORG}})?{_DAY}"
    r"(?:\s+(?:pagi|siang|sore|malam))?(?:\s*,?\s+di\s+(?P<place>{LOC})(?=\s*[.,]))?"
)
# "mengatakan, Kamis, pihaknya": the day of speaking between commas.
_ASIDE_DAY = pattern(r"\s*,\s+(?:pada\s+)?(?P<date>{DAT})\s*,(?P<place>{LOC})?")
_ENDED = Pattern(
    r"(?:\s+(?:pagi|siang|sore|malam|petang|lalu|ini|WIB|WITA|WIT|waktu\s+setempat))*\s*[.,]?\s*$"
)
# "Dalam keterangan tertulis, Jumat, Anwar menyatakan": the circumstances come first.
_OPENING = pattern(
    r"^(?:[^⟨\"“.]{0,40}\s[-–—]\s+)?(?:Di(?:temui|hubungi|konfirmasi|mintai)\s|(?:Dalam|Melalui|Lewat|Saat|Ketika|Kepada|Di\s+sela(?:-sela)?|Usai|Seusai)\s"
    r"(?=[^,]{0,90}?(?i:keterangan|konferensi|jumpa\s+pers|siaran|rilis|pernyataan|wartawan|media|awak|temui|hubungi|konfirmasi|mintai|kesempatan"
    r"|kunjungan|acara|kegiatan|rapat|sosialisasi|⟨ORG)))"
    rf"{_INNER}(?:\bdi\s+(?P<place>{{LOC}})(?:\s*,\s*{{LOC}})?)?\s*,?\s*(?:pada\s+)?(?P<date>{{DAT}})(?:\s+(?:pagi|siang|sore|malam))?\s*,\s*$"
)
# "Keterangan itu disampaikan di Tarakan, Senin": of what the sentence before told.
_OF_WORDS = Pattern(
    r"^(?:Hal|Pernyataan|Keterangan|Penjelasan|Ucapan|Penegasan|Imbauan|Pesan|Permintaan|Harapan|Perintah|Kritik|Bantahan|Klarifikasi|Tanggapan|Instruksi|Arahan"
    r"|Pengakuan|Komentar|Penuturan|Kisah|Seruan|Penilaian|Data|Angka|Usul(?:an)?|Dukungan|Kekhawatiran|Rencana|Janji|Komitmen)(?:nya|\s+(?:itu|tersebut|ini|serupa))?\s+(?:(?:ia|dia|beliau|juga|tersebut)\s+){0,2}"
    r"(?:di)?(?:sampaikan|lontarkan|katakan|ungkapkan|kemukakan|tegaskan|utarakan|ucapkan|berikan|jelaskan|paparkan|kutip)(?:nya)?\b"
)
# "dalam keterangan tertulis yang diterima di Jakarta": nobody says where it was written.
_FROM_AFAR = Pattern(
    r"(?i)\b(?:tertulis|diterima|dikutip|dihubungi|telepon|daring|video|pesan|sebagaimana\s+keterangan)\b"
)
_PASSIVE = Pattern(
    r"(?i)(?:hal|demikian|pernyataan|begitu|informasi|kabar|adanya|data|angka|temuan|fakta|rincian)\b[^⟨]{0,50}?\b(?:di[a-z]+kan|kata|ujar)\b"
)
_THAT = Pattern(r"\s+(?:hal\s+)?(?:itu|tersebut|ini|demikian|begitu)(?=\s+[a-z])")


def claim(context: Context, said: Said) -> None:
    """Claim where and on what day a statement was made, where the text tells it."""
    end = said.evidence[1]
    view = next((v for v in context.views if v.whole[0] <= end <= v.whole[1]), None)
    if view is None:
        return
    found = _behind(context, said, view)
    if found is not None:
        _told(context, said, view, found)
    elif opening := _OPENING.match(view.masked[: _start(view, said)]):
        _told(context, said, view, opening)
    elif behind := _in_next(context, said):
        _told(context, said, *behind)


def _behind(context: Context, said: Said, view: View) -> re.Match[str] | None:
    """Return place and day told right behind the speaker's name."""
    end = said.evidence[1]
    spots = [f.end() for f in re.finditer("⟩|[a-z]", view.masked)]
    begin = next((at for at in spots if view.offset(at) >= end), len(view.masked))
    is_passive = _PASSIVE.match(view.masked) is not None
    is_trailing = not said.is_direct and said.evidence[0] > view.sentence.start
    if not said.is_direct and not is_passive and not is_trailing:
        begin = _behind_speaker(context, said, view)
    verb = next((at for at in spots if view.offset(at) >= end), len(view.masked))
    if not said.is_direct and (that := _THAT.match(view.masked, verb)):
        # "Ia mengatakan hal itu usai rapat di Metro, Kamis": all behind it is of the speaking.
        begin, is_passive = that.end(), True
    if not said.is_direct and (found := _ASIDE_DAY.match(view.masked, verb)):
        return found
    found = _PLACED.match(view.masked, begin) or _DATED.match(view.masked, begin)
    is_outside = found is not None and view.offset(found.end()) > end
    if found is None or (is_outside and not said.is_direct and not is_passive and not is_trailing):
        return None
    if is_trailing and not is_passive and not _ENDED.match(view.masked, found.end()):
        # "kata Anwar di Malang, sebelum ...": what goes on is no more of the speaking.
        return None
    return found


def _start(view: View, said: Said) -> int:
    """Return where the words begin that tell who spoke, in the masked sentence."""
    spots = (f.start() for f in re.finditer("⟨|[A-Za-z]", view.masked))
    return next((at for at in spots if view.offset(at) >= said.evidence[0]), 0)


def _in_next(context: Context, said: Said) -> tuple[View, re.Match[str]] | None:
    """Return the sentence behind a statement that tells only of its saying, with its match."""
    number = max(said.views) + 1
    if number >= len(context.views):
        return None
    view = context.views[number]
    before = context.views[number - 1].sentence
    words = _OF_WORDS.match(view.masked)
    if words is None or view.sentence.block - before.block > 1:
        return None
    if any(number in other.views and other.speaker != said.speaker for other in context.said):
        return None
    found = _PLACED.match(view.masked, words.end()) or _DATED.match(view.masked, words.end())
    return (view, found) if found else None


def _told(context: Context, said: Said, view: View, found: re.Match[str]) -> None:
    place, date = view.item(found, "place"), view.item(found, "date")
    is_there = _FROM_AFAR.search(found[0]) is None
    if place is not None and is_there and (id_ := context.registry.of(place)):
        span = place.start, place.end
        context.sink.claim(said.id, "spokenAt", id_, span, is_object=True, confidence=0.82)
    if date is not None and date.is_day:
        _day(context, said, date)


def _day(context: Context, said: Said, date: Item) -> None:
    span = date.start, date.end
    context.sink.claim(said.id, "date", date.key, span, original=date.original, confidence=0.85)


def _behind_speaker(context: Context, said: Said, view: View) -> int:
    """Return where the speaker's name ends: ``Anwar di Jakarta, Senin, mengatakan``."""
    start, end = said.evidence
    for item in view.items:
        at = frames.masked_at(view, item)
        if at >= 0 and start <= item.start < end and context.registry.of(item) == said.speaker:
            return view.masked.find("⟩", at) + 1
    return len(view.masked)
