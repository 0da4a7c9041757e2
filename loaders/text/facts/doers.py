"""Who did it: the agencies that are the subject of an active verb, or stand behind a passive one.

Owns what may stand between an agency and its verb: places, days, partners, who led it. Refuses the
agent of another verb, and companies where an officer could be meant.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import helpers
from loaders.text.facts.modality import is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

# Words for the officers of an agency: "aparat Polsek X", "tim gabungan Polres Y".
TEAM = (
    r"(?:(?:(?i:tim|petugas|jajaran|aparat|anggota|penyidik|personel|gabungan|pasukan|prajurit|polisi|kepolisian|satuan|unit|regu|patroli|khusus"
    r"|buser|opsnal|jaksa|pengawas)|dari|Resmob|Opsnal|Buser|Tabur|Intelijen|Patroli|Sat[a-z]{3,}|Subdit|Reskrim|Jatanras|Tekab|Intel|PPA|TPPO)\s+)*"
)
"""Pattern of the words before an agency's name that say who of it acted; may be empty."""
_ROW = (
    r"{ORG}(?:\s*\([^)⟨]*\))?(?:\s*(?:,\s*(?:dan|serta|bersama)?|dan|serta|bersama(?:\s+dengan)?)\s+"
    + TEAM
    + r"{ORG}(?:\s*\([^)⟨]*\))?)*"
)
# "Polda Riau yang menerima laporan keluarga korban menangkap": the clause between has its verb.
_OWNER = Pattern(
    r"⟨ORG\d+⟩\s*(?:\([^)⟨]{1,20}\)\s*)?,?\s+yang\s+(?:(?:\w+\s+)?|(?:\w+\s+)?me\w+\b(?:[^⟨.;\"“]|⟨CNT\d+⟩(?=[^.;⟨]{0,40}\s(?:dan|serta|sekaligus)\s+(?:\w+\s+)?$)){0,70}\s|(?:\w+\s+)?ber\w+\s(?:[^⟨.;,\"“]{0,50}\s)?)$"
)
_OWN = Pattern(
    r"(?i)\b(?:pihaknya|jajarannya|anggotanya|timnya|kami|(?P<office>(?:lembaga|instansi|kementerian|institusi|kantor|kampus|dinas|balai)nya))\b"
)
# "Ditreskrimsus Polda Kepri, Senin (17/2/2025), menahan", "Polres Nunukan, Kalimantan Utara, ...".
_WHEN_WHERE = (
    r"(?:(?:(?:pada|di|hari|tanggal|sekitar|sekira|wilayah)\s+)*⟨(?:DAT|LOC|PNT)\d+⟩(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam|lalu|kemarin))?"
    r"(?:\s*\([^)⟨]{0,20}\))?(?:,?\s+(?:(?:sekitar|sekira)\s+)?(?:pukul|pkl\.?|jam)\s+[\d.:]{1,5}(?:\s+(?:WIB|WITA|Wita|WIT))?)?)"
)
_ADJUNCT = Pattern(
    rf"\s*,\s+{_WHEN_WHERE}(?:\s*,\s+{_WHEN_WHERE}){{0,3}}\s*,(?=\s)|\s+(?:pada|hari|di)\s+{_WHEN_WHERE}(?:\s*,\s*⟨(?:LOC|PNT)\d+⟩){{0,3}}\s*,?(?=\s)"
    r"|(?<=⟩)(?:\s*\([^)⟨]{1,20}\))?\s+⟨PNT\d+⟩(?=\s*,|(?:\s+(?:telah|sudah|berhasil|kembali))*\s*$)"
    r"|\s*,?\s+(?:pada\s+)?⟨DAT\d+⟩(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam|lalu))?\s*,?(?=(?:\s+(?:telah|sudah|berhasil|kembali))*\s*$)"
    # "BP2MI Pontianak, Kalimantan Barat menggagalkan": no comma closes where it is.
    r"|(?<=⟩)(?:\s*\([^)⟨]{1,20}\))?\s*,\s+⟨LOC\d+⟩(?:\s*,\s+⟨LOC\d+⟩)?(?=(?:\s+(?:telah|sudah|berhasil|kembali))*\s*$)"
    r"|\s*,?\s+(?:yang\s+)?dipimpin(?:\s+(?:langsung|oleh)){0,2}\s+⟨PER\d+⟩\s*,?(?=\s)"
    r"|\s*,\s+(?:atas|berdasarkan|berbekal|dengan|melalui|lewat|didampingi|berkat)\s(?:[^.;,⟨\"“]|⟨(?:ORG|VES|LOC)\d+⟩){3,60},(?=\s)"
    # "Kemenko Polkam melalui Deputi Bidang Koordinasi (Kamtibmas) menggelar": its own office.
    r"|\s+(?:melalui|lewat)\s+(?:⟨POS\d+⟩|[A-Z]\w+)(?:\s+(?:[A-Z][\w&-]*|dan|⟨(?:ORG|TOP)\d+⟩)){0,10}(?:\s*\([^)]{1,20}\))?(?=\s)"
    r"|\s+(?:melalui|lewat|menggunakan|dengan)\s+(?:kapal\s+|speedboat\s+)?(?:⟨VES\d+⟩|[Tt]im\s+[A-Z]\w+(?:\s+⟨ORG\d+⟩)?(?:\s*\([^)⟨]{1,20}\))?)(?=\s)"
)
# "Pemkab Kendal melalui Dinas Pemberdayaan Desa (DPMD) menggelar": an office that no list knows.
_THROUGH = Pattern(
    r"(?<=⟩)\s+(?:melalui|lewat)\s+(?:Dinas|Badan|Bidang|Bagian|Satuan|Kantor|UPTD?)\s[^⟨.;\"“]{3,140}(?=\s$)"
)
# "Tim gabungan Lanal Nunukan, Imigrasi, dan BP3MI": whom no list knows stands in the row.
_UNLISTED = Pattern(r"(?<=⟩),\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?(?=\s*,?\s+(?:dan|serta)\s+⟨ORG)")
# "BP3MI Jawa Barat dan Kementerian Tenaga Kerja (Kemenaker)": only the short name is known.
_SPELLED_OUT = Pattern(
    r"(?:(?<=\bdan\s)|(?<=\bserta\s)|(?<=⟩,\s))(?:[A-Z]\w+\s+){2,6}\((⟨ORG\d+⟩)\)"
)
# "Menindaklanjuti laporan KJRI Johor Bahru, Polda Jatim menjemput": who reported did nothing.
_FRONTED = Pattern(
    r"^[\"“]?(?:Menindaklanjuti|Berdasarkan|Berbekal|Atas|Setelah|Usai|Seusai|Mendapat(?:kan)?|Menerima|Berkat|Menyusul|Merespons|Menanggapi|Bermula|Berawal)\b[^.;\"“]{3,120}?,(?=\s+(?:pada\s+⟨DAT\d+⟩\s*,?\s+)?"
    rf"{TEAM}⟨ORG)"
    # "Kapolres mengatakan pada Jumat, 1 November, sekira pukul 17.00, Satgas mengamankan".
    rf"|^⟨PER\d+⟩\s+(?:{VERB})\b(?:[^.;:⟨\"“]|\.(?=\d)|⟨DAT\d+⟩){{0,80}},(?=\s+{TEAM}⟨ORG)"
)
_JOINED = Pattern(
    r"((?:⟨ORG\d+⟩(?:\s*\([^)]*\))?\s*(?:,\s*(?:dan|serta|bersama(?:\s+dengan)?)?|dan|serta"
    r"|bersama(?:\s+dengan)?|dengan|&|melalui)?\s*"
    rf"(?:{TEAM}(?=⟨ORG))?)+)(?P<gap>[^⟨]*)$"
)
# "Tim gabungan dari KP2MI dan Polda X": it is they who act.
_GOVERNED = Pattern(
    r"\b(?:di|ke|kepada|pada|oleh|(?<!tim\s)(?<!gabungan\s)(?<!petugas\s)(?<!personel\s)(?<!anggota\s)(?<!penyidik\s)dari)\s+$"
)
_ORG = Pattern(r"⟨ORG(\d+)⟩")
# "Polres X menyatakan telah menangkap": who says so did it; "Polres X, yang mendapat kabar, ...".
_SAYS_IT = Pattern(
    r"(?<=⟩)\s+(?:menyatakan|mengatakan|menyebut|mengaku|mengklaim|menyampaikan|menginformasikan|mengumumkan|mengonfirmasi)\s+(?=(?:telah|sudah|berhasil)\s)"
    r"|(?<=⟩),\s+yang\s(?:[^.;,\"“]){3,110},(?=\s)"
)
# "Polres X dibantu BP3MI menggerebek": who helped is no subject.
_HELPED = pattern(rf"(?:{helpers.HELP}|{helpers.ABROAD}),?(?=\s)")
_WITH = pattern(
    r"^[\"“]?Bersama(?:-sama)?(?:\s+dengan)?\s+" + TEAM + r"(?P<orgs>" + _ROW + r")\s*,\s"
)


