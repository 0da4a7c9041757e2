"""Words in which a source gives somebody a legal stage, in the order they are tried.

Owns the ladder reported-questioned-suspect-wanted-defendant-convicted as words of the text.
``diamankan`` and ``terduga pelaku`` are no stage.
"""

from __future__ import annotations

from loaders.text.facts.listed import NAMES
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.view import pattern

# "Tersangka mengenal HS", "memakai KTP milik HS": what stands between is no verb or owner.
_NO_VERB = (
    r"(?!(?:me(?!rupakan)|ber(?!inisial|nama|kewarga|usia)|di(?!\s))\w+|milik\b|nama\b|kepada\b|dengan\b|oleh\b"
    r"|untuk\b|dari\b|dan\b|serta\b|ke\b|di\b|pada\b|rumah\b|kabur\b|lari\b|melalui\b|lewat\b|soal\b|tentang\b|bersama\b|terhadap\b|bukan\b|melainkan\b|suruhan\b|kenal\b"
    # "MT ditetapkan sebagai tersangka sedangkan JR dipulangkan": another clause.
    r"|sedangkan\b|sementara\b|adapun\b|namun\b|tetapi\b|tapi\b|sebelum\b|setelah\b|usai\b)"
)
# "Dua terdakwa didampingi dua pengacara, yakni A dan B": whom a list may name instead.
OTHERS = (
    r"\b(?:korban|saksi|kepada|oleh|menyebut|mengenal|bekerja\s+sama|disuruh|suruhan|perintah|milik"
    r"|didampingi|dibela|dikawal|dijaga|bersama|pengacara|advokat|kuasa|penasi?e?hat|jaksa|hakim|petugas|penyidik"
    r"|polisi|anggota|keluarga|(?<!suami\s)istri|suami(?!\s+istri)|anak|orang\s+tua|teman|rekan|atasan|majikan)\b"
    # "Tersangka bekerja untuk seorang WNI berinisial TK": what a suspect does names another.
    r"|(?<!yang )\b(?:me(?!rupakan|lalui|njadi|miliki)[a-z]{3,}|bekerja)\b"
)
# "naik status dari saksi menjadi", "dinaikkan statusnya sebagai"
RAISED = (
    r"(?:naik|dinaikkan|ditingkatkan)\s+status(?:nya)?(?:\s+dari\s+(?:saksi|terlapor|terperiksa))?\s+(?:menjadi|sebagai|jadi)"
    r"|statusnya\s+(?:naik|dinaikkan|ditingkatkan|kini)(?:\s+dari\s+(?:saksi|terlapor|terperiksa))?\s+(?:menjadi|sebagai|jadi)"
)


def custody(prison: str) -> str:
    """Return the pattern of what is said of somebody in custody.

    Args:
        prison: Pattern of the name of a prison, as the text to be searched shows it.
    """
    return (
        r"(?:ditahan(?!\s+(?:imbang|laju))|(?:kami|kita)\s+tahan\b|mendekam|meringkuk|dijebloskan|(?:(?:kami|kita)\s+(?:titipkan|tempatkan|masukkan)|dititipkan|ditempatkan|dipindahkan|diinapkan|menginap|menghuni|dimasukkan)"
        r"(?=\s+(?:ke\s+|di\s+|dalam\s+)*(?:(?i:sel|rutan|tahanan|rumah\s+tahanan|lapas|lembaga\s+pemasyarakatan)\b"
        rf"|{prison}))|(?:dikenai|dikenakan|menjalani)\s+(?:masa\s+)?penahanan|menjadi\s+tahanan(?!\s+(?:kota|rumah))|(?:berada\s+)?di(?:\s+dalam)?\s+(?i:rutan|rumah\s+tahanan|(?:sel\s+)?tahanan|balik\s+jeruji)\b)"
    )


