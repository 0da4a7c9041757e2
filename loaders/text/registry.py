"""From items to entities: which mentions name the same one, and under what id.

Owns the ids: canonical for known agencies, regions, countries and law, of this document alone
for everything else. Refuses a shorter name that fits two persons, and a place name that two
territories share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.text import agencies, posts, regions
from loaders.text.agencies import Agency
from loaders.text.companies import CompanyName
from loaders.text.draft import Sink
from loaders.text.laws import Instrument, LawRef
from loaders.text.patterns import Pattern
from loaders.text.persons import Initials
from loaders.text.places import Spot
from loaders.text.posts import Post
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind, Role, Sentence
from loaders.text.tokens import tokenize

_JOINT = Pattern(r"^\s*(?:,|dan|serta|&|,\s*dan|maupun)\s*$")


@dataclass(slots=True)
class Registry:
    """Entity ids by item.

    Attributes:
        ids: Entity id by start and end of an item.
        posts_of: Ids of posts by id of the person who holds them.
        by_head: Ids of persons by the words of the posts that they hold, lower-cased.
        same: Ids of police offices by other ids of the same office.
    """

    sink: Sink
    text: str
    ids: dict[tuple[int, int], str] = field(default_factory=dict)
    persons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    posts_of: dict[str, str] = field(default_factory=dict)
    org_of: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, set[str]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    same: dict[str, str] = field(default_factory=dict)

    def of(self, item: Item | None) -> str:
        """Return the entity id of an item, or empty."""
        return "" if item is None else self.ids.get((item.start, item.end), "")

    def many(self, items: Iterable[Item]) -> list[str]:
        """Return the distinct ids of items, in order."""
        return list(dict.fromkeys(id_ for item in items if (id_ := self.of(item))))

    def put(self, item: Item, id_: str, cls: str, caption: str) -> None:
        """Link an item to an entity."""
        self.ids[item.start, item.end] = self.sink.entity(id_, cls, caption, (item.start, item.end))
        self.sink.named(id_, " ".join(item.text.split()))


def link(registry: Registry, items: Sequence[Item], sentences: Sequence[Sentence]) -> None:
    """Give every item that names an entity its id."""
    titles = [(s.start, s.end) for s in sentences if s.role in (Role.TITLE, Role.HEADING)]
    registry.codes = frozenset(
        item.value.codes[0]
        for item in items
        if isinstance(item.value, Spot) and len(item.value.codes) == 1
    )
    _agencies(registry, items)
    _others(registry, items)
    _persons(registry, items, titles)


def _agencies(registry: Registry, items: Sequence[Item]) -> None:
    orgs = [item for item in items if item.kind is Kind.ORG]
    by_prefix: dict[str, set[str]] = {}
    # "Polairud" in a headline is shown under the full name that follows.
    full: dict[str, str] = {}
    for item in orgs:
        if isinstance(item.value, Agency) and item.value.id:
            by_prefix.setdefault(item.value.prefix, set()).add(item.value.id)
            # "PT NTB" in a headline is the court told in full below.
            if full.get(item.value.id, "PT ").startswith("PT "):
                full[item.value.id] = item.text
    registry.same = _same_offices(orgs)
    for index, item in enumerate(orgs):
        if not isinstance(item.value, Agency):
            continue
        agency = _of_one_office(item.value, registry.same)
        id_ = agency.id or _shared_place(registry, orgs, index, agency)
        if not id_:
            known = by_prefix.get(agency.prefix, set())
            id_ = next(iter(known)) if len(known) == 1 else ""
        if id_ and not _is_counted(registry.text, item):
            registry.put(item, id_, agency.cls, caption_of(id_, full.get(id_, item.text)))
            _facts_of(registry, item, agency, id_)
            if not agency.id:
                _shared_jurisdiction(registry, orgs, index, id_)


_OF_TOWNS = frozenset({"polres", "polresta", "polrestabes"})


def _same_offices(orgs: Sequence[Item]) -> dict[str, str]:
    """Return which id stands for the others where a text calls one town's police two ways.

    A regency has one such office, "Polres Cilacap" or "Polresta Cilacap": the form told more often.
    """
    told: dict[str, list[str]] = {}
    for item in orgs:
        agency = item.value
        if isinstance(agency, Agency) and agency.place and agency.prefix in _OF_TOWNS:
            told.setdefault(agency.place, []).append(agency.id)
    made: dict[str, str] = {}
    for ids in told.values():
        # Of forms told equally often the longer word: headlines shorten.
        best = max(ids, key=lambda id_: (ids.count(id_), len(id_)))
        made |= dict.fromkeys(set(ids) - {best}, best)
    return made


def _of_one_office(agency: Agency, same: Mapping[str, str]) -> Agency:
    for other, best in same.items():
        tail, name = other.removeprefix("org:"), best.removeprefix("org:")
        if agency.id == other or agency.id.endswith(f"-{tail}"):
            parent = same.get(agency.parent, agency.parent)
            return replace(agency, id=agency.id.removesuffix(tail) + name, parent=parent)
    return agency


def _shared_jurisdiction(registry: Registry, orgs: list[Item], index: int, id_: str) -> None:
    """Claim the territory that an agency shares with the one joined to it."""
    if index + 1 >= len(orgs) or not _shared_place(registry, orgs, index, _agency(orgs[index])):
        return
    other = _agency(orgs[index + 1])
    span = orgs[index].start, orgs[index + 1].end
    region = put_region(registry, other.place, span)
    registry.sink.claim(id_, "jurisdiction", region, span, is_object=True, confidence=0.85)


def _agency(item: Item) -> Agency:
    if not isinstance(item.value, Agency):
        raise TypeError(f"Expected an item that names an agency, got {item!r}.")
    return item.value


def _is_counted(text: str, item: Item) -> bool:
    # "tujuh Kepolisian Daerah", "seluruh Polda": many agencies, none of them named.
    before = text[max(0, item.start - 14) : item.start].casefold()
    return bool(
        re.search(r"(?:seluruh|para|setiap|semua|beberapa|jajaran|termasuk)\s+$", before)
    ) and not (isinstance(item.value, Agency) and item.value.id)


def _shared_place(registry: Registry, orgs: list[Item], index: int, agency: Agency) -> str:
    """Return the id that a following agency's place gives: ``Pemprov dan Polda NTT``."""
    if index + 1 >= len(orgs):
        return ""
    following = orgs[index + 1]
    gap = registry.text[orgs[index].end : following.start]
    other = following.value
    if not _JOINT.match(gap) or not isinstance(other, Agency) or not other.place:
        return ""
    if agency.prefix in ("pemprov", "polda", "bp3mi", "kejati"):
        return (
            f"org:{agency.prefix}-{regions.province_slug(other.place)}"
            if "." not in other.place
            else ""
        )
    if "." in other.place:
        return f"org:{agency.prefix}-{slug(regions.short_name(other.place))}"
    return ""


