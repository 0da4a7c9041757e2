"""Who heads, owns or serves a company, and with whom it does business.

Owns titles in their many orders: ``Lanny menjabat direktur PT A``, ``Kepala cabangnya, Mustofa``,
``PT B yang dipimpin Sofyan``. Refuses titles of long ago, of whoever is only called so, and of
public offices, which :mod:`loaders.text.holdings` owns.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.clauses import BESIDE, DESCRIBED, NAMES
from loaders.text.facts.tying import is_told, subject, tie
from loaders.text.holdings import FIRMS
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_AREA = (
    r"(?:\s+(?:utama|operasional|keuangan|pemasaran|eksekutif|umum|teknik|produksi|perekrutan"
    r"|rekrutmen|penempatan|personalia|cabang|wilayah|kantor|divisi|bagian|area|bidang"
    r"|administrasi|pelatihan|unit|kru|SDM|HRD|lapangan|proyek))"
)
TITLE = (
    rf"(?:(?:(?:wakil|plt\.?|pelaksana\s+tugas|pjs\.?|penjabat)\s+)?(?:(?:presiden\s+)?(?:direktur|komisaris)|dirut|komut|dirop|direktris|manajer|manager|general\s+manager|penanggung\s+jawab|pimpinan|pemimpin|pendiri|pengurus|bendahara|sekretaris|pemilik|pemegang\s+saham(?:\s+(?:mayoritas|terbesar|utama|pengendali))?|kepala(?=\s+(?:cabang|kantor|bagian|divisi|operasional|unit|perwakilan)))"
    rf"{_AREA}{{0,3}}|⟨POS\d+⟩{_AREA}{{0,3}}|⟨RNK\d+⟩(?=\s+(?:perusahaan|perseroan)\b))"
)
_STAFF = (
    r"(?:staf|staff|karyawan|karyawati|pegawai|satpam|admin|petugas\s+lapangan|resepsionis|kasir"
    r"|sekuriti|anggota|orang(?=nya))(?:\s+(?!di\b|pada\b|dari\b|yang\b)[a-z]+){0,2}?(?:nya)?"
)
_SITE = r"(?:\s+(?:di|cabang|wilayah)\s+(?P<site>{LOC}))?"
_FROM = (
    rf"(?:\s*\([^()⟨]{{1,16}}\))?{_SITE}(?:\s+(?:sejak|mulai)\s+(?:tahun\s+)?(?P<since>{{DAT}})"
    rf"|\s+pada\s+(?P<from>{{DAT}})\s*[–-]\s*(?P<till>\d{{4}}))?"
)
_GROUP = (
    r"(?:perusahaan|perseroan|lembaga|LPK|P3MI(?=\s+(?:itu|tersebut|ini))|mitra|agensi|koperasi"
    r"|yayasan|serikat|organisasi|perkumpulan|biro)"
)
_FIRM = (
    rf"(?:(?:di|pada|dari)\s+)?(?:(?:(?:perusahaan|biro|agen|agensi|lembaga|travel|usaha)\s+(?:[a-z]+\s+){{0,2}})?{{ORG:firm}}|(?P<meant>{_GROUP}(?:(?:\s+[a-z]+){{0,3}}?\s+(?:itu|tersebut|ini))?|(?:PT"
    r"|CV|UD)\s+(?:itu|tersebut|ini)))"
)
_COPULA = (
    r"(?:(?:menjabat(?:\s+(?:sebagai|selaku))?|(?:tercatat|terdaftar|dikenal|diketahui|duduk|bertindak|berstatus)\s+(?:sebagai|selaku)|selaku|sebagai|merupakan|adalah"
    r"|yang\s+(?:juga\s+)?(?:menjabat(?:\s+sebagai)?|merupakan|adalah)|dipercaya\s+sebagai"
    r"|didapuk\s+sebagai|diangkat\s+(?:sebagai|menjadi))\s+)"
)
# "pemilik sekaligus direktur PT A"
_TWICE = rf"(?:(?P<first>(?i:{TITLE}))\s+(?:sekaligus|merangkap|dan|serta)\s+)?"
_HOLDS = pattern(
    rf"(?P<who>{{PER}}){BESIDE}(?:\s*,\s+(?:⟨DUR\d+⟩|(?:warga|asal)\s+⟨LOC\d+⟩)(?=,))?(?:\s*,)?\s+(?:(?:yang|kini|juga|sejak\s+⟨DAT\d+⟩)\s+){{0,2}}{_COPULA}?{_TWICE}(?P<title>(?i:{TITLE}))\s+{_FIRM}{_FROM}"
)
_AS = pattern(
    rf"(?i:\b(?:selaku|sebagai|sewaktu\s+menjabat(?:\s+sebagai)?|ketika\s+menjabat|saat\s+menjabat))\s+(?P<title>{TITLE})\s+{_FIRM}{_FROM}\s*,\s+(?P<who>{{PER}})"
)
_BEFORE = pattern(
    rf"(?<!\w){_TWICE}(?P<title>(?i:{TITLE}))\s+{_FIRM}{_SITE}\s*(?:\([^)⟨]{{1,16}}\))?\s*(?:,|\s(?:bernama|berinisial|inisial|adalah|ialah|yakni|yaitu))?\s+(?:(?:seorang|bernama|berinisial)\s+)?(?P<who>{{PER}})"
)
# The head in brackets behind the name, as in a table, or told with "dengan".
_BRACKETED = pattern(
    rf"{{ORG:firm}}\s*\((?P<title>(?i:{TITLE}))\s*:?\s+{DESCRIBED}(?P<who>{{PER}})"
)
_WITH = pattern(rf"\bdengan\s+(?P<title>(?i:{TITLE}))\s*,?\s+{DESCRIBED}(?P<who>{{PER}})")
_RUNS = pattern(
    r"\b(?P<verb>memimpin|mengepalai|mengomandoi|mengelola|menjalankan|meneruskan\s+usaha)\s+(?:(?:usaha|bisnis|kegiatan)(?:nya)?\s+(?:melalui|lewat|(?:dengan|di\s+bawah)\s+bendera)\s+)?(?:perusahaan\s+(?:bernama\s+)?)?{ORG:firm}"
)
# "Kepala cabangnya, Mustofa", "manajer perusahaan, Linda", "komisaris berinisial LS", "Direkturnya
# adalah Kusnadi", "direktur perusahaan Datuk Erizal"
_ITS = pattern(
    rf"(?<!\w){_TWICE}(?P<title>(?i:{TITLE}))(?:nya)?(?P<its>\s+{_GROUP}(?:\s+(?:itu|tersebut|ini))?)?{_SITE}(?:nya)?(?:\s*,|\s(?:bernama|berinisial|inisial)|(?:(?<=nya)|(?<=itu)|(?<=tersebut))\s+(?:adalah|ialah|yakni|yaitu|seorang(?:\s+[a-z-]+)?\s+(?:bernama|berinisial))|(?<=perusahaan)(?=\s(?:Haji|Datuk|⟨PER)))\s+(?:(?:Haji|Datuk)\s+)?(?P<who>{{PER}})"
)
# "PT A, yang direktur utamanya Hendrik"; "Teguh, yang juga pemegang saham"
_WHOSE = pattern(
    rf"{{ORG:firm}}\s*,?\s+yang\s+(?P<title>(?i:{TITLE}))nya\s+(?:(?:adalah|ialah|bernama|berinisial)\s+)?(?P<who>{{PER}})"
)
_ALSO = pattern(
    rf"(?P<who>{{PER}}){BESIDE}\s*,\s+yang\s+(?:(?:juga|sekaligus|tercatat|merupakan|adalah|sebagai)\s+){{1,4}}(?P<title>pemilik|pemegang\s+saham(?:\s+(?:mayoritas|terbesar))?|direktur(?:\s+utama)?|komisaris|pengurus)(?=\s*[.,;]|\s+perusahaan\b)"
)
# "Perusahaan itu punya dua pengurus, yaitu Rahmi sebagai direktur"
_IN_IT = pattern(
    rf"(?P<who>{{PER}}){BESIDE}(?:\s*,\s*(?:⟨DUR\d+⟩|\d\d))?\s*,?\s+(?:sebagai|selaku)\s+(?P<title>(?i:(?:direktur|komisaris)(?:\s+(?:utama|operasional|keuangan))?|pemilik|pimpinan|penanggung\s+jawab)|⟨RNK\d+⟩)(?=\s*[,.;]|\s+(?:dan|serta)\b)"
)
_HELD_BY = pattern(
    rf"(?<!\w)(?P<title>(?i:{TITLE}))(?:\s+{{ORG:firm}})?{_SITE}\s+(?:dijabat|dipegang|diduduki|diisi|diemban|ditempati)\s+{DESCRIBED}(?P<who>{{PER}})"
)
# "melalui PT A yang dipimpinnya": the subject runs it.
_HIS_FIRM = pattern(
    r"{ORG:firm}(?:\s*\([^()⟨]{1,16}\))?\s*,?\s+(?:perusahaan\s+)?yang\s+(?P<verb>dipimpin|dikelola|dimiliki|dijalankan)(?:nya|\s+(?:ia|dia)\b)"
)
_LED = pattern(
    rf"(?P<meant>{{ORG}}|\b(?i:perusahaan|P3MI|agensi|kantor|lembaga|LPK|koperasi|biro))(?:\s*\([^()⟨]{{1,16}}\))?(?:\s+(?:itu|tersebut|ini|yang|sendiri)|\s*,){{0,3}}\s+(?P<verb>dipimpin|pimpinan|dikomandoi|dikomandani|dikepalai|dikelola|diketuai|dinakhodai|dimiliki|milik)\s+(?:pada\s+⟨DAT\d+⟩\s+)?{DESCRIBED}(?P<who>{{PER}})(?:{BESIDE}\s+sejak\s+(?P<since>{{DAT}}))?"
)
# "Dipimpin sejak 2019 oleh Aditya, perusahaan itu ..."
_LED_FIRST = pattern(
    rf"^(?P<verb>Dipimpin|Dikelola|Diketuai|Dimiliki)\s+(?:(?:pada|sejak)\s+⟨DAT\d+⟩\s+)?{DESCRIBED}(?P<who>{{PER}}){BESIDE}\s*,\s+(?P<meant>{{ORG}}|(?:perusahaan|lembaga|agensi|P3MI))"
)
# "CV A, perusahaan milik kakak beradik Andi dan Anton"
_BELONGS = pattern(
    rf"(?P<meant>{{ORG}})(?:\s*\([^()⟨]{{1,16}}\))?\s*,\s+(?:sebuah\s+)?(?:perusahaan|agensi|lembaga|P3MI|biro|kantor)(?:\s+[a-z]+){{0,3}}?\s+(?P<verb>milik|dimiliki|kepunyaan|dipimpin|dikelola)\s+(?:kakak\s+beradik\s+|pasangan\s+(?:suami\s+istri\s+)?|suami\s+istri\s+)?{DESCRIBED}(?P<who>{NAMES})"
)
_SHARES = pattern(
    rf"\b(?i:saham)(?:nya)?\b(?:\s+(?:mayoritas|terbesar|pengendali|perusahaan(?:\s+(?:itu|tersebut))?|{{ORG:firm}})){{0,3}}\s+(?:masih\s+|kini\s+)?(?:dipegang|dimiliki|dikuasai|atas\s+nama)(?:\s+oleh)?\s+(?:(?:{KIN}nya|keluarga\s+itu\s+melalui)\s*,?\s+)?(?P<who>{{WHO}})"
    rf"|(?P<who2>{{PER}}){BESIDE}(?:\s*,)?\s+(?:(?:tercatat|diketahui|juga|masih|yang)\s+)*(?:memegang|menguasai|memiliki)\s+(?:\w+\s+persen\s+)?saham\b(?:\s+(?:mayoritas|terbesar|pengendali))?(?:\s+(?:di\s+)?{{ORG:firm2}})?"
)
_STAFF_OF = pattern(
    rf"(?P<who>{{PER}}){BESIDE}(?:\s*,)?\s+(?:(?:yang|adalah|merupakan|sebagai|selaku|seorang|bekerja|menjadi)\s+){{0,3}}(?P<title>{_STAFF})\s+(?:(?:di|pada|dari)\s+)?{{ORG:firm}}"
    rf"|(?<!\w)(?P<title2>(?i:{_STAFF}))\s+(?:(?:di|pada|dari)\s+)?{{ORG:firm2}}\s*(?:,|\s(?:bernama|berinisial|inisial))\s+(?:(?:bernama|berinisial)\s+)?(?P<who2>{{PER}})"
)
_VESSEL = pattern(
    rf"(?P<vessel>{{VES}})(?:(?!⟨(?:PER|INI|VES))[^.;\"“]){{0,60}}?\b(?:milik|dimiliki(?:\s+oleh)?|kepunyaan)\s+{DESCRIBED}(?P<who>{{WHO}})"
    rf"|\b(?i:pemilik)\s+(?P<vessel2>{{VES}})\s*,?\s+{DESCRIBED}(?P<who2>{{PER}})"
)
_PARTNERS = pattern(
    r"(?P<one>{ORG}|\b(?i:perusahaan|lembaga|lpk)(?:\s+(?:itu|tersebut|ini)|(?=\s+yang\s)))(?:(?!⟨ORG|\b(?:tidak|bukan|membantah|akan|belum)\b)[^.;:\"“]){0,60}?\b(?:bekerja\s?sama|bermitra|menggandeng|berafiliasi|kerja\s?sama|bermitra\s+resmi|mitra(?:\s+(?:resmi|usaha|bisnis|kerja))?|menjalin\s+kerja\s?sama|kontrak)\s+(?:dengan\s+)?(?P<two>{ORG})"
)
# "PT A dan agensi Taiwan, Formosa HR, telah bermitra sejak 2021"
_BOTH = pattern(
    r"(?P<one>{ORG})\s+(?:dan|dengan|bersama)\s+(?:(?:agensi|mitra|agen|perusahaan|majikan)(?:nya)?(?:\s+(?:di\s+|asal\s+)?{LOC})?\s*,?\s+)?(?P<two>{ORG})\s*,?\s+(?:(?:telah|sudah|diketahui|memang)\s+)*(?:bermitra|bekerja\s?sama|menjalin\s+(?:kerja\s?sama|kemitraan)|terikat\s+(?:kontrak|kerja\s?sama))(?:\s+sejak\s+(?:tahun\s+)?(?P<since>{DAT}))?"
)
# "Mitra agensi itu di Indonesia ialah PT A"
_PARTNER_IS = pattern(
    r"\b(?i:mitra)(?:nya|\s+(?:agensi|perusahaan|lembaga)\s+(?:itu|tersebut))(?:\s+di\s+{LOC})?\s*(?:,|\s(?:adalah|ialah|bernama|yakni|yaitu))\s+(?P<one>)(?P<two>{ORG})"
)
_ENDED = pattern(
    r"^(?i:hubungan|kerja\s?sama|kemitraan)(?:\s+\w+)?\s+(?:itu|tersebut|keduanya)\s+(?:telah\s+)?(?:diakhiri|berakhir|dihentikan|diputus)\s+(?:pada\s+)?(?P<day>{DAT})"
)
# "PT A yang bergerak di bidang penempatan ABK", "Perusahaan itu merupakan agen penyalur ABK"
_SERVES = pattern(
    r"(?P<meant>{ORG}|\b(?i:perusahaan|agensi|lembaga|LPK)\s+(?:itu|tersebut|ini))(?:\s*\([^()⟨]{1,16}\))?(?:\s*,[a-z\s]{2,30},)?\s*,?\s+(?:(?:yang|juga|diketahui)\s+)*"
    r"(?:bergerak\s+(?:(?:di|dalam|pada)\s+bidang|dalam|sebagai|di)\s+|(?:merupakan|adalah)\s+(?=(?:sebuah\s+)?(?:agen|agensi|biro|perusahaan|penyedia|penyalur)\s+(?:penyalur|pengirim|perekrut|penempatan|jasa|tenaga|pekerja|kerja)))"
    r"(?P<what>[a-z][^.,;:()⟨\"“”]{6,90})"
)
_FORMER = Pattern(
    r"(?i)\b(?:mantan|eks|bekas|calon|bukan(?:\s+lagi)?|mengaku(?:\s+(?:sebagai|selaku))?|menyamar\s+sebagai|pura-pura|palsu)\s+(?:sebagai\s+)?$"
)
_OF_ANOTHER = Pattern(
    rf"(?i)\b(?:{KIN}|pengacara|advokat|kuasa\s+hukum|penasi?e?hat\s+hukum|ajudan|korban|saksi)\s+$"
)
_HEADS = Pattern(
    r"(?i)(?:(?:wakil|plt\.?|pelaksana\s+tugas|pjs\.?|penjabat)\s+)?(?:presiden\s+)?(?:direktur|direktris|dirut|dirop|komut|komisaris|penanggung\s+jawab|pimpinan|pemimpin|pendiri|pengurus|ketua)\b"
)
_POSTS = Pattern(
    r"(?i)(?:wakil\s+)?(?:direktur|direktris|dirut|dirop|komut|komisaris|kepala\s+(?:cabang|kantor|bagian|divisi|operasional|unit|perwakilan)|manajer|general\s+manager|manager|bendahara|sekretaris|penanggung|pimpinan|pemimpin|pendiri|pengurus|pemilik|pemegang|presiden|plt|pelaksana|pjs|penjabat|ketua)\b"
)

# "milik Lia, istri direktur perusahaan, Budi": she is told of already, and he is the head.
_HIS_KIN = Pattern(rf"⟨PER\d+⟩\s*,\s+(?:{KIN})\s+$")


_OF_A_FIRM = Pattern(
    r"(?i)\b(?:tersangka|terdakwa)\b|\b(?i:perusahaan|P3MI|agensi|LPK)\s+(?:itu|tersebut|ini)\b"
)


def find(context: Context) -> None:
    """Claim who heads, owns and serves the companies of body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        if view.names_people:
            for rule in (_HOLDS, _AS, _BEFORE, _HELD_BY, _ITS, _BRACKETED, _WITH, _WHOSE, _ALSO):
                for found in rule.finditer(view.masked):
                    _titled(context, view, found)
            if _OF_A_FIRM.search(view.sentence.text):
                for found in _IN_IT.finditer(view.masked):
                    _titled(context, view, found)
            _led(context, view)
            _owned(context, view)
            _staff(context, view)
        _partners(context, view)
        for found in _SERVES.finditer(view.masked):
            firm = _meant(context, view, found)
            if firm and is_told(context, view, found.start("what")):
                start, end = view.span(found, "what")
                what = context.text[start:end].rstrip()
                voice = context.voice(start)
                span = start, start + len(what)
                context.sink.claim(firm, "service", what, span, voice=voice, confidence=0.8)


