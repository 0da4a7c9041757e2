"""A way home: verbs of return and arrival, when, whence, whither, by way of what.

Owns which verbs tell of a return by themselves, and which only beside words that do. Refuses ways
that lead abroad.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames
from loaders.text.facts.deeds import BROUGHT_HOME
from loaders.text.facts.labels import is_abroad
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_FAMILY = (
    r"(?:(?:pihak\s+)?keluarga(?:nya)?|orang\s+tua(?:nya)?|ahli\s+waris(?:nya)?|suami(?:nya)?|istri(?:nya)?|ibu(?:nya)?|ayah(?:nya)?|kakak(?:nya)?"
    r"|anak(?:nya)?|kerabat(?:nya)?|sanak\s+saudara|pemerintah\s+daerah|pemda|pemkab|pemprov|pemkot)"
)
_HOME = (
    r"(?:⟨LOC|⟨PNT|[Tt]anah\s+[Aa]ir|kampung|daerah|desa|rumah|keluarga|orang\s+tua|pangkuan"
    r"|pelukan|Indonesia)"
)
EXPELLED = Pattern(
    r"\b(?:[Dd]ideportasi|[Dd]ikirim\s+(?:balik|pulang)|[Dd]ibuang\s+negeri|[Dd]iusir|[Tt]erusir|[Dd]ipulangkan\s+paksa"
    r"|[Dd]ikeluarkan(?=\s+dari\s+⟨LOC\d+⟩\s+(?:setelah|usai)\s+(?:masa\s+)?hukuman))\b"
)
"""Matches verbs that tell of people expelled, who stand before them."""
RETURNED = Pattern(
    r"\b(?:[Dd]ipulangkan(?!\s+paksa)|[Dd]irepatriasi|[Dd]ifasilitasi\s+(?:ke|pe)(?:pulangan|mulangan)nya|[Dd]ijemput\s+pulang|[Dd]ibawa\s+pulang|[Dd]iantar(?:kan)?\s+pulang|[Dd]ikembalikan(?=\s+(?:ke|kepada)\s+(?:\w+\s+){0,2}"
    rf"{_HOME})|(?:(?<=akhirnya\s)|(?<=sudah\s)|(?<=telah\s))pulang(?!\s+(?:ke|dari|kampung)\b)|(?:pulang|kembali)(?=\s+(?:ke|dari)\s+(?:\w+\s+)?{_HOME}))(?!\w)"
)
"""Matches verbs that tell of people brought home, who stand before them."""
GIVEN_BACK = Pattern(
    rf"\b(?:[Dd]iserahkan|[Dd]iserahterimakan|[Dd]ikembalikan|[Dd]iantar(?:kan)?)(?=\s+(?:\w+\s+){{0,2}}?(?:⟨ORG\d+⟩\s+)?(?:kepada|ke|pada|menemui)\s+(?:\w+\s+)?{_FAMILY}\b)"
    rf"|\b[Dd]iterima(?=\s+(?:oleh\s+)?(?:pihak\s+)?{_FAMILY}\b)"
)
"""Matches verbs that tell of people given back to their families, who stand before them."""
ARRIVED = Pattern(
    r"\b(?:[Dd]isambut(?=\s+(?:langsung\s+)?(?:oleh\s+)?(?:petugas\s+|tim\s+|staf\s+)?⟨ORG)|[Ss]etiba(?:nya)?|[Tt]iba(?:\s+kembali)?|menyusul|datang|diturunkan(?=\s+di\s+⟨PNT)|mendarat|menginjak(?:kan\s+kaki)?|merapat|bersandar|menyeberang|terbang|diterbangkan|turun(?=\s+dari\s+⟨VES)|diangkut)\b"
)
"""Matches verbs of coming that tell of a return only beside other words."""
BRINGS = Pattern(
    rf"\b(?:[Mm]emulangkan|[Mm]erepatriasi|{BROUGHT_HOME}|(?:[Mm]embawa|[Mm]enjemput|[Mm]engantar(?:kan)?)\s+pulang|[Mm]engembalikan"
    r"|[Mm]e(?:nerbangkan|mbawa|njemput|ngirim|ngantar(?:kan)?)(?=\s+(?:sebanyak\s+)?⟨CNT\d+⟩[^.;⟨\"“]{0,40}\s(?:pulang|ke\s+[Tt]anah\s+[Aa]ir)\b))(?!\w)"
)
"""Matches verbs whose object is brought home."""
HANDS = Pattern(r"\b(?:[Mm]enyerahkan|[Mm]enyerahterimakan|[Mm]engantar(?:kan)?(?!\s+pulang))\b")
"""Matches the verb that hands people over: to their families, or to who takes them home."""
_COMING = r"(?:[Kk]epulangan|[Pp]emulangan|[Rr]epatriasi|[Dd]eportasi|[Pp]enjemputan)"
RECEIVES = Pattern(
    r"(?:\b[Mm]enerima|\b[Mm]enyambut|(?<=⟩\s)(?:terima|sambut))(?=\s+(?:(?:jenazah|jasad|kepulangan|pemulangan|kedatangan)\b|(?:sebanyak\s+)?⟨CNT\d+⟩[^.;,⟨]{0,30}\bdeporta(?:n|si)\b))"
    rf"|\b[Mm]e(?:ngawal|ndampingi|mfasilitasi(?=\s+(?:kedatangan|penjemputan)))\s+(?:langsung\s+|proses\s+){{0,2}}{_COMING}"
    rf"|\b(?:[Kk]edatangan|{_COMING})(?=\s+(?:terhadap\s+|sebanyak\s+)?(?:⟨(?:CNT|PER|INI)|jenazah\b))"
)
"""Matches the verb of those to whom people come home, and the noun for their coming."""
TO_FAMILY = Pattern(
    rf"\b(?:kepada|ke|pada)\s+(?:\w+\s+)?{_FAMILY}\b|\bdikembalikan\s+ke\s+(?:desa|kampung|daerah|rumah)\b|\bke\s+(?:rumah|kampung\s+halaman|pangkuan)\s+\w+nya\b|\bke\s+rumah\s+duka\b"
)
"""Matches to whom people are given back, or whither."""
DEAD = Pattern(r"(?i)\b(?:jenazah|jasad|peti\s+(?:jenazah|mati))\b")
"""Matches words for the dead who are sent home."""
_WHENCE = pattern(
    r"\b(?<!carter\s)(?<!penerbangan\s)(?<!pesawat\s)(?:dari|asal)\s+(?:(?:Depot|Depo|Rumah|Penjara|wilayah|perairan|kota|negara|rumah|depo|detensi)\s+(?:\w+\s+)?){0,2}(?P<chain>{LOC}(?:\s*,\s*{LOC})?)"
)
_STUCK = pattern(
    r"\b(?:disekap|ditahan|terjebak|tertahan|bekerja|dipekerjakan|terlantar|telantar|berlindung|dipenjara|hilang\s+kontak|dieksploitasi|berada)\s+(?:\w+\s+){0,3}?di\s+(?:[\w()]+\s+){0,7}?(?P<chain>{LOC}(?:\s*,\s*{LOC})?)"
)
_WHITHER = pattern(
    r"\b(?P<how>ke|menuju|tujuan|bertujuan|hingga|sampai|tanah|kaki\s+di|tiba\s+(?:kembali\s+)?(?:⟨DAT\d+⟩\s+)?di|mendarat\s+(?:⟨DAT\d+⟩\s+)?di|merapat\s+di|bersandar\s+di|\w*(?:nya|tua|keluarga|waris|suami|istri)\s+di|di(?=\s+⟨PNT)|[Ss]etiba(?:nya)?\s+di)\s+"
    r"(?:(?:Provinsi|Kabupaten|Kota|daerah|wilayah|kampung\s+halaman(?:nya)?\s+di)\s+)*(?P<chain>{LOC}(?:\s*(?:,|dan|serta)\s*{LOC}){0,3})"
)
_BY_WAY_OF = pattern(r"\b(?:melalui|lewat|via)\s+(?P<chain>{LOC}(?:\s*(?:,|dan)\s*{PNT})?)")


def _places(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    items = view.within(found.start("chain"), found.end("chain"))
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]


def whence(
    context: Context, view: View, start: int = 0, end: int | None = None
) -> list[tuple[Item, str]]:
    """Return the places abroad from which people came; at home, only those of ``dari A ke B``."""
    made: list[tuple[Item, str]] = []
    stop = len(view.masked) if end is None else end
    ways = *_WHENCE.finditer(view.masked, start, stop), *_STUCK.finditer(view.masked, start, stop)
    for found in ways:
        chain = _places(context, view, found)
        is_home = not any(is_abroad(item, id_) for item, id_ in chain)
        is_way = _ON_TO.match(view.masked, found.end()) and not _OF_PEOPLE.search(
            view.masked[: found.start()]
        )
        if not is_home or (is_way and _WHENCE.made(found) and "asal" not in found[0][:4]):
            made += [one for one in chain if one[1] != "country:ID"]
    return made


_ON_TO = Pattern(
    r"\s+(?:[a-z]+\s+){0,5}(?:⟨VES\d+⟩\s+)?(?:ke|menuju|hingga|sampai|menginjak\w*(?:\s+\w+)?\s+tanah)\s+⟨"
)
_OF_PEOPLE = Pattern(r"(?i)(?:⟩|\b(?:korban|warga|orang|pmi|pekerja|perempuan|pria))\s+$")


def whither(
    context: Context, view: View, start: int = 0, end: int | None = None
) -> list[tuple[Item, str]]:
    """Return the places at home that people were brought or came to, behind a position."""
    made = []
    for found in _WHITHER.finditer(view.masked, start, len(view.masked) if end is None else end):
        for item, id_ in _places(context, view, found):
            if id_.startswith("country:") or is_abroad(item, id_):
                continue
            made.append((item, id_))
    return made


def by_way_of(
    context: Context, view: View, start: int = 0, end: int | None = None
) -> list[tuple[Item, str]]:
    """Return the ports and towns at home through which people came."""
    stop = len(view.masked) if end is None else end
    ways = _BY_WAY_OF.finditer(view.masked, start, stop)
    made = [one for found in ways for one in _places(context, view, found)]
    return [(item, id_) for item, id_ in made if not id_.startswith("country:")]


def leads_abroad(context: Context, view: View, at: int) -> bool:
    """Whether the way that a verb at a masked position tells leads to another country."""
    end = frames.clause_end(view, at)
    for found in _WHITHER.finditer(view.masked, at, end):
        if any(is_abroad(item, id_) for item, id_ in _places(context, view, found)):
            return True
    return False


_AID = r"[Dd]engan\s+(?:bantuan|pendampingan|dukungan|fasilitas)(?:\s+dari)?|[Aa]tas\s+bantuan"
_AIDED = pattern(rf"\b(?:{_AID})\s+(?:\w+\s+)?{{ORG}}")
_CARERS = pattern(
    rf"\b(?:[Dd]ijemput|[Dd]isambut|[Dd]iterima|[Dd]ikawal|[Dd]idampingi|[Dd]iantar(?:kan)?|[Dd]ibantu|[Dd]itemani|[Dd]itangani|[Dd]idata|{_AID})\s+(?:(?:langsung|pulang|ketat|penuh)\s+)?(?:oleh\s+)?"
    r"(?:(?:petugas|tim|pegawai|staf|ambulans|aparat|jajaran|perwakilan|dari|personel|rombongan)\s+){0,3}(?P<who>{ORG}(?:\s*(?:,|dan|serta|bersama)\s*{ORG})*)"
)
_CARES = pattern(
    r"(?P<who>{ORG})\s+(?:\w+\s+)?(?:mengawal|menjemput|mendampingi|menyambut|sambut|menerima|terima|mengantar(?:kan)?|menanggung|menyediakan|membiayai|memfasilitasi|menyiapkan|memeriksa)\s+"
    r"(?:(?:langsung|proses)\s+)?(?=mereka|rombongan|para|semua|seluruh|⟨CNT|kepulangan|kedatangan|pemulangan|repatriasi|deportasi|penjemputan|ambulans|tiket|biaya|jenazah|ke\w+nya|\w+nya\b)"
)
_TAKES = pattern(r"\b(?:kepada|ke|oleh|lewat|melalui)\s+(?:pihak\s+)?(?P<who>{ORG})")


_EASED = pattern(
    r"(?:\b[Dd]ifasilitasi|\b(?i:pemulangan|kepulangan|repatriasi|deportasi)(?:nya)?\b(?:(?!\b(?:di[a-z]{4,}|me[a-z]{4,}|pe[a-z]{4,}an)\b)[^.;\"“]){1,100}?(?<=\s)(?:dilaksanakan|dilakukan|diurus|ditangani|digelar|dipimpin))"
    r"\s+(?:(?:langsung|penuh|sepenuhnya|oleh)\s+){0,2}"
    r"(?:(?:petugas|tim|pihak|staf|pegawai)\s+)?(?P<who>{ORG}(?:\s*(?:,|dan|serta|bersama)\s*{ORG})*)"
)


def facilitators(view: View) -> list[Item]:
    """Return the agencies by which a return was brought about: ``difasilitasi KBRI Riyadh``."""
    found = _EASED.search(view.masked)
    return view.within(found.start("who"), found.end("who"), Kind.ORG) if found else []


def is_aided(view: View) -> bool:
    """Whether a sentence tells that an agency brought people home, or helped them to come."""
    return bool(facilitators(view)) or _AIDED.search(view.masked) is not None


def is_seen_to(view: View) -> bool:
    """Whether agencies bring about a return, or see to those who come home."""
    return bool(facilitators(view) or carers(view))


def carers(view: View) -> list[Item]:
    """Return the agencies that met, went with or provided for those who came home."""
    made = []
    for rule in (_CARERS, _CARES):
        for found in rule.finditer(view.masked):
            made += view.within(found.start("who"), found.end("who"), Kind.ORG)
    return made


def takers(view: View, start: int, end: int) -> list[Item]:
    """Return the agencies to which people were handed over between two masked positions."""
    found = _TAKES.search(view.masked, start, end)
    return view.within(found.start("who"), found.end("who"), Kind.ORG) if found else []


_BY_LAND = Pattern(r"\b(?:tiba|mendarat)\s+(?:\w+\s+)?di\s+⟨PNT\d+⟩\s+(?:melalui|lewat|via)\s+⟨LOC")


def claim(context: Context, view: View, event: str, clause: tuple[int, int], at: int) -> None:
    """Claim of a return when they came, whence, whither and by way of what.

    Args:
        context: The document.
        view: The sentence.
        event: The return.
        clause: Where the clause that tells of it begins and ends in the masked sentence.
        at: Where its verb stands.
    """
    sink = context.sink
    own = sink.told_of(event)
    if "date" not in own:
        _day(context, view, event, clause, at)
    told = {c.value for c in sink.claims.values() if c.subject == event}
    # Where a later leg began is no place from which they came.
    origins = [] if "origin" in own else whence(context, view, *clause)
    ways = [("origin", one) for one in origins]
    ways += [("transit", one) for one in by_way_of(context, view, *clause)]
    # "tiba di Bandara Soekarno-Hatta melalui Singapura": where they land is no way there.
    is_by = _BY_LAND.search(view.masked, *clause) is not None
    for one in whither(context, view, *clause):
        if is_by and one[0].kind is Kind.POINT:
            continue
        ways.append(("transit" if one[0].kind is Kind.POINT else "destination", one))
    for prop, (item, id_) in ways:
        if id_ not in told:
            span, voice = (item.start, item.end), context.voice(item.start)
            sink.claim(event, prop, id_, span, is_object=True, voice=voice, confidence=0.8)
            told.add(id_)


def _day(context: Context, view: View, event: str, clause: tuple[int, int], at: int) -> None:
    """Claim the day on which they came, told in the clause of a verb."""
    date = frames.date_of(view, at)
    if _IN_LOTS.search(view.masked) and len(view.within(0, len(view.masked), Kind.DATE)) > 1:
        return
    # The day on which they left is not that on which they came.
    if date is None or _LEAVES.match(view.masked, at):
        return
    is_own = clause[0] <= frames.masked_at(view, date) < clause[1]
    is_day = len(date.key) >= len("2025-08-06") and (
        "/" not in date.key or frames.is_brief(date.key)
    )
    if is_own and is_day:
        span, voice = (date.start, date.end), context.voice(date.start)
        context.sink.claim(
            event, "date", date.key, span, voice=voice, original=date.original, confidence=0.85
        )


# "dalam dua tahap, yaitu 400 orang pada 18 Maret dan 169 orang pada 9 April": no day of all.
_IN_LOTS = Pattern(r"(?i)\b(?:tahap|gelombang|kloter|hari|kali)\s*,\s*(?:yakni|yaitu|masing)")
_LEAVES = Pattern(r"(?:terbang|diterbangkan|diangkut)\b")
