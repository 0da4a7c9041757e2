"""Of which police a post is that stands without it: ``Kapolres X didampingi Kasat Reskrim``.

Owns at which level of the police a post stands. Refuses to choose between two offices of a level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import Holding, View

_RESORT = ("org:polres-", "org:polresta-", "org:polrestabes-", "org:polres-metro-")
_DAERAH = ("org:polda-",)
# Each of these is a post of one level only; a unit's head (Kanit) may serve at any.
_LEVELS: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (Pattern(
        r"(?i)(?:wa)?kasat(?!gas|pol\s*pp)|kepala\s+satuan\s+(?:reserse|polisi|intel)"
        r"|kas(?:i|ubsi|ubbag|ubag)\s*(?:humas|penmas)|kabag\s*ops"
    ), _RESORT),
    (Pattern(
        r"(?i)(?:wa)?dir(?:ektur)?\s*(?:res|krim|polair|intel)|wakil\s+direktur\s+(?:res|krim)"
        r"|kabid\s*(?:humas|propam)|kepala\s+bidang\s+(?:humas|hubungan)|kasubbid|kasubdit"
    ), _DAERAH),
    (Pattern(r"(?i)kanit\s+(?:resmob|ppa|tipidter|jatanras)"), _RESORT + _DAERAH),
)  # fmt: skip


def claim(context: Context) -> None:
    """Claim the police office of posts that stand without one, where only one can be meant."""
    sink, registry = context.sink, context.registry
    body = [view for view in context.views if view.sentence.role is Role.BODY]
    bare = [(view, one) for view in body for one in view.holdings if _levels(one)]
    if not bare:
        return
    above: dict[str, set[str]] = defaultdict(set)
    for told in sink.claims.values():
        if told.property in ("postIn", "parentOrganization"):
            above[told.subject].add(told.value)
    placed = {post for post, offices in above.items() if offices}
    holders: dict[str, set[str]] = defaultdict(set)
    for _, one in bare:
        holders[registry.of(one.post)].add(registry.of(one.person))
    for view, one in bare:
        post = registry.of(one.post)
        if not post or post in placed or not registry.of(one.person):
            continue
        # Two people who hold a post of the same name serve in two offices.
        for views in (body, [view]) if len(holders[post]) == 1 else ():
            office = _only_office(context, views, _levels(one), above)
            if office:
                span = one.post.start, one.post.end
                sink.claim(post, "postIn", office, span, is_object=True, confidence=0.7)
                break


def _levels(holding: Holding) -> tuple[str, ...]:
    words = holding.post.text
    return next((at for rule, at in _LEVELS if rule.match(words)), ())


def _only_office(
    context: Context, views: Iterable[View], levels: tuple[str, ...], above: dict[str, set[str]]
) -> str:
    """Return the one office of a level that sentences name or imply, else nothing."""
    found: set[str] = set()
    for item in (item for view in views for item in view.items):
        if item.kind in (Kind.ORG, Kind.POST) and (id_ := context.registry.of(item)):
            found |= {one for one in (id_, *above.get(id_, ())) if one.startswith(levels)}
    return found.pop() if len(found) == 1 else ""
