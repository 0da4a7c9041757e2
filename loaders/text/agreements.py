"""Declarations, memoranda and cooperation agreements: parties, date, place, subject.

Owns the frame ``A bersama B dan C mendeklarasikan X pada D`` and its kin. Refuses a place that
the sentence does not give and parties that it does not join.
"""

from __future__ import annotations

import re

from loaders.text import agreement_terms, commitments, signings
from loaders.text.agreement_terms import NOT_YET, TEXTS, class_of, details, label_of
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

# "A sebagai pihak pertama, dengan 5 pihak yang terdiri dari B, C, serta D"
_JOIN = (
    r"(?:(?:\s+(?:sebagai|selaku)\s+pihak\s+\w+)?\s*(?:,\s*(?:dan|serta|dengan|bersama)|,|dan|serta|bersama(?:\s+dengan)?|dengan|&|/)\s*"
    r"(?:(?:⟨CNT\d+⟩|\d+|dua|tiga|empat|lima|enam|tujuh|sejumlah|beberapa|berbagai|pihak|para|instansi|lembaga|stakeholders?|mitra|lain(?:nya)?)\s+){0,4}"
    r"(?:(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|yakni|yaitu|meliputi|antara\s+lain|di\s+antaranya)\s*:?\s*)?)"
)
_SECURED = r"(?:\s*\((?:[^)⟨]|⟨ORG\d+⟩){1,40}\)|\))?"
_PARTIES = rf"{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})*"
_MANNER = (
    r"(?:\s*,\s+(?:lanjut|kata|ujar|tambah|tutur)\s+⟨PER\d+⟩)?(?:\s*,)?\s+(?:(?:secara\s+(?P<formal>resmi)|resmi|telah|berhasil|sepakat"
    r"(?:\s+untuk)?|akhirnya|juga|kembali|hari\s+ini|sebelumnya|sudah|turut|lalu|kemudian"
    r"|baru\s+saja|lebih\s+dulu)\s+)*"
)
_DECLARE = pattern(
    rf"(?P<parties>{_PARTIES}){_MANNER}(?P<verb>mendeklarasikan|(?:menggelar|melakukan)\s+(?i:deklarasi))\b"
)
_SIGN = pattern(
    rf"(?P<parties>{_PARTIES}){_MANNER}(?P<verb>menandatangani|meneken|teken"
    rf"|menyepakati|menjalin|memperpanjang|memperbarui|tandatangani|menanda\s?tangani"
    rf"|(?:melakukan|menjalin|melaksanakan|menggelar|mengadakan)\s+penandatanganan)\s+(?:sebuah\s+|draf\s+)?(?P<text>{TEXTS})"
)
# "meneken kerja sama dengan B": signed, it is more than working together.
_SIGN_JOINT = pattern(
    rf"(?P<parties>{_PARTIES}){_MANNER}(?:menandatangani|meneken|teken)\s+(?P<text>kerja\s?sama|perjanjian|kesepakatan)\b(?!\s+kerja)"
)
_SIGNED = pattern(
    rf"(?P<text>{TEXTS})(?:\s*\([^)]{{1,12}}\))?(?:(?!{TEXTS})[^.\"“]){{0,120}}?\s+(?:antara"
    rf"|oleh)\s+(?P<parties>{_PARTIES})"
)
# "Kerja sama A dengan B mengenai magang telah diteken"
_COOPERATION = pattern(
    rf"(?P<text>[Kk]erja\s?sama)(?:\s+[a-z]+){{0,5}}?\s+(?:antara\s+)?(?P<parties>{{ORG}}{_SECURED}{_JOIN}{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})*)"
)
_TELLS = r"(?:[^.;\"“⟨]|⟨TOP\d+⟩){1,200}?"
# "A menjalin kerja sama dengan B melalui penandatanganan nota kesepahaman", "A menegaskan
# perannya melalui penandatanganan nota kesepahaman dengan B"
_JOINED_BY = pattern(
    rf"(?P<parties>{{ORG}}{_SECURED}(?:{_MANNER}|\s[^.;\"“⟨]{{1,60}}\s)(?:menggandeng|(?:menjalin|melakukan|membangun)\s+(?:kerja\s?sama|kemitraan|kolaborasi)(?:\s+[a-z]+)?\s+(?:dengan|bersama)|bekerja\s?sama\s+dengan)\s+"
    rf"{{ORG}}{_SECURED})[^.;\"“⟨]{{0,60}}?\s(?:melalui|lewat|ditandai|dengan)\s+(?:\w+\s+){{0,2}}penanda\s?tanganan\s+(?P<text>{TEXTS})"
)
_SIGNING_WITH = pattern(
    rf"(?P<parties>{{ORG}}{_SECURED}{_TELLS}\s(?:melalui|lewat|dengan|dalam|ditandai)\s+(?:\w+\s+){{0,2}}penanda\s?tanganan\s+(?:naskah\s+)?"
    rf"(?P<text>{TEXTS})(?:\s*\([^)]{{1,12}}\))?\s+(?:dengan|bersama(?:\s+dengan)?)\s+{_PARTIES})"
)
# "menandatangani nota kesepahaman dengan A serta perjanjian kerja sama dengan B": two texts.
_SECOND = pattern(
    rf"\s*,?\s+(?:serta|dan|sekaligus)\s+(?:penanda\s?tanganan\s+)?(?P<text>{TEXTS})(?:\s*\([^)]{{1,12}}\))?\s+(?:dengan|bersama)\s+(?P<parties>{_PARTIES})"
)
_DECLARED = pattern(
    rf"(?P<text>[Dd]eklarasi(?:\s+[Bb]ersama)?)\b[^.;\"“⟨]{{0,60}}(?:⟨TOP\d+⟩[^.;\"“⟨]{{0,20}})?\s(?:digelar|dilakukan|dideklarasikan|diikrarkan|dicanangkan)\s+(?:oleh\s+)?"
    rf"(?P<parties>{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})+)"
)
_SIGNATURE = Pattern(
    r"(?i)\b(?:penanda\s?tanganan|ditanda\s?tangani|menanda\s?tangani|diteken|disepakati|dituangkan|tertuang|diperpanjang|diperbarui|disahkan)\b"
    rf"|(?i:kegiatan|acara|prosesi|seremoni)\s+{TEXTS}(?:\s+(?:ini|itu|tersebut))?\s+(?:diselenggarakan|dilaksanakan|digelar|diadakan)\b"
)
_WITH = pattern(
    # "Nota Kesepakatan Pelindungan PMI dan Keluarganya bersama BP2MI": with what it is called.
    rf"\s*(?:\([^)]{{1,30}}\)\s*)?(?:[A-Z][\w-]*\s+(?:(?:dan|bagi|di|atas|untuk|serta|dalam)\s+)?){{0,10}}?(?:,\s*)?(?:dengan|bersama(?:\s+dengan)?)\s+"
    rf"(?P<parties>{_PARTIES})"
)
_BY_HEADS = pattern(
    rf"(?P<text>{TEXTS})(?:[^⟨.\"“]{{0,20}}\s{{NUM}})?[^⟨.\"“]{{0,40}}?\s(?:ditandatangani|diteken|dibubuhi\s+tanda\s?tangan)(?:\s+langsung)?(?:\s+oleh)?\s+"
    r"(?P<who>{PER}\s*(?:,?\s*dan|serta|bersama(?:\s+dengan)?|dengan)\s*{PER})"
)
# "penandatanganan Nota Kesepahaman di Purwokerto oleh A dan B": the noun for it.
_SIGNING_BY = pattern(
    rf"(?i:penanda\s?tanganan)\s+(?:naskah\s+|dokumen\s+)?(?P<text>{TEXTS})"
    r"(?:[^⟨.\"“]|\.(?=\S)|⟨(?:NUM|LOC|PNT|DAT|TOP|ORG)\d+⟩){0,160}?\s(?:oleh|antara)\s+"
    r"(?P<who>{PER}\s*(?:,?\s*dan|serta|bersama(?:\s+dengan)?|dengan)\s*{PER})"
)
_ON_WHAT = (
    rf"(?:\s*\([^)]{{1,12}}\))?(?:\s+atau\s+{TEXTS})?"
    rf"(?:\s+(?:tentang|mengenai|terkait|soal)\s(?:[^⟨.;\"“]|⟨TOP\d+⟩){{3,110}}?)?"
)
_HEAD_WITH = pattern(
    rf"(?P<head>{{PER}})(?:{signings.BESIDE})?"
    r"\s*,?\s+(?:(?:saat|ketika|usai|dalam)\s(?:[^⟨.\"“]{0,80}?\s)?)?(?:resmi\s+|telah\s+|sekaligus\s+|juga\s+)*(?:menandatangani|meneken|melakukan\s+penandatanganan)\s+(?:sebuah\s+|naskah\s+)?"
    rf"(?P<text>{TEXTS}){_ON_WHAT}\s+(?:dengan|bersama(?:\s+dengan)?)\s+(?P<other>{{ORG|PER}})"
)
_HEADS_SIGN = pattern(
    r"(?P<who>{PER}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|bersama(?:\s+dengan)?|dengan)\s+){PER})+)\s*,?\s+(?:resmi\s+|telah\s+|sepakat\s+)*"
    rf"(?:menandatangani|meneken|teken|(?:melakukan|melaksanakan)\s+penanda\s?tanganan)\s+(?:sebuah\s+|naskah\s+)?(?P<text>{TEXTS})"
)
# "Penandatanganan dilakukan oleh A dan B": of the text that the sentence before names.
_HEADS_SIGNED = pattern(
    r"^(?:(?:Acara|Prosesi)\s+)?(?i:penanda\s?tanganan)(?:nya)?(?:\s+(?:naskah|dokumen))?(?P<text>)(?:\s+(?:itu|tersebut|ini))?\s+dilakukan(?:\s+(?:langsung|oleh))*"
    r"\s+(?P<who>{PER}\s*(?:,?\s*dan|serta|bersama(?:\s+dengan)?|dengan)\s*{PER})"
)


