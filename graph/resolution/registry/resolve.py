"""Who is who in a registry: from a table of records to clusters, with reasons.

What joins is evidence, above a floor that no weight can buy: a name alone never joins, nor
initials, nor a telephone that an agency gave to hundreds. What is likely but lies below the
floor, or contradicts itself, goes to review.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.resolution.registry.blocking import pairs as find_pairs
from graph.resolution.registry.clustering import Clusters
from graph.resolution.registry.columns import prepare, unread_births
from graph.resolution.registry.comparing import LEVELS, SHAPE, Comparison
from graph.resolution.registry.weights import Weights, learn

Mask = npt.NDArray[np.bool_]

JOIN_AT = 0.7
"""Probability from which two records are joined, the floor permitting."""

REVIEW_AT = 0.5
"""Probability from which a pair that is not joined is worth a look."""

_BATCH = 2_000_000
_NIK = list(LEVELS).index("nik")
_SAME_NIK = LEVELS["nik"].index("same")
# How many bits a rare word may add to, and a common one take from, a name that agrees.
_RAREST, _COMMONEST = 6.0, -6.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a registry resolved to.

    Attributes:
        clusters: id, cluster (the smallest id of the person's records), in order of the input.
        pairs: left, right (ids), probability, bits, decision (``join``, ``review``), and the
            level of every field by name; likeliest first. Pairs that are neither are left out.
        weights: What was learnt.
        compared: How many pairs were compared.
        unread: row (from 1) and id of records whose birth date could not be read.
    """

    clusters: pl.DataFrame
    pairs: pl.DataFrame
    weights: Weights
    compared: int
    unread: pl.DataFrame


def resolve(records: pl.DataFrame, *, join_at: float = JOIN_AT, seed: int = 1) -> Resolved:
    """Find which records of a registry are one person's.

    Args:
        records: A row per record; ``id``, ``name``, and any of
            :data:`graph.resolution.registry.columns.FIELDS`.
        join_at: Probability from which records are joined.
        seed: Of the random pairs that weights are learnt from.

    Raises:
        RegistryError: The table lacks a column, or has an id twice.
    """
    columns = prepare(records)
    found = find_pairs(columns)
    patterns = _compare(columns, found)
    weights = learn(columns, patterns, seed)
    bits = weights.by_pattern()[patterns].astype(np.float32) + _rarity(columns, found, patterns)
    threshold = np.log2(join_at / (1 - join_at))
    is_joined = (bits >= threshold) & admitted(columns, found, patterns)
    order = np.argsort(-bits[is_joined], kind="stable")
    clusters, refused = cluster(columns, found.filter(is_joined)[order])
    return Resolved(
        clusters=clusters,
        pairs=_pairs(columns, found, patterns, bits, is_joined, refused),
        weights=weights,
        compared=len(found),
        unread=unread_births(records),
    )


def _compare(columns: pl.DataFrame, found: pl.DataFrame) -> npt.NDArray[np.int32]:
    parts = [
        Comparison(columns, batch["left"], batch["right"]).pattern
        for batch in found.iter_slices(_BATCH)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)


def admitted(columns: pl.DataFrame, found: pl.DataFrame, patterns: npt.NDArray[np.int32]) -> Mask:
    """Tell of every pair whether its evidence lies above the floor."""
    above: Mask = floor()[patterns] & ~_is_bare(columns, found, patterns)
    return above


def cluster(
    columns: pl.DataFrame, chosen: pl.DataFrame
) -> tuple[pl.DataFrame, list[tuple[int, int]]]:
    """Join pairs in order; return id and cluster of every record, and what was refused.

    Args:
        columns: From :func:`graph.resolution.registry.columns.prepare`.
        chosen: left, right (rows), strongest first.
    """
    clusters = Clusters(*(columns[c].to_list() for c in ("born", "nik")))
    refused = clusters.join(zip(*(chosen[c].to_list() for c in ("left", "right")), strict=True))
    return _clusters(columns, clusters), refused


