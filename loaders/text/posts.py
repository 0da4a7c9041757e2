"""Posts: ``Gubernur``, ``Kabid Humas``, ``Direktur Pelindungan WNI``.

Owns where a post's name ends and its organisation or territory begins, and which organisation
a post implies (a ``Kapolda`` heads a Polda). Refuses general words such as ``Kepala`` and
``Anggota`` unless an organisation or a person follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.text import agencies, regions
from loaders.text.features import is_common
from loaders.text.grammar import adjoins, is_capital
from loaders.text.lexicon import Lexicon
from loaders.text.persons import is_no_name, words_of_office
from loaders.text.resources import rows, word_list
from loaders.text.spans import Token
from loaders.text.titles import rank_at

_LINKS = frozenset({"dan", "&", "bidang", "urusan", "untuk", "serta", "di", "pada"})
_WEAK = word_list("weak_posts")
# Posts of courts stand in lower case too, before the name: "jaksa penuntut umum Aditya Rahman".
_WRITTEN_SMALL = frozenset(
    {
        "jaksa penuntut umum",
        "penuntut umum",
        "hakim ketua",
        "hakim ketua majelis",
        "ketua hakim",
        "ketua majelis hakim",
        "ketua majelis",
        "juru bicara",
        "panitera",
    }
)
SMALL_FIRST = frozenset(name.split()[0] for name in _WRITTEN_SMALL)
"""First words of posts that may stand in lower case; only a name behind makes those posts."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the text names it.

    Attributes:
        rule: Id of its organisation, or how the territory behind it leads there.
        size: Number of tokens of the post's own name.
        is_weak: The name alone is too general to be a post.
    """

    rule: str
    size: int
    is_weak: bool


def _small(name: str) -> tuple[str, ...]:
    """Return how a post of courts stands in lower case, within a sentence and at its start."""
    low = name.lower()
    return (low, low.capitalize()) if low in _WRITTEN_SMALL else ()


@cache
def _heads() -> Lexicon[tuple[str, bool]]:
    return Lexicon(
        (form, (rule, mods == "y"))
        for names, rule, mods in rows("posts.tsv")
        for name in names.split("|")
        for form in {name, name.upper(), *_small(name)}
    )


def at(tokens: Sequence[Token], index: int) -> Post | None:
    """Return the post named at a position, with who stands in for its holder."""
    acting = _acting(tokens, index)
    post = _at(tokens, index + acting) if index + acting < len(tokens) else None
    return post and replace(post, size=post.size + acting, is_weak=post.is_weak and not acting)


_ACTING = frozenset({"Plt", "Plh", "Pj", "Pjs", "Penjabat"})


def _acting(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens tell of a stand-in: ``Plt.``, ``Pelaksana tugas``, or 0."""
    pair = " ".join(token.text for token in tokens[index : index + 2]).casefold()
    if pair in {"pelaksana tugas", "pelaksana harian", "pejabat sementara", "penjabat sementara"}:
        short = [token.text for token in tokens[index + 2 : index + 5]]
        is_short = len(short) == 3 and short[0] == "(" and short[2] == ")"
        return 5 if is_short else 2
    if tokens[index].text not in _ACTING or _heads().at(tokens, index):
        return 0
    return 2 if _is(tokens, index + 1, ".") else 1


def _at(tokens: Sequence[Token], index: int) -> Post | None:
    found = _heads().at(tokens, index)
    if found is None or _is_crew(tokens, index):
        return None
    size, (rule, has_mods) = found
    last = index + size - 1
    if size > 1 and tokens[last].text == "Balai" and (office := agencies.at(tokens, last)):
        # "Kepala Balai Pelayanan ... (BP3MI) NTT": the office itself is named.
        size -= 1 if office.id else 0
        has_mods = has_mods and not office.id
    if has_mods:
        size += _mods(tokens, index + size)
    elif tokens[index + size - 1].text in _NUMBERED and _is_number(tokens, index + size):
        size += 1
    if rule.startswith("org:") and _is(tokens, index + size, "RI"):
        size += 1
    is_weak = size == 1 and tokens[index].text in _WEAK
    return Post("" if rule == "-" else rule, size, is_weak)


# "Ketua RT 04": the number tells which.
_NUMBERED = frozenset({"RT", "RW"})


