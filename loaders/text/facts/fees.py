"""What would-be migrants were asked for or paid: ``dipungut Rp 6,5 juta``, ``biaya Rp 45 juta``.

Owns the verbs and nouns of fees. Refuses pay, fines, ransoms, sums given back, what the accused
pay each other, and to convert other currencies: their sums stay as printed.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import promises, reality, sum_terms
from loaders.text.facts.accused import is_accused
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_FEE = pattern(
    r"(?i:\b(?P<verb>diminta\s+(?:untuk\s+)?(?:membayar|menyetor(?:kan)?|menyerahkan|mentransfer)"
    r"|membayar(?:kan)?(?!\s+(?:mereka|para|sang|si|calo|sponsor|sopir|agen|perekrut|tersangka|pelaku|ibu|keluarga|ia|dia)\b)|menyetor(?:kan)?|menyerahkan|dimintai?|dipungut|biaya(?:nya)?|dibebani|dibebankan|ditarik|setor|bayar|menarik|menagih|memungut"
    r"|meminta|mematok|dipatok|mahar|setoran|mentransfer|transfer|ditransfer|mengirim(?:kan)?|dikenai|dikenakan|mengenakan|membebankan|ditagih|merogoh"
    r"|mengutip|dikutip|ongkos|tarif(?:nya)?|mengeluarkan|melunasi|mencicil|seharga|menghabiskan|menggelontorkan|uang\s+(?:muka|pangkal|pendaftaran|jaminan|tanda\s+jadi|administrasi)|pelunasan|DP"
    r"|uang\s+yang\s+(?:diminta|dipungut|ditarik|harus\s+di[a-z]+)(?:\s+(?:tidak|tak)\s+sedikit)?))"
    r"(?:[\s,:]+(?!(?:gaji|upah|denda|restitusi|keuntungan|kerugian|tebusan|utang|pinjaman|santunan|tidak|belum|dan|dengan(?!\s+(?:jumlah|nominal|besaran|biaya|tarif|harga|nilai)\b)|karena|sehingga"
    r"|padahal|setelah|bahwa|tetapi|hanya|pajak)\b)(?:[a-z][a-z-]*|[A-Z]{2,5}|⟨LOC\d+⟩(?!\s+yang)|(?<=tersangka\s)⟨(?:PER|INI)\d+⟩(?:\s*\(\d\d\))?)){0,8}[\s,:\"“”]+{MON:money}"
)
# "Uang Rp 15 juta disetor korban": the sum stands first.
_PAID_IN = pattern(
    r"{MON:money}(?:(?!⟨MON|\b(?:yang|tidak|belum|akan)\b)[^.;:\"“]){0,40}?\b(?P<verb>disetor(?:kan)?|dibayar(?:kan)?|diserahkan|ditransfer|dikirim(?:kan)?)"
    r"\s+(?:oleh\s+)?(?:para\s+)?(?:korban|calon|mereka|peserta|pelamar|penumpang|pendaftar|keluarga\s+korban)\b"
)
_OF_MIGRANTS = Pattern(
    r"(?i)korban|penumpang|calon|pmi|\btk[iw]\b|pekerja|mereka|tersangka|pelaku|pelapor|\bsaksi\s+(?:\w+\s+)?(?:menyerahkan|menyetor|membayar|mentransfer)|rombongan|pencari\s+kerja|pendaftar|orang\s+tua"
    r"|(?:se)?tiap\s+(?:orang|peserta|kepala|pelamar)|peserta|pelamar|kandidat|masing[\s-]masing|per\s+(?:orang|kepala)|⟨INI"
    r"|\b(?:akun|iklan|lowongan)\b"
)
_NO_FEE = Pattern(
    r"(?i)\b(?:denda|restitusi|keuntungan|kerugian|anggaran|tebusan|mengembalikan|pengembalian|dikembalikan|mengganti|penggantian|biaya\s+hidup|deposito|kompensasi|klaim|hibah|tali\s+asih|tunggakan|santunan|bantuan|pajak|sisa\s+upah"
    r"|utang|KUR|kredit|tabungan|(?:menjual|dijual|membeli|dibeli)\b[^.;]{0,40}\bseharga|(?:menjual|dijual)(?!\s+(?:tanah|sawah|rumah|motor|ternak|sapi|kebun|perhiasan|emas))|dihargai)\b"
)
_RANGE = Pattern(r"\s+(?:dan|hingga|sampai)\s+⟨MON")
# "Untuk Malaysia Rp 5 juta per kepala, sedangkan untuk Singapura Rp 9 juta".
_LISTED = pattern(
    r"{MON:first}(?:\s+(?:per|tiap)\s+(?:kepala|orang))?\s+(?:untuk|ke|bagi)\s+(?:(?:tujuan|negara|penempatan|ke|di)\s+){0,2}{LOC:to}"
    r"|\b(?i:untuk|ke|tujuan)\s+(?:(?:tujuan|negara|penempatan|ke|di)\s+){0,2}{LOC:place}(?:\s+(?:sebesar|senilai|dipatok|seharga|mencapai))?,?\s+{MON:money}"
)
_LIST_OF_FEES = Pattern(
    r"(?i)\b(?:biaya|tarif|ongkos|dimintai?|dipatok|mematok|dipungut|memungut|setor\w*|membayar|harga)\b"
)


def find(context: Context) -> None:
    """Find the fees that body sentences tell of; runs after offers and payments are read."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _find(context, view)


