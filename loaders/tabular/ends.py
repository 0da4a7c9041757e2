"""Tables whose rows lead from one number or account to another: calls, messages, transfers.

Owns how such columns are known, and what is drafted of them: a channel at either end, who is
named as using it, and the relation between both. Taken as one entity, two accounts and their
two holders would become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from loaders.tabular.cells import converter
from loaders.tabular.guessing import Column, are_unique, is_dated, is_telling, keys_of, quoted
from loaders.tabular.mapping import Value
from loaders.tabular.protected import words
from ontology.errors import LacakError
from ontology.model import Ontology

_GIVING = frozenset(
    {"pengirim", "dari", "asal", "pemanggil", "penelepon", "pembayar", "sender", "from", "caller",
     "payer"}
)  # fmt: skip
_TAKING = frozenset(
    {"penerima", "ke", "tujuan", "dipanggil", "ditelepon", "dibayar", "receiver", "recipient",
     "to", "callee", "payee", "beneficiary"}
)  # fmt: skip
_BARE = frozenset({"no", "nomor", "number"})
_ACCOUNT = frozenset({"rekening", "norek", "account", "acct"})
_NAMES = frozenset({"nama", "name"})
_BANKS = frozenset({"bank"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What the rows of such a table are: the class of channels, and the relation."""

    channel: str
    number: str
    prefix: str
    relation: str
    giver: str
    taker: str
    is_of_holders: bool


_CALL = Kind("PhoneNumber", "e164", "phone", "Communication", "caller", "callee", False)
_PAYMENT = Kind("BankAccount", "accountNumber", "account", "Payment", "payer", "payee", True)


@dataclass(frozen=True, slots=True)
class Ends:
    """The columns of both ends.

    Attributes:
        kind: What leads from one to the other.
        numbers, names, banks: Columns of the giving and of the taking end; empty where absent.
    """

    kind: Kind
    numbers: tuple[Column, Column]
    names: tuple[Column, ...] = ()
    banks: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column of an end."""
        return (*self.numbers, *self.names, *self.banks)

    @property
    def has_holders(self) -> bool:
        """Whether the draft has people at the ends."""
        return self.kind.is_of_holders or bool(self.names)


def find(columns: Sequence[Column], ontology: Ontology) -> Ends | None:
    """Return the two ends that a table has, or ``None``."""
    pairs = _pairs(columns)
    for said, pair in pairs.items():
        kind = _PAYMENT if said & _ACCOUNT else _CALL
        is_number = not said or not (said <= _NAMES or said <= _BANKS)
        if is_number and all(_are_numbers(column, kind, ontology) for column in pair):
            return Ends(kind, pair, _said(pairs, _NAMES), _said(pairs, _BANKS))
    return None


def _said(
    pairs: Mapping[frozenset[str], tuple[Column, ...]], of: frozenset[str]
) -> tuple[Column, ...]:
    """Return the pair whose names say nothing but one of some words."""
    return next((pair for said, pair in pairs.items() if said and said <= of), ())


def _pairs(columns: Sequence[Column]) -> Mapping[frozenset[str], tuple[Column, Column]]:
    """Return columns that differ in their direction alone, by what else their names say."""
    giving, taking = (
        {
            frozenset(own - side - _BARE): column
            for column in reversed(columns)
            if side & (own := {*words(column.name)})
        }
        for side in (_GIVING, _TAKING)
    )
    return MappingProxyType({k: (giving[k], taking[k]) for k in giving if k in taking})


def _are_numbers(column: Column, kind: Kind, ontology: Ontology) -> bool:
    convert = converter(Value(ontology.property(kind.number), (column.name,)), ontology)

    def fits(cell: str) -> bool:
        try:
            return bool(convert(cell))
        except LacakError:
            return False

    # Short numbers of services and mistyped cells stand among them.
    return sum(map(fits, column.values)) * 2 > len(column.values)


def key_of_relation(ends: Ends, columns: Sequence[Column]) -> list[Column]:
    """Return what tells one call or transfer from another: a reference, or ends and time."""
    others = [c for c in columns if c not in ends.columns]
    for column in keys_of(others):
        if are_unique([column]) and is_telling(column):
            return [column]
    chosen = list(ends.numbers)
    for column in sorted((c for c in others if c.is_full and not c.is_serial), key=_order):
        if are_unique(chosen):
            break
        chosen.append(column)
    return chosen


def _order(column: Column) -> bool:
    return not is_dated(column)


def entities(ends: Ends) -> Iterator[str]:
    """Yield the entities at the ends, as YAML."""
    kind = ends.kind
    for at, side in enumerate((kind.giver, kind.taker)):
        number = quoted(ends.numbers[at].name)
        bank = [quoted(c.name) for c in ends.banks[at : at + 1]]
        key = f"[{bank[0]}, {number}]" if bank else number
        yield f"  {side}{kind.channel}:"
        yield f"    class: {kind.channel}"
        if at == 0:
            yield "    # Both ends share ids: what gives in one row and takes in another is one."
        yield from (f"    id: {kind.prefix}", f"    key: {key}", "    properties:")
        yield f"      {kind.number}: {number}"
        yield from (f"      bank: {name}" for name in bank)
        if ends.has_holders:
            yield from _holder(ends, at, side, key)


def _holder(ends: Ends, at: int, side: str, key: str) -> Iterator[str]:
    kind = ends.kind
    yield from (f"  {side}Holder:", "    class: Person", f"    id: {kind.prefix}holder")
    yield from (f"    key: {key}", "    properties:" + ("" if ends.names else " {}"))
    yield from (f"      name: {quoted(c.name)}" for c in ends.names[at : at + 1])
    yield from (f"  {side}Use:", "    class: ChannelUse", f"    id: {kind.prefix}use")
    yield from (f"    key: {key}", "    properties:")
    yield f"      channelUser: {{entity: {side}Holder}}"
    yield f"      channel: {{entity: {side}{kind.channel}}}"


def relation(ends: Ends) -> Iterator[str]:
    """Yield the two ends of the relation, as YAML."""
    what = "Holder" if ends.kind.is_of_holders else ends.kind.channel
    for side in (ends.kind.giver, ends.kind.taker):
        yield f"      {side}: {{entity: {side}{what}}}"