_HEADS_DECLARE = pattern(
    r"(?P<who>{PER}(?:\s*(?:,|dan|serta|bersama(?:\s+dengan)?|dengan|,\s*(?:dan|serta))\s*{PER})+)"
    r"(?:\s*,?\s*(?:dan|serta)\s+[^⟨.,\"“]{0,60}?)?\s+(?:secara\s+(?P<formal>resmi)\s+|resmi\s+|telah\s+)*"
    r"(?P<text>mendeklarasikan|menggelar\s+(?i:deklarasi))\b"
)


def find(context: Context) -> None:
    """Find the agreements of a document, in the body first; titles only confirm parties."""
    for view in context.body():
        if view.sentence.role is Role.BODY:
            known = _made(context)
            _in_sentence(context, view)
            if known == _made(context):
                signings.claim(context, view)
            agreement_terms.signatories(context, view)
            agreement_terms.terms(context, view)
            agreement_terms.follow_up(context, view)
    _by_title(context)
    commitments.find(context)


def _made(context: Context) -> list[str]:
    """Return the agreements that are made so far."""
    return [id_ for cls in commitments.CLASSES for id_ in context.events.get(cls, [])]


def _in_sentence(context: Context, view: View) -> None:
    if found := _DECLARE.search(view.masked):
        _make(context, view, found, "Declaration")
    elif found := _SIGN.search(view.masked) or _SIGN_JOINT.search(view.masked) or _signed(view):
        _make(context, view, found, class_of(found["text"]))
    elif found := (
        _BY_HEADS.search(view.masked)
        or _SIGNING_BY.search(view.masked)
        or _HEADS_SIGN.search(view.masked)
        or _HEADS_SIGNED.match(view.masked)
        or _HEADS_DECLARE.search(view.masked)
    ):
        _between_heads(context, view, found)
    elif found := _HEAD_WITH.search(view.masked):
        _with_head(context, view, found)
    else:
        _of_partners(context, view)


