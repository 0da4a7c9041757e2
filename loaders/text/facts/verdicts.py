"""Verdicts: who was tried where, the sentence, fine, restitution, article; no demands.

Owns the difference between what a court pronounced and what the prosecution asked for, and
between a prison term and the term that stands in for a fine (``subsider``).
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import acquitted, appeals, punished, reality, rulings
from loaders.text.facts.appeals import months_of
from loaders.text.facts.groups import group
from loaders.text.facts.pronounced import GUILTY, articles, of_last, setting, verdict_of
from loaders.text.facts.stages import claim_stage
from loaders.text.holdings import FIRMS
from loaders.text.kin import OF_KIN
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

IS_VERDICT = Pattern(
    r"(?i)\b(?:(?:memvonis|divonis)(?!\s+(?:bebas|lepas|onslag))|memutus(?:kan)?\s+bersalah|(?:menghukum|memvonis|mengganjar)nya(?!\s+(?:bebas|lepas|onslag))|menjatuhkan\s+(?:vonis|hukuman|pidana|putusan|denda)"
    r"|dijatuhi\s+(?:hukuman|vonis|pidana)|menghukum|dihukum|mengganjar|diganjar"
    r"|vonis(?!\s+(?:bebas|lepas)|(?:nya)?\s+(?:dijadwalkan|diagendakan|ditunda|diundur|akan|bakal)\b)"
    r"(?=[^.;]{0,60}(?:⟨DUR|\bdijatuhkan|\bbersalah))|amar\s+putusan|dinyatakan\s+(?:telah\s+|terbukti|bersalah|melanggar(?=\s+⟨LAW))|menyatakan\s+(?:para\s+)?terdakwa"
    r"(?:\s+⟨[A-Z]{3}\d+⟩)?(?:\s+telah)?\s+(?:terbukti|bersalah))\b"
)
"""Matches words that a court pronounced something."""
DEMAND = Pattern(
    r"(?i)\b(?:menuntut|dituntut|tuntutan|ancaman|diancam|terancam|meminta\s+majelis"
    r"|(?:jaksa|jpu|penuntut\s+umum)(?:\s+(?:juga|turut|pun|sebelumnya|hanya))*\s+(?:meminta|memohon))"
    r"\b"
)
"""Matches words that somebody asked a court for something."""
FOUND = Pattern(
    r"(?i)\b(?:hakim|majelis|pengadilan)\b[^.;]{0,60}\b(?:menyatakan|menilai|berpendapat|menyimpulkan|meyakini)\b"
    r"(?:(?!\b(?:tidak|tak|belum|jaksa)\b)[^.;]){0,60}\b(?:melanggar|bersalah)\b"
    r"|^[\"“]?pasal\s+yang\s+(?:dinyatakan\s+)?(?:telah\s+)?(?:terbukti|dilanggar)\b"
    r"|^[\"“]?(?:majelis(?:\s+hakim)?|hakim|pengadilan)\s+(?:(?:kala|saat|ketika)\s+itu\s+|juga\s+)?(?:menerapkan|menggunakan|memakai|mengenakan)\s+pasal\b"
)
"""Matches words, of the sentence as it is, that a court found what articles were broken."""
_HEARING = Pattern(
    r"(?i)\b(?:sidang|putusan|vonis|diputus(?:kan)?|diucapkan)\b[^.⟨\"“”]{0,60}(?:⟨[A-Z]{3}\d+⟩[^.⟨\"“”]{0,30}){0,3}⟨DAT(\d+)⟩"
)
_DEFENDANT = pattern(
    r"\b(?:[Tt]erdakwa|terhadap|kepada|[Mm]emvonis|[Mm]enghukum|[Mm]engganjar|bersalah)\s+"
    r"(?:para\s+)?(?:(?:terdakwa|perekrut|calo|sponsor|tekong|nakhoda|mantan|eks|pemilik|pengurus|lapangan|seorang|pria|perempuan|bernama|berinisial)\s+){0,4}(?P<who>{PER}(?:\s*\([^)⟨]{0,14}\))?(?:\s*(?:,|dan"
    r"|serta|,\s*dan)\s*{PER}(?:\s*\([^)⟨]{0,14}\))?)*)"
)
_SUBJECT = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,14}\))?(?:\s*(?:,|dan|serta|,\s*dan)\s*{PER}"
    r"(?:\s*\([^)⟨]{0,14}\))?)*)(?:[^⟨.]|⟨(?!PER|INI|ORG)[A-Z]{3}\d+⟩){0,100}?\s(?:divonis|dihukum|dijatuhi|diganjar|dinyatakan"
    r"|mendapat\s+(?:vonis|hukuman))\b"
)
_TERM = pattern(
    r"{DUR:first}(?:\s+(?:dan\s+)?{DUR:second})?\s*(?:pidana\s+|kurungan\s+)?"
    r"(?P<kind>penjara|kurungan|bui)?"
)
_STANDIN = Pattern(
    r"(?i)(?:subsid(?:e|ai)r|diganti|pengganti|apabila|jika|dengan\s+ketentuan"
    r"|kurungan)[^⟨]{0,60}$"
)
_FINE = pattern(
    r"\b(?:[Dd]i|[Mm]en)?[Dd]enda(?:\s+pidana)?(?:\s+masing-masing)?(?:\s+(?:dari\s+(?:semula\s+)?{MON}\s+)?menjadi)?"
    r"(?:\s+(?:bagi|untuk|terhadap|kepada)\s+(?:terdakwa\s+)?{PER})?(?:\s+(?:ditetapkan|dijatuhkan|adalah))?"
    r"(?:\s+(?:sebesar|senilai|sejumlah))?\s+{MON:amount}"
)
# "Majelis menolak permohonan restitusi senilai ...": what is asked for is not awarded.
_RESTITUTION = pattern(
    r"(?<!permohonan\s)(?<!tuntutan\s)(?<!pengajuan\s)(?<!menolak\s)"
    r"\b[Rr]estitusi(?:\s+[^⟨.]{0,50}?)?(?:⟨CNT\d+⟩[^⟨.]{0,20}?)?\s*(?:sebesar|senilai|sejumlah)?\s+{MON:amount}"
)

_ASKED = Pattern(
    r"(?i)\b(?:meminta|memohon(?:kan)?|mengajukan|diajukan|dimohonkan|menuntut|dituntut)\s+(?:pembayaran\s+|agar\s+|supaya\s+)?$"
)
# "Jaksa meminta restitusi Rp 412 juta. Namun, majelis hanya mengabulkan Rp 268 juta"
_GRANTED = pattern(
    r"\b(?:me(?:ngabulkan|netapkan|mutuskan)|dikabulkan)\s+(?:(?:hakim|majelis|sebagian|hanya|sebesar|senilai|sejumlah|sebanyak|yakni|yaitu)[\s,]+){0,3}{MON:amount}"
)


def find(context: Context) -> None:
    """Find the verdicts that body sentences tell of."""
    current = ""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        current = appeals.find_in(context, view) or current
        if appeals.is_read(view):
            continue
        if _PAST.search(view.masked) or _CIVIL.search(view.masked):
            continue
        is_free = acquitted.find_in(context, view)
        if made := punished.find_in(context, view, current):
            current = made
            continue
        if appeals.is_compared(view):
            continue
        found = IS_VERDICT.search(view.masked)
        if found and not _is_demand(view, found.start()) and reality.is_real(view, found.start()):
            current = _pronounced(context, view, found, current)
        if found is None and not is_free and current and not DEMAND.search(view.masked):
            _continued(context, view, current)


# Who owes damages to somebody who sued is convicted of nothing.
_CIVIL = Pattern(r"(?i)\b(?:perdata|gugatan|penggugat|tergugat|wanprestasi|pailit|kepailitan)\b")
# "KR pernah dihukum dalam kasus serupa pada 2016": another matter, long over.
_PAST = Pattern(
    r"(?i)\b(?:pernah|sempat)\s+(?:\w+\s+)?(?:divonis|dihukum|dipidana|dipenjara|menjalani)\b|\bresidivis\b|\bkasus\s+(?:serupa|lain)\b"
)


def _is_demand(view: View, at: int) -> bool:
    before = view.masked[max(0, at - 60) : at]
    if re.search(
        r"(?i)\b(?:jaksa|jpu|penuntut\s+umum|dakwaan|tuntutan(?:nya)?)\b[^.]{0,40}$", before
    ):
        return True
    return bool(DEMAND.search(before)) and "hakim" not in before.casefold()


# "dua perekrut yang bekerja untuk Yeremias, Ani dan Budi, dijatuhi": not Yeremias.
_FOR = Pattern(r"\b(?:bekerja\s+untuk|milik)\s+$")


def _defendants(context: Context, view: View) -> list[tuple[Item, str]]:
    for rule in (_DEFENDANT, _SUBJECT):
        if found := rule.search(view.masked):
            items = view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS)
            # "Rekan Yusnidar, Zulkifli, divonis": the second alone.
            items = [i for i in items if not OF_KIN.search(context.text[: i.start][-30:])]
            items = [
                i for i in items if not _FOR.search(context.text, max(0, i.start - 24), i.start)
            ]
            held = [(i, id_) for i in items if (id_ := context.registry.of(i))]
            made = [(i, id_) for i, id_ in held if id_ not in context.registry.posts_of]
            made = [(i, id_) for i, id_ in made if not acquitted.is_free(context, id_)]
            if made:
                return made
    return _pronoun(context, view) or _firm(context, view) or _sole(context, view)


# "PT A dihukum denda Rp2 miliar": a firm that is tried; one without a licence was not.
_FIRM = pattern(
    r"{ORG:before}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:juga|turut|telah|itu)\s+){0,2}(?:divonis|dihukum|dijatuhi|diganjar|dipidana)\b"
    r"|\b(?:menghukum|memvonis|mengganjar|kepada|terhadap|[Tt]erdakwa)\s+(?:korporasi\s+|perusahaan\s+|terdakwa\s+){0,2}{ORG:behind}"
)
_ADMINISTRATIVE = Pattern(r"(?i)\b(?:skorsing|izin|lisensi|sanksi|administrati\w+|kementerian)\b")


def _firm(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the company on which a court of the document pronounces a penalty."""
    found = _FIRM.search(view.masked)
    item = (view.item(found, "before") or view.item(found, "behind")) if found else None
    is_court = any(one.cls == "Court" for one in context.registry_items)
    if item is None or item.cls not in FIRMS or not is_court or _ADMINISTRATIVE.search(view.masked):
        return []
    id_ = context.registry.of(item)
    return [(item, id_)] if id_ else []


