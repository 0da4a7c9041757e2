"""What companies are faulted for: ``Keduanya terbukti ...``, ``Yang pertama belum ...``.

Owns the words of a fault and whose it is. Refuses what may be, and more or fewer companies than the
words mean.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import sanction_lists
from loaders.text.facts import sanction_shares as shares
from loaders.text.facts.sanction_words import SIZES
from loaders.text.holdings import is_firm
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

# What "kami" or "kita" do is no fault of a company.
_CAUSE = Pattern(
    r"(?i)\b(?:karena|lantaran|akibat|sebab|gara-gara|(?:sebagai\s+)?buntut(?:\s+dari)?|imbas(?:\s+dari)?|dengan\s+alasan|ketahuan|(?:setelah|usai|sesudah)\s+(?:(?:perusahaan|P3MI|mereka|keduanya|⟨ORG\d+⟩)(?:\s+(?:itu|tersebut|ini))?(?=\s+(?:terbukti|ketahuan|kedapatan))|terbukti|ketahuan|kedapatan))\s+(?!(?:kami|kita|saya|itu|hal)\b)"
)
_STOP = Pattern(
    r"[;\"”]|,\s+(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|terang|papar|lanjut|demikian|sementara|sedangkan|adapun|namun|tetapi)\b|\.\s*$|$"
)
_TAIL = Pattern(r"(?:[\s,.]|,\s+⟨DAT\d+⟩(?:\s+(?:pagi|siang|sore|malam))?[\s,.]*)+$")
_SHORTEST = 8
_LONGEST = 260
# "Karena tak punya kantor, izin PT A dihapus": there the main clause begins.
_MAIN = Pattern(
    r",\s+(?=(?:pihak|izin|SIP3MI|kementerian|pemerintah|menteri|perusahaan|sebuah|akhirnya|maka|⟨(?:ORG|PER|POS|DAT|CNT)\d+⟩))",
    re.IGNORECASE,
)
# "karena perusahaan asal Cilacap itu menyerahkan": who did it is known.
_WHO = Pattern(
    r"(?:perusahaan|P3MI|PT|agensi|agen|lembaga|pihaknya|yang\s+bersangkutan|⟨ORG\d+⟩)(?:\s+(?:yang|asal|di|pimpinan|milik)\s[^;]{2,60}?)?\s+(?:itu|tersebut|ini)\s+(?:juga\s+|telah\s+)*",
    re.IGNORECASE,
)
# "tak boleh beroperasi lantaran izin mereka dicabut": the sanction is no reason of itself.
_NO_REASON = Pattern(
    r"(?i)(?:^|\b(?:dan|bahwa)\s+)(?:surat\s+)?(?:izin(?:nya)?|SI?P3MI|SIUP|skorsing|sanksi)\b[^.;]{0,90}\b(?:dicabut|dibekukan|diskors|dijatuhkan)\b"
    r"|\b(?:izin(?:nya)?|SI?P3MI|SIUP|surat\s+izin)\b[^.;]{0,90}\b(?:dicabut|dibekukan|diskors)\s*$"
    r"|^(?:tidak|tak)\s+lagi\s+[a-z]+\s+(?:surat\s+)?(?:izin|SI?P3MI)\b"
)
# "Sanksi itu dijatuhkan karena ...": what is told of sanctions in general is no reason of one.
OF_THE_ACTION = Pattern(
    r"^[\"“]?(?:Sanksi|Skorsing|Skors|Pencabutan|Penghentian|Pembekuan|Peringatan|Teguran|Hukuman|Larangan|Tindakan|Keputusan|Langkah|Hal)\s+"
    r"(?:\w+\s+){0,2}?(?:itu|tersebut|ini|dijatuhkan|diberikan|dikenakan|diambil|dilakukan|diterbitkan|dilayangkan)\b"
    r"|^(?:Perusahaan(?:\s+(?:itu|tersebut|ini))?|Keduanya|Ketiganya|Keempatnya|Kelimanya|⟨ORG\d+⟩)\s+[^.]{0,40}?"
    r"(?:disanksi|dijatuhi|dikenai|dikenakan|diskors|dicabut|dihentikan|melanggar|lalai|terbukti)"
    r"|(?:\bme[a-z]+|,|^[\"“]?)\s*(?i:pencabutan|skorsing|sanksi|izin(?:nya)?|penghentian|pembekuan|peringatan|teguran|hukuman)\s+(?:izin\s+)?(?:itu\s+|tersebut\s+|ini\s+)?"
    r"(?:terpaksa\s+)?di[a-z]+\s+(?:karena|lantaran|akibat|sebab|setelah\s+terbukti)\b"
)
"""Matches a sentence that speaks of the one action told before."""


def told_here(
    context: Context, view: View, actions: list[str], found: re.Match[str] | None = None
) -> None:
    """Claim the reason that words such as ``karena`` give in the clause of an action.

    Args:
        context: The document.
        view: The clause.
        actions: The actions of which it tells.
        found: Where it tells them, if it is the first to do so.
    """
    spans = [one for cause in _CAUSE.finditer(view.masked) if (one := _why(view, cause, found))]
    if not spans and found is not None:
        spans = _results(view, found)
    if not spans:
        told_later(context, view, actions, view.offset(found.start()) if found else -1)
    for action in actions:
        its = spans if not _NO_SANCTION.search(action) else []
        its = [one for one in its if _is_of(context, view, action, one, len(spans))]
        if len(its) == 1:
            _give(context, view, action, its[0])


# "mesnya tidak layak sehingga PT A ditegur", "P3MI yang menelantarkan pekerja akhirnya dicabut"
_SO = Pattern(
    r"(?i)(?:^|[,;]\s+)(?P<why>[^,;]{8,140}?)\s*,?\s+(?:sehingga|hingga\s+akhirnya|akibatnya)\s"
)


def _results(view: View, found: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the fault stands of which an action is told as the result."""
    before = view.masked[: found.end()]
    made = []
    for rule in (_SO, _WHO_DID):
        fault = rule.search(before)
        if fault is not None and _FAULTS.search(fault["why"]) and not _IF.search(fault["why"]):
            made.append(fault.span("why"))
    return made[:1]