def _signed(view: View) -> re.Match[str] | None:
    """Return the parties between which a text is told to be signed, in a passive or a noun."""
    found = (
        _SIGNED.search(view.masked)
        or _COOPERATION.search(view.masked)
        or _JOINED_BY.search(view.masked)
        or _SIGNING_WITH.search(view.masked)
        or _DECLARED.search(view.masked)
    )
    verb = _SIGNATURE.search(view.masked)
    end = found.end() if found is not None and _DECLARED.made(found) else -1
    end = verb.start() if verb is not None and end < 0 else end
    if found is None or end < 0 or NOT_YET.search(view.masked[:end]):
        return None
    return found


def _with_head(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the agreement that somebody's head signs with an organisation."""
    head, other = view.item(found, "head"), view.item(found, "other")
    person, party = context.registry.of(head), context.registry.of(other)
    other_head = party if other is not None and other.kind is Kind.PERSON else ""
    if other_head:
        party = context.registry.org_of.get(other_head, "")
    org = context.registry.org_of.get(person, "")
    if head is None or other is None or not org or not party or org == party:
        return
    if agreement_terms.is_ahead(view, found):
        return
    cls, span = class_of(found["text"]), view.span(found)
    known = context.only_event(cls)
    id_ = known or context.sink.fresh("agr", cls.casefold())
    if not known:
        context.sink.entity(id_, cls, f"{label_of(cls)}: {head.text}, {other.text}", span)
        context.add_event(cls, id_)
    voice, where = context.voice(span[0]), (head.start, head.end)
    ensure_org(context, org, span)
    context.sink.claim(id_, "signatory", person, where, is_object=True, voice=voice)
    context.sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=0.8)
    if other_head:
        beside = other.start, other.end
        ensure_org(context, party, span)
        context.sink.claim(id_, "signatory", other_head, beside, is_object=True, voice=voice)
        context.sink.claim(id_, "party", party, span, is_object=True, voice=voice, confidence=0.8)
    else:
        _party(context, id_, other, voice)
    details(context, view, found, id_, voice)


