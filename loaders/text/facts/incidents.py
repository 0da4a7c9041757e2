"""Act, means and purpose of a trafficking matter, as alleged (UU 21/2007, article 1).

Owns which words tell of which concept, and who must be told to have done it. Refuses the words
of statutes and advice (``setiap orang yang merekrut``, ``waspadai``), means without an agent or
a victim in the sentence, and any certainty: what is claimed is alleged, and a court's finding is a
verdict.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import deceptions, reality
from loaders.text.facts.cases import case_of
from loaders.text.facts.deeds import NO_PEOPLE
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_SIDES = Pattern(
    r"(?i)\b(?:korban(?:nya)?|para\s+(?:pekerja|pmi|calon|pemuda|perempuan|gadis|remaja)|mereka|sindikat|jaringan|tersangka"
    r"|terdakwa|pelaku|modus(?:nya)?)\b|⟨INI\d+⟩|⟨CNT\d+⟩"
)
# Sentences about what law says, what people should beware of, or what is done against it.
_NOT_TOLD = Pattern(
    r"(?i)\b(?:setiap\s+orang|barang\s*siapa|waspada\w*|imbau\w*|mengimbau|jangan|agar\s+tidak"
    r"|mencegah"
    r"|pencegahan|diancam|ancaman\s+hukuman|pasal|undang-undang|modus\s+(?:yang\s+)?(?:sering|kerap"
    r"|umum|biasa)|biasanya|umumnya|sering|kerap|rentan|risiko|berpotensi|jika|apabila|kalau|rehabilitasi|klien(?:nya)?"
    # What critics hold of the matter is not what it is about.
    r"|aktivis|pengamat|pegiat|LSM|menyoroti|mengkritik|mengecam)\b"
    r"|⟨LAW"
)
# What is kept from people, and by whom; what police take or what is promised is not meant.
_PAPERS = r"(?:paspor|visa|ijazah|KTP|ponsel|telepon\s+genggam|dokumen(?:\s+perjalanan)?)"
_KEEPER = (
    r"\s+(?:oleh\s+)?(?:pihak\s+|sebuah\s+|seorang\s+)?(?:majikan|perusahaan|agen(?:si)?"
    r"|pelaku|bos|perekrut|atasan)"
)
_NOT_THEIRS = Pattern(
    r"(?i)\b(?:polisi|petugas|penyidik|imigrasi|jaksa|restitusi|dijanjikan|iming\S*|nanti|akan|upah\s+(?:tersangka|pelaku|untuk)|tersangka\s+belum)\b"
)
_WORDS: tuple[tuple[str, str, Pattern], ...] = tuple(
    (prop, notation, Pattern(rf"(?i)\b(?:{words})"))
    for prop, notation, words in (
        ("act", "recruitment", r"merekrut|direkrut\b|perekrutan"),
        ("act", "harbouring", rf"menampung{NO_PEOPLE}|ditampung(?!\s+sementara\s+di\s+(?:shelter"
                              r"|rumah\s+aman|asrama))"),
        ("act", "sending", r"memberangkatkan|diberangkatkan|mengirim(?:kan)?\s+(?:para\s+)?"
                           r"(?:⟨CNT|korban|pekerja"
         r"|calon|mereka|C?PMI\b|TKI\b)|menyelundupkan"),
        ("act", "transportation", r"mengangkut\s+(?:⟨CNT|korban|pekerja|calon|mereka|para)|diangkut"
         r"|mengantar(?:kan)?\s+(?:⟨CNT|korban|pekerja|calon|mereka|para)"),
        ("means", "use-of-violence", r"dipukul|dipukuli|disiksa|disetrum|dianiaya|penganiayaan"
                                     r"|penyiksaan"
         r"|kekerasan\s+fisik|ditampar|dicambuk"),
        ("means", "threat-of-violence", r"diancam\s+(?:akan\s+)?(?:dibunuh|disiksa|dipukul|dijual"
         r"|dilukai)|ancaman\s+kekerasan"),
        ("means", "confinement", r"disekap|menyekap|penyekapan|dikurung|mengurung|dikunci"
         r"|dilarang\s+keluar"),
        ("means", "forgery", r"memalsukan|dipalsukan|pemalsuan\s+(?:dokumen|identitas|paspor|KTP"
                             r"|data|usia)"
         r"|(?:paspor|dokumen|KTP|identitas|visa)\s+palsu"),
        ("means", "fraud", r"(?<!dipaksa )(?<!disuruh )menipu|ditipu|tipu\s+muslihat"
                            r"|(?:mem|di)(?:bohongi|perdayai?)\b|dikelabui"
                            r"|mengelabui\s+(?:para\s+)?(?:korban|calon)"
                           r"|penipuan\s+(?:lowongan|kerja)|bujuk\s+rayu"
         r"|tidak\s+sesuai\s+(?:dengan\s+)?(?:yang\s+)?(?:janji|dijanjikan)"),
        ("means", "debt-bondage", r"jeratan\s+utang|penjeratan\s+utang|dijerat\s+utang"
                                  r"|terlilit\s+utang"),
        ("purpose", "forced-labour", r"kerja\s+paksa|dipaksa\s+(?:untuk\s+)?(?:bekerja|menjadi"
                                     r"|(?:melakukan|menjalankan)"
         r"\s+penipuan|menipu)"),
        ("purpose", "exploitation", r"(?:di|meng)?eksploitasi(?!\s+(?:anak|daring|digital"
                                    r"|secara\s+seksual|seksual|prostitusi))"),
        ("purpose", "slavery", r"(?:di)?perbudak(?:an)?\b"),
        ("purpose", "prostitution", r"(?:dipaksa|dijadikan|dipekerjakan"
                                    r"|menjadi)\s+[^.⟨]{0,30}(?:psk"
         r"|pekerja\s+seks|melayani\s+(?:tamu|pria|lelaki))|dilacurkan"),
        ("purpose", "sexual-exploitation", r"dieksploitasi\s+secara\s+seksual"
                                           r"|eksploitasi\s+seksual|(?:memberikan|melakukan|melayani)\s+layanan\s+seks\w*"),
        ("purpose", "organ-removal", r"(?:dijual|diambil|menjual)\s+(?:organ|ginjal)"
                                     r"|jual\s+beli\s+ginjal"
         r"|transplantasi\s+ginjal"),
        ("description", "", rf"{_PAPERS}(?:nya)?(?:\s+(?:mereka|dan|milik|{_PAPERS}"
                            r"|(?:para\s+)?(?:korban|WNI|PMI|pekerja)"
                            r"(?:nya)?|juga|pun)){0,5}\s+(?:ditahan|dirampas|dikuasai|(?:disita|diambil)"
                            rf"(?={_KEEPER}))(?:{_KEEPER})?"
         rf"|(?:disita|dirampas)\s+(?=[a-z ]{{0,20}}{_PAPERS})(?:[a-zA-Z]+\s+){{0,3}}{_PAPERS}"),
        ("description", "", r"(?:gaji|upah)(?:nya)?(?:\s+(?:mereka|juga"
                            r"|(?:para\s+)?(?:korban|pekerja|PMI|ABK))){0,2}\s+"
                            r"(?:(?:tidak|tak|belum)\s+(?:pernah\s+)?(?:dibayar\w*|diberikan|diterima)"
                            r"|dipotong|ditahan)"
         r"|(?:tidak|tak|belum|tanpa)\s+(?:pernah\s+)?(?:menerima\s+|mendapat(?:kan)?\s+|diberi\s+|dibayar\s+)?"
         r"(?:gaji|upah|digaji)\b|penundaan\s+pembayaran\s+gaji"),
    )
)  # fmt: skip


# "Para pekerja itu memakai paspor palsu": what they carry tells not who forged it, or why.
_THEIRS = Pattern(
    r"(?i)\b(?:pekerja(?:\s+migran)?|korban|mereka|c?pmi|tki|tkw|wni|penumpang)(?:\s+(?:ini|itu|tersebut|juga|diduga|ternyata|kedapatan))*\s+"
    r"(?:menggunakan|memakai|berbekal|membawa|mengantongi|memegang)\s+(?:\w+\s+)?$"
)

# "Uang korban ditampung dalam rekening RA": nobody is harboured.
_MONEY = Pattern(r"(?i)\b(?:uang|dana|setoran|transferan|keuntungan|gaji|biaya)\b[^.,;⟨]{0,40}$")
_OTHERS = {"forgery": _THEIRS, "harbouring": _MONEY}


def find(context: Context) -> None:
    """Claim act, means and purpose that body sentences tell of a matter the document is about."""
    deceived = deceptions.told(context)
    for view, turned in deceived:
        _claim(context, view, "means", "fraud", turned)
    for view, debt in deceptions.bound(context):
        _claim(context, view, "means", "debt-bondage", debt)
    if not (deceived or _is_a_matter(context)):
        return
    for view in context.views:
        if view.sentence.role is not Role.BODY or _NOT_TOLD.search(view.masked):
            continue
        if not _SIDES.search(view.masked) or reality.is_groundless(view):
            continue
        for prop, notation, rule in _WORDS:
            found = rule.search(view.masked)
            other = _OTHERS.get(notation)
            if found and other and other.search(view.masked[: found.start()]):
                continue
            if found and _is_told(view, found, notation):
                words = " ".join(context.text[slice(*view.span(found))].split())
                _claim(context, view, prop, notation or words, found)
        _begun(context, view)
        _listed(context, view)


# "diduga terlibat dalam perekrutan, penampungan, hingga pengiriman PMI": in each of these.
_ACT_NOUNS = r"perekrutan|penampungan|pengiriman|pemberangkatan|penyelundupan|pengangkutan"
_ACT = Pattern(rf"(?i){_ACT_NOUNS}")
_ACT_OF = {
    "perekru": "recruitment", "penampu": "harbouring", "pengiri": "sending",
    "pembera": "sending", "penyelu": "sending", "pengang": "transportation",
}  # fmt: skip
_ACTS = Pattern(
    r"(?i)(?<!tidak\s)(?<!tak\s)(?<!bukan\s)\b(?:terlibat|berperan)\s+(?:di\s*)?dalam\s+(?:(?:praktik|kasus|aksi|proses)\s+)?"
    rf"(?P<acts>(?:{_ACT_NOUNS})(?:\s*,?\s+(?:(?:dan|serta|hingga|sampai|maupun)\s+)?(?:{_ACT_NOUNS})){{1,3}})\b"
)


def _listed(context: Context, view: View) -> None:
    for row in _ACTS.finditer(view.masked):
        for act in _ACT.finditer(view.masked, *row.span("acts")):
            _claim(context, view, "act", _ACT_OF[act[0].casefold()[:7]], act)


# "terlibat dalam perekrutan", "terjerumus dalam kerja paksa": it happened.
_INVOLVED = Pattern(
    r"(?i)(?<!tidak\s)(?<!tak\s)(?<!bukan\s)\b(?:terlibat|terjerumus|terjebak|terjerat|berperan|peran\w*)\s+(?:di\s*)?dalam\s+(?:(?:praktik|kasus|aksi|tindak|proses)\s+)?$"
)
# What may be so, what is looked for, and what nobody says of those concerned is no purpose.
_OF_THEM = Pattern(
    r"(?i)\b(?:korban\s+(?:\w+\s+)?|mengalami|menjadi\s+(?:korban|objek)|terjadi(?:nya)?|menderita|untuk"
    r"|tujuan|maksud|dengan\s+cara|dugaan|diduga|praktik)\s+(?:tujuan\s+)?(?:adanya\s+)?$"
)


def _is_told(view: View, found: re.Match[str], notation: str) -> bool:
    """Whether a word for act, means or purpose tells of what is alleged to have been so."""
    before = view.masked[: found.start()]
    is_noun = notation in ("exploitation", "slavery") and found[0][:2].casefold() != "di"
    if is_noun and not _OF_THEM.search(before):
        return False
    if not notation and _NOT_THEIRS.search(view.masked):
        return False
    return bool(_INVOLVED.search(before)) or reality.is_real(view, found.start())


# "Sindikat itu beroperasi sejak 2021"
_DOES = (
    r"(?:beroperasi|beraksi|menjalankan|melancarkan|melakukan|merekrut|memberangkatkan|mengirim(?:kan)?|menampung|menyalurkan|berjalan|berlangsung|terjadi"
    r"|dijalankan|dilakukan)"
)
_SINCE = pattern(
    rf"\b{_DOES}\b(?:(?!⟨(?:DAT|PER|ORG)|\b(?:penyelidikan|pemeriksaan|penyidikan|pengawasan|pemantauan|penundaan|operasi|patroli|pendataan|sosialisasi|koordinasi)\b)[^.;\"“]){{0,70}}?"
    r"\bsejak\s+(?:tahun\s+|bulan\s+|tanggal\s+|sekitar\s+|pertengahan\s+|awal\s+|akhir\s+)*(?P<day>{DAT})"
)


def _begun(context: Context, view: View) -> None:
    """Claim since when those accused did what is alleged, where one day or year is told."""
    id_ = context.only_entity("TraffickingIncident")
    found = _SINCE.search(view.masked) if id_ else None
    day = view.item(found, "day") if found else None
    key = day.key.rstrip("/.") if day else ""
    is_new = "startDate" not in context.sink.told_of(id_)
    if found and key and "/" not in key and is_new and reality.is_real(view, found.start()):
        _claim(context, view, "startDate", key, found)


_ACCUSED = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|terpidana|terduga\s+pelaku|(?:para|kedua|ketiga|keempat)\s+pelaku)\b"
)


_OF_ACCUSED = (
    "LegalStage", "SentenceDemand", "Verdict", "Arrest", "CaseRole", "BrokerRole", "Rescue"
)  # fmt: skip


def _is_a_matter(context: Context) -> bool:
    """Whether the document is about people accused, and names trafficking or its law."""
    classes = {entity.cls for entity in context.sink.entities.values()}
    is_accused = classes.intersection(_OF_ACCUSED)
    counted = {c.value for c in context.sink.claims.values() if c.property == "groupRole"}
    is_accused |= counted & {"suspect", "defendant", "wanted-person", "convict"}
    is_told = is_accused or any(
        view.sentence.role is Role.BODY and _ACCUSED.search(view.masked) for view in context.views
    )
    return bool(is_told) and any(
        item.kind is Kind.TOPIC or item.key.startswith("law:uu-21-2007")
        for item in context.registry_items
    )


def _claim(context: Context, view: View, prop: str, notation: str, found: re.Match[str]) -> None:
    sink = context.sink
    span = view.span(found)
    if context.is_denied(span[0]):
        return
    id_ = sink.scoped("evt", "trafficking-1")
    voice = context.voice(span[0]).as_("alleged")
    if id_ not in sink.entities:
        sink.entity(id_, "TraffickingIncident", "Dugaan perdagangan orang", span)
        case = case_of(context, span)
        sink.claim(id_, "caseOf", case, span, is_object=True, voice=voice, confidence=0.75)
    sink.claim(id_, prop, notation, span, voice=voice, confidence=0.78)
    for person in view.within(0, found.start(), Kind.INITIALS):
        who = context.registry.of(person)
        if who and prop == "act" and _is_subject(view, person.start, found):
            whole = min(person.start, span[0]), max(person.end, span[1])
            sink.claim(id_, "suspectedAgent", who, whole, is_object=True, voice=voice)


# "SW selaku direktur dan NK yang merekrut": what the clause tells is told of NK alone.
_OTHER = Pattern(r"⟨(?:PER|INI|ORG)\d+⟩")
_ROW = Pattern(r"⟨INI\d+⟩(?:\s*\([^)⟨]{0,14}\))?(?:\s*,\s*(?:dan\s+)?|\s+dan\s+|\s+serta\s+)")


def _is_subject(view: View, start: int, found: re.Match[str]) -> bool:
    """Whether an active verb has the person close before it, and nobody else between."""
    is_active = found[0][:2].casefold() == "me"
    at = next(
        (m.start() for m in re.finditer(r"⟨INI", view.masked) if view.offset(m.start()) == start), 0
    )
    while row := _ROW.match(view.masked, at):
        at = row.end()
    is_alone = len(_OTHER.findall(view.masked, at, found.start())) <= 1
    return is_active and is_alone and 0 <= view.offset(found.start()) - start <= 60