_NO_SANCTION = Pattern(r"-(?:restored|expired|extended|issued)-")


def _why(view: View, cause: re.Match[str], found: re.Match[str] | None) -> tuple[int, int] | None:
    """Return where the words for a reason stand in the masked text, or ``None``."""
    masked, start = view.masked, cause.end()
    if who := _WHO.match(masked, start):
        start = who.end()
    if cause[0].casefold().startswith("ketahuan") and not _FREE.search(masked[: cause.start()]):
        return None
    below = _BELOW.search(masked[: cause.start()])
    if below is not None and not _SANCTION.search(below[0]):
        return None
    stop = _STOP.search(masked, start)
    end = stop.start() if stop else len(masked)
    if found is not None and start < found.start():
        end = min(end, _main_clause(masked, start, found.start()))
    end = len(masked[:end]) - len(_tail(masked[start:end]))
    words = view.text[view.offset(start) : view.offset(end)]
    if not _SHORTEST <= len(words) <= _LONGEST or _NO_REASON.search(words):
        return None
    return start, end


# "sanksi atas pekerjanya yang ditahan karena memakai visa turis": why they were held.
_BELOW = Pattern(r"\byang\s+(?:me|di|ter)[a-z]+\b[^,;]*$")
_SANCTION = Pattern(
    r"(?i)\b(?:dicabut|diskors|dibekukan|dijatuh\w+|dikena\w+|dihentikan|ditegur|diberi|diganjar|dihukum|disanksi|sanksi|skorsing|diperingatkan)\b"
)
# "Ketahuan memungut biaya, PT A diskors": no other verb has it.
_FREE = Pattern(r"(?:^|,\s+|⟩\s+)$")


def _main_clause(masked: str, start: int, verb: int) -> int:
    """Return where a cause that stands first ends: before the clause of the action."""
    main = _MAIN.search(masked, start, verb + 1)
    return main.start() if main else max(masked.rfind(", ", start, verb), start)


def _tail(words: str) -> str:
    found = _TAIL.search(words)
    return found[0] if found else ""


def _is_of(context: Context, view: View, action: str, span: tuple[int, int], count: int) -> bool:
    """Whether a reason is the one of an action's company, where several companies are named."""
    firms = [item for item in view.items if is_firm(item)]
    start, end = view.offset(span[0]), view.offset(span[1])
    outside = [item for item in firms if not start <= item.start < end]
    own = shares.held(context, action)
    before = [item for item in outside if item.start < start]
    if len(outside) < len(("one", "two")):
        return count == 1 or not before
    behind = [item for item in outside if item.start >= end]
    if not before or (not behind and count == 1):
        return count == 1
    # Between companies a reason is of those before it, if no other reason stands nearer.
    near = before[-1:] if count > 1 else before
    return not own.isdisjoint(context.registry.many(near))


