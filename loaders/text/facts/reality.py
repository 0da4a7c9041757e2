"""What tells of no fact, though the words of one stand there.

Owns plans, wishes, conditions, denials, rumours, and accusations that fell. Refuses nothing itself:
each kind of fact asks.
"""

from __future__ import annotations

from loaders.text.facts.modality import is_governed
from loaders.text.patterns import Pattern
from loaders.text.view import View

UNREAL = Pattern(
    r"(?i)\b(?:akan|belum|tidak|tak|bukan|gagal|berupaya|berusaha|untuk|guna|agar"
    r"|hendak|berencana|rencananya|"
    r"dapat|bisa|mampu|harus|perlu|siap|ingin|diharapkan|bertujuan|jika|apabila"
    r"|bila|kalau|supaya|demi|dalam\s+rangka|"
    r"segera|seharusnya|semestinya|harusnya|sedianya|bakal|terus|upaya|dalam|memburu\s+untuk|tanpa|jangan|mengejar"
    r"|alih-alih|membahas|membicarakan|mengupayakan|mengusahakan|menyiapkan|mempersiapkan|mempercepat|wajib|diwajibkan|mewajibkan|berkewajiban|dilarang|berhak|bersedia|sanggup|berkomitmen|diajukan|mengajukan|pengajuan|permohonan|usulan"
    r"|terancam|diancam|menargetkan|ditargetkan|batal|urung|nyaris|hampir|berpotensi|membatalkan|menganulir|dibatalkan)\s+(?:(?:lagi|terus|segera|bersama|kembali|jadi|pernah|kunjung|sempat|ikut|turut|secara\s+\w+)\s+)*$"
)
"""Words before a verb that make it a plan, a wish, a possibility, or a denial."""
_WISHED = Pattern(
    r"(?i)\b(?:agar|supaya|merekomendasikan|mengusulkan|menjadwalkan|dijadwalkan|merencanakan|mewacanakan|mendesak|meminta(?:nya)?|diminta|didesak|diusulkan|menyarankan"
    r"|mempertimbangkan|mengancam|menuntut|berharap|mendorong|memerintahkan|menginstruksikan|mewajibkan|mengharuskan|seandainya"
    r"|apakah)\b[^.,;:\"“”]{0,60}$|\b(?:lolos|luput|terhindar|bebas)\s+dari\s+(?:sanksi|hukuman|ancaman)\s+(?:\w+\s+)?$|(?:^|\s[-–—]+\s+)[\"“]?(?:Jika|Apabila|Bila|Kalau|Kalaupun|Seandainya|Andai|Andaikata|Sekiranya)\b[^.;\"”]{0,120}$"
    # "HB dapat upah setelah delapan orang ini dikirim": not yet.
    r"|\b(?:akan|bakal|dijanjikan|dapat(?=\s+(?:upah|bayaran|imbalan|komisi)))\b[^.;:\"“”]{0,60}\b(?:setelah|begitu|jika|bila|apabila|kalau)\s[^.,;:\"“”]{0,60}$"
)
# A question, or a rumour that the text calls one, tells of no fact.
_RUMOUR = Pattern(
    r"(?i)^[\"“]?(?:Benarkah|Apakah|Tidak\s+benar|Tak\s+benar)\b|\?[\"”]?$|\b(?:hoaks|hoax|kabar\s+bohong|dalam\s+(?:simulasi|film|drama|sinetron|lakon|novel|sandiwara|cerita)|memerankan"
    r"|(?:kabar|isu|informasi|berita)\b[^.]{0,90}\b(?:(?:tidak|tak)\s+benar|bohong|keliru|menyesatkan))\b"
)
# A message that goes round, or that somebody calls a claim, tells of nothing that anybody did.
_SPREAD = Pattern(
    r"(?i)\b(?:beredar|pesan\s+berantai|(?<!melunasi\s)(?<!membayar\s)klaim(?!\s+(?:asuransi|jaminan|⟨CNT))|rumor)\b"
)
# An accusation that fell: no evidence, investigation stopped, a status taken back.
_GROUNDLESS = Pattern(
    r"(?i)\b(?:(?:tidak|tak)\s+terbukti|(?:tidak|tak|belum|tanpa)\s+(?:\w+\s+){0,2}(?:cukup\s+)?bukti(?!\s+(?:transfer|bayar))|salah\s+tangkap|SP3"
    r"|(?:penghentian|menghentikan)\s+penyidikan|penyidikan\b[^.]{0,60}\bdihentikan|mengabulkan\s+(?:\w+\s+){0,2}praperadilan"
    r"|(?:membatalkan|menggugurkan|mencabut|menganulir)\s+(?:status|penetapan)|bukan\s+lagi\s+tersangka"
    r"|(?:status|penetapan)\s+(?:sebagai\s+)?tersangka\b[^.]{0,80}\b(?:dicabut|dibatalkan|digugurkan|gugur|tidak\s+sah"
    r"|batal|dihentikan))\b"
)
# What the public or a family says of somebody is no finding.
_BLAMED = Pattern(r"(?i)\b(?:menuding|dituding|menuduh|dituduh|tudingan|tuduhan|difitnah)\b")


