"""Who is heard in a court: judges, the prosecutor with their office, lawyers; who led a session.

Owns the words of courtrooms that stand before a name in lower case. Refuses a court where the
document names several, and a judge's verdict where the matter told of may be another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind, Role
from loaders.text.speech import ROOT
from loaders.text.view import View, pattern

_JUDGES = (
    r"(?P<who>{PER}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|bersama)\s+){PER}){0,4})"
)
# "Menurut jaksa, Yeni menjaring": a comma without an office before it ends the clause.
_OFFICE = r"(?:\s+(?:dari\s+|pada\s+)?{ORG:org}(?:\s*\([^)⟨]{1,24}\))?\s*,?)?"
# "Menurut hakim PN Medan, Rudi menjaring": behind a comma a name is of the office only where the
# next comma or the end of the sentence closes it in.
_OVER = r"(?:(?<!,\s⟨PER\d⟩)(?<!,\s⟨PER\d\d⟩)|(?=\s*(?:[,.(]|$)))"
_LAWYER = r"(?:kuasa|penasi?e?hat)\s+hukum|pengacara|advokat"
_RULES: tuple[tuple[str, Pattern], ...] = (
    ("ketua majelis hakim", pattern(
        r"\b[Mm]ajelis(?:\s+[Hh]akim)?(?:\s+{ORG})?\s*,?\s+(?:yang\s+)?(?:diketuai|dipimpin)(?:\s+oleh)?"
        r"(?:\s+(?:hakim(?:\s+(?:ketua|agung))?|ketua\s+majelis))?\s+(?P<who>{PER})"
    )),
    ("hakim ketua", pattern(
        r"\b(?:[Ss]idang|[Pp]utusan|[Vv]onis|[Pp]erkara)\b[^.⟨\"“]{0,40}?\b(?:dipimpin|diketuai)(?:\s+oleh)?\s+"
        r"(?i:(?:majelis\s+)?hakim)(?:\s+ketua)?\s+(?P<who>{PER})"
    )),
    ("ketua majelis hakim", pattern(
        r"(?P<who>{PER})\s+(?:menjadi|bertindak\s+(?:sebagai|selaku)|selaku|sebagai)\s+(?:hakim\s+)?ketua\s+majelis\b"
    )),
    ("hakim ketua", pattern(
        r"\b(?i:di\s+bawah\s+pimpinan\s+(?:majelis\s+)?hakim)(?:\s+ketua)?\s+(?P<who>{PER})"
    )),
    ("hakim ketua", pattern(
        r"\b[Hh]akim\s+yang\s+(?:memimpin|mengetuai)\s+(?:sidang|persidangan|majelis|perkara)[^.;,⟨]{0,30},\s+(?P<who>{PER})"
    )),
    ("", pattern(
        r"\b(?:[Pp]utusan|[Vv]onis|[Aa]mar)\b[^.⟨\"“]{0,40}?\bdibacakan(?:[a-z\s]{0,30}\soleh)?\s+"
        r"(?P<post>hakim(?:\s+ketua)?)\s+(?P<who>{PER})"
    )),
    ("hakim anggota", pattern(
        r"\b[Hh]akim\s+anggota\s*,?\s+(?:yakni\s+|yaitu\s+|masing-masing\s+|ialah\s+)?" + _JUDGES
    )),
    ("hakim anggota", pattern(
        r"\b(?:[Mm]ajelis|[Ss]idang\b[^.;⟨\"“]{0,40}\b(?:dipimpin|diketuai))\b[^.;\"“]{0,90}"
        r"\bdengan\s+(?:hakim\s+)?anggota\s+" + _JUDGES
    )),
    ("jaksa penuntut umum", pattern(
        rf"\b(?:[Jj]aksa\s+penuntut\s+umum|[Pp]enuntut\s+umum|JPU)(?:\s*\((?:JPU|{{POS}})\))?{_OFFICE}\s+(?P<who>{{PER}})"
    )),
    # "...," jelas Jaksa, M. Heri: who speaks is set off by a comma.
    ("jaksa", pattern(rf"[\"”]\s*,?\s*{ROOT}\s+[Jj]aksa\s*,\s+(?P<who>{{PER}})")),
    ("ketua majelis hakim", pattern(
        r"\b[Kk]etua\s+majelis(?:\s+hakim)?\s*,\s+(?P<who>{PER})\s*,"
    )),
    ("hakim", pattern(
        rf"(?<!ajelis\s)\b[Hh]akim(?:\s+tunggal)?(?:\s+praperadilan)?{_OFFICE}\s+(?P<who>{{PER}}){_OVER}"
    )),
    ("jaksa", pattern(rf"(?<!antan )(?<!eks )(?<!enurut )\b[Jj]aksa{_OFFICE}\s+(?P<who>{{PER}})")),
    ("jaksa", pattern(rf"(?<=enurut )jaksa{_OFFICE}\s+(?P<who>{{PER}}){_OVER}")),
    # "kuasa hukum Rudi, Sinta": whoever stands behind a comma; the first name is the client's.
    ("", pattern(
        rf"\b(?i:(?P<post>{_LAWYER}))(?:nya|\s+(?:dari\s+)?(?:(?P<all>(?:para|kedua|ketiga|seluruh|keluarga)\s+)?"
        r"(?P<called>terdakwa|terpidana|tersangka|korban|mereka|⟨CNT\d+⟩)(?:\s+{PER:named})?|{PER|ORG:client}))\s*,\s+(?P<who>{PER})"
    )),
    ("", pattern(
        rf"(?P<who>{{PER}})\s*,\s+(?:selaku\s+)?(?P<post>{_LAWYER})\s+(?:dari\s+)?(?:(?P<all>(?:para|kedua|ketiga|seluruh)\s+)?"
        r"(?P<called>terdakwa|terpidana|tersangka|⟨CNT\d+⟩)(?:\s+{PER:named})?|{PER|ORG:client})(?=\s*[,.]|\s+(?:me|ber)[a-z])"
    )),
)  # fmt: skip
_LAWYERS = Pattern(_LAWYER)
# Prosecutors speak in court, but belong to their own office.
_OF_COURTS = Pattern(r"(?i)\b(?:hakim|majelis|panitera)\b")

_PRESIDING = Pattern(r"(?i)(?:ketua\s+majelis(?:\s+hakim)?|hakim\s+ketua(?:\s+majelis)?)")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's seat in a courtroom: post, organisation or empty, and the words that tell it.

    Attributes:
        clients: Of a lawyer, whose: an entity, or what the words call them (``kedua terdakwa``).
    """

    person: Item
    post: str
    org: str
    span: tuple[int, int]
    clients: str = ""