def _give(context: Context, view: View, action: str, span: tuple[int, int]) -> None:
    start, end = view.offset(span[0]), view.offset(span[1])
    context.sink.claim(
        action, "sanctionReason", context.text[start:end], (start, end), confidence=0.85
    )


_WRONGS = (
    r"(?:(?:(?:dua|tiga|empat|berulang)\s+kali|mangkir|menolak|tidak|tak|belum|terbukti|gagal|lalai|abai|telah\s+melanggar|melanggar|kedapatan|ketahuan"
    r"|me[a-z]+(?=[^.;]{0,120}\s+padahal\b)|(?:meminjamkan|menyewakan|menjual)\s+(?:izin|nama|bendera)(?:nya)?|memungut|membebankan|memaksa|memalsukan|menelantarkan|mempekerjakan|menyekap|menipu|memotong|menggunakan|menyalahgunakan|memanipulasi|menahan\s+(?:paspor|dokumen|ijazah|gaji)"
    r"|meminta\s+(?:uang|biaya|bayaran|pungutan)|menyerahkan\s+(?:job|pekerja|calon)|memperjualbelikan|menjual|menjanjikan)\s"
    r"|(?:menempatkan|memberangkatkan|merekrut|mengirim)\s(?=[^.;]{0,120}\b(?:tanpa|secara\s+(?:non|ilegal|tidak)|ilegal|nonprosedural|moratorium|di\s+bawah\s+umur|perseorangan|visa)\b))"
)
_FAULTS = Pattern(rf"(?i)\b{_WRONGS}")
_WHO_DID = Pattern(
    rf"(?i)\b(?:P3MI|perusahaan|agensi|LPK|lembaga|⟨ORG\d+⟩)\s*,?\s+yang\s+(?P<why>{_WRONGS}[^,;]{{6,140}}?)"
    r"(?:,|\s+(?:itu|tersebut|akhirnya|resmi|kini|telah|sudah|pun)\b|\s+(?=di[a-z]{4}))"
)
_SAID = r"(?:\s*,\s+(?:kata|ujar|menurut|lanjut|jelas|tutur|ungkap|tambah)\s[^,.]{2,50},)?"
_FAULT = Pattern(
    r"(?i)(?:\b(?:perusahaan|perseroan|agensi|lembaga|balai|BLKLN|P3MI|LPK)\s[^;\"“]{0,110}?(?:itu|tersebut|dimaksud)|(?:^[\"“]|,\s+|\b(?:bahwa|beralasan)\s+)(?P<one>perusahaan|perseroan|lembaga)(?=\s)|^(?P<he>ia)(?=\s+(?:terbukti|kedapatan|ketahuan|dinilai|dianggap)\s)|^(?P<all>keduanya|ketiganya|keempatnya|kelimanya|keenamnya|mereka)"
    rf"|^hasilnya\s*,){_SAID}\s*"
    r"(?:dinilai\s+|dianggap\s+|diketahui\s+|juga\s+|ternyata\s+|disebut\s+)*"
    rf"(?P<why>{_WRONGS}[^;\"”]{{6,240}}?)(?=[;\"”]|\.(?!\d)|$)"
)


# "Penyebabnya, menurut surat itu, pemalsuan umur": whatever is told there is the cause.
_CAUSE_IS = Pattern(
    r"(?i)^(?P<all>(?!))?(?P<one>(?!))?(?:alasan|penyebab|pemicu|pelanggaran|kesalahan|dosa)(?:nya|\s+(?P<of>pencabutan|skorsing|pembekuan|sanksi)(?:\s+(?:izin(?:nya)?|itu|tersebut)){0,2}|\s+(?:perusahaan\s+)?(?:itu|tersebut))?"
    r"(?:\s*,\s+(?:kata|ujar|menurut|lanjut|jelas|tutur|ungkap)\s[^,.]{2,60},|\s*[,:]|\s+(?:adalah|ialah|yakni|yaitu|karena))\s*(?:perusahaan(?:\s+(?:itu|tersebut))?\s+)?"
    r"(?P<why>(?!(?:belum|masih|kami|kita|saya|pihaknya|tidak\s+(?:di|ada))\b)[^;\"”]{8,240}?)(?=[;\"”]|\.(?!\d)|$)"
)