def is_real(view: View, at: int) -> bool:
    """Whether the verb at a masked position tells of something that happened."""
    before = view.masked[:at]
    if is_governed(before, is_noun=_NOUN.match(view.masked, at) is not None):
        return False
    is_noun = _NOUN.match(view.masked, at) or view.masked[at : at + 2].casefold() in ("ke", "di")
    if is_noun and _AWAITED.search(before):
        return False
    if _RUMOUR.search(view.masked) or _JOINED.search(before) or _PENDING.match(view.masked, at):
        return False
    if _AHEAD.match(view.text, view.offset(at), view.sentence.end):
        return False
    return UNREAL.search(before, max(0, at - 40)) is None and _WISHED.search(before) is None


# "Mereka kami pulangkan ke daerah asal minggu depan"
_AHEAD = Pattern(
    r"(?:(?!\b(?:yang|akan|hendak|untuk|sebelum|hingga|sampai)\b)[^.;:,\"“”]){3,90}\b"
    r"(?:besok|lusa|(?:minggu|pekan|bulan|tahun)\s+(?:depan|mendatang))\b"
)


_NOUN = Pattern(r"(?i)pe|inspeksi|sidak|evakuasi|deportasi|kepulangan|repatriasi")
# "dibentuk untuk menangkap pelaku dan menyelamatkan korban": the purpose holds for both verbs.
_JOINED = Pattern(
    r"(?i)\b(?:untuk|guna|demi|agar|akan|hendak|bertujuan|diharapkan|harus|wajib)\s+(?:\w+\s+)?me\w+\b[^.;,\"“]{0,70}"
    r"\b(?:dan|serta|maupun|atau)\s+$"
)
# "yang menunggu proses pemulangan", "dalam proses pemulangan": not yet done.
_AWAITED = Pattern(
    r"(?i)\b(?:menunggu|menanti|menantikan|mengurus|memproses|menyiapkan|mempersiapkan|jadwal|rencana)\s+(?:\w+\s+){0,2}$"
    r"|\bdalam\s+proses\s+$"
    # "biaya pemulangan 27 WNI", "simulasi penyelamatan": the deed is only named.
    r"|\b(?:simulasi|biaya|ongkos|anggaran|skema|mekanisme|prosedur|mendukung|dukungan|persiapan)\s+(?:\w+\s+)?$"
    r"|\b(?:akan|hendak|bakal|berencana|segera)\s+(?:\w+\s+)?(?:menggelar|mengadakan|menyelenggarakan)\s+$"
)
# "Pemulangan 30 WNI lainnya menunggu izin": the noun for a deed that is not done.
_PENDING = Pattern(
    r"(?:(?:[Pp]e\w+|[Kk]epulang)an|[Rr]epatriasi|[Dd]eportasi|[Ee]vakuasi)\b(?:(?!\b(?:karena|lantaran|sebab|akibat|setelah)\b)(?:[^.;,\"“]|,(?=\s*⟨(?:LOC|PNT)))){0,70}\b(?:menunggu|(?:di)?batal(?:kan)?|ditunda|ditolak|tertunda|terhambat|(?<!⟩\s)(?<!PMI\s)(?<!migran\s)terkendala|direncanakan|dijadwalkan|dibahas|diupayakan"
    r"|ditargetkan|belum|tergantung)\b"
)


def is_rumour(view: View) -> bool:
    """Whether the sentence asks, or calls what it tells a rumour, a claim or a tale."""
    return bool(_RUMOUR.search(view.masked) or _SPREAD.search(view.masked))


_UNTRUE = Pattern(
    r"^[\"“]?(?:Kabar|Isu|Informasi|Berita)\s+(?:bahwa|soal|tentang|mengenai)\b[^.]*\b(?:tidak|tak)\s+benar"
)


def is_untrue(view: View) -> bool:
    """Whether the sentence says that all it tells is not so."""
    return _UNTRUE.search(view.masked) is not None


def is_groundless(view: View, at: int = -1) -> bool:
    """Whether a sentence, or the clause of a position, tells that an accusation fell."""
    start, end = 0, len(view.masked)
    for turn in () if at < 0 else _OTHERS_CLAUSE.finditer(view.masked):
        start, end = (turn.start(), end) if turn.start() <= at else (start, min(end, turn.start()))
    return _GROUNDLESS.search(view.masked, start, end) is not None


_OTHERS_CLAUSE = Pattern(
    r"(?:[,;]\s+|\s)(?:sedangkan|sementara|adapun)\s+(?:\w+\s+){0,2}⟨(?:PER|INI)\d+⟩"
)


def is_blamed(view: View) -> bool:
    """Whether the sentence tells of blame by the public, which is no finding of anybody."""
    return _BLAMED.search(view.masked) is not None
