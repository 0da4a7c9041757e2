"""From a table as somebody sent it to columns that can be compared.

Every distinct word is read once (:mod:`graph.resolution.names`), however many records have
it; everything else is columns. Refuses to guess: a cell that cannot be read is as empty.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from graph.resolution.errors import RegistryError
from graph.resolution.names.lexicon import personal
from graph.resolution.names.vocabulary import particles, titles

FIELDS = ("name", "sex", "birth_date", "nik", "father", "region", "phone")
"""Columns that are compared; all but ``name`` may be absent."""

_YEAR_LAST = r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$"

# A number that stands beside more names than a family has is an agency's, and joins nobody.
LARGEST_HOUSEHOLD = 6

_FATHER = "|"


def prepare(records: pl.DataFrame) -> pl.DataFrame:
    """Return comparable columns, one row per record, in order.

    Columns: ``id``; ``name`` (spelling keys, in order), ``words`` (the same, sorted),
    ``squeezed`` (without spaces), ``full`` (without initials), ``rare`` (the rarest word in
    full) and ``rarity`` (share of records that have it), ``common`` (share of records with
    the same words); ``born`` (YYYY-MM-DD), ``year``, ``sex``, ``nik``, ``father``,
    ``region``, ``phone``, ``phone_all``: as ``phone``, agencies' numbers included.

    Raises:
        RegistryError: There is no ``id`` or ``name``, or an id twice.
    """
    _check(records)
    texts = _texts(records).with_row_index("row")
    names = _keys(texts, "name")
    fathers = _keys(texts, "father").select("row", pl.col("keys").alias("father_keys"))
    joined = texts.join(names, "row", "left").join(fathers, "row", "left").sort("row")
    return _shares(joined.select("id", *_names(), *_others()))


def unread_births(records: pl.DataFrame) -> pl.DataFrame:
    """Return row (from 1) and id of the records whose birth date says something unreadable."""
    texts = _texts(records).with_row_index("row", offset=1)
    return texts.filter(~pl.col("birth_date").str.contains(r"^\d{4}(\D|$)")).select("row", "id")


def _texts(records: pl.DataFrame) -> pl.DataFrame:
    texts = records.select("id", *(_text(records, field) for field in FIELDS))
    return texts.with_columns(birth_date=_year_first(texts["birth_date"]))


def _year_first(cells: pl.Series) -> pl.Series:
    """Return dates of numbers with the year first, if the column shows which is the month.

    Some cell must have a day above 12, and none may say otherwise; else cells stay as they are.
    """
    found = cells.str.extract_groups(_YEAR_LAST).struct.unnest().cast(pl.Int32, strict=False)
    is_day_first, is_month_first = ((found[part] > 12).any() for part in ("1", "2"))
    if is_day_first == is_month_first:
        return cells
    day, month = ("1", "2") if is_day_first else ("2", "1")
    text = pl.format("{}-{}-{}", "3", month, day)
    dates = found.select(text.str.to_date("%Y-%m-%d", strict=False).cast(pl.String)).to_series()
    return dates.zip_with(dates.is_not_null(), cells)


def _check(records: pl.DataFrame) -> None:
    lacking = [column for column in ("id", "name") if column not in records.columns]
    if lacking:
        raise RegistryError(
            f"Expected a table with the columns id and name (and any of "
            f"{', '.join(FIELDS[1:])}), got {', '.join(records.columns)}."
        )
    if records["id"].n_unique() < len(records):
        twice = records["id"].value_counts().filter(pl.col("count") > 1)["id"][0]
        raise RegistryError(f"The id {twice!r} stands more than once; every record needs its own.")


def _text(records: pl.DataFrame, field: str) -> pl.Expr:
    if field not in records.columns:
        return pl.lit(None, pl.String).alias(field)
    text = pl.col(field).cast(pl.String).str.strip_chars()
    return pl.when(text != "").then(text).alias(field)


def _keys(texts: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return (row, keys, father) with the list of spelling keys of every name."""
    folded = pl.col(column).str.normalize("NFKD").str.to_lowercase()
    plain = folded.str.replace_all(r"[^a-z\.\s\-/@(),]", "").str.replace_all(r"\.(\w)", ". $1")
    words = texts.select("row", word=plain.str.extract_all(r"[a-z]+\.?")).explode("word")
    words = words.filter(pl.col("word").is_not_null())
    distinct = words["word"].unique()
    known = pl.DataFrame({"word": distinct, "key": _read(distinct.to_list())})
    read = words.join(known, "word", "left", maintain_order="left").filter(pl.col("key") != "")
    # What follows "bin" is the father's name.
    is_after = (pl.col("key") == _FATHER).cum_sum().over("row") > 0
    own = read.filter(~is_after).group_by("row", maintain_order=True).agg(keys=pl.col("key"))
    fathers = read.filter(is_after & (pl.col("key") != _FATHER))
    named = fathers.group_by("row", maintain_order=True).agg(father_in_name=pl.col("key"))
    return own.join(named, "row", "full", coalesce=True)