def _seats(context: Context) -> Iterator[Seat]:
    court = the_court(context)
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for post, rule in _RULES:
                for found in rule.finditer(view.masked):
                    told = post or " ".join(found["post"].casefold().split())
                    of = court if _OF_COURTS.search(told) else ""
                    yield from _of_match(context, view, found, told, of)


def _of_match(
    context: Context, view: View, found: re.Match[str], post: str, court: str
) -> Iterator[Seat]:
    org = context.registry.of(view.item(found, "org")) if "org" in found.re.groupindex else court
    if org and context.sink.entities[org].cls not in ("Court", "LawEnforcementAgency"):
        return
    people = view.within(found.start("who"), found.end("who"), Kind.PERSON)
    whole = view.span(found)
    for person in people:
        if context.registry.of(person):
            span = min(whole[0], person.start), person.end
            yield Seat(person, post, org, span, _clients(context, view, found))


def _clients(context: Context, view: View, found: re.Match[str]) -> str:
    """Return whose lawyer a match tells of: an entity's id, or the words for the accused."""
    # The posts of firms' heads need the seats of courts first.
    from loaders.text.holdings import FIRMS

    if "client" not in found.re.groupindex:
        return ""
    client = view.item(found, "client") or view.item(found, "named")
    if client is not None:
        is_other = client.kind is Kind.ORG and client.cls not in FIRMS
        return "" if is_other else context.registry.of(client)
    called = found["called"] or ""
    called = view.marked(called).text if called.startswith("⟨") else called
    words = f"{found['all'] or ''}{called}".casefold()
    return "" if words.startswith("keluarga") else words


_SIZES = {"kedua": 2, "ketiga": 3}
_STAGES = {"terdakwa": ("defendant", "convicted"), "terpidana": ("convicted",),
           "tersangka": ("suspect",)}  # fmt: skip


def _represented(context: Context, clients: str) -> list[str]:
    """Return those whom words such as ``kedua terdakwa`` mean: as many as the document calls so."""
    if clients in context.sink.entities:
        return [clients]
    stages = _STAGES.get(clients.rpartition(" ")[2], ())
    people = {
        c.value: None
        for c in context.sink.claims.values()
        if c.property == "stageOf" and c.subject.rpartition("-")[2] in stages
    }
    first = clients.partition(" ")[0]
    size = _SIZES.get(first, len(people) if " " in clients else 1)
    return list(people) if len(people) == size else []


def the_court(context: Context) -> str:
    """Return the one court that the document names, or empty."""
    courts = {i.key for i in context.registry_items if i.cls == "Court" and i.key}
    return courts.pop() if len(courts) == 1 else ""


def link(context: Context) -> None:
    """Make the seats known as posts, so that nobody takes a judge for a defendant."""
    registry = context.registry
    for seat in _seats(context):
        person = registry.of(seat.person)
        if person not in registry.posts_of and not _LAWYERS.fullmatch(seat.post):
            id_ = _position(context, seat)
            registry.posts_of[person] = id_
            registry.by_head.setdefault(seat.post, set()).add(person)
            if seat.org:
                registry.org_of.setdefault(person, seat.org)


