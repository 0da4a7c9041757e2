"""A synthetic record of any size, in the shapes that our sources have.

Seeded: the same size and seed give the same claims everywhere. Which person, company, phone
or place an article mentions follows a heavy tail (the share of the k-th most mentioned falls
about as k^-2/3), so a few recruiters and phones are hubs, as in the real record.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.claim import Claim, Document

CLAIMS_PER_ARTICLE = 25.7
_FIRST = ("Ani", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Indah", "Joko")
_LAST = ("Wijaya", "Santoso", "Lestari", "Saputra", "Hidayat", "Rahayu", "Siregar", "Nasution")
_COMPANY = ("Sinar", "Karya", "Bina", "Cipta", "Mitra", "Putra", "Bahari", "Nusantara", "Abadi")
METHOD = "bench@1"

Item = Document | Claim


@dataclass(frozen=True)
class Sizes:
    """How many of each there are in a world of some number of articles."""

    articles: int
    people: int
    companies: int
    phones: int

    @classmethod
    def of(cls, claims: int) -> Sizes:
        """Return the sizes of a world with about so many claims."""
        articles = max(10, round(claims / CLAIMS_PER_ARTICLE))
        return cls(articles, articles * 3 // 2, max(5, articles // 8), articles)


def world(claims: int, seed: int = 1) -> Iterator[Item]:
    """Yield documents, each followed by its claims; about as many claims as asked for."""
    chance = random.Random(seed)
    sizes = Sizes.of(claims)
    for number in range(38):
        if number == 0:
            yield _document("doc:regions", "A")
        key = f"region:{number + 11}"
        yield _claim(key, "type", "Province", "doc:regions")
        yield _claim(key, "name", f"Provinsi {number + 11}", "doc:regions")
    for number in range(sizes.articles):
        yield from _article(number, sizes, chance)


def _heavy(chance: random.Random, size: int) -> int:
    return int(size * chance.random() ** 3)


def _document(key: str, reliability: str = "C", published: str | None = None) -> Document:
    return Document(
        id=key,
        cls="NewsArticle",
        dataset="bench",
        title=f"Berita {key}",
        publisher="Bench",
        published=published,
        url=f"https://example.org/{key.partition(':')[2]}",
        reliability=reliability,
    )


def _claim(subject: str, prop: str, value: str, source: str, paragraph: int = 1) -> Claim:
    return Claim(
        subject=subject,
        property=prop,
        value=value,
        document=source,
        locator=f"par. {paragraph}",
        modality="reported" if paragraph % 3 else "stated",
        method=METHOD,
    )


def _article(number: int, sizes: Sizes, chance: random.Random) -> Iterator[Item]:
    day = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    source = f"doc:{number:07}"
    yield _document(source, chance.choice("BCCD"), day)
    recruiter, recruit = (_heavy(chance, sizes.people) for _ in range(2))
    company, phone = _heavy(chance, sizes.companies), _heavy(chance, sizes.phones)
    province = f"region:{11 + _heavy(chance, 38)}"
    for person in {recruiter, recruit}:
        yield from _person(person, province, source, chance)
    yield from _named(f"org:{company:07}", "PlacementCompany", _company_name(company), source)
    yield _claim(f"tel:{phone:07}", "type", "PhoneNumber", source)
    yield _claim(f"tel:{phone:07}", "e164", f"+628{10_000_000 + phone}", source)
    event, link, use = (f"{kind}:{number:07}" for kind in ("evt", "rel", "use"))
    for subject, prop, value in (
        (event, "type", "Interception"),
        (event, "date", day),
        (event, "occurredAt", province),
        (event, "implicates", f"org:{company:07}"),
        (event, "affected", f"person:{recruit:07}"),
        (link, "type", "Recruitment"),
        (link, "recruiter", f"person:{recruiter:07}"),
        (link, "recruit", f"person:{recruit:07}"),
        (link, "throughCompany", f"org:{company:07}"),
        (link, "startDate", day[:7]),
        (use, "type", "ChannelUse"),
        (use, "channelUser", f"person:{recruiter:07}"),
        (use, "channel", f"tel:{phone:07}"),
    ):
        yield _claim(subject, prop, value, source, 2)
    if chance.random() < 0.3:
        count = str(chance.randrange(2, 400))
        for prop, value in (
            ("type", "Count"),
            ("countLower", count),
            ("countUpper", count),
            ("countOf", event),
            ("area", province),
        ):
            yield _claim(f"count:{number:07}", prop, value, source, 4)


def _person(number: int, province: str, source: str, chance: random.Random) -> Iterator[Claim]:
    key = f"person:{number:07}"
    name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 8]} {number // 80}"
    yield from _named(key, "Person", name, source)
    yield _claim(key, "residence", province, source, 3)
    if chance.random() < 0.6:
        # Sources agree about an age nine times of ten.
        age = 20 + number % 40 + (chance.random() < 0.1)
        yield _claim(key, "age", str(age), source, 3)


def _named(key: str, cls: str, name: str, source: str) -> Iterator[Claim]:
    yield _claim(key, "type", cls, source)
    yield _claim(key, "name", name, source)


def _company_name(number: int) -> str:
    return f"PT {_COMPANY[number % 9]} {_COMPANY[number // 9 % 9]} {number // 81}"