def _read(words: Iterable[str]) -> list[str]:
    """Return the spelling key of every written word; nothing for titles and particles."""
    lists, inside, lexicon = titles(), particles(), personal()
    muhammad = lexicon.identify("muhammad").id
    found = []
    for written in words:
        word = written.rstrip(".")
        if word in lists.father:
            key = _FATHER
        elif ("muhammad",) in inside.abbreviations.get(word, ()) or word == "m":
            key = muhammad
        elif len(word) == 1 and not (written.endswith(".") and word in lists.before):
            key = word
        elif word in lists.before or word in lists.after or word in inside.optional:
            key = ""
        else:
            key = lexicon.identify(word).id
        found.append(key)
    return found


def _names() -> list[pl.Expr]:
    keys = pl.col("keys")
    full = keys.list.eval(pl.element().filter(pl.element().str.len_chars() > 1))
    own_father = pl.coalesce("father_keys", "father_in_name").list.sort().list.join(" ")
    return [
        keys.list.join(" ").alias("name"),
        keys.list.sort().list.join(" ").alias("words"),
        keys.list.join("").alias("squeezed"),
        full.list.sort().list.join(" ").alias("full"),
        full.list.sort().list.first().alias("first"),
        full.list.sort().list.last().alias("last"),
        full.alias("_full"),
        own_father.alias("father"),
    ]


def _others() -> list[pl.Expr]:
    nik = pl.col("nik").str.replace_all(r"\D", "")
    nik = pl.when(nik.str.len_chars() == 16).then(nik)
    written = pl.col("birth_date").str.extract(r"^(\d{4}-\d\d-\d\d)")
    born = pl.coalesce(written, _born_by(nik))
    year = pl.coalesce(pl.col("birth_date").str.extract(r"^(\d{4})"), born.str.slice(0, 4))
    phone = pl.col("phone").str.replace_all(r"\D", "").str.replace(r"^0", "62")
    phone = pl.when(phone.str.len_chars() >= 8).then(phone)
    return [
        nik.alias("nik"),
        born.alias("born"),
        year.alias("year"),
        born.str.slice(5, 2).alias("month"),
        born.str.slice(8, 2).alias("day"),
        pl.col("sex").str.to_uppercase().str.slice(0, 1).replace({"L": "M", "P": "F"}).alias("sex"),
        pl.col("region").alias("region"),
        phone.alias("phone"),
    ]


def _born_by(nik: pl.Expr) -> pl.Expr:
    """Return the birth date that an NIK tells; the century by the age that is possible."""
    day = nik.str.slice(6, 2).cast(pl.Int32, strict=False)
    day = pl.when(day > 40).then(day - 40).otherwise(day)
    year = nik.str.slice(10, 2).cast(pl.Int32, strict=False)
    # Nobody in a registry of migrant workers is younger than about ten.
    century = pl.when(year > 16).then(1900).otherwise(2000)
    text = pl.format(
        "{}-{}-{}", century + year, nik.str.slice(8, 2), day.cast(pl.String).str.zfill(2)
    )
    return text.str.to_date("%Y-%m-%d", strict=False).cast(pl.String)


def _shares(columns: pl.DataFrame) -> pl.DataFrame:
    """Add how common names are, and tell agencies' telephones from those of households."""
    count = len(columns)
    words = columns.select(row=pl.int_range(pl.len()), word="_full").explode("word").drop_nulls()
    words = words.with_columns(share=pl.len().over("word") / count)
    rarest = words.sort("share", "word").group_by("row").first()
    named = columns.with_columns(row=pl.int_range(pl.len())).join(
        rarest.rename({"word": "rare", "share": "rarity"}), "row", "left", maintain_order="left"
    )
    is_household = pl.col("full").n_unique().over("phone") <= LARGEST_HOUSEHOLD
    return named.drop("_full", "row").with_columns(
        common=pl.len().over("words") / count,
        phone_all="phone",
        phone=pl.when(is_household).then("phone"),
    )