def _position(context: Context, seat: Seat) -> str:
    key = slug(seat.post) + (f"-{seat.org.partition(':')[2]}" if seat.org else "")
    return context.sink.entity(context.sink.scoped("pos", key), "Position", seat.post, seat.span)


def claim(context: Context) -> None:
    """Claim who holds which seat, and where a presiding judge's post belongs."""
    registry, sink = context.registry, context.sink
    for seat in _seats(context):
        person = registry.of(seat.person)
        post = registry.posts_of.get(person, "")
        if not post and _LAWYERS.fullmatch(seat.post):
            post = _position(context, seat)
        if not post or sink.entities[post].caption.casefold() != seat.post:
            continue
        tail = f"{person.partition('-')[2]}-{post.partition('-')[2]}"
        relation = sink.scoped("hold", tail)
        if relation not in sink.entities:
            caption = f"{sink.entities[person].caption} – {seat.post}"
            sink.entity(relation, "PositionHolding", caption, seat.span)
            sink.claim(relation, "holder", person, seat.span, is_object=True)
            sink.claim(relation, "post", post, seat.span, is_object=True)
        clients = _represented(context, seat.clients)
        sink.link(relation, "beneficiary", clients, seat.span, confidence=0.8)
        if seat.org:
            span = seat.span
            sink.claim(post, "postIn", seat.org, span, is_object=True, confidence=0.82)
    if court := the_court(context):
        for post in sorted(set(registry.posts_of.values())):
            entity = sink.entities[post]
            is_judge = _PRESIDING.fullmatch(entity.caption) is not None
            if is_judge and "postIn" not in sink.told_of(post):
                span = entity.start, entity.end
                sink.claim(post, "postIn", court, span, is_object=True, confidence=0.78)
    _claim_leads(context)


def _claim_leads(context: Context) -> None:
    """Claim who presided where a verdict was pronounced: the one judge, or the one beside it.

    Without a verdict it is the one session that was held.
    """
    verdicts = [one.id for one in context.sink.entities.values() if one.cls == "Verdict"]
    sessions = [one.id for one in context.sink.entities.values() if one.cls == "CourtHearing"]
    held = [one for one in sessions if "-hearing-next-" not in one]
    verdicts = verdicts or (held if len(held) == 1 else [])
    told = [(view, item) for view in context.body() for item in _heads(context, view)]
    heads = {context.registry.of(item) for _, item in told}
    is_one = len(heads) == 1 and _is_one_session(context, verdicts)
    for view, item in told if verdicts else ():
        for verdict in (
            _of_courts(context, verdicts) if is_one else _told_in(context, view, verdicts)
        ):
            if "ledBy" not in context.sink.told_of(verdict):
                head, span = context.registry.of(item), (item.start, item.end)
                context.sink.claim(verdict, "ledBy", head, span, is_object=True, confidence=0.8)


def _heads(context: Context, view: View) -> list[Item]:
    """Return the judges of a sentence who preside, or read a verdict out."""
    reads = [found for rule in _LEADING for found in rule.finditer(view.masked)]
    reading = [item for found in reads for item in view.within(*found.span("who"))]
    posts, entities = context.registry.posts_of, context.sink.entities
    people = [i for i in view.items if i.kind is Kind.PERSON and context.registry.of(i) in posts]
    return [
        one
        for one in people
        if one in reading or _PRESIDING.match(entities[posts[context.registry.of(one)]].caption)
    ]


_LEADING = tuple(rule for _, rule in _RULES[:6])


def _is_one_session(context: Context, verdicts: list[str]) -> bool:
    """Whether one session alone is told of: one court, one day, and nobody still on trial."""
    claims = context.sink.claims.values()
    of = [c for c in claims if c.subject in verdicts and c.property in ("court", "date")]
    done = {c.value for c in claims if c.property == "defendant"}
    tried = {
        c.value
        for c in claims
        if c.property == "stageOf" and c.subject.endswith("-defendant") and c.value not in done
    }
    values = [{c.value for c in of if c.property == prop} for prop in ("court", "date")]
    return not tried and all(len(one) < 2 for one in values)


def _of_courts(context: Context, verdicts: list[str]) -> list[str]:
    """Return the verdicts of which the court is known: another may be of another trial."""
    return [one for one in verdicts if "court" in context.sink.told_of(one)]


def _told_in(context: Context, view: View, verdicts: list[str]) -> list[str]:
    """Return the verdicts of which a sentence tells something, where one court gave them."""
    start, end = view.whole
    claims = [c for c in context.sink.claims.values() if c.subject in verdicts]
    here = {c.subject for c in claims if start <= c.start < end and c.property != "court"}
    courts = {c.value for c in claims if c.subject in here and c.property == "court"}
    return sorted(here) if len(courts) == 1 else []