_FULL = {
    "polda": "Kepolisian Daerah", "pemprov": "Pemerintah Provinsi", "polres": "Polres",
    "polresta": "Polresta", "bp3mi": "BP3MI", "pemkab": "Pemerintah Kabupaten",
    "pemkot": "Pemerintah Kota",
}  # fmt: skip


def caption_of(id_: str, printed: str) -> str:
    """Return the name under which an agency is shown."""
    table = agencies.caption(id_)
    if table:
        return table
    key = id_.removeprefix("org:")
    for prefix, words in _FULL.items():
        rest = key.removeprefix(f"{prefix}-")
        for code, name in regions.names_by_code().items():
            if rest != key and "." not in code and regions.province_slug(code) == rest:
                return f"{words} {name}"
    return " ".join(printed.split())


def _facts_of(registry: Registry, item: Item, agency: Agency, id_: str) -> None:
    """Claim what an agency's own name says: its kind, territory and parent."""
    sink, span = registry.sink, (item.start, item.end)
    if agency.parent:
        told = item.value.parent if isinstance(item.value, Agency) else agency.parent
        name, above = _parent_in(item.text, told)
        # "Direktorat Siber Kementerian X": a ministry is no police for having such a unit.
        cls = above.cls if above else "LawEnforcementAgency"
        sink.entity(agency.parent, cls, caption_of(agency.parent, name), span)
        sink.named(agency.parent, name)
        sink.claim(id_, "parentOrganization", agency.parent, span, is_object=True, confidence=0.95)
        if above and above.parent:
            # "Subdit IV Ditreskrimum Polda Jambi": what it is in is in another.
            _facts_of(registry, replace(item, text=name, value=above), above, agency.parent)
    elif agency.place and agency.prefix in agencies.TERRITORIAL:
        region = put_region(registry, agency.place, span)
        sink.claim(id_, "jurisdiction", region, span, is_object=True, confidence=0.95)
    if not agency.parent and (body := agencies.body_of(agency, item.text)):
        sink.entity(body, agencies.class_of(body), agencies.caption(body), span)
        sink.claim(id_, "parentOrganization", body, span, is_object=True, confidence=0.9)