_THE_FIRM = Pattern(r"\b(?:perusahaan|perseroan)\b")


def _firm(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the company that a match names or means, or empty."""
    groups = found.groupdict()
    if groups.get("firm"):
        item = view.item(found, "firm")
        return context.registry.of(item) if item is not None and item.cls in FIRMS else ""
    if (groups.get("its") or groups.get("meant") or "").split()[:1] in _CIVIL:
        return _group_before(context, view)
    inside = [i for i in view.within(0, found.start(), Kind.ORG) if i.cls in FIRMS]
    if ids := context.registry.many(inside):
        # "kantor PT A mendapati kuitansi Koperasi B milik komisaris perusahaan, X": which of them?
        return ids[-1] if len(ids) == 1 or not _THE_FIRM.search(found[0]) else ""
    # "Direktur PT A, Imron, dan bendaharanya, Ani": the firm is part of his title.
    for item in reversed(view.within(0, found.start(), Kind.PERSON, Kind.INITIALS)):
        org = context.registry.org_of.get(context.registry.of(item), "")
        if org in context.sink.entities and context.sink.entities[org].cls in FIRMS:
            return org
    return company_before(context, view) or _group_before(context, view)


# What they are no company is called by, unless its name says so.
_CIVIL = (["serikat"], ["yayasan"], ["koperasi"], ["organisasi"], ["perkumpulan"])


def _group_before(context: Context, view: View) -> str:
    """Return the one group, or the one firm called so, of this sentence or the one before."""
    for one in reversed(context.views[max(0, view.sentence.number - 1) : view.sentence.number + 1]):
        groups = [i for i in one.items if i.cls in (*FIRMS, "CivilSocietyOrganization")]
        if ids := context.registry.many(groups):
            return ids[0] if len(ids) == 1 else ""
    return ""


def _printed(context: Context, view: View, found: re.Match[str], group: str) -> str:
    start, end = view.span(found, group)
    last = view.within(*found.span(group))
    end = max([end, *(item.end for item in last)])
    return " ".join(context.text[start:end].split())


def _titled(context: Context, view: View, found: re.Match[str]) -> None:
    for group in ("title", "first"):
        if found.groupdict().get(group):
            _title(context, view, found, group)


def _title(context: Context, view: View, found: re.Match[str], group: str) -> None:
    title, firm = _printed(context, view, found, group), _firm(context, view, found)
    who = context.registry.of(view.item(found, "who"))
    start = found.start(group)
    before = view.masked[:start]
    if not (who and firm and _POSTS.match(title)) or _FORMER.search(before):
        return
    first = view.masked[: min(start, found.start("who"))]
    is_anothers = _OF_ANOTHER.search(first) and not _HIS_KIN.search(first)
    if is_anothers or _FORMER.search(first) or not is_told(context, view, start):
        return
    span = view.span(found)
    if title.casefold().startswith(("pemilik", "pemegang")):
        relation = _state(context, "Ownership", who, firm, span)
    elif _HEADS.match(title):
        relation = _state(context, "Directorship", who, firm, span)
    else:
        relation = _holds(context, view, found, who, (title, firm))
    _dated(context, view, found, relation)


def _holds(
    context: Context, view: View, found: re.Match[str], who: str, post: tuple[str, str]
) -> str:
    """Claim a post below the board, which is a position of its own; return the holding."""
    title, firm = post
    sink, span = context.sink, view.span(found)
    name = sink.entities[firm].caption
    words = title[:1].upper() + title[1:]
    site = view.item(found, "site")
    caption = f"{words} {name}" + (f" di {site.text}" if site is not None else "")
    slug = re.sub(r"\W+", "-", caption.casefold()).strip("-")
    id_ = sink.entity(sink.scoped("post", slug), "Position", caption, span)
    voice = context.voice(span[0])
    sink.claim(id_, "postIn", firm, span, is_object=True, voice=voice, confidence=0.82)
    return _state(context, "PositionHolding", who, id_, span)


def _dated(context: Context, view: View, found: re.Match[str], relation: str) -> None:
    """Claim since when a title is held, and till when."""
    groups = found.groupdict()
    for group, prop in (("since", "startDate"), ("from", "startDate")):
        day = view.item(found, group) if relation and groups.get(group) else None
        if day is not None and day.key:
            context.sink.claim(relation, prop, day.key, (day.start, day.end), confidence=0.85)
    if relation and groups.get("till"):
        context.sink.claim(
            relation, "endDate", groups["till"], view.span(found, "till"), confidence=0.85
        )


def _led(context: Context, view: View) -> None:
    for found in (one for rule in (_RUNS, _HIS_FIRM) for one in rule.finditer(view.masked)):
        item = view.item(found, "firm")
        is_firm = item is not None and item.cls in FIRMS
        if is_firm and is_told(context, view, found.start("verb")):
            cls = "Ownership" if found["verb"] == "dimiliki" else "Directorship"
            for one in subject(context, view, found.start()):
                _state(context, cls, one, context.registry.of(item), view.span(found))
    rules = (_LED, _BELONGS, _LED_FIRST)
    for found in (one for rule in rules for one in rule.finditer(view.masked)):
        people = context.registry.many(view.within(*found.span("who"), Kind.PERSON, Kind.INITIALS))
        firm = _meant(context, view, found)
        is_owner = found["verb"].casefold() in ("dimiliki", "milik", "kepunyaan")
        if firm and is_told(context, view, found.start("verb")):
            for who in people:
                cls = "Ownership" if is_owner else "Directorship"
                relation = _state(context, cls, who, firm, view.span(found))
                _dated(context, view, found, relation)


def _meant(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the company that the head of a match names, or means by ``perusahaan itu``."""
    if not found["meant"].startswith("⟨"):
        return _firm(context, view, found)
    item = view.item(found, "meant")
    return context.registry.of(item) if item is not None and item.cls in FIRMS else ""


def _state(context: Context, cls: str, one: str, other: str, span: tuple[int, int]) -> str:
    """Claim a tie that accuses nobody."""
    return tie(context, cls, one, other, span, alleged=False)


def _owned(context: Context, view: View) -> None:
    for found in _SHARES.finditer(view.masked):
        owner = context.registry.of(view.item(found, "who") or view.item(found, "who2"))
        firm = context.registry.of(view.item(found, "firm2")) or _firm(context, view, found)
        if is_told(context, view, found.start()):
            _state(context, "Ownership", owner, firm, view.span(found))
    for found in _VESSEL.finditer(view.masked):
        name = "" if found["vessel"] else "2"
        vessel, owner = (context.registry.of(view.item(found, g + name)) for g in ("vessel", "who"))
        if is_told(context, view, found.start()):
            _state(context, "Ownership", owner, vessel, view.span(found))


def _staff(context: Context, view: View) -> None:
    for found in _STAFF_OF.finditer(view.masked):
        order = "" if found["title"] else "2"
        item = view.item(found, f"firm{order}")
        who = context.registry.of(view.item(found, f"who{order}"))
        at = found.start(f"title{order}")
        is_firm = item is not None and item.cls in FIRMS
        is_former = _FORMER.search(view.masked[:at])
        if is_firm and not is_former and is_told(context, view, at):
            _state(context, "Membership", who, context.registry.of(item), view.span(found))


def _partners(context: Context, view: View) -> None:
    for found in (
        one for rule in (_PARTNERS, _BOTH, _PARTNER_IS) for one in rule.finditer(view.masked)
    ):
        if found["one"].startswith("⟨"):
            first = view.item(found, "one")
            one = context.registry.of(first) if _trades(first) else ""
        else:
            one = company_before(context, view)
        second = view.item(found, "two")
        other = context.registry.of(second) if _trades(second) else ""
        traders = {context.sink.entities[id_].cls for id_ in (one, other) if id_}
        if traders & _PLACING and is_told(context, view, found.start()):
            link = _state(context, "BusinessLink", one, other, view.span(found))
            _dated(context, view, found, link)
    links = [e.id for e in context.sink.entities.values() if e.cls == "BusinessLink"]
    if len(links) == 1 and (ended := _ENDED.match(view.masked)):
        day = view.item(ended, "day")
        if day is not None and day.key:
            context.sink.claim(links[0], "endDate", day.key, (day.start, day.end), confidence=0.85)


# A school and a training centre that work together do no business in workers.
_PLACING = frozenset({"Company", "PlacementCompany", "ForeignAgency"})


def _trades(item: Item | None) -> bool:
    return item is not None and (item.cls in FIRMS or item.cls in ("University", "Organization"))