def _find(context: Context, view: View) -> None:
    if "⟨MON" not in view.masked or promises.is_advice(view) or _listed(context, view):
        return
    if is_ransom(context, view):
        return
    is_of_offer = promises.is_beside(context, view)
    if not (is_of_offer or _OF_MIGRANTS.search(view.masked + view.sentence.text)):
        return
    for rule in (_FEE, _PAID_IN):
        for found in rule.finditer(view.masked):
            _fee(context, view, found)


def is_ransom(context: Context, view: View) -> bool:
    """Whether a sentence tells of a ransom, or of what kin paid when one was asked before."""
    if _RANSOM.search(view.masked):
        return True
    number = view.sentence.number
    is_kept = any(_KEPT.search(v.masked) for v in context.views[number + 1 : number + 2])
    before = context.views[max(0, number - 2) : number]
    is_theirs = is_kept or _KIN_PAYS.search(view.masked) or _VICTIM_PAYS.search(view.masked)
    return is_kept or bool(is_theirs and any(_RANSOM.search(v.masked) for v in before))


def _fee(context: Context, view: View, found: re.Match[str]) -> None:
    item = view.item(found, "money")
    near = view.masked[max(0, found.start() - 40) : found.end()]
    if _PROOF.search(view.masked[: found.start()]) or _IN_ALL.search(found[0]):
        return
    if _GIVEN.search(view.masked[: found.start()]):
        return
    if _NO_FEE.search(near) or _TO_THEM.search(near) or item is None or reality.is_rumour(view):
        return
    if not isinstance(item.value, Money) or _is_paid(context, item):
        return
    if not _is_told(view, found) or _is_dealers(context, view, found):
        return
    start, end = found.span("money")
    worth = _WORTH.match(view.masked, end) if item.value.idr is None else None
    if worth:
        item, end = view.item(worth, "money") or item, worth.end()
    span = view.offset(found.start()), item.end
    offer = promises.offer_of(context, view, span)
    # "antara Rp 18 juta dan Rp 30 juta" is no one amount, 800 ringgit are no rupiah: kept in their
    # words alone.
    has_number = _RANGE.match(view.masked, end) is None and bool(item.key)
    if has_number:
        _claim(context, offer, item, span)
    voice = context.voice(span[0]).as_("alleged")
    is_whole = has_number and not worth
    sum_terms.claim(context, view, offer, (start, end), voice, has_number=is_whole)


# "RM1.200 atau setara Rp4,2 juta", "RM1.200 (Rp4,2 juta)": what a foreign sum is worth.
_WORTH = pattern(
    r"(?:\s+per\s+(?:orang|kepala))?\s*[,(=]?\s*(?:(?:atau|setara|sekitar|sama|dengan|senilai|kurang|lebih|kira-kira|jika|bila|dirupiahkan|dikurskan)\s+){0,6}{MON:money}\)?"
)


# "dijanjikan uang muka Rp 5 juta": they get it.
_GIVEN = Pattern(
    r"(?i)\b(?:(?:di|men)janjikan|diberi(?:kan)?|memberi(?:kan)?|diiming\S*)\s+(?:\w+\s+)?$"
)
# "setoran total Rp 1,7 miliar": of all together, which nobody was asked for.
_IN_ALL = Pattern(r"(?i)\b(?:total(?:nya)?|keseluruhan|seluruhnya|akumulasi)\b")
# "menyita bukti transfer senilai Rp45 juta": a slip of paper.
_PROOF = Pattern(r"(?i)\b(?:bukti|kuitansi|struk|resi|slip|catatan)\s+$")
# "Kepada orang tuanya ia menyerahkan Rp 2 juta": what the family gets is no fee.
_TO_THEM = Pattern(
    r"(?i)\bkepada\s+(?:para\s+|pihak\s+)?(?:orang\s+tua|keluarga|korban|suami|istri|ibu|ayah|bapak|mereka|anak|calon|ahli\s+waris)"
)