def agents_before(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the organisations that are the subject of an active verb at a position."""
    before = _HELPED.sub(_blank, _FRONTED.sub(_blank, view.masked[:at], count=1))
    before = _THROUGH.sub(_blank, _SAYS_IT.sub(_blank, before))
    before = _UNLISTED.sub(_blank, _ADJUNCT.sub(_blank, _SPELLED_OUT.sub(_short_name, before)))
    start = max(before.rfind(mark) for mark in (";", "“", '"', " bahwa ", " yang "))
    owner = _OWNER.search(before)
    if owner:
        # "mengapresiasi Polda Riau yang menggagalkan": the relative clause has its subject before.
        items = view.within(owner.start(), owner.end(), Kind.ORG)
        return [(i, id_) for i in items if (id_ := context.registry.of(i))]
    # "KBRI Phnom Penh bersama Kepolisian Nasional Kamboja": a partner that no list knows.
    clause = _ASKED.sub(_blank, _PARTNER.sub(_blank, before[start + 1 :]))
    joined = _JOINED.search(clause)
    if joined is None or _SECOND_VERB.search(joined["gap"]):
        return _of_first_verb(context, view, start + 1, clause)
    if _GOVERNED.search(clause[: joined.start()]):
        return []
    gap = re.sub(r"\s+", " ", joined["gap"])
    if len(gap) > 90 or re.search(
        r"\b(?:me[mn]\w+kan|men\w+i|mengatakan|terhadap|oleh|kepada|korban|dari|di)\b",
        gap.replace("berhasil", ""),
    ):
        return []
    is_apposed = False
    if "," in joined[1].rstrip(" ,") and not re.search(
        r"\b(?:dan|serta|bersama|dengan)\b|&", joined[1]
    ):
        # "Polres Karimun, Polda Kepri, menggagalkan": the second names whose office the first is.
        is_apposed = True
    named = [view.item_number(int(number)) for number in _ORG.findall(joined[1])]
    items = [i for i in named if i.cls != "MediaOrganization" and context.registry.of(i)]
    made = [(item, context.registry.of(item)) for item in (items[:1] if is_apposed else items)]
    return [*_partners(context, view, start + 1 + joined.start(1)), *made] if made else []


# "Atas permintaan KP2MI, Komdigi menurunkan": who asked for it did not do it.
_ASKED = Pattern(
    r"(?i)\b(?:atas|menyusul|berdasarkan|menindaklanjuti)\s+(?:permintaan|permohonan|rekomendasi|usulan?|laporan|aduan|surat)\s+"
    r"(?:resmi\s+)?(?:dari\s+)?⟨(?:ORG|PER)\d+⟩\s*,"
)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _short_name(found: re.Match[str]) -> str:
    return found[1].rjust(len(found[0]) - 1) + " "


def _partners(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return who is named first: ``Bersama BP3MI NTB, personel Polsek X menghalangi``."""
    found = _WITH.match(view.masked)
    if found is None or found.end() > at:
        return []
    items = view.within(found.start("orgs"), found.end("orgs"), Kind.ORG)
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


_PARTNER = Pattern(
    r"(?<=⟩)\s+bersama(?:\s+dengan)?\s+(?:[A-Z]\w+\s+){1,4}(?:⟨LOC\d+⟩\s+)?(?!⟨|dan\b|serta\b)"
)
# "Polda NTT mengungkap jaringan itu dan menangkap dua orang": one subject, two verbs.
_SECOND_VERB = Pattern(
    r"\bme\w+\b.*\b(?:dan|serta|lalu|kemudian|dengan|saat|ketika|setelah|usai|sambil|seraya|sekaligus)\s+(?:\w+\s+){0,2}$"
)
_FIRST_SUBJECT = pattern(
    r"^\s*(?:[^⟨]{0,40}(?:⟨LOC\d+⟩[^⟨]{0,20}){0,2}(?:⟨ORG\d+⟩)?[^⟨]{0,6}\s[-–—]+\s+)?"
    r"(?:(?:Satuan\s+Tugas|Satgas|Tim|Jajaran|Anggota|Petugas|Personel|Aparat|Penyidik|Unit)\b[^⟨.,]{0,30}(?:⟨TOP\d+⟩\s*(?:\([^)]*\)\s*)?)?)?(?P<who>{ORG}(?:\s*(?:,\s*dan|dan|bersama)\s*{ORG})*)"
    r"(?:\s*\([^)]*\))?\s+(?:\w+\s+){0,2}?me\w+\b(?:(?!⟨(?:ORG|PER|INI)|\bbahwa\b)[^.;\"“])*\b(?:dan|serta|lalu|kemudian|dengan|saat|ketika|setelah|usai|sambil|seraya|sekaligus)\s+(?:\w+\s+){0,2}$"
)


def _of_first_verb(context: Context, view: View, start: int, clause: str) -> list[tuple[Item, str]]:
    """Return the organisation that is the subject of the verb to which this one is joined."""
    found = _FIRST_SUBJECT.match(clause)
    if found is None or start:
        return []
    items = view.within(found.start("who"), found.end("who"), Kind.ORG)
    items = [item for item in items if item.cls not in ("MediaOrganization", "Company")]
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]