# "belum memberikan tanggapan", "tidak mengajukan banding": what came of it is no cause.
_SILENT = Pattern(
    r"(?i)\b(?:(?:ber)?komentar|menanggapi|tanggapan|menjawab(?:an)?|dihubungi|(?:me)?respons?|konfirmasi|(?:mem)?beri(?:kan)?\s+(?:keterangan|penjelasan)|banding|keberatan|(?:meng)?gugat(?:an)?|dikenai\s+sanksi)\b"
)


# "dapat dicairkan apabila kewajiban itu tidak dipenuhi": what may be is no fault.
_IF = Pattern(r"(?i)\b(?:apabila|jika|bila|kalau|seandainya|dapat|bisa|akan)\b")


def told_later(context: Context, view: View, actions: list[str], told_at: int = -1) -> None:
    """Read the fault that the sentence behind an action, or of it, names.

    Args:
        context: The document.
        view: The sentence.
        actions: The actions that were told.
        told_at: Where the sentence itself tells them; a fault of which they are part is no reason.
    """
    text = view.sentence.text
    found = _CAUSE_IS.match(text) or _FAULT.search(text)
    if found is None or _IF.search(view.sentence.text[: found.start("why")]):
        return
    who = context.views[max(0, view.sentence.number - 1)] if found.groupdict().get("he") else None
    if who is not None and (who.names_people or view.names_people):
        return
    size = (
        1
        if found["one"] or who is not None
        else SIZES.get((found["all"] or "").casefold(), len(actions))
    )
    why = found["why"].strip(" ,")
    start = view.sentence.start + found.start("why")
    if start <= told_at < start + len(why) or _SILENT.search(why):
        return
    if kind := _KINDS.get(found.groupdict().get("of") or ""):
        actions, size = _of_kind(context, kind, actions), 1
    is_further = len(actions) == 1 and _FURTHER.search(text[: found.start("why")])
    for action in actions if size == len(actions) else ():
        if is_further or sanction_lists.is_open(context, action, why):
            context.sink.claim(
                action, "sanctionReason", why, (start, start + len(why)),
                voice=context.voice(start), confidence=0.75,
            )  # fmt: skip


# "Kementerian juga menyatakan bahwa perusahaan itu tidak ...": one more than was told.
_FURTHER = Pattern(r"(?i)\b(?:juga|pula|selain\s+itu)\b")
_KINDS = {"pencabutan": "-revoked-", "skorsing": "-suspended-", "pembekuan": "-suspended-"}


def _of_kind(context: Context, kind: str, actions: list[str]) -> list[str]:
    """Return the actions of a kind on the companies of some: ``Alasan pencabutan ialah``."""
    companies = {one for action in actions for one in shares.held(context, action)}
    known = dict.fromkeys(context.events.get("LicenceAction", []))
    return [a for a in known if kind in a and shares.held(context, a) & companies]


_EACH_FAULT = r"(?:[^.;\"”]|\.(?=\d)){8,200}?"


_IN_ORDER = Pattern(
    rf"(?i)^[\"“]?(?:yang|perusahaan)\s+pertama\s+(?P<one>{_EACH_FAULT})(?:,\s*|;\s*|\s+)"
    rf"(?:sedangkan|sementara|dan|adapun)\s+(?:yang|perusahaan)\s+kedua\s+(?P<two>{_EACH_FAULT})(?=[.;\"”]|$)"
)


_FAULTY = Pattern(
    r"(?i)(?:(?:tidak|belum|gagal|lalai|mangkir|melanggar|kedapatan|terbukti|diketahui|dinilai|ternyata|memungut|menempatkan)\b)"
)


def in_order(context: Context, view: View, actions: list[str]) -> None:
    """Claim the faults of two companies: ``Yang pertama belum ..., sedangkan yang kedua ...``."""
    found = _IN_ORDER.search(view.sentence.text)
    if found is None or len(actions) != len(("one", "two")):
        return
    for action, group in zip(actions, ("one", "two"), strict=True):
        why = found[group].strip(" ,")
        if not _FAULTY.match(why) or "sanctionReason" in context.sink.told_of(action):
            continue
        start = view.sentence.start + found.start(group)
        span, voice = (start, start + len(why)), context.voice(start)
        context.sink.claim(action, "sanctionReason", why, span, voice=voice, confidence=0.78)


