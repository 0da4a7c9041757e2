"""People listed by name behind words for several of them: ``Kedua tekong itu, yaitu A dan B``.

Owns the form of such lists, the sentence that goes on with one, and whom the one arrest of a
document concerns. Refuses lists that are longer or shorter than the number told.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.kin import KIN
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

# Age, sex, home: what stands beside a name in a list.
_BESIDE = (
    r"(?:\s*\((?:[^)⟨]|⟨(?:ORG|LOC)\d+⟩){0,24}\)|\s*,?\s+(?:laki-laki|perempuan|pria|wanita)(?:\s*\(\d{2}\)|\s+(?:⟨DUR\d+⟩|\d{2}\s+tahun))?"
    r"|\s*,\s*(?:warga|asal|selaku)\s(?:[^,.⟨]|⟨(?:LOC|ORG|POS|RNK)\d+⟩){0,40}(?:,\s*⟨LOC\d+⟩)?(?=,|\s+(?:dan|serta)\s|\s*[.;]|$)"
    r"|\s+(?:asal|warga|(?<=\)\s)dari)\s+⟨LOC\d+⟩(?:,\s*⟨LOC\d+⟩)?"
    r"|\s*,\s+(?:(?:umur|usia|berusia)\s+)?⟨DUR\d+⟩(?=\s*,)"
    # What each of them does stands between commas: "AB (45), sopir travel, serta CD (31)".
    r"|\s*,\s+(?!(?:yang|dan|serta|di|ke|pada|saat|dengan|[mM]e|ber|ter|di[a-z])[a-z]*\b)[a-z-]+(?:\s[a-z-]+){0,3}"
    r"(?=\s*,?\s+(?:dan|serta)\s+⟨(?:PER|INI)|\s*\.?$)){0,3}"
)
# "RD, NW, dan seorang warga negara Filipina bernama Joel": what one of a list is besides.
_WHO_IS = (
    r"(?:(?:seorang\s+|satu\s+)?(?:pria|perempuan|wanita|lelaki|laki-laki|WNA|WNI|warga(?:\s+negara)?)"
    r"(?:\s+(?:asing|asal))*(?:\s+⟨LOC\d+⟩)?\s+(?:(?:ber)?inisial|bernama)\s+"
    # "CM dan keponakannya, RT"
    rf"|{KIN}nya\s*,\s+)?"
)
NAMES = (
    r"{PER}"
    + _BESIDE
    # One way only to read what stands between: lists are long.
    + rf"(?:(?:\s*,\s*(?:(?:dan|serta|kemudian|lalu)\s+)?|\s+(?:dan|serta)\s+){_WHO_IS}{{PER}}"
    + _BESIDE
    + r"){0,20}"
)
"""Matches names in a row, each with age, sex or home."""
_SEVERAL = r"(?:Masing-masing|Keduanya|Ketiganya|Keempatnya|Kelimanya|Keenamnya|Mereka"
_HELD = (
    r"(?:\s+yang\s+(?:(?:berhasil|turut|ikut|telah|sudah|juga)\s+)?"
    r"(?:ditangkap|dibekuk|diringkus|diciduk|diamankan|ditahan))"
)
# "Kedua saksi", "Ketiga korban yang diamankan": not whom an arrest concerns.
_NO_OTHERS = (
    r"(?!(?:korban|calon|c?pmi|wni|tki|tkw|saksi|pekerja|penumpang|anak|pengacara|advokat|kuasa|jaksa|hakim"
    r"|petugas|polisi|anggota|migran)\b)"
)
_THEY_ARE = pattern(
    rf"^[\"“]?(?:Adapun\s+|Sementara\s+itu,?\s+)?{_SEVERAL}|(?:[Kk]e\w+|⟨CNT\d+⟩|Para)(?:\s+{_NO_OTHERS}[a-z]+){{0,2}}"
    rf"(?:(?<=pelaku)|(?<=tersangka)|(?<=pria)|(?<=orang)|(?<=⟩)|{_HELD}))"
    r"(?:\s+yang\s+diduga\s+(?:sebagai\s+)?[a-z]+)?(?:\s+(?:itu|tersebut|ini))?\s*,?\s+(?:adalah\s+|ialah\s+|yakni\s+|yaitu\s+|berinisial\s+|bernama\s+|masing[\s-]masing\s+|seorang\s+|nakhoda\s+|tekong\s+|sopir\s+|calo\s+|kurir\s+|motoris\s+|kapten\s+|pengurus\s+|perekrut\s+"
    r"|(?:pria|perempuan|laki-laki|wanita|lelaki)\s+)+"
    rf"(?P<who>{NAMES})"
)
_GOES_ON = pattern(rf"^(?:Serta|Dan|Juga|Kemudian|Lalu)\s+(?:juga\s+)?(?P<who>{NAMES})")


def carried_on(context: Context, view: View) -> list[Item]:
    """Return the people with whom the next sentence goes on with a list: ``Serta C (53)``."""
    number = view.sentence.number + 1
    if number >= len(context.views):
        return []
    after = context.views[number]
    found = _GOES_ON.match(after.masked)
    if found is None or after.sentence.block != view.sentence.block:
        return []
    return after.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)


def name_arrested(context: Context, view: View) -> None:
    """Name those whom the one arrest of so many concerns: ``Keduanya berinisial KR dan SU``."""
    found = _THEY_ARE.match(view.masked)
    if found is None:
        return
    listed = view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)
    # "SN asal Sengkol, Kecamatan Pujut, dan MU asal Sandik": more than names may stand between.
    letters = view.within(found.start("who"), len(view.masked), Kind.INITIALS)
    for named in (listed + carried_on(context, view), letters):
        people = [one for one in named if not _is_official(context, one)]
        if event := _arrest_of(context, view, len(people)):
            for person in people:
                if id_ := context.registry.of(person):
                    span = view.sentence.start, person.end
                    voice = context.voice(person.start)
                    context.sink.claim(event, "apprehended", id_, span, is_object=True, voice=voice)
            return


def _arrest_of(context: Context, view: View, size: int) -> str:
    """Return the one arrest of so many people that the sentences before tell of, or empty."""
    claims = list(context.sink.claims.values())
    groups = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == str(size)}
    held = {c.subject for c in claims if c.property == "apprehended" and c.value in groups}
    held &= set(context.events.get("Arrest", []))
    start = view.sentence.end
    near = [one for one in held if 0 <= start - context.sink.entities[one].start < _NEAR]
    return near[0] if len(near) == 1 else ""


# Further on another arrest may be meant.
_NEAR = 1200


def _is_official(context: Context, person: Item) -> bool:
    return person.kind is Kind.PERSON and context.registry.of(person) in context.registry.posts_of
