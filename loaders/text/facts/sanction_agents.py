"""Who took an action on a licence: the agency, or the one whose words decided.

Owns the words for deciding. Refuses who advises, asks, or speaks of it, and who is acted on.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.posts import Post
from loaders.text.spans import Item, Kind
from loaders.text.speech import VERB
from loaders.text.view import View, pattern

# "Atas rekomendasi BP3MI, kementerian menjatuhkan": who advises does not decide.
_ADVISED = Pattern(r"(?i)\b(?:rekomendasi|usulan|permintaan|laporan|saran)\s+(?:dari\s+)?$")
_BY = Pattern(r"\boleh\s+⟨ORG")
_SAYS = Pattern(rf"(?:{VERB}|menyambut|mendukung|mengawal|menolak)\b")


# "Surat peringatan dilayangkan KP2MI", "Pencabutan dilakukan KP2MI pada 3 November"
_DONE_BY = pattern(
    r"\b(?:dilayangkan|dijatuhkan|diberikan|dikeluarkan|diterbitkan|dikenakan|dilakukan|diputuskan|ditetapkan|dikirim|disampaikan|diteken|ditandatangani)\s+(?:oleh\s+)?{WHO:by}"
)


_REACH = 140


def doers(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return who is told to have done it behind the noun for an action."""
    found = _DONE_BY.search(view.masked, at, at + _REACH)
    by = view.item(found, "by") if found else None
    return _official(context, by)


def _official(context: Context, by: Item | None) -> list[tuple[Item, str]]:
    """Return an agency, or a person who holds a post with the organisation of the post."""
    id_ = context.registry.of(by)
    if by is None or not id_:
        return []
    if by.kind is Kind.ORG:
        return [(by, id_)] if _may_act(by) else []
    org = context.registry.org_of.get(id_, "")
    if not org:
        return []
    ensure_org(context, org, (by.start, by.end))
    return [(by, id_), (by, org)]


# "Kemnaker menerbitkan keputusan pemulihan", "tetapi KP2MI tetap menjatuhkan sanksi"
_ISSUES = pattern(
    r"{WHO:by}(?:\s*\([^)⟨]{1,24}\))?\s+(?:(?:tetap|telah|sudah|akhirnya|juga|lalu|resmi|pun)\s+)*(?:(?:menerbitkan|mengeluarkan|meneken|menandatangani)\s+(?:surat\s+)?(?:[Kk]eputusan|SK|surat|Kepmen)|menjatuhkan\s+(?:sanksi|hukuman))\b"
)