# What is paid for somebody's freedom is no fee.
_RANSOM = Pattern(
    r"(?i)\b(?:tebusan|menebus|ditebus|ganti\s+rugi|(?:jika|bila|kalau|apabila)\s+(?:(?:korban|mereka|ia|dia|anak\w*)\s+)?(?:ingin|mau|hendak)\s+(?:bisa\s+)?(?:pulang|keluar|bebas|berhenti|kembali)|(?:agar|supaya)\s+(?:\w+\s+){0,3}(?:dilepas(?:kan)?|dibebaskan|dipulangkan|bisa\s+pulang|selamat))\b"
)
# "Ia diminta tebusan. Keluarga sudah mengirim Rp 10 juta": what they sent is no fee either.
_KIN_PAYS = Pattern(r"(?i)\b(?:keluarga|orang\s+tua|suami|istri|ayah|ibu|kakak|adik)(?:nya)?\b")
# "Korban harus membayar Rp 10 juta. Ia masih ditahan hingga itu dipenuhi."
_VICTIM_PAYS = Pattern(r"(?i)\bkorban\b(?:\s+[\w⟨⟩]+){0,3}\s+(?:harus|wajib|diminta|diharuskan)\b")
_KEPT = Pattern(
    r"(?i)\b(?:ditahan|disekap|disandera|dikurung)\b[^.]{0,40}\b(?:hingga|sampai|sebelum|jika|kalau)\b"
)
# "Agensi di Singapura membayar Rp 30 juta": what those who deal in people pay is no fee.
_PARTY = pattern(
    r"(?i:\b(?:(?P<dealer>agensi|agen|majikan(?:nya)?|sindikat|jaringan|bos(?:nya)?|juragan|pemodal|tersangka|terdakwa|pelaku|pihak\s+perusahaan)"
    r"|korban(?:nya)?|calon|pekerja|mereka|penumpang|peserta|orang|pelamar|keluarga(?:nya)?|saksi|pelapor|pmi|tki|tkw|ia|saya)\b)|{PER:named}"
)
_GIVING = Pattern(
    r"(?i)(?:membayar|menyerahkan|menyetor|mentransfer|mengirim|mengeluarkan|melunasi|mencicil)"
)
_ASKED = Pattern(
    r"(?i)\b(?:meminta|menyuruh|mewajibkan|mengharuskan|oleh|kepada|dari|diminta|lewat|melalui)\b[^.;,]{0,40}$"
)


def _is_dealers(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether those who deal in people are the subject of a verb of giving."""
    if not _GIVING.match(found["verb"]):
        return False
    start = max(view.masked.rfind(mark, 0, found.start()) for mark in ";,:") + 1
    parties = list(_PARTY.finditer(view.masked, start, found.start()))
    if not parties or _ASKED.search(view.masked[: found.start()]):
        return False
    last = parties[-1]
    is_his = last["named"] and is_accused(context, context.registry.of(view.item(last, "named")))
    return bool(last["dealer"] or is_his)


# "tidak membayar", "tidak benar ada setoran": what was not asked for.
_DENIED = Pattern(
    r"(?i)\b(?:tidak|tak|tanpa|belum|bukan|jika|kalau|apabila|bila)\s+(?:(?!(?:setelah|usai|lalu|kemudian|dengan|dan)\b)\w+\s+){0,2}$"
)


def _is_told(view: View, found: re.Match[str]) -> bool:
    """Whether the fee is not denied and not only supposed."""
    return _DENIED.search(view.masked[: found.start()]) is None


def _is_paid(context: Context, item: Item) -> bool:
    """Whether an amount is what somebody named paid another: no fee."""
    claims = context.sink.claims
    paid = {
        c.subject for c in claims.values() if c.property == "amountIdr" and c.start == item.start
    }
    payers = {c.value for c in claims.values() if c.property == "payer" and c.subject in paid}
    return any(context.sink.entities[one].cls != "Group" for one in payers)


def _claim(context: Context, offer: str, item: Item, span: tuple[int, int]) -> None:
    value = item.value
    amounts = (value.idr, value.upper_idr) if isinstance(value, Money) else ()
    voice = context.voice(span[0]).as_("alleged")
    for amount in amounts:
        if amount is not None:
            printed = f"{amount.normalize():f}"
            context.sink.claim(
                offer, "feeIdr", printed, span, voice=voice, original=item.text, confidence=0.85
            )


def _listed(context: Context, view: View) -> bool:
    """Claim an offer for each country of a list of fees; whether there is such a list."""
    rows = list(_LISTED.finditer(view.masked))
    number = view.sentence.number
    before = context.views[number - 1].masked if number else ""
    if len(rows) < 2 or not _LIST_OF_FEES.search(before + view.masked):
        return False
    made = False
    for found in rows:
        money = view.item(found, "first") or view.item(found, "money")
        place = view.item(found, "to") or view.item(found, "place")
        id_ = context.registry.of(place)
        if place is None or money is None or not promises.is_foreign(place, id_):
            continue
        span = view.span(found)
        offer = promises.offer_of(context, view, span, is_new=True)
        where = place.start, place.end
        voice = context.voice(span[0]).as_("alleged")
        context.sink.claim(
            offer, "destination", id_, where, is_object=True, voice=voice, confidence=0.82
        )
        _claim(context, offer, money, span)
        made = True
    return made
