"""How those whom a matter is about were kept to it, and since when: ``paspor mereka ditahan``.

Owns the words for papers kept, wages withheld and hours without end, told as printed, and the
beginning of what is alleged. Refuses papers that police or customs hold, what was promised or asked
for, advice, and documents that tell of no trafficking.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.promises import is_advice
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_PAPERS = (
    r"(?:paspor|visa|dokumen(?:\s+(?:pribadi|perjalanan|asli))?|ijazah|KTP|identitas|ponsel"
    r"|telepon\s+(?:genggam|seluler)|handphone|HP)"
)
_WHOSE = (
    r"(?:nya)?(?:\s+(?:milik\s+)?(?:mereka|(?:para\s+)?(?:korban|pekerja(?:\s+migran)?|WNI|PMI|TKI|ABK)(?:nya)?|dan|serta|juga|pun|langsung|telah|sudah|semua(?:nya)?|diduga"
    rf"|{_PAPERS}))*"
)
_KEEPER = (
    r"(?:\s+(?:oleh\s+)?(?:pihak\s+|sebuah\s+|seorang\s+|para\s+|sang\s+)?(?:majikan|perusahaan|agen(?:si|cy)?|pelaku|tersangka|bos|sindikat"
    r"|perekrut|pemberi\s+kerja|pengguna|kapten|atasan|manajer|penampung)(?:nya)?)"
)
_PAY = r"(?:gaji|upah|bayaran)"
_NOT = r"(?:tidak|tak|belum|tanpa)\s+(?:pernah\s+|kunjung\s+|juga\s+|sama\s+sekali\s+)?"
_ILL = Pattern(
    rf"(?i)\b(?:{_PAPERS}{_WHOSE}\s+(?:ditahan|dirampas|dikuasai|dipegang|disita{_KEEPER}|diambil{_KEEPER}){_KEEPER}?"
    rf"|(?:disita|dirampas|ditahan)\s+(?={_PAPERS})(?:[a-zA-Z]+\s+){{0,3}}{_PAPERS}"
    rf"|{_PAY}{_WHOSE}\s+{_NOT}(?:dibayar\w*|diberikan|diterima|dikirim)|{_NOT}(?:menerima|mendapat(?:kan)?|diberi|memperoleh|dibayar|digaji)\s*(?:{_PAY})?(?=\s*(?:[,.;]|$|dan|selama|⟨DUR|serta))"
    rf"|{_PAY}{_WHOSE}\s+(?:dipotong|ditahan|dipangkas|diambil{_KEEPER})|penundaan\s+pembayaran\s+{_PAY}"
    r"|(?:be)?kerja\s+(?:selama\s+|hingga\s+|sampai\s+|lebih\s+dari\s+)*⟨DUR\d+⟩\s+(?:sehari|per\s+hari|setiap\s+hari|dalam\s+sehari)"
    r"|(?:tidak|tanpa)\s+(?:diberi(?:kan)?|mendapat(?:kan)?)\s+(?:makan(?:an)?|istirahat|libur|upah|perawatan)(?:\s+(?:yang\s+)?(?:cukup|layak))?)"
)
_THEM = Pattern(
    r"(?i)\b(?:korban(?:nya)?|mereka|para\s+(?:pekerja|pmi|wni|perempuan|abk|tki)|pekerja(?:\s+migran)?|wni|abk|ia|dia)\b|⟨CNT|⟨INI"
)
_STATE = Pattern(
    r"(?i)\b(?:polisi|petugas|penyidik|polres\w*|polda|imigrasi|jaksa|kepolisian|barang\s+bukti|restitusi|hakim|vonis)\b|⟨LAW"
)
_OFFER = Pattern(
    r"(?i)\b(?:biaya|dijanjikan|iming\S*|gratis|nanti|akan|bakal|jika|apabila|kalau|bila|agar|tersangka\s+belum|pelaku\s+belum|upah\s+untuk)\b"
)
_DOES = (
    r"(?:beroperasi|beraksi|menjalankan|melancarkan|melakukan|merekrut|memberangkatkan|mengirim(?:kan)?|menampung|menyalurkan|berjalan|berlangsung|terjadi"
    r"|dijalankan|dilakukan)"
)
_SINCE = pattern(
    rf"\b{_DOES}\b(?:(?!⟨(?:DAT|PER|ORG)|\b(?:penyelidikan|pemeriksaan|penyidikan|pengawasan|pemantauan|penundaan|operasi|patroli|pendataan|sosialisasi|koordinasi)\b)[^.;\"“]){{0,70}}?"
    r"\bsejak\s+(?:tahun\s+|bulan\s+|tanggal\s+|sekitar\s+|pertengahan\s+|awal\s+|akhir\s+)*(?P<day>{DAT})"
)
_CULPRITS = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|pelaku|sindikat|jaringan|komplotan|perusahaan\s+(?:ini|itu|tersebut)|praktik|aksi(?:nya)?|kejahatan|bisnis|usaha(?:nya)?|keduanya|ketiganya|ia|dia)\b|⟨INI"
)


def find(context: Context) -> None:
    """Claim what body sentences tell of the one trafficking matter of a document."""
    incident = context.only_entity("TraffickingIncident")
    if not incident:
        return
    for view in context.views:
        if view.sentence.role is not Role.BODY or is_advice(view) or reality.is_rumour(view):
            continue
        _kept(context, view, incident)
        _begun(context, view, incident)


def _kept(context: Context, view: View, incident: str) -> None:
    """Claim, in the words of the text, what those concerned were kept with."""
    if not _THEM.search(view.masked) or _STATE.search(view.masked) or _OFFER.search(view.masked):
        return
    for found in _ILL.finditer(view.masked):
        span = view.span(found)
        if not context.is_denied(span[0]):
            words = " ".join(context.text[slice(*span)].split())
            voice = context.voice(span[0]).as_("alleged")
            context.sink.claim(incident, "description", words, span, voice=voice, confidence=0.75)


def _begun(context: Context, view: View, incident: str) -> None:
    """Claim since when those accused did what is alleged, where one day or year is told."""
    found = _SINCE.search(view.masked) if _CULPRITS.search(view.masked) else None
    day = view.item(found, "day") if found else None
    if found is None or day is None or not day.key:
        return
    if not reality.is_real(view, found.start()) or "startDate" in context.sink.told_of(incident):
        return
    span = view.span(found)
    voice = context.voice(span[0]).as_("alleged")
    key = day.key.rstrip("/.")
    if "/" not in key:
        context.sink.claim(incident, "startDate", key, span, voice=voice, original=day.original)