def _parent_in(printed: str, parent: str) -> tuple[str, Agency | None]:
    """Return the part of a unit's name that names the agency it is in, and that agency."""
    tokens = tokenize(printed)
    for index in range(1, len(tokens)):
        agency = agencies.at(tokens, index)
        if agency is not None and agency.id == parent:
            return " ".join(printed[tokens[index].start :].split()), agency
    return " ".join(printed.split()), None


def put_region(registry: Registry, code: str, span: tuple[int, int]) -> str:
    """Make a territory known and return its id."""
    name = regions.names_by_code()[code]
    return registry.sink.entity(f"region:{code}", regions.class_of(code), name, span)


def _others(registry: Registry, items: Sequence[Item]) -> None:
    names = _fullest(items)
    for item in items:
        if item.kind is Kind.ORG and not isinstance(item.value, Agency):
            name = " ".join(item.text.split())
            told = item.value.text if isinstance(item.value, CompanyName) else name
            full = _full_company(items, item) or " ".join(told.split())
            id_ = item.key or registry.sink.scoped("org", slug(full))
            registry.put(item, id_, item.cls, full)
        elif item.kind in (Kind.PLACE, Kind.POINT):
            _place(registry, item, names)
        elif item.kind is Kind.LAW and isinstance(item.value, LawRef):
            id_ = item.key if item.value.instrument else registry.sink.scoped("law", item.key[4:])
            registry.put(item, id_, "LegalProvision", item.value.label)
        elif item.kind is Kind.REGULATION and isinstance(item.value, Instrument):
            registry.put(item, item.key, "Regulation", " ".join(item.text.split()))


def _full_company(items: Sequence[Item], item: Item) -> str:
    """Return the one longer company name that a short form stands for, or empty.

    ``PT MIA``, ``PT Multi Intan`` and ``Multi Intan`` are ``PT Multi Intan Amanah`` where no other
    fits.
    """
    if not isinstance(item.value, CompanyName):
        return ""
    # Letters that stand for a name are of that firm: "MTB" is not "PT MTB" beside it.
    words = item.value.text.split()
    fitting: set[str] = set()
    for other in items:
        if not isinstance(other.value, CompanyName):
            continue
        longer = other.text.split()
        is_bare = longer[1 : len(words) + 1] == words and not item.value.legal_form
        if is_bare and other.value.legal_form:
            fitting.add(" ".join(longer))
        if len(longer) <= len(words) or longer[0] != words[0]:
            continue
        initials = "".join(word[0] for word in longer[1:])
        if longer[: len(words)] == words or (len(words) == 2 and words[1] == initials):
            fitting.add(" ".join(longer))
    return next(iter(fitting)) if len(fitting) == 1 else ""


