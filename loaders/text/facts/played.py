"""Parts told in any order: ``A mencari korban, B yang menampung``; ``Otaknya adalah C``.

Owns the forms of sentences; the words are in :mod:`loaders.text.facts.parts`, the claim in
:mod:`loaders.text.facts.roles`. Refuses, of a full name whom nothing ties to the matter, verbs that
tell of no crime by themselves.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import clauses, offers, parts, taken_up
from loaders.text.facts.accused import is_accused
from loaders.text.facts.acts import APPOSED, HOLDS, IS_HELD
from loaders.text.facts.involved import candidate, is_involved, tells_of_culprits
from loaders.text.facts.roles import claim_role
from loaders.text.facts.tying import tie
from loaders.text.holdings import FIRMS
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_INNER = (
    r"(?:(?!⟨(?:PER|INI)|\b(?:me|ter(?!sebut\b))[a-z]{4,}|\b(?:bukan|tidak|belum|adalah|ialah|yakni|yaitu|dan"
    r"|serta|sedang|sementara|kepada|oleh)\b)[^.,;:\"“”])"
)
_WHO = (
    rf"{clauses.DESCRIBED}(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|tersangka|terdakwa|bernama|berinisial|inisial)\s+){{0,4}}"
    r"(?P<who>{WHO}(?:\s*(?:\([^()⟨]{0,14}\)\s*)?(?:,\s*(?:dan|serta)?|dan|serta)\s*{PER})*)"
)
_TELLING = r"(?:\s*,\s+(?:menurut|kata|ujar|sebut)\s(?:[^,.⟨;]|⟨[A-Z]{3}\d+⟩){2,40},)?"
# "Otak sindikat ini adalah Rosmini", "Perekrut sebenarnya, menurut saksi, adalah Y"
_NOUN_FIRST = pattern(
    rf"(?:^[\"“]?|[.,;]\s|\b(?:dan|sedangkan|sementara|adapun|bahwa|dari|sebagai|selaku|menyebut(?:kan)?|mengatakan|menduga|ternyata|diketahui|mengungkap(?:kan)?|menjelaskan|yang\s+disebut(?:\s+sebagai)?)\s+)(?P<noun>[A-Za-z]{_INNER}{{3,80}}?){_TELLING}"
    rf"\s*,?\s+(?:tak\s+lain(?:\s+(?:dan\s+)?tak\s+bukan)?(?:\s+(?:adalah|ialah))?|adalah|ialah|yakni|yaitu|diduga(?:\s+kuat)?|diperankan(?:\s+oleh)?|dijalankan(?:\s+oleh)?|(?:diketahui\s+|ternyata\s+)?(?:bernama|berinisial))\s+{_WHO}"
)
# "melibatkan mak comblang bernama Ayi", "istri pengendali jaringan berinisial HT"
_NAMED = pattern(
    r"(?<![a-z])(?P<noun>(?i:calo|sponsor|makelar|perantara|mak\s+comblang|broker|perekrut|penampung|sopir|supir|kurir|penjemput|pengantar|tekong|na(?:k)?hkoda|juru\s+mudi|motoris|pengemudi|pemodal|pendana"
    r"|penyandang\s+dana|koordinator|pengendali|otak|dalang|pemalsu|petugas\s+lapangan|agen\s+lapangan|penyalur|gembong|bandar|bos|(?:ketua|pimpinan|pemimpin|kepala)\s+(?:sindikat|jaringan|komplotan|kelompok))\b(?:\s+(?!(?:yang|dan|serta|untuk|di|ke|kepada|bernama|berinisial)\b|(?:me|di|ter|ber)[a-z]{3,})[a-z-]+){0,4})"
    r"(?:\s+(?:di|asal|dari|ke)\s+⟨(?:LOC|PNT)\d+⟩)?\s*,?\s+(?:yang\s+)?(?:akrab\s+|biasa\s+)?(?:bernama|(?:ber)?inisial|disapa|dipanggil)\s+(?:berinisial\s+)?(?P<who>{PER}(?:\s*(?:\([^()⟨]{0,14}\)\s*)?(?:,\s*(?:dan|serta)?|dan|serta)\s*{PER})*)"
)
# "Seorang lagi yang disebut sebagai pemodal, Daniel, masih diburu"
_CALLED_SO = pattern(
    rf"\b(?:yang\s+)?(?:di(?:sebut|kenal|duga)(?:-sebut)?)\s+sebagai\s+(?P<noun>{_INNER}{{3,60}}?)\s*,\s+(?P<who>{{PER}}){clauses.BESIDE}\s*(?=,)"
)
# "Penjaga ruko itu, Sarno, mengunci pintu": set off between commas, and somebody known.
_SET_OFF = pattern(
    rf"(?:^[\"“]?|[.,;]\s|\b(?:dan|sedangkan|sementara|adapun|bahwa)\s+)(?P<noun>[A-Za-z]{_INNER}{{3,70}}?(?:itu|ini|tersebut|nya|utama(?:nya)?|lainnya|sebenarnya))\s*,\s+"
    rf"(?P<who>{{PER}}{clauses.BESIDE}(?:\s+(?:dan|serta)\s+{{PER}}{clauses.BESIDE})?)\s*(?=[,.])"
)
# "yang memalsukan surat adalah Gatot", "pihak yang memberangkatkan adalah PT A"
_CLEFT = pattern(
    rf"\byang\s+{clauses.HEDGES}{{0,3}}(?:(?:{clauses.MARKER})\s+)?(?P<verb>[a-z](?:(?!⟨(?:PER|INI)|\b(?:bukan|tidak|belum|yang)\b)[^.;:\"“”]){{3,100}}?)\s*,?\s+(?:tak\s+lain(?:\s+(?:adalah|ialah))?|adalah|ialah|yakni|yaitu|(?:diketahui|ternyata|itu)\s+(?:bernama|berinisial))\s+"
    rf"{clauses.DESCRIBED}(?P<who>{{WHO}}(?:{clauses.BESIDE}(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+){{PER}})*)"
)
# "Otaknya ZK, warga Teluk Nibung", "Perekrutnya SL, sedangkan sopirnya MT"
_ITS = pattern(
    r"(?:^[\"“]?|[.;,]\s+)(?:(?i:sedangkan|sementara|adapun|dan)\s+)?(?P<noun>(?i:perekrut|otak|dalang|pemodal|pendana|penyandang\s+dana|penampung|penjemput|pengantar|sopir|tekong|nakhoda|kurir|calo|sponsor|koordinator)nya)"
    r"\s+(?:(?:berinisial|bernama|seorang|si|adalah|ialah)\s+)?(?P<who>{PER})"
)
_ITS_PART = Pattern(r"(?i)\b(?:perekrut|otak|dalang|pemodal|pendana|penampung|tekong|calo)nya\b")
# "Berperan sebagai perekrut ialah Maria"
_MARKED_FIRST = pattern(
    rf"(?i:\b(?:bertindak|berperan|bertugas)\s+(?:sebagai|selaku))\s+(?P<noun>{_INNER}{{3,70}}?)\s*,?\s+(?:adalah|ialah|yakni|yaitu)\s+{clauses.DESCRIBED}(?P<who>{{WHO}})"
)
_BY = pattern(
    r"\b(?P<verb>direkrut|diberangkatkan|dikirim(?:kan)?|dikawal|dilepas|dirayu|dibujuk|ditampung|diinapkan|disekap|dikurung|disembunyikan|dijemput|diangkut|diseberangkan|diselundupkan|diantar(?:kan)?|dinakhodai|ditekongi|dipalsukan"
    r"|diotaki|didalangi|dikendalikan|dikoordinir|dikoordinasi(?:kan)?|didanai|dibiayai|dimodali)\s+"
    rf"(?:(?:umurnya|usianya|identitasnya|dokumennya|langsung|secara\s+\w+|semua)\s+)?(?:(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|bahwa|akan)\b)[^.;:\"“”]){{1,60}}?\b(?=oleh\s))?{clauses.DESCRIBED}(?P<who>{clauses.NAMES})"
)
# "para korban diserahkan kepada Indah untuk ditampung"
_GIVEN = pattern(
    rf"\b(?:diserahkan|dititipkan|diantar(?:kan)?|dibawa)\s+(?:kepada|ke(?:\s+(?:rumah|kediaman))?)\s+{clauses.DESCRIBED}(?P<who>{{PER}}){clauses.BESIDE}\s+untuk\s+(?P<verb>ditampung|diinapkan|disekap)"
)
_MONEY = pattern(
    rf"\b(?i:uang|dana|modal|biaya|pendanaan|ongkos|pengeluaran|pembiayaan|kebutuhan|tiket)\b(?:(?!⟨(?:PER|INI|MON)|\b(?:tidak|bukan|akan|keluarga|setoran|hasil|denda|ganti)\b)[^.;\"“”]){{0,60}}?\b(?:(?:berasal|bersumber|datang|keluar)\s+dari"
    rf"|dikucurkan|digelontorkan|ditanggung|disokong|disuntikkan|disediakan|disiapkan|ditalangi|dibayari|dibayar|dibiayai)\s+(?:(?:kantong|saku|kocek|rekening)\s+)?{clauses.DESCRIBED}(?P<who>{{PER}})"
)
# "Pemalsuan KTP-nya dikerjakan oleh pemilik fotokopi di Wamena, Ruslan"
_NOUN_OF_DEED = pattern(
    rf"(?i:\b(?P<deed>(?:urusan\s+)?(?:pemalsuan|pembuatan|perekrutan|rekrutmen|keberangkatan|perjalanan|penampungan|penjemputan|pengiriman|pemberangkatan|penyeberangan|pendanaan|pembiayaan|pengantaran|pengangkutan)))\b(?!\s+⟨CNT)(?P<rest>(?:(?!⟨(?:PER|INI|CNT)|\b(?:tidak|bukan|akan|belum)\b)[^.;\"“”]){{0,70}}?)\s(?:dilakukan|dikerjakan|dijalankan|ditangani|diatur|diurus|dikendalikan|diotaki|ditanggung|dikelola|(?:diserahkan|dipercayakan|dibebankan)\s+(?:kepada|pada)|menjadi\s+(?:tugas|tanggung\s+jawab|urusan|bagian))\s+{clauses.DESCRIBED}(?P<who>{clauses.NAMES})"
)
_DEEDS = {
    "pemalsuan": "document-forger", "perekrutan": "recruiter", "penampungan": "harbourer",
    "penjemputan": "transporter", "pengiriman": "transporter", "pemberangkatan": "transporter",
    "penyeberangan": "transporter", "pengantaran": "transporter", "pengangkutan": "transporter",
    "rekrutmen": "recruiter", "keberangkatan": "coordinator", "perjalanan": "coordinator",
    "penyelundupan": "transporter", "pendanaan": "financier", "pembiayaan": "financier",
}  # fmt: skip
# "terlibat langsung dalam perekrutan dan penampungan": a part in each.
_DEED_NOUNS = (
    r"(?:perekrutan|rekrutmen|penampungan|penjemputan|pengiriman|pemberangkatan|penyeberangan|pengantaran"
    r"|pengangkutan|penyelundupan|pemalsuan\s+(?:dokumen|identitas|paspor|visa|KTP))"
)
# Money, papers and goods are sent and fetched, too: no people are.
_NO_GOODS = r"(?!\s+(?:uang|dana|barang|dokumen|paspor|paket|tiket|surat|berkas|logistik|pesan)\b)"
_TAKES_PART = pattern(
    rf"\b(?:terlibat(?:\s+(?:langsung|aktif|secara\s+\w+))?\s+dalam|melakukan|menjalankan|mengurusi|menangani|membantu)\s+(?:(?:proses|aksi|praktik|kegiatan|upaya)\s+)?(?P<nouns>{_DEED_NOUNS}(?:(?:\s*,\s*|\s*,?\s+(?:dan|serta|hingga|maupun)\s+){_DEED_NOUNS}){{0,4}})\b{_NO_GOODS}(?!\s+(?:(?:terhadap|atas)\s+)?⟨CNT)"
)
# "RS ditetapkan sebagai tersangka karena merekrut korban": what he is held for is his part.
_HELD_FOR = pattern(
    rf"(?:(?P<who>{clauses.NAMES}){APPOSED}\s*,?\s+(?:yang\s+)?(?:[a-z]+\s+){{0,3}}?{IS_HELD}|{HOLDS}\s+{clauses.DESCRIBED}(?P<who2>{clauses.NAMES}){APPOSED})(?![a-z])(?:(?!\b(?:oleh|setelah|dan|yang)\b)(?:[^.,;⟨\"“]|⟨(?:LOC|PNT|DAT)\d+⟩)){{0,70}}?"
    r"\s(?:karena|lantaran|atas)\s+(?:(?:diduga|terbukti|telah|sudah|ikut|turut|kedapatan|ketahuan|nekat|tuduhan|dugaan|sangkaan)\s+)*(?P<word>(?=me)[a-z])"
)
# "Peran dijalankan RS, mulai dari merekrut, menampung, hingga memberangkatkan korban"
_FROM_TO = pattern(
    rf"\b(?i:ber)?(?i:peran\w*|tugas\w*)\b[^.;⟨]{{0,40}}?\s(?P<who>{clauses.NAMES})\s*,\s+(?:mulai\s+)?dari\s+(?P<told>me[^.;⟨\"“]{{5,120}})"
    rf"|(?P<who2>{clauses.NAMES}){APPOSED}\s*,?\s+(?:[a-z]+\s+){{0,3}}?ber(?:peran|tugas)\s+(?:[a-z]+\s+){{0,3}}?,?\s*(?:mulai\s+)?dari\s+(?P<told2>me[^.;⟨\"“]{{5,120}})"
)
# A man is told of, then named: "seorang pria yang mengantar rombongan, RD (36), dibawa".
_WHO_DID = pattern(
    rf"\b(?:orang|pria|lelaki|laki-laki|perempuan|wanita|sopir|warga|sosok|pelaku|seseorang|⟨CNT\d+⟩|lagi)\s+yang\s+{clauses.HEDGES}{{0,3}}(?:(?:{clauses.MARKER})\s+)?(?P<verb>[a-z](?:(?!⟨(?:PER|INI)|\b(?:bukan|tidak|belum|yang)\b)[^.,;:\"“”]){{3,70}}?)\s*,\s+(?:(?:yakni|yaitu|pria|perempuan|wanita|bernama|berinisial|inisial|seorang)\s+){{0,3}}"
    rf"(?P<who>{clauses.NAMES})(?=\s*[,.]|\s+(?:ikut|turut|juga|di[a-z]{{4,}}|kini|masih)\b)"
)
# "Diduga sebagai pengendali jaringan, pria bernama Zhang dicari"
_FRONTED = pattern(
    rf"^[\"“]?(?i:diduga|disebut|didakwa|berperan|bertindak|dikenal)\s+(?:kuat\s+)?(?:sebagai|menjadi|selaku)\s+(?P<noun>{_INNER}{{3,80}}?),\s+{clauses.DESCRIBED}(?P<who>{{PER}})"
)
# "seorang pria yang diduga menjadi pengurus keberangkatan. Pria tersebut, Irfan,"
_SOMEBODY = pattern(
    rf"\b(?:seorang|seseorang)\s+(?:[a-z]+\s+){{0,3}}?yang\s+{clauses.HEDGES}{{0,3}}(?:(?:{clauses.MARKER})\s+)?(?P<word>[a-z]{{4,}}[^.;\"“”]{{0,80}})$"
)
_THAT_ONE = pattern(
    r"^(?i:pria|perempuan|wanita|lelaki|laki-laki|pelaku|orang|calo|sopir|tersangka|yang\s+bersangkutan)\s+(?:itu|tersebut|ini)?\s*(?:,|(?:diketahui\s+)?(?:bernama|berinisial)|adalah|ialah)\s+(?P<who>{PER})"
)
_OFFICIAL = (
    r"(?:polisi|anggota\s+(?:polri|tni|polisi)|pegawai|petugas|aparat|asn|pns|tni|imigrasi"
    r"|kepala\s+desa|kades|lurah|camat|perangkat\s+desa|jaksa|pejabat|prajurit)"
)
_OFFICER = pattern(
    rf"(?i:\boknum)\s+(?i:{_OFFICIAL}|(?:anggota|pegawai|petugas|staf)\s+⟨ORG\d+⟩)(?:(?!⟨(?:PER|INI)|\b(?:yang\s+me|membantah)\b)[^.;,\"“”]){{0,60}}?\s(?:bernama|(?:ber)?inisial)\s+(?P<who>{{PER}})"
    rf"|(?P<who2>{{PER}}){clauses.BESIDE}\s*,\s+(?:seorang\s+)?oknum\s+{_OFFICIAL}\b"
)
# "Seorang pegawai Imigrasi Batam, Doni (35), didakwa": of the accused alone.
_STAFF = r"pegawai|petugas|anggota|staf|asn|personel"
_SERVANT = pattern(
    rf"(?<![Mm]antan )(?<![Ee]ks )\b(?i:{_STAFF})\s+{{ORG:of}}\s*,\s+(?P<who>{{PER}})"
    rf"|(?P<who2>{{PER}}){clauses.BESIDE}\s*,\s+(?:seorang\s+)?(?:{_STAFF})\s+{{ORG:of2}}"
)
_STATE = frozenset({"LawEnforcementAgency", "PublicBody", "ProtectionOffice", "Ministry"})
_PASSIVES = {
    "direkrut": "recruiter", "dirayu": "recruiter", "dibujuk": "recruiter",
    "ditampung": "harbourer", "diinapkan": "harbourer", "disekap": "harbourer",
    "dikurung": "harbourer", "disembunyikan": "harbourer", "dijemput": "transporter",
    "dibawa": "transporter", "diberangkatkan": "transporter", "dikirim": "transporter",
    "dikirimkan": "transporter", "dikawal": "transporter", "dilepas": "transporter",
    "diangkut": "transporter", "diseberangkan": "transporter", "diselundupkan": "transporter",
    "diantar": "transporter", "diantarkan": "transporter", "dinakhodai": "boat-skipper",
    "ditekongi": "boat-skipper", "dipalsukan": "document-forger", "diotaki": "coordinator",
    "didalangi": "coordinator", "dikendalikan": "coordinator", "dikoordinir": "coordinator",
    "dikoordinasi": "coordinator", "dikoordinasikan": "coordinator", "didanai": "financier",
    "dibiayai": "financier", "dimodali": "financier",
}  # fmt: skip
# What these befell may be anything: a company is run, a boat is steered.
_OF_ANYTHING = frozenset({"dikendalikan", "dikoordinir", "dikoordinasi", "didanai", "dibiayai",
                          "dikoordinasikan", "dimodali", "dinakhodai", "ditekongi"})  # fmt: skip


def find(context: Context) -> None:
    """Claim the parts that body sentences tell; twice, for those whom the first reading ties in."""
    before = len(context.sink.claims)
    _find(context)
    if len(context.sink.claims) > before:
        _find(context)


def _find(context: Context) -> None:
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        taken_up.find(context, view)
        if view.names_people:
            _of_clauses(context, view)
            _inverted(context, view)
            _passive(context, view)
            _told_otherwise(context, view)


# Parts are announced: "Ketiganya punya peran berbeda: Wahab penjemput".
_PARTS_OF = Pattern(r"(?i)\b(?:peran(?:an)?|tugas)(?:nya)?\b[^.;]{0,60}[:,]")


_SHARED_OUT = Pattern(
    r"(?i)\b(?:peran(?:an)?|tugas)(?:nya)?\s(?:[^.;]{0,40}\s)?(?:berbeda|sendiri|masing-masing|berlainan)|\b(?:berbagi|membagi)\s+(?:peran|tugas)"
)


def _of_clauses(context: Context, view: View) -> None:
    first = re.search(r"⟨(?:PER|INI)", view.masked)
    number = view.sentence.number
    before = context.views[number - 1].masked if number else ""
    is_list = bool(first and _PARTS_OF.search(view.masked, 0, first.start()))
    is_list = is_list or _SHARED_OUT.search(before) is not None
    for clause in clauses.of(view):
        is_list = is_list or clause.is_marked
        if not clause.is_own:
            continue
        for at, people in clauses.told(view, clause):
            is_marked = clause.is_marked or is_list or at != clause.head
            # "HW dijemput": what befell him is no part of his.
            is_active = _is_verb_like(view, at)
            told = parts.verb_at(view.masked, at) if is_active else ("", at, False)
            role, end, is_grave = told
            if not role and (clause.is_marked or (is_list and at == clause.head)):
                role, end = parts.noun_at(view.masked, at)
                is_grave = True
            elif not role and _is_apposed(view, clause, at):
                # "Amiruddin, koordinator penyeberangan di Asahan"
                role, end = parts.noun_at(view.masked, at)
                is_grave = role not in _OF_TRADES
            if _ON_COUNT.match(view.masked, end):
                # What is done to a counted group is a relation of its own.
                continue
            if role and (at == clause.head or is_active or is_marked):
                at_words = clause.start, at, end
                _claim(context, view, people, role, at_words, is_grave or is_list)


_ON_COUNT = Pattern(r"(?<=⟩)|\s+(?:sedikitnya\s+|sebanyak\s+|lebih\s+\w+\s+)*⟨CNT")
# Words for trades too, such as drivers: somebody must be tied in for them to tell of a part.
_OF_TRADES = frozenset({"coordinator", "transporter", "company-director", "boat-skipper"})


def _is_apposed(view: View, clause: clauses.Clause, at: int) -> bool:
    """Whether what stands at a position is set off behind a name: ``Amir, perekrut dari Lebak``."""
    behind = view.masked[:at].removesuffix("seorang ").rstrip()
    # "Liu ini pengendali di sana": spoken, and as good as a comma.
    is_behind = behind.endswith((",", "⟩ ini", "⟩ inilah"))
    is_next = _ITS_NEXT.match(view.masked, at) is not None
    is_here = at == clause.head and is_behind and not is_next
    return is_here and not view.masked.startswith("direktur", at)


# "Perekrutnya SL, sopirnya MT": the noun is of whom it stands before.
_ITS_NEXT = Pattern(r"[a-z]+nya\s+⟨(?:PER|INI)")


def _is_verb_like(view: View, at: int) -> bool:
    return view.masked.startswith("me", at)


# "mengantar korban tanpa tahu tujuan mereka": who did not know played no part.
_UNKNOWING = Pattern(
    r"(?i)\b(?:tanpa|tidak|tak)\s+(?:pernah\s+)?(?:tahu|mengetahui|menyadari|sadar)\b"
)
_WARNING = Pattern(r"(?i)\b(?:waspada\w*|hati-hati|berhati-hati|jangan\s+\w+|imbau\w*|mengimbau)\b")


def _claim(
    context: Context,
    view: View,
    people: tuple[Item, ...] | list[Item],
    role: str,
    at: tuple[int, int, int],
    is_grave: bool,
) -> None:
    """Claim a part of people, told from a masked position to another, its word in between."""
    start, word, end = at
    if not offers.may_be_told(view, word) or context.is_denied(view.offset(word)):
        return
    if _UNKNOWING.search(view.masked, word) or _WARNING.search(view.masked):
        return
    for item in people:
        id_ = candidate(context, item)
        if not id_ or not (is_grave or _is_bound(context, view, item, id_)):
            continue
        span = min(view.offset(start), item.start), max(item.end, view.offset(end))
        claim_role(context, id_, role, span, context.voice(item.start).as_("alleged"))


# "Marten, saudara korban, mengantar keluarga": he is on their side.
_OF_VICTIMS = Pattern(
    rf"(?:\s*\([^)]{{0,16}}\))?\s*,\s+(?:\w+\s+)?(?:{KIN}|pengacara|kuasa\s+hukum|relawan|pendamping)\s+(?:\w+\s+)?(?:dari\s+)?(?:para\s+)?korban\b"
)


def _is_bound(context: Context, view: View, item: Item, id_: str) -> bool:
    """Whether a plain verb tells of a part: letters are of the accused, a name must be tied in."""
    if is_involved(context, id_) or item.kind is Kind.INITIALS:
        return True
    if _OF_VICTIMS.match(context.text, item.end):
        return False
    beside = context.registry.many(view.within(0, len(view.masked), Kind.PERSON, Kind.INITIALS))
    is_beside_one = any(is_involved(context, one) for one in beside if one != id_)
    return is_beside_one or tells_of_culprits(context, view)


def _inverted(context: Context, view: View) -> None:
    for rule in (
        _NOUN_FIRST,
        _NAMED,
        _ITS,
        _SET_OFF,
        _CALLED_SO,
        _MARKED_FIRST,
        _FRONTED,
        _CALO_WHO,
        _TITLED,
    ):
        for found in rule.finditer(view.masked):
            role, _ = parts.noun_at(view.masked, _noun_start(view, found))
            # "sopirnya Markus" of a governor: a trade is a part beside other parts only.
            is_trade = rule is _ITS and role in _OF_TRADES and not _ITS_PART.search(view.masked)
            if role and role != "company-director" and not is_trade:
                _claim_of(context, view, found, role)
    clefts = (one for rule in (_CLEFT, _WHO_DID) for one in rule.finditer(view.masked))
    for found in clefts:
        at = found.start("verb")
        role, _, _ = parts.verb_at(view.masked, at)
        if not role:
            role, _ = parts.noun_at(view.masked, at)
        role = role or _BARE.get(view.masked[at : found.end("verb")].split()[0], "")
        if role:
            _claim_of(context, view, found, role)


# "Komplotan ini dipimpin Ridwan", "Sosok di balik jaringan ini tak lain Samsul"
_NET_LED = pattern(
    rf"(?i:\b(?:komplotan|jaringan|sindikat|kelompok|operasi|bisnis|geng|mafia|praktik|aksi))\b(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|bukan|yang)\b)[^.;:\"“”]){{0,60}}?\b(?:dipimpin|diketuai|dikomandoi|dijalankan|digerakkan|dikendalikan|diotaki|didalangi)\s+{clauses.DESCRIBED}(?P<who>{{PER}})"
    rf"|(?i:\b(?:sosok|orang|aktor|pria|perempuan|otak|dalang)\s+di\s+(?:balik|belakang))(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|bukan)\b)[^.;:\"“”]){{0,60}}?\s(?:adalah|ialah|tak\s+lain(?:\s+adalah)?|yakni|bernama|berinisial)\s+{clauses.DESCRIBED}(?P<who2>{{PER}})"
)
# "Surat kerja palsu itu dibuat oleh Bambang"
_FAKED = pattern(
    rf"\bpalsu\b(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|bukan|belum|akan)\b)[^.;:,\"“”]){{0,40}}?\b(?:dibuat(?:kan)?|dicetak|dikerjakan|disiapkan|diterbitkan|diperoleh\s+dari|dipesan\s+dari|buatan|bikinan)\s+{clauses.DESCRIBED}(?P<who>{{PER}})"
)
# "tugas merekrut dipegang Mulyadi"
_TASK_OF = pattern(
    rf"\b(?i:tugas|urusan|bagian|peran)\s+(?P<word>[a-z]{{4,}}(?:(?!⟨(?:PER|INI))[^.,;:\"“”]){{0,40}}?)\s+(?:dipegang|dijalankan|dilakukan|diemban|dikerjakan|diserahkan\s+kepada|dipercayakan\s+kepada|oleh)\s+{clauses.DESCRIBED}(?P<who>{{PER}})"
)
# "calo Sutrimo", "nakhoda Andi"
_TITLED = pattern(
    r"(?<![a-z])(?P<noun>(?i:calo|sponsor|makelar|perekrut|tekong|nakhoda|nahkoda|juru\s+mudi|muncikari))\s+(?P<who>{PER})"
)
# "Veronika, yang rumahnya dipakai menampung para calon"
_HIS_HOUSE = pattern(
    rf"(?:(?P<who>{{PER}}){clauses.BESIDE}\s*,?\s+yang\s+(?:rumah|kontrakan|ruko|gudang|kos|kediaman)nya|\b(?i:rumah|kontrakan|ruko|gudang|kos|kediaman)\s+(?:milik\s+)?(?P<who2>{{PER}}){clauses.BESIDE})\s+(?:dipakai|dijadikan|digunakan|disewakan|difungsikan)\s+(?:untuk\s+|sebagai\s+|menjadi\s+)?(?:menampung|menyekap|menginapkan|(?:tempat\s+)?penampungan|tempat\s+(?:menampung|menginap|transit)|lokasi\s+(?:transit|penampungan))"
)
# "calo yang membawa keempat remaja itu adalah Fransiska"
_CALO_WHO = pattern(
    rf"\b(?P<noun>(?i:calo|sponsor|makelar|perekrut|agen|petugas\s+lapangan|sopir|tekong|kurir))\s+yang\s(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|bukan|belum|mengaku)\b)[^.;:\"“”]){{3,70}}?\s(?:adalah|ialah|bernama|berinisial|yakni|yaitu)\s+{clauses.DESCRIBED}(?P<who>{{PER}})"
)
# "Oleh Yanti, korban dibawa ke sebuah kos"
_BY_FIRST = pattern(
    rf"(?:^|[.;]\s+|,\s+)[\"“]?[Oo]leh\s+{clauses.DESCRIBED}(?P<who>{{PER}}){clauses.BESIDE}\s*,\s+(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.,;:\"“”]){{2,50}}?\b(?P<verb>dibawa|direkrut|ditampung|diinapkan|disekap|dijemput|diangkut|diseberangkan|diantar(?:kan)?|dipalsukan)\b"
)
# "pihak yang memberangkatkan adalah PT A": the people need not be told.
_BARE = {
    "memberangkatkan": "transporter", "mengirim": "transporter", "menjemput": "transporter",
    "mengantar": "transporter", "merekrut": "recruiter", "menampung": "harbourer",
}  # fmt: skip


def _noun_start(view: View, found: re.Match[str]) -> int:
    """Return where the noun begins behind ``seorang`` and its like."""
    lead = _LEAD.match(view.masked, found.start("noun"))
    return lead.end() if lead else found.start("noun")


_LEAD = Pattern(
    r"(?i)(?:(?:adapun|sementara|sedangkan|seorang|sang|si|para|sosok|orang|salah\s+(?:satu|seorang)|satu|dua|itu)\s+)*"
)


def _claim_of(context: Context, view: View, found: re.Match[str], role: str) -> None:
    items = view.within(found.start("who"), found.end("who"))
    row = view.within(found.start("who"), len(view.masked), Kind.PERSON, Kind.INITIALS)
    # "Keduanya yang diduga perekrut adalah SN asal Desa A, dan MU asal Desa B"
    if len(set(context.registry.many(row))) == taken_up.size_of(view.masked):
        items = row
    at = found.start("noun" if "noun" in found.re.groupindex else "verb")
    people = [item for item in items if item.kind in (Kind.PERSON, Kind.INITIALS)]
    _claim(context, view, people, role, (at, at, found.end()), is_grave=True)
    firms = [item for item in items if item.kind is Kind.ORG and item.cls in FIRMS]
    if firms and role in ("recruiter", "transporter") and offers.may_be_told(view, at):
        span = view.span(found)
        if id_ := context.registry.of(firms[0]):
            claim_role(context, id_, role, span, context.voice(span[0]).as_("alleged"))


# "Tersangka RS ditangkap ketika ia dijemput YT": who fetches the accused carries nobody off.
_OF_THE_ACCUSED = pattern(
    r"\b(?i:tersangka|terdakwa|pelaku)\s+(?:{PER}(?:[^.;⟨]|⟨(?:LOC|PNT|ORG|DAT)\d+⟩){0,70}\b(?:ketika|saat|usai|setelah)\s+)?(?:(?:ia|dia|itu|tersebut)\s+)?(?:(?:hendak|akan|sempat|kemudian|lalu|tengah|sedang)\s+)*$"
)
# "Uang itu dikirim seorang warga bernama Chen": no people were.
_OF_THINGS = Pattern(
    r"(?i)\b(?:uang|duit|dana|biaya|upah|gaji|imbalan|komisi|tiket|paspor|visa|dokumen|barang|paket)(?:nya)?\s+(?:(?!korban\b)\w+,?\s+){0,3}$"
)


def _passive(context: Context, view: View) -> None:
    for rule in (_BY, _GIVEN, _BY_FIRST):
        for found in rule.finditer(view.masked):
            role = _PASSIVES[found["verb"]]
            items = view.within(found.start("who"), found.end("who"))
            before = view.masked[: found.start("verb")]
            if _OF_THE_ACCUSED.search(before):
                continue
            if role == "transporter" and _OF_THINGS.search(before):
                continue
            at = found.start(), found.start(), found.end()
            is_grave = rule is _GIVEN or found["verb"] not in _OF_ANYTHING
            _claim(context, view, items, role, at, is_grave)
    for rule, role in ((_NET_LED, "coordinator"), (_FAKED, "document-forger")):
        for found in rule.finditer(view.masked):
            items = view.within(*found.span("who" if found["who"] else "who2"))
            at = found.start(), found.start(), found.end()
            _claim(context, view, items, role, at, is_grave=True)
    for found in _HIS_HOUSE.finditer(view.masked):
        items = view.within(*found.span("who" if found["who"] else "who2"))
        at = found.start(), found.start(), found.end()
        _claim(context, view, items, "harbourer", at, is_grave=False)
    for found in _MONEY.finditer(view.masked):
        items = view.within(found.start("who"), found.end("who"))
        _claim(
            context, view, items, "financier", (found.start(), found.start(), found.end()), False
        )


def _told_otherwise(context: Context, view: View) -> None:
    """Read nouns for deeds, officers called ``oknum``, and who is named a sentence later."""
    for found in _NOUN_OF_DEED.finditer(view.masked):
        deed = found["deed"].casefold().split()[-1]
        role = _DEEDS.get(deed, "document-forger" if "palsu" in found["rest"] else "")
        items = view.within(*found.span("who"))
        if role:
            _claim(context, view, items, role, (found.start(), found.start(), found.end()), False)
    for found in _TAKES_PART.finditer(view.masked):
        _takes_part(context, view, found)
    _held_for(context, view)
    for found in _TASK_OF.finditer(view.masked):
        role = parts.role_at(view.masked, found.start("word"))[0]
        if role:
            at = found.start(), found.start(), found.end()
            _claim(context, view, view.within(*found.span("who")), role, at, is_grave=True)
    for found in _OFFICER.finditer(view.masked):
        items = view.within(*found.span("who" if found["who"] else "who2"))
        at = found.start(), found.start(), found.end()
        _claim(context, view, items, "official-involved", at, is_grave=True)
    for found in _SERVANT.finditer(view.masked):
        _serves(context, view, found)
    number = view.sentence.number
    told = _THAT_ONE.match(view.masked)
    before = (
        _SOMEBODY.search(context.views[number - 1].masked.rstrip(" .")) if told and number else None
    )
    if told and before:
        line = context.views[number - 1]
        role, _, _ = parts.verb_at(line.masked, before.start("word"))
        role = role or parts.noun_at(line.masked, before.start("word"))[0]
        if role and offers.may_be_told(line, before.start("word")):
            items = view.within(*told.span("who"))
            _claim(context, view, items, role, (0, told.start("who"), told.end()), is_grave=True)


def _held_for(context: Context, view: View) -> None:
    """Claim the parts for which somebody is held, and those in a row "from ... to ..."."""
    for found in _HELD_FOR.finditer(view.masked):
        at = found.start("word")
        role, end, _ = parts.verb_at(view.masked, at)
        if role and not _ON_COUNT.match(view.masked, end):
            items = view.within(*found.span("who" if found["who"] else "who2"))
            _claim(context, view, items, role, (found.start(), at, end), is_grave=True)
    for found in _FROM_TO.finditer(view.masked):
        name = "" if found["who"] else "2"
        told = re.sub(r"\bhingga\b", ",", found[f"told{name}"])
        words = found.start(), found.start(f"told{name}"), found.end()
        for role in parts.roles_in(told):
            items = view.within(*found.span(f"who{name}"))
            _claim(context, view, items, role, words, is_grave=True)


_NOUN = Pattern(r"pe\w+an|rekrutmen")


def _takes_part(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim the parts whose deeds stand in a row as nouns: of their subject, if accused."""
    at = found.start()
    ids = [one for one in offers.actors(context, view, at) if is_accused(context, one)]
    if not ids or not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    span = view.span(found)
    for noun in _NOUN.findall(found["nouns"]):
        for one in ids if noun in _DEEDS else ():
            claim_role(context, one, _DEEDS[noun], span, context.voice(span[0]).as_("alleged"))


def _serves(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim the office that somebody accused serves in, and that an officer took part."""
    of = view.item(found, "of" if found["who"] else "of2")
    who = context.registry.of(view.item(found, "who" if found["who"] else "who2"))
    if of is None or of.cls not in _STATE or not who or not is_accused(context, who):
        return
    span = view.span(found)
    tie(context, "Membership", who, context.registry.of(of), span, alleged=False)
    claim_role(context, who, "official-involved", span, context.voice(span[0]).as_("alleged"))