# "dibekuk Tim Puma": the agent may follow a passive verb without "oleh".
_BY_BARE = pattern(
    rf"\s+(?:(?:paksa|tangan|langsung|kembali|juga)\s+)?(?!dari\b){TEAM}(?P<orgs>{_ROW})"
)
_BY = pattern(
    r"\b(?:oleh|berkat\s+(?:kesigapan|kejelian|kewaspadaan|ketelitian|kecermatan|patroli|operasi|razia))\s+"
    rf"{TEAM}(?P<orgs>{_ROW})"
)
# "terjaring operasi Imigrasi Jakarta Utara", "ditangkap dalam razia gabungan Polres X dan Y".
_IN_DEED = pattern(
    r"\b(?:operasi|razia|patroli|pengge?rebe[gk]k?an|penyergapan|sidak|inspeksi\s+mendadak|operasi\s+tangkap\s+tangan)\s+"
    rf"(?:(?:gabungan|rutin|laut|mendadak|senyap|terpadu|skala\s+besar|keimigrasian|yang\s+digelar|yang\s+dilakukan|oleh)\s+){{0,3}}{TEAM}(?P<orgs>{_ROW})"
)
_REACH = 160
# "ditangkap setelah dilaporkan oleh KBRI": another verb's agent.
_OTHERS = Pattern(r"\b(?P<verb>di[a-z]{4,})(?:\s+\w+){0,2}\s+$")
_BEYOND = Pattern(r",?\s+(?:sedangkan|adapun|sementara)\b|;")


