"""Whom a table must not bring in: victims, witnesses and migrants, one by one.

They enter as counted groups only. What a header calls people is read from the ontology's
rules of access; a NIK is known by its digits, whatever its column is called.
"""

from __future__ import annotations

import re

from ontology.access import access
from ontology.errors import ValueTypeError
from ontology.model import Property
from ontology.types import canonical

_PERSONAL = frozenset(
    "nama name inisial initials nik ktp paspor passport hp telepon phone".split()  # noqa: SIM905
)
NIK_DIGITS = re.compile(r"\d{16}")
"""What every NIK is made of; not all such numbers are one."""


def tells_of_victims(text: str) -> bool:
    """Tell whether a header (or the name of a file) speaks of victims and of nobody else.

    >>> tells_of_victims("Nama Korban"), tells_of_victims("Nama Perekrut Korban")
    (True, False)
    """
    spoken_here = set(words(text))
    called = access().signs.called
    meant = {standing for standing, spoken in called.items() if spoken_here & spoken}
    return meant == {"victim"}


def is_key_of_victims(header: str) -> bool:
    """Tell whether a header promises what tells one victim from another."""
    return tells_of_victims(header) and not _PERSONAL.isdisjoint(words(header))


def singles_out(prop: Property) -> bool:
    """Tell whether values of a property say who someone is."""
    identifying = access().signs.identifying
    return prop.value_type in identifying or prop.access in ("identity", "victim")


def is_nik(cell: str) -> bool:
    """Tell whether a cell holds a NIK."""
    if not NIK_DIGITS.fullmatch(cell):
        return False
    try:
        canonical("nik", cell)
    except ValueTypeError:
        return False
    return True


def words(text: str) -> list[str]:
    """Return the words of a header, in small letters and in order.

    >>> words("namaKorban_NIK")
    ['nama', 'korban', 'nik']
    """
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower())
