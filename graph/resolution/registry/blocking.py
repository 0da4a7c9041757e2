"""Which pairs of records are worth comparing: those that share something rare enough.

Several passes, because every field is empty or wrong somewhere. A block that is larger than
the cap says nothing about anybody in particular and is left out, so that a telephone of an
agency or a name that thousands bear costs nothing and joins nobody.
"""

from __future__ import annotations

import polars as pl

LARGEST_BLOCK = 40
"""Records that may share a key; pairs grow with its square."""

_NAME_START = pl.col("rare").str.slice(0, 3)
_SORTED_START = pl.col("words").str.slice(0, 4)

PASSES: dict[str, list[pl.Expr]] = {
    "nik": [pl.col("nik")],
    "phone": [pl.col("phone")],
    "phone and name": [pl.col("phone_all"), _SORTED_START],
    "birth and name": [pl.col("born"), _NAME_START],
    "birth and first word": [pl.col("born"), pl.col("squeezed").str.slice(0, 2)],
    "birth and region": [pl.col("born"), pl.col("region")],
    "name and region": [pl.col("full"), pl.col("region")],
    "name and year": [pl.col("full"), pl.col("year")],
    "name": [pl.col("full")],
    "rare word and year": [pl.col("rare"), pl.col("year")],
    "rare word and region": [pl.col("rare"), pl.col("region")],
    "joined name": [pl.col("squeezed")],
    "father and year": [pl.col("father"), pl.col("year")],
    "father and name": [pl.col("father"), _NAME_START],
    "first and region": [pl.col("first"), pl.col("region")],
    "last and region": [pl.col("last"), pl.col("region")],
    "first and year": [pl.col("first"), pl.col("year")],
    "last and year": [pl.col("last"), pl.col("year")],
    "two words": [pl.col("first"), pl.col("last")],
    "start and region": [pl.col("squeezed").str.slice(0, 5), pl.col("region")],
    "start and father": [pl.col("squeezed").str.slice(0, 3), pl.col("father").str.slice(0, 6)],
    "end and day": [
        pl.col("squeezed").str.slice(-3), pl.col("born").str.slice(5, 5), pl.col("region")
    ],
}  # fmt: skip
"""Keys by pass; a record with a part of the key empty takes no part."""


def pairs(columns: pl.DataFrame, largest: int = LARGEST_BLOCK) -> pl.DataFrame:
    """Return distinct pairs of rows (left < right) that share the key of some pass.

    Args:
        columns: From :func:`graph.resolution.registry.columns.prepare`.
        largest: Blocks of more records are left out.
    """
    count = len(columns)
    found = [_pass(columns, keys, largest) for keys in PASSES.values()]
    # One number per pair: a third of the memory of two columns while they are made distinct.
    codes = pl.concat([f["left"].cast(pl.Int64) * count + f["right"] for f in found]).unique()
    return pl.DataFrame(
        {"left": (codes // count).cast(pl.UInt32), "right": (codes % count).cast(pl.UInt32)}
    )


def _pass(columns: pl.DataFrame, keys: list[pl.Expr], largest: int) -> pl.DataFrame:
    parts = [key.alias(f"part{n}") for n, key in enumerate(keys)]
    names = [f"part{n}" for n in range(len(keys))]
    keyed = columns.select(*parts, row=pl.int_range(pl.len(), dtype=pl.UInt32))
    keyed = keyed.filter(*(pl.col(n).is_not_null() & (pl.col(n) != "") for n in names))
    size = pl.len().over(names)
    keyed = keyed.select("row", block=pl.struct(names).hash(seed=7), size=size).filter(
        pl.col("size").is_between(2, largest)
    )
    keyed = keyed.drop("size")
    both = keyed.join(keyed, "block").filter(pl.col("row") < pl.col("row_right"))
    return both.select(left="row", right="row_right")
