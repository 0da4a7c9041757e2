"""Shorter forms of names that the document has given in full: ``Zain`` after ``Zain Nugroho``.

Owns which words of a name may stand alone. Refuses words that are also common words, and single
words at places where a rule already found something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.text.grammar import STOPS, adjoins, is_capital
from loaders.text.numbers import UNITS
from loaders.text.patterns import Pattern
from loaders.text.persons import Initials
from loaders.text.resources import word_list
from loaders.text.spans import Item, Kind, Role, Sentence, Token
from loaders.text.tokens import tokenize

# Words of names that sentences also begin with.
_BESIDE_NAMES = word_list("beside_names")
_COMMON = STOPS | word_list("echo_common")


def find(text: str, sentences: Sequence[Sentence], items: Sequence[Item]) -> list[Item]:
    """Return repeats of known persons' names and initials, outside of all other items.

    Args:
        text: The document.
        sentences: Its sentences; titles and headings are searched too.
        items: What rules and tagger found.
    """
    titles = [(s.start, s.end) for s in sentences if s.role in (Role.TITLE, Role.HEADING)]
    names: dict[str, set[frozenset[str]]] = {}
    for item in items:
        if item.kind is Kind.PERSON and not any(a <= item.start < b for a, b in titles):
            words = frozenset(item.text.split())
            for word in words:
                names.setdefault(word, set()).add(words)
    # "HS alias Ucok" comes back as HS.
    told = [item for item in items if item.kind is Kind.INITIALS]
    short = {item.text.split(maxsplit=1)[0]: item for item in told}
    # Somebody protected may go by the same letter.
    hidden = {i.text for i in told if isinstance(i.value, Initials) and i.value.is_victim}
    short = {word: item for word, item in short.items() if len(word) > 1 or word not in hidden}
    occupied = {at for item in items for at in range(item.start, item.end)}
    made: list[Item] = []
    known = {*names, *short}
    for sentence in sentences:
        # Most sentences repeat no name: to look for the words is cheaper than to part them all.
        if any(word in sentence.text for word in known):
            tokens = tokenize(sentence.text, sentence.start)
            made.extend(_of_sentence(text, tokens, names, short, occupied))
    return made


def without_namesakes(items: Sequence[Item]) -> list[Item]:
    """Leave out places and bodies that only the tagger found and that are a person's first name.

    ``membayar ke Wahyu`` is read as a place where nothing else is known of the word; the document
    tells of ``Wahyu Hadi Susilo``.
    """
    people = {i.text.split()[0] for i in items if i.kind is Kind.PERSON and " " in i.text}
    return [
        i
        for i in items
        if not (i.source == "tagger" and i.kind in _GUESSED and not i.key and i.text in people)
    ]


_GUESSED = (Kind.PLACE, Kind.ORG)


def _of_sentence(
    text: str,
    tokens: Sequence[Token],
    names: dict[str, set[frozenset[str]]],
    short: dict[str, Item],
    occupied: set[int],
) -> Iterator[Item]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        is_known = token.text in short or token.text in names
        if not is_known or token.start in occupied or _is_inside(tokens, index, names, occupied):
            index += 1
            continue
        if token.text in short and (len(token.text) > 1 or _is_somebody(text, token)):
            origin = short[token.text]
            value = Initials(token.start, token.end, token.text, None, is_victim=False)
            yield Item(token.start, token.end, token.text, Kind.INITIALS, "", "Person",
                       value if isinstance(origin.value, Initials) else None, "echo")  # fmt: skip
            index += 1
            continue
        size = max(
            (_run(tokens, index, name, occupied) for name in names.get(token.text, ())), default=0
        )
        if size:
            start, end = token.start, tokens[index + size - 1].end
            yield Item(start, end, text[start:end], Kind.PERSON, "", "Person", None, "echo")
        index += max(1, size)


# "H berperan sebagai", "dipekerjakan oleh W di Malaysia": one letter that somebody bears.
_LEAD = Pattern(
    r"(?:^|[.;:\n]\s*|[\"“(,]\s*|\b(?:[Tt]ersangka|[Tt]erdakwa|[Pp]elaku|[Ss]edangkan|[Ss]ementara|[Aa]dapun|[Uu]ntuk|oleh|bahwa|kepada|dari|menangkap|meringkus|membekuk|mengamankan|menetapkan|ditetapkan(?:lah)?)\s+)$"
)
_ACTS = Pattern(
    r"(?=\s*[.,]|\s+(?:(?:yang|ini|itu|juga|kemudian|lalu|diduga|diketahui|telah|sudah|kini|sendiri|masih|sempat)\s)*(?:(?:me|di|ber|ter)[a-z]{2,}|sebagai|selaku|adalah|ke|di|pada|untuk|tugasnya|perannya)\b)"
)


def _is_somebody(text: str, token: Token) -> bool:
    is_led = _LEAD.search(text, max(0, token.start - 20), token.start)
    return bool(is_led and _ACTS.match(text, token.end))


def _is_inside(
    tokens: Sequence[Token],
    index: int,
    names: dict[str, set[frozenset[str]]],
    occupied: set[int],
) -> bool:
    """Whether a capitalised word of no known name stands before: somebody else's surname."""
    if index < 2 or not adjoins(tokens, index):
        return False
    before = tokens[index - 1]
    is_free = before.start not in occupied and before.text not in STOPS | _BESIDE_NAMES
    opens = tokens[index - 2].text in {".", "!", "?", ":", '"', "“", "–", "—", "-"}
    return is_free and is_capital(before) and before.text not in names and not opens


def _run(tokens: Sequence[Token], index: int, name: frozenset[str], occupied: set[int]) -> int:
    count = 0
    while index + count < len(tokens):
        token = tokens[index + count]
        if token.text not in name or not is_capital(token) or token.start in occupied:
            break
        if (
            len(token.text) < 3
            or token.text in _COMMON
            # "Dua sudah ditahan" beside somebody named so.
            or (not count and token.text.casefold() in UNITS)
            or (count and not adjoins(tokens, index + count))
        ):
            break
        count += 1
    # A longer capitalised run is another name: "Anton Wijaya" is not "Anton Wirawan".
    behind = index + count
    goes_on = (
        count
        and behind < len(tokens)
        and is_capital(tokens[behind])
        and adjoins(tokens, behind)
        and tokens[behind].text not in STOPS
        and tokens[behind].start not in occupied
    )
    return 0 if goes_on else count