_CUSTODY = custody(r"(?P<jail>⟨ORG\d+⟩)")
STAGES: tuple[tuple[str, Pattern], ...] = (
    ("suspect", pattern(
        rf"\b[Mm]enetapkan\s+(?:(?:{KIN}|rekan|bos|anak\s+buah|atasan)nya\s*,\s+|⟨CNT\d+⟩\s*,?\s*(?:yakni|yaitu|berinisial)?\s*"
        rf"|(?:(?:(?!tersangka|korban|saksi|anak\b|istri|suami|adik\b|kakak\b(?!\s+beradik)|ayah|ibu\b|keluarga|tetangga|teman)[a-z-]+"
        rf"|⟨(?:ORG|LOC|POS|HAN|RNK)\d+⟩|[A-Z]\w+(?=\s+⟨HAN)),?\s+){{1,7}}?"
        rf"(?:berinisial\s+)?)?(?P<who>{NAMES}(?:\s+(?:dan|serta)\s+(?:[a-z]+\s+){{0,3}}[a-z]+nya\s*,\s+{{PER}}(?:\s*\([^)⟨]{{0,14}}\))?)?)"
        rf"(?:\s*,\s+(?:[^.,;⟨\"“]|⟨(?:ORG|LOC|POS|RNK)\d+⟩){{1,70}},|\s*,)?\s+sebagai\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?P<who>{NAMES})(?:(?!\w+nya\b|\b(?:kaget|terkejut|bahwa|setelah|karena|melihat|agar|saat)\b)[^.\"“⟨]){{0,30}}?\s+(?:telah\s+|sudah\s+|kini\s+|resmi\s+)*"
        rf"(?:ditetapkan(?:\s+(?:sebagai|menjadi))?|(?:berstatus|menyandang\s+(?:status|predikat)|menyandang)(?:\s+sebagai)?|menjadi|jadi|dijadikan|{RAISED})"
        rf"\s+tersangka"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka(?:\s+(?:kasus|perkara)\s+{{TOP}})?|⟨CNT\d+⟩)(?:\s+yang\s+[^⟨.]{{0,40}})?(?:\s+{_NO_VERB}[\w-]+){{"
        rf"0,4}}?\s*,?\s*(?:(?:berinisial|inisial(?:nya)?|yakni|yaitu|ialah|masing[\s-]masing"
        rf"(?:\s+berinisial)?|adalah|antara\s+lain|bernama|terdiri\s+(?:dari|atas))\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:adalah|ialah|merupakan)\s+(?:seorang\s+)?tersangka\b(?!\s+lain)"
    )),
    ("suspect", pattern(
        rf"\b(?:sebagai|jadi|menjadi)\s+tersangka\s*,?\s+(?:(?:yakni|yaitu|dengan"
        rf"|masing[\s-]masing|antara\s+lain|adalah|ialah)\s+)?(?:(?:ber)?inisial\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        rf"(?:\b[Tt]ersangka\b|⟨CNT\d+⟩)(?:(?!{OTHERS})[^.\"“]){{0,110}}?"
        rf"(?:\b(?:berinisial|inisial|yakni|yaitu|ialah|masing[\s-]masing)|:)\s+(?P<who>{NAMES})"
    )),
    (
        "defendant",
        pattern(
            rf"(?:\b[Tt]erdakwa(?:\s+lain(?:nya)?\s*,|(?<=^[Tt]erdakwa),|\s*:|\s+[–—-])?|⟨CNT\d+⟩(?:\s+[–—-])?)\s+(?:(?:berinisial|inisial|yakni|yaitu"
            rf"|atas\s+nama|bernama)\s+)?"
            rf"(?P<who>{NAMES})"
        ),
    ),
    ("defendant", pattern(
        rf"(?:\b[Tt]erdakwa\b|⟨CNT\d+⟩)(?:(?!{OTHERS})[^.\"“⟨]){{0,90}}?(?:\b(?:yakni|yaitu|ialah|masing[\s-]masing"
        rf"|adalah|atas\s+nama)|:)\s+(?P<who>{NAMES})"
    )),
    ("defendant", pattern(
        rf"(?P<who>{NAMES}(?:\s*,?\s+bersama\s+(?:\w+\s+){{0,3}}{{PER}}(?:\s*\([^)⟨]{{0,20}}\))?)?)\s*,?\s+(?:kini\s+|mulai\s+)?"
        rf"(?:menjalani|menghadapi)\s+sidang\s+(?:perdana|pertama|dakwaan|tuntutan|putusan|vonis|pembacaan\s+\w+)"
        rf"(?!\s+(?:kode|etik|perceraian|praperadilan))"
    )),
    ("convicted", pattern(
        rf"\b[Tt]erpidana(?!\s+(?:mati|korupsi|narko\w+|pembunuhan)\b)(?:\s+(?:kasus|perkara)\s+{{TOP}})?\s*,?\s+(?:yakni\s+|bernama\s+|atas\s+nama\s+)?(?P<who>{NAMES})"
    )),
    ("convicted", pattern(
        r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?\s*,?\s+(?:kini\s+|resmi\s+|telah\s+)*(?:menjadi|berstatus)\s+terpidana\b"
    )),
    ("defendant", pattern(
        rf"\b[Ss]idang\b(?!\s+praperadilan)(?:[^.;⟨\"“]|⟨(?:TOP|ORG|DAT|LOC)\d+⟩){{0,90}}?\batas\s+nama\s+(?:[Tt]erdakwa\s+)?(?P<who>{NAMES})"
    )),
    ("defendant", pattern(
        r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:adalah|ialah|merupakan)\s+(?:seorang\s+)?terdakwa\b(?!\s+lain)"
    )),
    ("defendant", pattern(rf"\b[Mm]endakwa\s+(?:terdakwa\s+)?(?P<who>{NAMES})")),
    ("defendant", pattern(
        rf"\b[Mm]enuntut\s+(?:terdakwa\s+)?(?P<who>{NAMES})\s*,?\s+(?:agar\s+)?(?:dengan\s+)?(?:(?:dihukum|pidana|hukuman|penjara"
        rf"|selama|masing-masing)\s+)*⟨DUR\d+⟩(?:\s+(?:pidana\s+)?penjara\s+(?:dan|serta|sedangkan)\s+(?P<also>{{PER}})\s+⟨DUR)?"
    )),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})\s*,?\s+yang\s(?:[^.⟨\"“]|⟨(?:LOC|PNT|ORG)\d+⟩){{0,90}}?\s(?:masih|kini|hingga\s+kini|menjadi|berstatus)\s+"
        rf"(?:\w+\s+)?(?:buron(?:an)?|DPO)\b"
        rf"|(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,\s(?:[^.⟨\"“]|⟨(?:LOC|TOP)\d+⟩){{0,90}}?\byang\s+(?:sempat\s+|telah\s+|sudah\s+)?buron\s+(?:sejak|selama)\b"
    )),
    ("wanted", pattern(
        r"\b(?:[Ss]etelah|[Uu]sai|[Ss]empat)\s(?:[^.;,⟨\"“]|⟨DUR\d+⟩){0,40}?\bburon(?:an)?\b(?:[^.;,⟨\"“]|⟨DUR\d+⟩){0,24},\s+(?P<who>{PER})"
    )),
    (
        "suspect",
        pattern(r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?\s*,\s+(?:seorang\s+)?tersangka\b"
            r"(?!\s+(?:itu\s+|tersebut\s+|lain(?:nya)?\s*,?\s*)?(?:berinisial\s+|bernama\s+)?⟨(?:PER|INI))"),
    ),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})(?:[^.⟨]{{0,40}}?|\s*,?\s+(?:yang|warga|asal|seorang|selaku)\s(?:[^.⟨\"“]|⟨(?:LOC|PNT|ORG)\d+⟩){{0,90}}?)\s+(?:masih\s+|kini\s+|sedang\s+|terus\s+)*"
        rf"(?:dalam\s+pencarian|diburu|di(?:cari|kejar)(?=\s*[.;,]|\s+(?:polisi|petugas|penyidik|aparat|⟨ORG))|dalam\s+pengejaran)\b"
    )),
    ("wanted", pattern(
        rf"(?P<who>{NAMES})(?:\s*,?\s+yang\s(?:[^.⟨\"“]|⟨(?:LOC|PNT|ORG)\d+⟩){{0,90}},)?(?:[^.⟨]|(?<=di\s)⟨LOC\d+⟩){{0,40}}?\s+(?:masuk|dimasukkan|tercantum|tercatat|terdaftar|(?:kami|kita)\s+(?:masukkan|tetapkan)|ditetapkan|(?:ber)?status(?:nya)?"
        rf"|masih|menjadi|kini)\s+(?:ke\s+|dalam\s+|sebagai\s+)*(?i:daftar\s+pencarian\s+orang|DPO"
        rf"|buron)"
    )),
    ("suspect", pattern(
        r"^[\"“]?(?:Kini\s+|Akhirnya\s+)?(?P<who>{PER})(?:(?!⟨(?:PER|INI))[^.\"“;]){0,150}?\b(?:ditetapkan|kami\s+tetapkan"
        r"|berstatus)\s+(?:sebagai\s+|menjadi\s+)?tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:[Mm]emburu|[Mm]engejar)\s+(?:(?:pelaku|tersangka|seorang|satu|lain(?:nya)?|pria|perempuan|⟨CNT\d+⟩"
        rf"|orang|lagi|bos|agen|pemilik\s+(?:kapal|perahu|rumah)\s*,|otak\s+jaringan\s*,)\s+){{0,4}}(?:yakni\s+|masing[\s-]masing\s+)?(?:berinisial\s+|bernama\s+)?(?P<who>{NAMES})"
    )),
    ("wanted", pattern(
        rf"\b(?:[Mm]emburu|[Mm]engejar|[Mm]encari)\s+(?:(?!{OTHERS})(?:[^.;⟨\"“]|⟨(?:CNT|LOC)\d+⟩)){{0,90}}?\b(?:berinisial|bernama"
        rf"|yakni|yaitu|masing[\s-]masing)\s+(?:berinisial\s+)?(?P<who>{NAMES})"
    )),
    ("suspect", pattern(
        rf"\b(?:[Mm]enaikkan|[Mm]eningkatkan)\s+status(?:\s+hukum)?\s+(?:(?:terlapor|saksi)\s+)?"
        rf"(?P<who>{NAMES})\s*,?\s+(?:(?:dari|sebagai)\s+(?:saksi|terlapor)\s+)?(?:sebagai|menjadi)\s+tersangka"
    )),
    ("suspect", pattern(
        rf"\b[Ss]tatus(?:\s+hukum)?\s+(?P<who>{NAMES})(?:[^.;⟨\"“]|⟨(?:LOC|ORG|POS|TOP)\d+⟩){{0,120}}?\s(?:dinaikkan|naik|ditingkatkan|meningkat|berubah)"
        rf"[^.⟨]{{0,30}}?\s(?:sebagai|menjadi|jadi|ke)\s+tersangka"
    )),
    ("wanted", pattern(
        rf"\b(?:DPO|[Bb]uron(?:an)?)\s+(?:(?:kasus|perkara)\s+[^.;⟨]{{0,20}}(?:⟨TOP\d+⟩)?\s*,\s+)?(?:berinisial\s+|atas\s+nama\s+|bernama\s+)?"
        rf"(?P<who>{NAMES})"
    )),
    ("wanted", pattern(
        rf"\b[Mm]emasukkan\s+(?:(?:nama|seorang|satu|orang|pelaku|tersangka|terduga|pria|perempuan|wanita|lainnya|lain|berinisial|bernama|⟨CNT\d+⟩)\s*,?\s+){{0,5}}(?P<who>{NAMES})\s+(?:ke\s+dalam|ke|dalam)\s+"
        rf"(?:daftar\s+pencarian|DPO)"
    )),
    ("wanted", pattern(rf"(?P<who>{NAMES})\s*\(\s*DPO\s*\)")),
    ("reported", pattern(
        rf"\b[Mm]elaporkan\s+(?:(?:seorang|tetangganya|calo|sponsor|agen|terlapor|perekrut|pria|perempuan|berinisial|bernama)\s+){{0,4}}"
        rf"(?P<who>{NAMES})\s+(?:ke|kepada)\s+(?:{{ORG:to}}|polisi|kepolisian|aparat)"
    )),
    ("reported", pattern(
        rf"\b[Mm]elaporkan\s+(?:(?:seorang|tetangganya|calo|sponsor|agen|perekrut|pria|perempuan|wanita|lelaki|laki-laki|oknum|pemilik|berinisial|bernama)\s+){{0,5}}"
        rf"(?P<who>{NAMES})(?=\s+(?:yang|karena|atas|lantaran|itu)\b|\s*[,.])(?!\s*,?\s+(?:ke|kepada)\b)"
        rf"|(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?(?:\s+itu)?\s+(?:(?:telah|sudah|juga|lebih|dulu|sebelumnya)\s+){{0,2}}dilaporkan\s+(?:oleh\s+)?"
        rf"(?:⟨CNT\d+⟩|(?:para|sejumlah|beberapa|keluarga|orang\s+tua|seorang)\b)"
    )),
    ("reported", pattern(
        r"\b[Ss]tatus(?:\s+hukum)?\s+(?P<who>{PER})\s+(?:(?:masih|baru|kini|saat\s+ini|sebagai|adalah)\s+){0,3}terlapor\b"
        r"|(?P<also>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:(?:masih|baru|kini|saat\s+ini)\s+){0,2}(?:berstatus(?:\s+sebagai)?|sebagai|menjadi)\s+terlapor\b"
    )),
    ("reported", pattern(
        rf"(?P<who>{NAMES})\s*,?\s+(?:telah\s+|sudah\s+|juga\s+|kini\s+|pun\s+|sendiri\s+|sempat\s+|akhirnya\s+)*(?:di|kami\s+|kita\s+)laporkan\s+(?:(?!(?:ke|kepada)\s)[^.⟨]{{0,30}}\s+)?"
        rf"(?:ke|kepada)\s+(?:{{ORG:to}}|polisi|kepolisian|aparat)"
    )),
    ("defendant", pattern(
        rf"(?P<who>{NAMES})(?:\s*,\s+(?!(?:kata|ujar|tutur|ucap|jelas|menurut|serta|dan)\b)[a-z][^.,;⟨\"“]{{0,60}}(?:⟨(?:ORG|LOC)\d+⟩)?,)?\s*,?\s+(?:juga\s+|sebelumnya\s+|telah\s+|mulai\s+|kini\s+|tengah\s+|sedang\s+|masing-masing\s+)*"
        rf"(?:didakwa|dituntut|diadili|disidangkan)\b"
    )),
    ("suspect", pattern(
        rf"(?P<who>{NAMES})\s+(?:juga\s+|telah\s+|sudah\s+)*(?:disangka(?:kan)?|dipersangkakan|(?:kami|kita)\s+(?:per)?sangkakan)\b"
    )),
    ("detained", pattern(
        rf"\b[Mm]enahan\s+(?:(?!(?:langkah|laju|keberangkatan|mereka|paspor|dokumen|lantaran|karena|sebab|setelah|saat|ketika|diri|di|dan|calon|korban)\b)"
        rf"(?:seorang|tersangka|mantan|{{POS}}|{{ORG}}|⟨CNT\d+⟩|[a-z]+)\s*,?\s+){{0,5}}?"
        rf"(?:berinisial\s+)?(?P<who>{NAMES})"
    )),
    ("detained", pattern(
        rf"(?P<who>{NAMES})(?:(?!\b(?:tidak|tak|belum|namun|tetapi|agar|jika|korban|saksi)\b)(?:[^.;⟨\"“]|⟨(?:LOC|PNT|ORG|DAT|TOP|DUR|LAW|REG)\d+⟩)){{0,200}}?,?\s+(?:dan|lalu|kemudian|serta)\s+"
        rf"(?:(?:langsung|kini|telah|sudah|resmi|sekarang|per\s+⟨DAT\d+⟩|sejak\s+⟨DAT\d+⟩|malam\s+itu\s+juga|⟨DAT\d+⟩)\s+){{0,3}}{_CUSTODY}"
    )),
    ("detained", pattern(
        rf"(?P<who>{NAMES})\s*(?:,\s+(?=(?:kini|telah|langsung|sudah|akhirnya|resmi|selanjutnya|ditahan)\s)|\s)(?:(?:telah|kini|sudah|langsung|pun|saat\s+ini|resmi|selanjutnya|lantas|kemudian|akhirnya|masih|lalu|juga|sendiri|sementara)\s+)*"
        rf"{_CUSTODY}"
    )),
    ("detained", pattern(
        rf"\b(?:[Mm]elakukan\s+)?[Pp]enahanan\s+(?:(?:terhadap|atas|kepada)\s+)?(?:(?:tersangka|terdakwa|seorang|pria|perempuan|berinisial|bernama)\s+){{0,3}}(?P<who>{NAMES})(?!\s+(?:\w+\s+)?(?:ditangguhkan|dialihkan|dibatalkan|berakhir|ditolak))"
        rf"|\b[Tt]erhadap\s+(?:(?:tersangka|terdakwa)\s+)?(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:telah\s+|sudah\s+|langsung\s+)*dilakukan\s+penahanan"
    )),
    ("suspect", pattern(
        rf"\b[Pp]enetapan\s+(?:status\s+)?tersangka\s+(?:terhadap|atas|kepada|untuk)\s+(?:(?:seorang|pria|perempuan|berinisial|bernama)\s+){{0,3}}(?P<who>{NAMES})"
        rf"|\b[Pp]enetapan\s+(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s+(?:sebagai|menjadi)\s+tersangka"
    )),
    ("suspect", pattern(
        rf"\b(?:[Mm]engumumkan|[Tt]etapkan|[Mm]enjadikan|[Jj]adikan|[Dd]i(?:tetap|jadi)kan(?:lah)?)\s+(?:(?:seorang|pria|perempuan|wanita|berinisial|bernama)\s+){{0,3}}(?P<who>{NAMES})(?:\s+itu)?\s*,?\s+(?:sebagai\s+|menjadi\s+|jadi\s+)?tersangka"
    )),
    ("defendant", pattern(
        rf"\b(?:[Dd]uduk|[Hh]adir|[Dd]iseret)\s+(?:di\s+kursi\s+|sebagai\s+|ke\s+)(?:pesakitan|terdakwa|meja\s+hijau)\s*,\s+(?P<who>{NAMES})"
        rf"|(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:(?:kini|telah|harus|akhirnya|pun)\s+)*(?:duduk\s+di\s+kursi\s+(?:pesakitan|terdakwa)|menjadi\s+(?:pesakitan|terdakwa)|diseret\s+ke\s+(?:meja\s+hijau|pengadilan)|dimejahijaukan|(?:[a-z]+\s+){{0,5}}?sebagai\s+terdakwa)\b"
    )),
)  # fmt: skip
"""Stage, and the pattern whose group ``who`` holds those who have it."""
_NO_WITNESS = (
    r"(?!\s+(?:kesehatan|medis|di\s+(?:rumah\s+sakit|puskesmas|klinik))\b)"
    r"(?![^.;]{0,70}\b(?:(?:se)?bagai\s+(?:saksi|korban|ahli|pelapor)|saksi\s+(?:ahli|korban|pelapor)))"
)
QUESTIONED = pattern(
    rf"\b[Mm]emeriksa\s+(?:(?!(?:korban|saksi|ahli|keluarga|kesehatan|kondisi|dokumen|paspor|barang|istri|suami|anak|orang\s+tua|pelapor|calon|pekerja|sejumlah|rumah|kantor)\b)"
    rf"(?:[a-z-]+|⟨(?:ORG|LOC|POS)\d+⟩)\s*,?\s+){{0,6}}?(?P<who>{NAMES}){_NO_WITNESS}"
    rf"|(?P<also>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:(?:telah|sudah|juga|kini|masih|sedang|tengah|langsung|turut|ikut|sempat|lebih\s+lanjut|saat\s+ini)\s+){{0,3}}"
    rf"(?:diperiksa|dimintai\s+keterangan|diinterogasi|menjalani\s+pemeriksaan){_NO_WITNESS}"
)
"""Matches who is questioned, and is called no witness."""