def floor() -> Mask:
    """Return of every pattern of levels whether it has the evidence that joining asks for.

    Names must agree, and beside them an identifier, the whole birth date, a telephone of
    few, or father and region together. One NIK joins only what does not contradict it, and
    another NIK or sex keeps apart.
    """
    grids = np.indices(SHAPE).reshape(len(SHAPE), -1)
    level = {field: grids[n] for n, field in enumerate(LEVELS)}
    is_whole = level["name"] >= 5
    is_name = (level["name"] >= 3) | ((level["name"] == 2) & (level["nik"] == 3))
    is_born = level["birth"] >= 3
    is_other_birth = level["birth"] == 1
    is_nik = level["nik"] >= 2
    is_family = (level["father"] == 3) & (level["region"] == 2)
    # Brothers share telephone, father, and home: without a birth date the name must be whole.
    is_home = ((level["phone"] == 3) | is_family) & is_whole
    is_home |= (level["phone"] == 3) & (level["region"] == 2) & (level["name"] == 4)
    # A father of the same name, or the home: enough for one whole name if it is rare.
    is_told = (level["father"] == 3) | (level["region"] == 2)
    is_contradicted = is_other_birth | (level["nik"] == 1) | (level["sex"] == 1)
    evidence = (level["nik"] == 3) | (is_nik & is_born) | is_born | is_home | (is_told & is_whole)
    found: Mask = is_name & evidence & ~is_contradicted
    return found


def _is_bare(columns: pl.DataFrame, found: pl.DataFrame, patterns: npt.NDArray[np.int32]) -> Mask:
    """Tell of every pair whether its names can join nobody.

    Names without a word in full never can; a single word can only beside a birth date or an
    identifier.
    """
    words = columns["full"].fill_null("").str.count_matches(r"\S+").to_numpy()
    fewest = np.minimum(words[found["left"].to_numpy()], words[found["right"].to_numpy()])
    levels = np.unravel_index(patterns, SHAPE)
    at = {field: levels[n] for n, field in enumerate(LEVELS)}
    is_known = (at["birth"] >= 3) | (at["nik"] >= 2) | (at["phone"] == 3)
    bare: Mask = (fewest < 1) | ((fewest < 2) & ~is_known)
    return bare


def _rarity(
    columns: pl.DataFrame, found: pl.DataFrame, patterns: npt.NDArray[np.int32]
) -> npt.NDArray[np.float32]:
    """Return what the rarity of an agreeing name adds, in bits: a rare name says more."""
    name = np.unravel_index(patterns, SHAPE)[0]
    rarity = columns["rarity"].fill_null(1.0).to_numpy()
    common = columns["common"].to_numpy()
    left, right = found["left"].to_numpy(), found["right"].to_numpy()
    usual_word, usual_name = np.median(rarity), np.median(common)
    of_word = np.log2(usual_word / np.maximum(rarity[left], rarity[right]))
    of_name = np.log2(usual_name / np.maximum(common[left], common[right]))
    added = np.where(name == 6, np.minimum(of_word, of_name), of_word)
    return np.where(name >= 3, np.clip(added, _COMMONEST, _RAREST), 0.0).astype(np.float32)


def _clusters(columns: pl.DataFrame, clusters: Clusters) -> pl.DataFrame:
    canonical = np.arange(len(columns), dtype=np.int64)
    joined = clusters.by_record()
    if joined:
        canonical[list(joined)] = list(joined.values())
    return pl.DataFrame({"id": columns["id"], "cluster": columns["id"].gather(canonical)})


def _pairs(
    columns: pl.DataFrame,
    found: pl.DataFrame,
    patterns: npt.NDArray[np.int32],
    bits: npt.NDArray[np.float32],
    is_joined: Mask,
    refused: list[tuple[int, int]],
) -> pl.DataFrame:
    # One NIK under two names is somebody's mistake, or a borrowed identity: never nothing.
    is_one_nik = np.unravel_index(patterns, SHAPE)[_NIK] == _SAME_NIK
    is_told = is_joined | is_one_nik | (bits >= np.log2(REVIEW_AT / (1 - REVIEW_AT)))
    told = found.filter(is_told).with_columns(
        bits=pl.Series(bits[is_told]), decision=pl.Series(is_joined[is_told])
    )
    levels = np.unravel_index(patterns[is_told], SHAPE)
    against = pl.DataFrame(
        refused, schema={"left": pl.UInt32, "right": pl.UInt32}, orient="row"
    ).with_columns(is_refused=True)
    named = told.with_columns(
        pl.Series(field, levels[n].astype(np.int8)).replace_strict(
            dict(enumerate(words)), return_dtype=pl.String
        )
        for n, (field, words) in enumerate(LEVELS.items())
    ).join(against, ["left", "right"], "left", maintain_order="left")
    is_join = pl.col("decision") & pl.col("is_refused").is_null()
    return named.select(
        columns["id"].gather(named["left"]).alias("left"),
        columns["id"].gather(named["right"]).alias("right"),
        probability=(1 / (1 + (-pl.col("bits").clip(-60, 60) * np.log(2)).exp())).round(4),
        bits=pl.col("bits").round(1),
        decision=pl.when(is_join).then(pl.lit("join")).otherwise(pl.lit("review")),
        **{field: pl.col(field) for field in LEVELS},
    ).sort("bits", "left", "right", descending=[True, False, False])