def issuers(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return who is told to have issued the decree, or imposed the sanction, told before."""
    found = _ISSUES.search(view.masked)
    return _official(context, view.item(found, "by")) if found else []


_TOOK = (
    r"(?:menjatuhkan|mengakhiri|memulihkan|mencabut|membekukan|mengenakan|menghentikan|menskors|memberikan|menandatangani"
    r"|meneken|mengambil\s+(?:langkah|tindakan|sikap))"
)
_DECIDED = pattern(rf"{{WHO:who}}(?:\s*\([^)]{{0,30}}\))?[^.⟨]{{0,30}}?\s{_TOOK}\b")
_POST_DECIDED = pattern(
    rf"{{POS:post}}\s+(?:(?!me|di)[a-z]+\s+){{0,2}}{_TOOK}\b"
    r"|\b(?:dicabut|dibekukan|dijatuhkan|diskors|dikeluarkan|diterbitkan|izinnya|dilakukan|diteken|ditandatangani)\s+(?:oleh\s+)?{POS:by}"
)
_DECREED = pattern(r"(?i:\b(?:surat\s+)?keputusan|\bSK)\s+{POS:post}")


def _authority(context: Context, view: View) -> str:
    """Return the office that decided, by the decree, here or in the sentence before, or empty."""
    decreed = _DECREED.search(view.masked)
    post = view.item(decreed, "post") if decreed else None
    if post is not None and isinstance(post.value, Post) and post.value.rule.startswith("org:"):
        return post.value.rule
    decided = _POST_DECIDED.search(view.masked)
    post = view.item(decided, "post" if decided["post"] else "by") if decided else None
    if post is not None and isinstance(post.value, Post) and post.value.rule.startswith("org:"):
        return post.value.rule
    ministry = context.only_entity("Ministry") if _BY_DIRECTOR.search(view.sentence.text) else ""
    number = view.sentence.number
    is_once = _EARLIER.search(view.masked) is not None
    near = [view] if is_once else [view, *reversed(context.views[max(0, number - 2) : number + 1])]
    return (
        ministry
        or _decider(context, near)
        or _the_ministry(context, view, near)
        or _only_one(context, view)
    )


def _decider(context: Context, near: list[View]) -> str:
    """Return the organisation that the nearest of some sentences tells to have decided."""
    for other in near:
        found = _DECIDED.search(other.masked)
        who = other.item(found, "who") if found else None
        id_ = context.registry.of(who)
        if who is not None and who.kind is Kind.ORG:
            if who.cls not in ("Company", "PlacementCompany", "MediaOrganization"):
                return id_
        elif id_ and (org := context.registry.org_of.get(id_)):
            return org
        by = _SANCTIONED.search(other.masked)
        who = other.item(by, "who") if by else None
        if who is not None and _may_act(who):
            return context.registry.of(who)
    return ""


def _the_ministry(context: Context, view: View, near: list[View]) -> str:
    """Return the one ministry of the document where ``kementerian`` decided near by."""
    block = view.sentence.block
    if any(_MINISTRY.search(v.masked) for v in near if v.sentence.block == block):
        ministries = [i for i in context.registry_items if i.cls == "Ministry"]
        ids = context.registry.many(ministries)
        return ids[0] if len(ids) == 1 else ""
    return ""


# A decree of a directorate general is one of the ministry, where the document names one alone.
_BY_DIRECTOR = Pattern(r"(?i)\b(?:keputusan|SK)\s+(?:Menteri|Dirjen|Direktur\s+Jenderal)\b")


def _only_one(context: Context, view: View) -> str:
    """Return the one agency that the text before lets take such actions, or empty."""
    told: set[str] = set()
    if _EARLIER.search(view.masked):
        return ""
    for other in context.views[: view.sentence.number]:
        found = _DECIDED.search(other.masked)
        who = other.item(found, "who") if found else None
        id_ = context.registry.of(who)
        if who is None or not _OF_LICENCES.search(other.masked) or who.cls.endswith("Company"):
            continue
        told.add(id_ if who.kind is Kind.ORG else context.registry.org_of.get(id_, ""))
    told.discard("")
    return told.pop() if len(told) == 1 else ""


# "yang sebelumnya diskors": who did so then is not told.
_EARLIER = Pattern(
    r"(?i)\b(?:sebelumnya|sebelum|pernah|dahulu|dulu|sudah\s+di(?:skors|bekukan|peringatkan|tegur))\b"
)
_OF_LICENCES = Pattern(r"(?i)\b(?:izin|SIP3MI|P3MI|skorsing|perusahaan|kegiatan\s+usaha)\b")
_MINISTRY = Pattern(rf"\b[Kk]ementerian(?:nya)?\s+(?:\w+\s+){{0,2}}?{_TOOK}\b")


_SANCTIONS = Pattern(
    r"\b(?![Mm]en(?:yusul|urut|genai|jelang|gingat|teri)\b)(?:[Mm]e(?:nc|nj|mb|nsk|ng|n)\w+|[Rr]esmi\s+men\w+)\b"
)


def _verb_at(view: View, found: re.Match[str]) -> int:
    verb = _SANCTIONS.search(view.masked, 0, found.end())
    return verb.start() if verb else found.start()


# "mendapat sanksi skorsing dari Kementerian P2MI", "SK pencabutan dari Kemnaker"
_FROM = pattern(
    r"(?i)\b(?:sanksi|skors(?:ing)?|penghentian|pembekuan|pencabutan|peringatan|teguran|hukuman)\b[^⟨.;]{0,40}(?:⟨DUR\d+⟩[^⟨.;]{0,12})?\s(?:dari|oleh)\s+{WHO:by}"
)
# "Kemnaker mengumumkan pencabutan izin": a ministry announces what it decided itself.
_ANNOUNCES = pattern(
    r"{ORG:by}(?:\s*\([^)⟨]{1,24}\))?\s+(?:(?:resmi|telah|sudah|kembali)\s+)*(?:mengumumkan|merilis)\s+(?:sanksi\s+)?(?:pencabutan|pembekuan|skorsing|penghentian|peringatan|bahwa)\b"
)
# "Izinnya dicabut Menteri P2MI", "disegel oleh Wali Kota"
_BY_PERSON = pattern(r"\s+(?:\w+\s+)?(?:oleh\s+)?{PER:by}")
_ACTING = pattern(
    r"{PER:by}(?:\s*\([^)⟨]{0,14}\))?,?\s+(?:(?:telah|sudah|resmi|akhirnya|juga|langsung|kembali|lalu)\s+)*"
    r"(?:menjatuhkan|mencabut|membekukan|mengenakan|menskors|memberikan|menandatangani|meneken|membatalkan|menerbitkan|melayangkan)\b"
)


def claim(context: Context, view: View, action: str, found: re.Match[str]) -> None:
    """Claim who took an action told at a match."""
    sink = context.sink
    agents = _agencies(context, view, found)
    for item, id_ in agents:
        sink.claim(
            action, "conductedBy", id_, (item.start, item.end), is_object=True, confidence=0.88
        )
    agents = agents or _persons(context, view, action, found)
    own = "" if agents else frames.own_organisation(context, view, found.end())
    own = own or ("" if agents else _authority(context, view))
    if own:
        span = view.span(found)
        ensure_org(context, own, span)
        sink.claim(action, "conductedBy", own, span, is_object=True, confidence=0.75)


def _agencies(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    verb = _verb_at(view, found)
    sources: list[list[tuple[Item, str]]] = []
    if _BY.search(view.masked):
        sources.append(frames.agents_after(context, view, found.start()))
    if not _SAYS.match(view.masked, verb):
        # "DPR menyoroti pencabutan izin": who speaks of it did not do it.
        sources.append(frames.agents_before(context, view, verb))
    sources.append(frames.agents_after(context, view, found.start()))
    sources.append(frames.agents_after(context, view, found.end()))
    sources.append(doers(context, view, found.start()))
    acting = ([one for one in agents if not is_firm(one[0])] for agents in sources)
    agents: list[tuple[Item, str]] = next(filter(None, acting), [])
    told = _FROM.search(view.masked) or _ANNOUNCES.search(view.masked)
    if not agents and told:
        by = view.item(told, "by")
        if by is not None and told.re is not _FROM.compiled and by.cls != "Ministry":
            by = None
        agents = [(by, context.registry.of(by))] if by is not None else []
    return [
        (i, id_)
        for i, id_ in agents
        if id_ and _may_act(i) and not _ADVISED.search(_before(view, i))
    ]


_NO_AGENT = frozenset({"MediaOrganization", "CivilSocietyOrganization", "Court"})


def _may_act(item: Item) -> bool:
    return item.kind is Kind.ORG and not is_firm(item) and item.cls not in _NO_AGENT


def _persons(
    context: Context, view: View, action: str, found: re.Match[str]
) -> list[tuple[Item, str]]:
    """Claim the official who is told to have done it, and the organisation of the post held."""
    behind = _BY_PERSON.match(view.masked, found.end())
    acting = _ACTING.search(view.masked)
    told = behind or (
        acting if acting and acting.start() <= found.start() <= acting.end() else None
    )
    officials = (
        _official(context, view.item(told, "by")) if told else doers(context, view, found.start())
    )
    for who, id_ in officials:
        span = who.start, who.end
        context.sink.claim(action, "conductedBy", id_, span, is_object=True, confidence=0.8)
    return officials


def _before(view: View, item: Item) -> str:
    return view.text[max(view.sentence.start, item.start - 30) : item.start]


# "Tiga perusahaan dijatuhi sanksi oleh Kemnaker. PT A diskors": here each of them is told.
_SANCTIONED = pattern(
    r"(?i)\b(?:sanksi|diskors|dicabut|dibekukan|disanksi|dihukum)\b[^.;]{0,60}?\boleh\s+{ORG:who}"
)