# What is no fault, such as "PT A belum menanggapi", is not listed.
# "PT A terbukti memungut biaya, sementara PT B tidak lagi memiliki modal": each has its fault.
_OWN_FAULT = pattern(
    r"(?P<companies>{ORG}(?:\s*\([^)⟨]{1,20}\))?(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+){ORG}(?:\s*\([^)⟨]{1,20}\))?)*)"
    r"(?:\s*,\s+(?:yang\s+)?ber(?:alamat|kantor|lokasi|domisili|kedudukan|markas)\b(?:[^.;⟨]|⟨LOC\d+⟩){3,90},)?\s+"
    r"(?:dinilai\s+|dianggap\s+|disebut\s+|diketahui\s+|ternyata\s+|juga\s+|sama-sama\s+)*(?P<why>(?:(?:terbukti|memungut|memaksa|memalsukan|menelantarkan|menyekap|menahan\s+(?:paspor|dokumen|ijazah|gaji)|mempekerjakan|memanipulasi|menyalahgunakan|memotong|(?:tidak|tak|belum)\s+(?:lagi\s+|juga\s+|kunjung\s+)?"
    r"(?:memiliki|punya|mempunyai|memenuhi|menempatkan|memberangkatkan|mengembalikan|membayar|menyelesaikan|melaksanakan|menyerahkan"
    r"|melaporkan|mampu|melindungi|memperpanjang|menjalankan|memulangkan|menambah|menyetor|melunasi|mencairkan|mendaftarkan"
    r"|memperbarui|mengurus|mengasuransikan|memfasilitasi)|gagal|lalai|melanggar|kedapatan|mangkir|telah\s+melanggar)\s"
    r"|(?:menempatkan|memberangkatkan|merekrut|mengirim)\s(?=[^.;]{0,120}\b(?:tanpa|secara\s+(?:non|ilegal|tidak))\b))"
    r"(?:(?!,\s+(?:sementara|sedangkan|adapun|dan\s+⟨ORG))[^.;\"”]|\.(?=\d)){6,200})"
)

# A line of a list, such as "1. PT A (Malang) - menahan ijazah 17 calon pekerja".
_ENTRY = pattern(
    r"(?:\(?\d{1,2}[.)]|[-–•*])\s*(?P<companies>{ORG})(?:\s*\((?:[^)⟨]|⟨LOC\d+⟩){1,40}\))?\s*[-–—:]\s+"
    r"(?P<why>(?:terbukti|tidak|tak|belum|gagal|lalai|me[a-z]{5,})\s[^;\"”]{8,200})"
)


def faults(context: Context, view: View) -> None:
    """Claim as reasons what sanctioned companies are said to have done or left undone."""
    is_told = view.sentence.role in (Role.BODY, Role.CAPTION)
    listed = _ENTRY.match(view.masked)
    told = _OWN_FAULT.finditer(view.masked) if is_told and not listed else ()
    for found in (listed,) if listed else told:
        companies = context.registry.many(
            view.within(found.start("companies"), found.end("companies"), Kind.ORG)
        )
        start, end = view.span(found, "why")
        why = context.text[start:end].strip(" ,.")
        if _NO_REASON.search(why) or _SILENT.search(why):
            continue
        for action in latest(context, view, companies):
            if sanction_lists.is_open(context, action, why):
                voice = context.voice(start)
                span = start, start + len(why)
                context.sink.claim(
                    action, "sanctionReason", why, span, voice=voice, confidence=0.75
                )


def latest(context: Context, view: View, companies: list[str]) -> list[str]:
    """Return for each company the sanction told last before a sentence ends, else its first."""
    made: list[str] = []
    for company in companies:
        claims = context.sink.claims.values()
        held = [c for c in claims if c.property == "concernsCompany" and c.value == company]
        its = sorted((c.start, c.subject) for c in held if not _NO_SANCTION.search(c.subject))
        before = [action for start, action in its if start < view.sentence.end]
        made += before[-1:] or [action for _, action in its[:1]]
    return made
