"""Whether a person named is the object of an active verb, or the subject of a passive one.

Owns what may stand between a name and the verb that holds its bearer: what he is, where he lives,
how old he is. Refuses names behind which a clause of their own begins.
"""

from __future__ import annotations

from loaders.text.facts import frames
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View

_ADVERB = (
    r"(?:kemudian|lalu|akhirnya|telah|sudah|berhasil|langsung|juga|kembali|sendiri|kini|turut|ikut|lebih|dulu|segera|pun|sempat|resmi|baru"
    r"|itu|tersebut|ini|sebelumnya|lantas|selanjutnya)"
)
_GAP = Pattern(
    rf"\s*(?:(?:seorang|tersangka|terdakwa|terpidana|pelaku|pria|perempuan|wanita|lelaki|laki-laki|buronan|buron|bernama|{_ADVERB})\s+|\([^)⟨]{{0,24}}\)\s*"
    r"|,\s+(?:warga|asal)\s+(?:(?:asal|kota|kabupaten)\s+)?⟨LOC\d+⟩\s*)*"
)
_ASIDE = Pattern(r"(?:\s*\([^)⟨]{0,24}\))?\s*(?:,\s+(?P<said>.{1,160}),\s*|,\s*)?")
# "Marhaban (48), dan kernetnya digiring": somebody of his is held with him.
_AND_HIS = Pattern(r",?\s+(?:dan|serta|bersama|beserta)\s+(?:[a-z]+\s+){0,2}[a-z]+nya(?=\s)")
_WHO_WAS = Pattern(rf"\s*,?\s+yang\s+(?:{_ADVERB}\s+)*$")
_ADVERBS = Pattern(rf"\s*(?:{_ADVERB}\s+)*")
# Between commas these say what somebody is: "nelayan berumur 38 tahun dan beralamat di ⟨LOC⟩".
_BEING = frozenset(
    [
        "berumur",
        "berusia",
        "beralamat",
        "berdomisili",
        "bekerja",
        "berprofesi",
        "berstatus",
        "berasal",
        "bermukim",
        "bertempat",
        "berkewarganegaraan",
        "berkebangsaan",
        "menjabat",
        "menetap",
        "berdagang",
        "bertugas",
        "berjualan",
        "diketahui",
        "disebut",
        "dikenal",
        "diduga",
        "disangka",
        "ditengarai",
    ]
)
_OTHER = Pattern(r"⟨(?:PER|INI|CNT|MON)\d+⟩|[\"“”;.]")
# "menangkap nakhoda kapal itu, Syafril": what he is stands before the name.
_NAMED = Pattern(
    r"(?:,\s+(?:yakni\s+|yaitu\s+)?(?:seorang\s+)?(?:bernama\s+|berinisial\s+)?|\s(?:bernama|berinisial|atas\s+nama|alias)\s+)$"
)
_WHO = Pattern(r"(?:[a-z\s-]|[A-Z]\w+\s(?=⟨HAN)|⟨(?:LOC|ORG|VES|PNT|TOP|HAN)\d+⟩){3,90}")
_LONGEST = 9
_NO_HEAD = frozenset(
    [
        "di",
        "ke",
        "dari",
        "bersama",
        "untuk",
        "dengan",
        "terhadap",
        "kepada",
        "oleh",
        "saat",
        "ketika",
        "setelah",
        "karena",
        "dan",
        "serta",
        "korban",
        "saksi",
        "calon",
        "pmi",
        "cpmi",
        "tki",
        "tkw",
        "wni",
        "pekerja",
        "penumpang",
        "keluarga",
        "istri",
        "suami",
        "anak",
        "adik",
        "kakak",
        "bahwa",
        "atas",
        "pada",
        "anggota",
        "petugas",
    ]
)
# A migrant held abroad is in no matter of ours.
_MIGRANT = Pattern(
    r"(?i)\b(?:tki|tkw|pmi|cpmi|wni|pekerja\s+migran|calon\s+pekerja|abk|anak\s+buah\s+kapal|korban|saksi|penyintas|pelapor)\b"
)
_APPOSED = Pattern(
    r"[a-z⟩]\s*,\s+(?:(?:berinisial|bernama|yakni|yaitu|seorang|pria|perempuan)\s+)*"
    r"(?:⟨(?:PER|INI)\d+⟩(?:\s*\([^)⟨]{0,24}\))?(?:\s*,\s*|\s+)(?:dan|serta)\s+)?$"
)


def is_beside(view: View, person: Item, start: int, end: int, *, is_before: bool) -> bool:
    """Whether a named person is the verb's own object, or a passive verb's subject.

    Args:
        view: The sentence.
        person: Who is named.
        start: Where the active verb ends, or the stretch before a passive one begins; negative
            where the verb does not tell it.
        end: Where the stretch ends.
        is_before: The verb is passive.
    """
    at = frames.masked_at(view, person)
    if start < 0 or at < 0 or person.kind is not Kind.PERSON:
        return False
    if not is_before:
        gap = view.masked[start:at]
        return _GAP.fullmatch(gap) is not None or _is_headed(gap)
    return _is_subject(view, at, view.masked[view.masked.find("⟩", at) + 1 : end])


def _is_headed(gap: str) -> bool:
    """Whether words between a verb and a name only say who he is: ``perekrutnya, ⟨PER⟩``."""
    named = _NAMED.search(gap)
    head = gap[: named.start()] if named else ""
    words = [word.casefold() for word in WORD.findall(head)]
    if not _WHO.fullmatch(head) or len(words) > _LONGEST or not _NO_HEAD.isdisjoint(words):
        return False
    return not any(is_verb(word) and word not in _BEING for word in words)


def _is_subject(view: View, at: int, gap: str) -> bool:
    """Whether nothing but an apposition and adverbs stands between a name and a passive verb."""
    gap = _AND_HIS.sub("", gap, count=1)
    # "Budi Hartono (45), warga Kupang, yang ditangkap": the clause is of whom it follows.
    if who_was := _WHO_WAS.search(gap):
        gap = gap[: who_was.start()] + (", " if "," in gap[: who_was.start()] else " ")
    # "pengelolanya, Rudi Hartawan (33), ditangkap": the comma closes the apposition.
    closed = gap.replace(",", "", 1) if _APPOSED.search(view.masked[:at]) else gap
    if _GAP.fullmatch(gap) or _GAP.fullmatch(closed):
        return True
    found = _ASIDE.match(gap)
    if found is None or not found["said"] or not _ADVERBS.fullmatch(gap, found.end()):
        return False
    said = found["said"]
    what = said.partition("yang ")[0]
    return not (_OTHER.search(said) or _tells_deed(said) or _MIGRANT.search(what))


def _tells_deed(words: str) -> bool:
    """Whether a verb stands there that is of no relative clause: another clause has begun."""
    is_below = False
    for word in WORD.findall(words.casefold()):
        if word == "yang":
            is_below = True
        elif word == ",":
            is_below = False
        elif not is_below and is_verb(word) and word not in _BEING:
            return True
    return False