def _fullest(items: Sequence[Item]) -> dict[str, str]:
    """Return the longest name of each place by its key: ``Bandara Internasional Kualanamu``."""
    names: dict[str, str] = {}
    for item in items:
        if item.kind in (Kind.PLACE, Kind.POINT):
            name = " ".join(item.text.split())
            key = regions.place_key(name)
            names[key] = max(names.get(key, name), name, key=len)
    return names


def _country(name: str) -> str:
    """Return the id of a country named alone, as in ``warga negara Malaysia``, or empty."""
    code = regions.countries_by_name().get(name)
    return f"country:{code}" if code else ""


def _place(registry: Registry, item: Item, names: Mapping[str, str]) -> None:
    name = " ".join(item.text.split())
    spot = item.value
    codes = spot.codes if isinstance(spot, Spot) else ()
    if codes:
        code = regions.decide(codes, registry.codes)
        if code is not None:
            official = regions.names_by_code()[code]
            registry.put(item, f"region:{code}", regions.class_of(code), official)
            return
        span = item.start, item.end
        registry.sink.refuse(span, f"{name}: {' atau '.join(codes)}? Kode tidak dipilih.")
    country = item.key or _country(name)
    if country.startswith("country:"):
        registry.put(item, country, "Country", regions.country_names()[country[8:]])
        return
    cls = "Place" if item.cls in ("Territory", "") else item.cls
    key = regions.place_key(name)
    registry.put(item, registry.sink.scoped("plc", key), cls, names[key])


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in re.split(r"[\s.]+", name.casefold()) if w)


def _persons(registry: Registry, items: Sequence[Item], titles: list[tuple[int, int]]) -> None:
    people = [item for item in items if item.kind is Kind.PERSON]
    # "alias Akim, 46 tahun": the alias names whom it stands behind.
    aliases = {i.value: i.text for i in people if isinstance(i.value, str) and i.value}
    for before, item in pairwise(i for i in items if i.kind in (Kind.PERSON, Kind.INITIALS)):
        gap = registry.text[before.end : item.start]
        if re.fullmatch(r"(?i)\s*(?:\([^)]{1,12}\))?\s+(?:alias|als\.?)\s+(?:tuan\s+)?", gap):
            is_letters = before.kind is Kind.INITIALS
            aliases[item.text] = before.text.split()[0] if is_letters else before.text
    in_title = {item for item in people if any(start <= item.start < end for start, end in titles)}
    for item in sorted(
        people, key=lambda one: (one in in_title, -len(_words(one.text)), one.start)
    ):
        told = aliases.get(item.text, item.text)
        words = _words(told)
        fitting = [id_ for id_, name in registry.persons.items() if _is_part(words, name)]
        fitting = fitting or _shortened(registry, words)
        if not fitting and item in in_title and item.source == "rule":
            continue
        id_ = _choose(registry, fitting, item) if fitting else ""
        if fitting and not id_:
            registry.sink.refuse(
                (item.start, item.end), f"{item.text}: lebih dari satu orang bernama itu."
            )
            continue
        if not id_:
            id_ = registry.sink.scoped("per", slug(told))
            registry.persons[id_] = words
        caption = " ".join(told.split())
        registry.put(item, id_, "Person", caption)
    for item in items:
        if item.kind is Kind.INITIALS and isinstance(item.value, Initials):
            key = slug(item.value.text.split()[0])
            caption = item.value.text.split()[0]
            registry.put(item, registry.sink.scoped("per", key), "Person", caption)


# "Willy" for Willybrodus: no shorter beginning of a first name means one person.
_SHORTEST = 5