def _sole(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return the one defendant of the document where the court's sentence names nobody."""
    people = [i for i in view.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    named = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
    held = {
        claim.value
        for claim in context.sink.claims.values()
        if claim.property == "stageOf"
        and claim.subject.endswith("-defendant")
        and claim.start < view.sentence.start
    }
    if named or len(held) != 1 or not _COURT.match(view.masked):
        return []
    start = view.sentence.start
    return [(Item(start, start + 1, context.text[start], Kind.PERSON), held.pop())]


_HIM = Pattern(
    r"\b(?:(?:menghukum|memvonis|mengganjar|menjatuhi)nya\b|(?:menghukum|memvonis|mengganjar|menjatuhi)\s+"
    r"(?:perempuan|wanita|pria|lelaki|terdakwa|ibu|bapak)\s[^⟨.,]{0,30}?(?:itu|tersebut)\b)"
)
_COURT = Pattern(
    r"^(?:Majelis|Hakim|Terdakwa|Pengadilan|Dalam\s+(?:amar\s+)?putusan|Putusan|Vonis)\b"
)


# "saat hakim membacakan putusan atas dirinya": the next paragraph goes on about him.
_OF_HIM = Pattern(
    r"(?i)\b(?:putusan|vonis|tuntutan)\s+(?:atas|terhadap|untuk)\s+(?:diri)?nya\b|\batas\s+dirinya\b"
)


def _pronoun(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return whom ``Ia divonis`` means: the one person of the sentence before."""
    number = view.sentence.number
    if (
        not re.match(
            r"(?:Ia|Dia)\s+(?:juga\s+)?(?:divonis|dihukum|dijatuhi|diganjar|dinyatakan\s+(?:terbukti\s+)?bersalah)",
            view.masked,
        )
        or not number
    ):
        return []
    before = context.views[number - 1]
    is_near = before.sentence.block == view.sentence.block or _OF_HIM.search(before.masked)
    people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    ids = [id_ for id_ in context.registry.many(people) if id_ not in context.registry.posts_of]
    if len(ids) != 1 or not is_near:
        return []
    start = view.sentence.start
    end = start + len(view.masked.split()[0])
    context.anaphors[start, end] = ids[0]
    return [(Item(start, end, context.text[start:end], Kind.PERSON), ids[0])]


def _pronounced(context: Context, view: View, found: re.Match[str], current: str) -> str:
    if not _defendants(context, view):
        # "Selain pidana badan, MA menjatuhkan denda": of the court that is named.
        current = appeals.of_court(context, view) or current
    defendants = _defendants(context, view)
    span = view.span(found)
    voice = context.voice(span[0])
    if not defendants and current and (pronoun := _HIM.search(view.masked)):
        # "Pengadilan Negeri Mataram menghukumnya 4 tahun": another court, the same defendant.
        held = {
            c.value
            for c in context.sink.claims.values()
            if c.subject == current and c.property == "defendant"
        }
        start, end = view.span(pronoun)
        item = Item(start, end, context.text[start:end], Kind.PERSON)
        defendants = [(item, id_) for id_ in sorted(held)]
    crowd = "" if defendants or current else _crowd(context, view)
    if crowd:
        # "menjatuhkan hukuman kepada keempat terdakwa": whom the text names nowhere.
        last = verdict_of(context, crowd, span)
        context.sink.claim(last, "defendant", crowd, span, is_object=True, voice=voice)
        _penalty(context, view, last, found.start())
        setting(context, view, last, found.start())
        return last
    if not defendants:
        if current and not _IS_UNKNOWN.search(view.masked[: found.end()]):
            if len(set(context.events.get("Verdict", []))) == 1:
                _penalty(context, view, current, found.start())
            _continued(context, view, current)
        return current
    last = current
    for item, id_ in defendants:
        whole = min(span[0], item.start), max(span[1], item.end)
        last = _verdict(context, view, id_, whole, current)
        context.sink.claim(last, "defendant", id_, whole, is_object=True, voice=voice)
        _penalty(context, view, last, found.start())
        setting(context, view, last, found.start())
        guilty = GUILTY.search(view.masked)
        at = view.span(guilty) if guilty else span
        claim_stage(context, id_, "convicted", at, voice)
    return last


def _crowd(context: Context, view: View) -> str:
    """Return the one group of defendants that a sentence counts, in a text that names none."""
    told = [i for i in view.items if getattr(i.value, "role", "") in ("defendant", "convict")]
    if len(told) != 1 or not view.within(0, len(view.masked), Kind.DURATION):
        return ""
    for other in context.body():
        named = [r.search(other.masked) for r in (_DEFENDANT, _SUBJECT) if other.names_people]
        people = [i for f in named if f for i in other.within(f.start("who"), f.end("who"))]
        if set(context.registry.many(people)) - set(context.registry.posts_of):
            return ""
    return group(context, view, told[0], context.voice(told[0].start))


def _verdict(context: Context, view: View, person: str, span: tuple[int, int], current: str) -> str:
    """Return the verdict on a person: the first court's if told, else the one spoken of."""
    if context.sink.scoped("evt", f"verdict-{person.partition('-')[2]}") in context.sink.entities:
        return appeals.verdict_here(context, view, person) or verdict_of(context, person, span)
    return appeals.verdict_meant(context, view, person, span, current)


# "Nakhoda KM Samudra, La Bere, dihukum": who is judged has a name that was not read.
_IS_UNKNOWN = Pattern(r"[^\s.:\"“–-]\s+[A-Z][a-z'’]+\s*,?\s+(?:[a-z]+\s+)?di[a-z]+[^⟨]*$")


def _judged(context: Context, view: View) -> list[Item]:
    """Return the people of a sentence who hold no post."""
    people = [i for i in view.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    return [i for i in people if context.registry.of(i) not in context.registry.posts_of]


def _continued(context: Context, view: View, verdict: str) -> None:
    """Read fine and restitution from a sentence that goes on about the verdict."""
    verdicts = set(context.events.get("Verdict", []))
    if len(verdicts) > 1 and (others := _judged(context, view)):
        # "membebankan restitusi kepada Ruslan": of the verdict on him, if on any.
        named = {f"verdict-{id_.partition('-')[2]}" for id_ in context.registry.many(others)}
        on_them = [one for one in verdicts if one.partition("-")[2] in named]
        if len(named) != 1 or len(on_them) != 1:
            return
        verdict = on_them[0]
    is_of_all = len(verdicts) > 1 and OF_ALL.search(view.masked)
    is_guilty = GUILTY.search(view.masked) or FOUND.search(view.sentence.text)
    if is_guilty and not is_of_all and not DEMAND.search(view.masked):
        near = of_last(context, view)
        for one in [verdict] if not near or verdict in near else near[:1]:
            articles(context, view, one)
    known = context.sink.told_of(verdict)
    if "sentenceMonths" not in known and len(verdicts) == 1 and _GIVEN_OUT.match(view.masked):
        _penalty(context, view, verdict, 0)
    if "date" not in known:
        _dated(context, view, verdict)
    if not ALL_OF_THEM.match(view.masked) and re.search(
        (
            r"(?i)\b(?:terdakwa|didenda|hakim|majelis|pengadilan|putusan|restitusi"
            r"|menjatuhkan|selain\s+(?:pidana|hukuman)|(?:wajib|diwajibkan|dibebani|dikenai|harus|diharuskan|diminta)\s+(?:mem)?(?:bayar\s+)?denda"
            r"|denda\s+(?:bagi|untuk|terhadap|kepada|⟨MON\d+⟩\s+(?:belum|sudah|telah)))\b"
        ),
        view.masked,
    ):
        for rule, prop in ((_FINE, "fineIdr"), (_RESTITUTION, "restitutionIdr")):
            _amount(context, view, verdict, rule, prop)
        if _OWED.search(f"{near_before(context, view)}{view.masked}"):
            _amount(context, view, verdict, _GRANTED, "restitutionIdr")


# A day of copies, of reports, or of a session to come is none of the verdict.
_PUT_OFF = Pattern(
    r"(?i)\b(?:salinan|diterima|menerima|dilansir|situs|laman|ditunda|dilanjutkan|dijadwalkan|digelar\s+kembali)\b"
)


def _dated(context: Context, view: View, verdict: str) -> None:
    """Read the day of a verdict from a sentence that goes on about it."""
    told = _HEARING.search(view.masked)
    if told is None or _PUT_OFF.search(view.masked):
        return
    date = view.item_number(int(told[1]))
    if len(date.key) > len("2025") and "/" not in date.key:
        span = date.start, date.end
        context.sink.claim(verdict, "date", date.key, span, original=date.text, confidence=0.8)


# What a court grants is restitution where this sentence, or the one before, asks for that.
_OWED = Pattern(r"(?i)\brestitusi\b(?![^.]*\bdenda\b)")


def near_before(context: Context, view: View) -> str:
    """Return the masked words of the sentence before in the paragraph, or empty."""
    before = context.before(view)
    return f"{before.masked} " if before else ""


# "A divonis ringan. Hukuman 1 tahun 5 bulan penjara yang dijatuhkan hakim dinilai rendah"
_GIVEN_OUT = Pattern(
    r"(?:Hukuman|Vonis|Pidana|Putusan)\s(?:pidana\s+|penjara\s+|selama\s+){0,3}⟨DUR\d+⟩[^.;]{0,160}\bdi(?:jatuhkan|putuskan|berikan)\b"
)
_YEAR = 12
_NEXT_TERM = pattern(r"\s*(?:,|,?\s+dan)\s+{DUR:next}")
# "lebih ringan dua tahun dari tuntutan": no term, a difference.
_COMPARED = Pattern(
    r"(?i)\b(?:(?:lebih\s+)?(?:ringan|berat|rendah|tinggi)|selisih|berkurang|bertambah|dipotong|dikurangi"
    r"|percobaan|selama\s+masa)\s+(?:\w+\s+)?$"
)


# "masing-masing 4 tahun dan 6 bulan": of one each or of both, nobody knows.
_MAY_BE_TWO = Pattern(r"(?i)\bmasing-masing\b[^⟨]{0,40}⟨DUR\d+⟩\s+dan\s+⟨DUR\d+⟩[^⟨]*$")
# "Vonis itu satu tahun lebih rendah daripada tuntutan"
_THAN = Pattern(r"(?i)\s*(?:lebih\s+(?:ringan|rendah|berat|tinggi|lama)|di\s+(?:bawah|atas))\b")


def _penalty(context: Context, view: View, verdict: str, at: int) -> None:
    voice = context.voice(view.offset(at))
    pronounced = rulings.terms_pronounced(context, view)
    for found in _TERM.finditer(view.masked, at):
        before = view.masked[: found.start()]
        if (
            found.start() not in pronounced
            or _MAY_BE_TWO.search(view.masked[: found.end()])
            or _STANDIN.search(before[-70:])
            or found["kind"] == "kurungan"
            or _COMPARED.search(before[-30:])
            or _THAN.match(view.masked, found.end())
            or DEMAND.search(before[at:])
        ):
            continue
        is_prison = found["kind"] or re.search(
            (
                r"(?i)(?:penjara|pidana|hukuman|vonis|divonis|memvonis|dihukum|menghukum|diganjar|mengganjar)[^⟨]{0,30}"
                r"(?:⟨[A-Z]{3}\d+⟩[^⟨]{0,24})?$"
            ),
            before,
        )
        first, second = (months_of(view.item(found, part)) for part in ("first", "second"))
        beside = _NEXT_TERM.match(view.masked, found.end())
        if max(second, months_of(view.item(beside, "next") if beside else None)) >= _YEAR:
            # "empat tahun dan dua tahun penjara": two terms, of which neither is the sum.
            break
        months = first + second
        if is_prison and months:
            context.sink.claim(
                verdict, "sentenceMonths", str(months), view.span(found), voice=voice
            )
            break
    for rule, prop in ((_FINE, "fineIdr"), (_RESTITUTION, "restitutionIdr")):
        _amount(context, view, verdict, rule, prop)


def _amount(context: Context, view: View, verdict: str, rule: Pattern, prop: str) -> None:
    for found in rule.finditer(view.masked):
        item = view.item(found, "amount")
        before = view.masked[: found.start()]
        if _last(DEMAND, before) > _last(IS_VERDICT, before):
            continue
        if rule is _RESTITUTION and _ASKED.search(before):
            continue
        if _is_of_another(context, view, verdict, before):
            continue
        if item is not None and isinstance(item.value, Money) and item.value.idr is not None:
            span = view.offset(found.start()), item.end
            context.sink.claim(
                verdict, prop, item.key, span, voice=context.voice(span[0]), original=item.text
            )


def _last(rule: Pattern, text: str) -> int:
    """Return where the last match of a rule in a text begins, or -1."""
    return max((found.start() for found in rule.finditer(text)), default=-1)


# "..., sedangkan Marthen dibebani restitusi": from here on another is spoken of.
_NEXT_CLAUSE = Pattern(r"(?:[,;]|\b)\s*(?:sedangkan|sementara|adapun)\s")
ALL_OF_THEM = Pattern(
    r"^(?:Selain\s[^,]*,\s+|(?:Perbuatan|Tindakan|Ulah)\s+)?(?i:keduanya|ketiganya|keempatnya|kelimanya|(?:para|kedua|ketiga)\s+terdakwa|mereka)\b"
)
"""Matches a sentence whose subject is all defendants."""
OF_ALL = Pattern(
    r"(?i)\b(?:keduanya|ketiganya|keempatnya|kelimanya|(?:para|kedua|ketiga|keempat|seluruh)\s+terdakwa|mereka\s+(?:din\w+|terbukti|melanggar|bersalah))\b"
)
"""Matches words that mean all defendants."""


def _is_of_another(context: Context, view: View, verdict: str, before: str) -> bool:
    """Whether what stands behind some words concerns others than the defendant of a verdict."""
    breaks = list(_NEXT_CLAUSE.finditer(before))
    start = breaks[-1].end() if breaks else 0
    named = set(context.registry.many(view.within(start, len(before), Kind.PERSON, Kind.INITIALS)))
    named -= set(context.registry.posts_of)
    is_other = bool(named) and not any(
        verdict.endswith(f"-{id_.partition('-')[2]}") for id_ in named
    )
    is_shared = ALL_OF_THEM.match(view.masked) is not None
    return is_other or (is_shared and len(set(context.events.get("Verdict", []))) > 1)