def agents_after(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the organisations behind ``oleh`` after a passive verb."""
    found = _BY_BARE.match(view.masked, at) or _behind(view, at)
    if found is None:
        return []
    items = view.within(found.start("orgs"), found.end("orgs"), Kind.ORG)
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


def _behind(view: View, at: int) -> re.Match[str] | None:
    """Return the agent further behind a verb, which is no other verb's and of the same clause."""
    end = min(len(view.masked), at + _REACH)
    beyond = _BEYOND.search(view.masked, at, end)
    end = beyond.start() if beyond else end
    for rule in (_BY, _IN_DEED):
        for found in rule.finditer(view.masked, at, end):
            other = _OTHERS.search(view.masked, at, found.start())
            if other is None or not is_verb(other["verb"]):
                return found
    return None


# "anggotanya bersama Satgas Pamtas mengamankan": the speaker's own did it with others.
_WITH_US = Pattern(
    r"(?i)\b(?:pihaknya|jajarannya|anggotanya|timnya|kami)\s+(?:bersama(?:-sama)?(?:\s+dengan)?|dan|serta|dengan)\s[^.;\"“]{0,80}$"
)


def is_joined(view: View, at: int) -> bool:
    """Whether the speaker's organisation did what a verb tells together with those named."""
    return _WITH_US.search(view.masked[:at]) is not None


def own_organisation(context: Context, view: View, at: int) -> str:
    """Return the speaker's organisation where the subject is ``pihaknya`` or ``kami``.

    ``Lembaganya`` outside of what somebody says is that of who spoke in the sentence before.
    """
    found = _OWN.search(view.masked, max(0, at - 60), at)
    if found is None:
        return ""
    offset = view.offset(at)
    for said in context.said:
        if said.start <= offset < said.end:
            return context.registry.org_of.get(said.speaker, "")
    number = view.sentence.number
    before = context.views[number - 1].sentence if number else view.sentence
    if not found["office"] or before.block != view.sentence.block:
        return ""
    told = {said.speaker for said in context.said if number - 1 in said.views}
    return context.registry.org_of.get(told.pop(), "") if len(told) == 1 else ""