def _is_number(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text[0].isdigit()


def _is_crew(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words tell of whoever is there: ``Anggota Polsek``, ``Biro Humas``."""
    before = tokens[index - 1].text if index else ""
    if tokens[index].text == "Humas":
        return before in {"Biro", "Bidang", "Bagian", "Divisi", "Subbagian", "Seksi", "Humas"}
    behind = agencies.at(tokens, index + 1) if index + 1 < len(tokens) else None
    is_police = behind is not None and behind.cls == "LawEnforcementAgency"
    return tokens[index].text in {"Anggota", "Petugas"} and is_police


def _mods(tokens: Sequence[Token], index: int) -> int:
    """Return how many words of office follow before an organisation, place or person."""
    count = 0
    while index + count < len(tokens) and count < 9:
        at_ = index + count
        token = tokens[at_]
        if not adjoins(tokens, at_) or agencies.at(tokens, at_) or rank_at(tokens, at_):
            break
        if regions.lexicon().at(tokens, at_) and not _is_inside(tokens, at_):
            break
        if token.text in _LINKS:
            if (
                at_ + 1 >= len(tokens)
                or not is_capital(tokens[at_ + 1])
                or (count == 0 and token.text in {"di", "dan", "pada"})
            ):
                break
            if agencies.at(tokens, at_ + 1):
                break
        elif token.text not in words_of_office():
            unknown = _before_agency(tokens, at_) or _before_holder(tokens, at_)
            unknown = unknown or _of_field(tokens, at_)
            if not unknown:
                break
            return count + unknown
        count += 1
    while count and tokens[index + count - 1].text in _LINKS:
        count -= 1
    return count


def _before_agency(tokens: Sequence[Token], index: int) -> int:
    """Return how many unknown words stand between a post and the agency it is in, or 0.

    "Dirjen Pengawasan Ruang Digital Komdigi Aleksander Sabari": who holds the post stands behind
    the agency, so what stands before it is the post's.
    """
    at_ = index
    while at_ - index < _LONGEST and (step := _office_step(tokens, at_)):
        at_ += step
        # "Dirjen Binapenta (Penta dan PKK), Kemnaker, Suharso": a comma may part the two.
        head = at_ + (1 if _is(tokens, at_, ",") and tokens[at_ - 1].text == ")" else 0)
        agency = agencies.at(tokens, head) if head < len(tokens) else None
        if agency is not None and agency.id:
            behind = head + agency.size
            behind += 3 if _is(tokens, behind, "(") and _is(tokens, behind + 2, ")") else 0
            behind += 1 if _is(tokens, behind, ",") else 0
            is_held = behind < len(tokens) and is_capital(tokens[behind])
            return at_ - index if is_held or _are_of_offices(tokens[index:at_]) else 0
    return 0


def _are_of_offices(tokens: Sequence[Token]) -> bool:
    """Whether no word can be a name, so that a post ends before its agency wherever it stands."""
    words = [token.text for token in tokens if token.text[0].isupper()]
    return all(is_no_name([word]) or word in words_of_office() for word in words)


_LONGEST = 14


def _is(tokens: Sequence[Token], index: int, text: str) -> bool:
    return index < len(tokens) and tokens[index].text == text


def _office_step(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens one word of an office takes: with ``dan``, or short in brackets."""
    if _is(tokens, index, "("):
        texts = [token.text for token in tokens[index + 1 : index + _LONGEST_SHORT]]
        size = texts.index(")") if ")" in texts else 0
        return size + 2 if size and texts[size - 1].isupper() and texts[0][0].isupper() else 0
    step = 1 if index < len(tokens) and tokens[index].text in {"dan", "&", ","} else 0
    word = index + step
    if step and tokens[index].text == "," and not _is_office_word(tokens, word):
        return 0
    if word >= len(tokens) or not is_capital(tokens[word]) or not adjoins(tokens, word):
        return 0
    return 0 if rank_at(tokens, word) else step + 1


_LONGEST_SHORT = 7


def _is_office_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word behind a comma goes on with the office: ``Tenaga Kerja, Perluasan``."""
    word = tokens[index].text if index < len(tokens) else ""
    is_named = agencies.at(tokens, index) is not None if word else True
    return not is_named and (word in words_of_office() or (is_common(word) and len(word) > 6))


def _before_holder(tokens: Sequence[Token], index: int) -> int:
    """Return how many common words stand between a post and the comma before its holder, or 0.

    "Kepala Seksi Teknologi dan Sarana, Imron Basri": nobody is called Teknologi.
    """
    at_ = index
    while at_ - index < _LONGEST and (step := _office_step(tokens, at_)):
        if not is_common(tokens[at_ + step - 1].text) and not _is(tokens, at_, "("):
            return 0
        at_ += step
    behind = at_ + 1
    is_held = _is(tokens, at_, ",") and behind < len(tokens) and is_capital(tokens[behind])
    return at_ - index if is_held and not is_common(tokens[behind].text) else 0


# "Staf Ahli Bidang Konektivitas, Dida Gandara": what stands behind these is the field.
_FIELDS = frozenset({"Bidang", "Seksi", "Divisi", "Bagian", "Subbagian", "Biro"})


def _of_field(tokens: Sequence[Token], index: int) -> int:
    """Return 1 for the one word that tells the field of a post, before a comma and its holder."""
    is_field = index > 0 and tokens[index - 1].text in _FIELDS and _is(tokens, index + 1, ",")
    behind = index + 2
    return 1 if is_field and behind < len(tokens) and is_capital(tokens[behind]) else 0


def _is_inside(tokens: Sequence[Token], index: int) -> bool:
    # "Direktur Pelindungan Pekerja Migran Indonesia", "Kawasan Asia Afrika"
    before = [token.text for token in tokens[max(0, index - 2) : index]]
    is_joined = len(before) > 1 and before[1] in {"dan", "&"} and before[0] in {"Asia", "Afrika"}
    return is_joined or (index > 0 and before[-1] in _HOLD_PLACES)


_HOLD_PLACES = frozenset({"Migran", "Kawasan", "Asia", "Hukum", "Negara"})


def organisation(rule: str, codes: tuple[str, ...]) -> str:
    """Return the id of the organisation that a post and its territory imply, or empty.

    >>> organisation("pemprov", ("53",)), organisation("org:polri", ())
    ('org:pemprov-nusa-tenggara-timur', 'org:polri')
    """
    if not rule or rule.startswith(("org:", "country:")):
        return rule if rule.startswith("org:") else ""
    if not codes:
        return ""
    if rule in ("polda", "pemprov", "kejati"):
        return _provincial(rule, codes[0])
    wanted = {"pemkab": "Kabupaten ", "pemkot": "Kota "}.get(rule, "")
    fitting = [c for c in codes if "." in c and regions.names_by_code()[c].startswith(wanted)]
    if not fitting or (wanted and len(fitting) > 1):
        return ""
    return f"org:{rule}-{regions.slug(regions.short_name(fitting[0]))}"


def _provincial(rule: str, code: str) -> str:
    if "." in code:
        return ""
    if rule == "polda" and code == "31":
        return "org:polda-metro-jaya"
    return f"org:{rule}-{regions.province_slug(code)}"
