"""Errors of resolution; the tree continues ``graph.errors``.

ResolutionError
├── UnmatchableClassError      names of that class cannot be compared
├── PairRowError               a row of a table of pairs cannot be read
├── SamePairError              two records that are one already are no pair
├── OtherKindError             things of two kinds are never one
├── UndoneError                a decision that was taken back already
├── ListRowError               a row of a list to be screened cannot be read
├── RegistryError              a table of persons cannot be resolved
└── ExtraMissingError          an optional package is not installed
"""

from __future__ import annotations

from graph.errors import GraphError


class ResolutionError(GraphError):
    """Root of what resolution raises on purpose."""

    indonesian = "Pencocokan identitas tidak dapat dikerjakan."


class UnmatchableClassError(ResolutionError):
    """No rule compares names of that class."""

    indonesian = "Tidak ada aturan untuk membandingkan nama dari kelas itu."

    def __init__(self, class_name: str) -> None:
        self.class_name = class_name
        super().__init__(
            f"Expected a class whose entities have names or identifiers (Person, Company, "
            f"Organization, PhoneNumber ...) or Agency, got {class_name!r}. "
            f"`lacak schema` lists the classes."
        )


class PairRowError(ResolutionError):
    """A table of pairs lacks a column or a row lacks a value."""

    indonesian = "Tabel pasangan kekurangan kolom atau nilai."


class SamePairError(ResolutionError):
    """Two ids that name one record, or one entity, are no pair to decide on."""

    indonesian = (
        "Kedua id itu sudah satu catatan atau satu entitas; tidak ada yang perlu diputuskan."
    )

    def __init__(self, left: str, right: str) -> None:
        super().__init__(
            f"Expected two different ids of records that are not one entity yet, got {left!r} "
            f"and {right!r}. `lacak decisions` says what was decided."
        )


class OtherKindError(ResolutionError):
    """Two records of different kinds were to be one: a person and a company, say."""

    indonesian = (
        "Kedua catatan itu berbeda jenis; orang dan perusahaan, misalnya, tidak mungkin satu."
    )

    def __init__(self, left: str, right: str, kinds: tuple[str, str]) -> None:
        super().__init__(
            f"Expected two records of one kind, got {left!r} ({kinds[0]}) and {right!r} "
            f"({kinds[1]}). A relation between them is a claim, not an identity."
        )


class UndoneError(ResolutionError):
    """A decision that was taken back already is to be taken back."""

    indonesian = "Keputusan itu sudah diurungkan."

    def __init__(self, decision: str) -> None:
        super().__init__(
            f"Expected a decision that stands; {decision!r} was taken back already. "
            "`lacak decisions` says by which: taking that one back restores it."
        )


class ListRowError(ResolutionError):
    """A list to be screened lacks a column, or has a cell that is empty or cannot be read."""

    indonesian = (
        "Daftar yang hendak diperiksa kekurangan kolom, atau selnya kosong atau tidak terbaca."
    )


class RegistryError(ResolutionError):
    """A table of persons cannot be resolved as it is."""

    indonesian = "Tabel orang ini tidak dapat dicocokkan sebagaimana adanya."


class ExtraMissingError(ResolutionError):
    """A way of resolving needs a package that is not installed."""

    indonesian = "Cara pencocokan ini memerlukan paket yang belum terpasang."

    def __init__(self, extra: str) -> None:
        super().__init__(
            f"This needs packages that are not installed. Run `pip install 'lacak[{extra}]'`."
        )