def _between_heads(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the agreement that the heads of two organisations sign."""
    heads = view.within(found.start("who"), found.end("who"), Kind.PERSON)
    ids = [context.registry.of(head) for head in heads]
    orgs = [context.registry.org_of.get(id_, "") for id_ in ids]
    # Of a minister abroad the country is known, not the office.
    are_heads = any(orgs) and all(id_ in context.registry.posts_of for id_ in ids)
    words = found["text"] or signings.named_before(context, view)
    if len(set(orgs)) < 2 or not are_heads or agreement_terms.is_ahead(view, found):
        return
    if not words:
        return
    cls = class_of(words)
    known = context.only_event(cls)
    span = view.span(found)
    id_ = known or context.sink.fresh("agr", cls.casefold())
    if not known:
        names = ", ".join(dict.fromkeys(head.text for head in heads))
        context.sink.entity(id_, cls, f"{label_of(cls)}: {names}", span)
        context.add_event(cls, id_)
    voice = context.voice(span[0])
    for head, person, org in zip(heads, ids, orgs, strict=True):
        where = head.start, head.end
        context.sink.claim(id_, "signatory", person, where, is_object=True, voice=voice)
        if org:
            ensure_org(context, org, span)
            context.sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=0.8)
    details(context, view, found, id_, voice)


def _make(context: Context, view: View, found: re.Match[str], cls: str) -> None:
    if agreement_terms.is_ahead(view, found):
        return
    parties = view.within(found.start("parties"), found.end("parties"), Kind.ORG)
    tail = _WITH.match(view.masked, found.end())
    if tail:
        parties += view.within(tail.start("parties"), tail.end("parties"), Kind.ORG)
    ids = context.registry.many(parties)
    if len(ids) < 2:
        return
    voice = context.voice(view.offset(found.start()))
    id_ = _between(context, cls, parties, view.span(found))
    details(context, view, found, id_, voice)
    second = _SECOND.match(view.masked, tail.end()) if tail else None
    if second is not None and (other := class_of(second["text"])) != cls:
        named = view.within(second.start("parties"), second.end("parties"), Kind.ORG)
        host = [item for item in parties if item.start < view.offset(found.start("text"))]
        id_ = _between(context, other, [*host, *named], view.span(second))
        details(context, view, second, id_, voice)


def _between(context: Context, cls: str, parties: list[Item], span: tuple[int, int]) -> str:
    """Return the agreement of a class between some parties, made where none is known yet."""
    sink, ids = context.sink, context.registry.many(parties)
    id_ = _known(context, cls, set(ids))
    if not id_:
        id_ = sink.fresh("agr", cls.casefold())
        names = ", ".join(sink.entities[one].caption for one in ids)
        sink.entity(id_, cls, f"{label_of(cls)}: {names}", span)
        context.add_event(cls, id_)
    for party in parties:
        if context.registry.of(party):
            _party(context, id_, party, context.voice(party.start))
    return id_


def _known(context: Context, cls: str, ids: set[str]) -> str:
    """Return the agreement whose parties are among these, or hold them all; or empty.

    "A meneken nota kesepahaman dengan B, lalu dengan C": two of them.
    """
    for id_ in context.events.get(cls, []):
        claims = context.sink.claims.values()
        parties = {c.value for c in claims if c.subject == id_ and c.property == "party"}
        if parties <= ids or ids <= parties:
            return id_
    # "MoU, atau penandatanganan kesepakatan bersama": one, whose parties a later sentence names.
    lone = context.only_event(*commitments.CLASSES)
    known = context.sink.entities[lone].cls if lone else ""
    is_bare = bool(lone) and not {"party", "signatory"} & context.sink.told_of(lone)
    return lone if is_bare and "Agreement" in (known, cls) and known != "Declaration" else ""


# "A menggandeng B dalam pelatihan. Perjanjiannya diteken pada 12 Desember."
_PARTNERS = pattern(
    rf"(?P<parties>{{ORG}}{_SECURED}{_MANNER}(?:menggandeng|menggaet|merangkul|(?:bekerja\s?sama|bermitra|berkolaborasi|menjalin\s+(?:kerja\s?sama|kemitraan))\s+dengan)"
    rf"\s+{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})*"
    rf"|{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})+"
    r"(?=(?:\s+(?:telah|resmi|juga))?\s+(?:(?:ber)?sepakat|menyepakati|bekerja\s?sama|bermitra|berkolaborasi|bersinergi)\s))"
)
_THEIR_TEXT = Pattern(
    rf"^(?:[^⟨.\"“]{{0,30}}(?:⟨(?:LOC|ORG)\d+⟩[^⟨.\"“]{{0,20}}){{0,3}}\s[-–—]+\s+)?"
    rf"(?:(?:Dokumen|Naskah)\s+(?=kesepakatan|perjanjian|kerja|nota)(?P<whole>)|)"
    rf"(?P<text>(?i:{TEXTS}|perjanjian|kesepakatan|kesepahaman|kerja\s?sama))(?(whole)|(?:nya|\s+(?:itu|tersebut|ini|(?:kedua|ketiga|keempat)(?:nya|\s+(?:belah\s+)?pihak))))\b"
    rf"(?:[^.;\"“⟨]|\.(?=\S)|⟨NUM\d+⟩){{0,80}}?\s(?:ditanda\s?tangani|diteken|diparaf)\b"
    # "Hal ini ditandai dengan penandatanganan Nota Kesepakatan"
    r"|^(?:Hal|Kesepakatan|Kerja\s?sama|Komitmen|Sinergi|Kolaborasi|Kemitraan)\s+(?:ini|itu|tersebut)\s+(?:di(?:tandai|wujudkan|tuangkan|resmikan|kukuhkan|buktikan)|tertuang)\s+(?:dengan|melalui|lewat|dalam)\s+(?:\w+\s+){0,2}?"
    rf"penanda\s?tangan(?:an)?\s+(?:naskah\s+|dokumen\s+)?(?P<text2>{TEXTS})"
)


# "MoU KP2MI-Pemkab Kendal Diteken": between whom, only the headline tells.
_TITLE = pattern(
    rf"(?P<text>{TEXTS})\s+(?:antara\s+)?(?P<parties>{{ORG}}\s*(?:[-–—,&]|dan|dengan)\s*{{ORG}})"
    rf"|(?P<parties2>{{ORG}}{_SECURED}\s+(?:dan\s+{{ORG}}{_SECURED}\s+)?(?i:(?:me)?neken|teken|(?:men|t)andatangani|jalin|menjalin|sepakati)\s+(?P<text2>{TEXTS})(?:\s+(?i:dengan|bersama)\s+{_PARTIES})?)"
)


def _of_partners(context: Context, view: View) -> None:
    """Make the agreement of those whom the sentence before told to work together."""
    found = _THEIR_TEXT.match(view.masked)
    number = view.sentence.number
    before = context.views[number - 1] if found and number else view
    told = _PARTNERS.search(before.masked) if found else None
    if before.sentence.role in (Role.TITLE, Role.HEADING):
        told = _TITLE.search(before.masked)
    if found is None or told is None or agreement_terms.is_ahead(view, found):
        return
    parties = before.within(told.start(), told.end(), Kind.ORG)
    if len(context.registry.many(parties)) > 1:
        words = found["text"] or found["text2"]
        texts = re.findall(TEXTS, view.masked[: found.end() + 60]) or [words]
        id_ = _between(context, class_of(texts[-1]), parties, view.span(found))
        details(context, view, found, id_, context.voice(view.sentence.start))


def _by_title(context: Context) -> None:
    """Give an agreement that nobody is told to have made those whom the headline names."""
    for view in context.views:
        if view.sentence.role not in (Role.TITLE, Role.HEADING):
            continue
        told = _TITLE.search(view.masked)
        cls = class_of(told["text"] or told["text2"]) if told else ""
        id_ = context.only_event(cls) if cls else ""
        parties = view.within(told.start(), told.end(), Kind.ORG) if told else []
        if id_ and "party" not in context.sink.told_of(id_) and len(parties) > 1:
            for party in parties:
                _party(context, id_, party, context.voice(party.start))


def _party(context: Context, id_: str, party: Item, voice: Voice) -> None:
    span = party.start, party.end
    context.sink.claim(
        id_, "party", context.registry.of(party), span, is_object=True, voice=voice, confidence=0.92
    )