def _shortened(registry: Registry, words: tuple[str, ...]) -> list[str]:
    """Return the one person whose first name begins with a name told alone."""
    if len(words) != 1 or len(words[0]) < _SHORTEST:
        return []
    found = [
        id_
        for id_, name in registry.persons.items()
        if len(name) > 1 and name[0].startswith(words[0]) and name[0] != words[0]
    ]
    return found if len(found) == 1 else []


def _is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if words == name:
        return True
    rest = iter(name)
    return len(words) < len(name) and all(any(word == other for other in rest) for word in words)


def _choose(registry: Registry, fitting: list[str], item: Item) -> str:
    if len(fitting) == 1:
        return fitting[0]
    before = [
        (start, id_)
        for (start, _), id_ in registry.ids.items()
        if id_ in fitting and start < item.start
    ]
    exact = [id_ for id_ in fitting if registry.persons[id_] == _words(item.text)]
    if exact:
        return exact[0]
    return max(before)[1] if len({id_ for _, id_ in before}) == 1 else ""


def post_id(registry: Registry, post: Item, holders: Sequence[Item]) -> tuple[str, str, str, str]:
    """Return id, caption, organisation id and territory id of a post with its holders."""
    value = post.value
    rule = value.rule if isinstance(value, Post) else ""
    org = next((registry.of(h) for h in holders if h.kind is Kind.ORG and registry.of(h)), "")
    places = [h for h in holders if h.kind is Kind.PLACE]
    territory = next((registry.of(p) for p in places), "")
    codes: tuple[str, ...] = ()
    if places and isinstance(places[0].value, Spot):
        codes = places[0].value.codes
    if rule.startswith("org:") and territory.startswith("country:") and territory != "country:ID":
        # "Menteri Tenaga Kerja Yordania": a minister of another country's.
        rule = ""
    org = org or posts.organisation(rule, codes)
    if places and org.startswith("org:pol") and places[0].text.endswith(" Kota"):
        # "Kapolres Blitar Kota", "Kapolsek Batam Kota": another office than that of "Blitar".
        org = org if org.endswith("-kota") else f"{org}-kota"
    org = registry.same.get(org, org)
    points = [h for h in holders if h.kind is Kind.POINT]
    if not org and points and rule.startswith("pol"):
        # "Kapolresta Bandara Soekarno-Hatta": the post's territory is an airport or a port.
        org = f"org:{rule}-{regions.place_key(points[0].text).removeprefix('bandara-')}"
    if not org and places and rule.startswith("pol"):
        # "Kapolsek Sekupang" where the document names that office.
        named = f"org:{rule}-{regions.place_key(places[0].text)}"
        org = named if named in registry.sink.entities else ""
    if org not in registry.sink.entities and f"{org}-kota" in registry.sink.entities:
        # "Kapolres Metro Tangerang Kota": the word for the kind stands behind the name.
        org = f"{org}-kota"
    if rule.startswith("country:"):
        territory = rule
    called = [h for h in holders if h.kind is not Kind.TOPIC]
    parts = [" ".join(post.text.split())] + [" ".join(h.text.split()) for h in called]
    name = " ".join(dict.fromkeys(parts))
    key = normal_post(parts[0], rule) + (
        "-" + (org or territory).partition(":")[2] if org or territory else ""
    )
    return registry.sink.scoped("pos", key), name, org, territory


def normal_post(name: str, rule: str) -> str:
    """Return one key for the long and short forms of a post."""
    low = name.casefold()
    if rule.startswith(("org:", "country:")):
        return "wakil" if re.match(r"wa(?:kil|men|pres|ka)", low) else "kepala"
    for short, full in (("sekjen", "sekretaris jenderal"), ("kabidhumas", "kabid humas"),
                        ("kepala bidang humas", "kabid humas"), ("kasatreskrim", "kasat reskrim"),
                        ("walikota", "wali kota"), ("dirjen", "direktur jenderal")):  # fmt: skip
        low = low.replace(short, full)
    return slug(low)
