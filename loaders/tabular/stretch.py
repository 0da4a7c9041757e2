"""One stretch of plain rows as columns: bare cells, keys, and values that converters make.

Values that are not simply copied go through the converters of single rows, once per distinct
text. Where a row might be refused it is marked as doubtful; nothing is refused here.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import polars as pl

from graph.ledger.blocks import Text
from loaders.tabular.cells import Convert
from loaders.tabular.claims import Plan, RowMapper, Term
from loaders.tabular.days import HAPPENED, lies_ahead
from loaders.tabular.frames import UNIT
from loaders.tabular.protected import NIK_DIGITS
from loaders.tabular.spoilt import SHORTENED, SUM_BEGINNINGS
from ontology.errors import LacakError
from ontology.keys import JOINT, SAFE, hashed

# Asked for generously: what only may be one is left to the row mapper.
_SUM = f"(?i)^(?:{'|'.join(sorted(SUM_BEGINNINGS))})"
_SHORTENED = f"(?i)^(?:{SHORTENED.pattern})$"
_NIK = f"^{NIK_DIGITS.pattern}$"
_LONGEST_PLACE = 500


def cells_of(text: bytes, width: int) -> pl.DataFrame:
    """Return the cells of plain lines as text, columns named by number, null where empty."""
    return pl.read_csv(
        io.BytesIO(text),
        has_header=False,
        separator=UNIT,
        quote_char=None,
        schema={str(number): pl.String for number in range(width)},
    )


@dataclass
class Stretch:
    """Columns of some rows, and those that are made of them.

    Attributes:
        rows: The mapper of single rows.
        cells: Cells as they stand in the file, null where empty.
        width: Number of columns of the table.
        columns: Columns in use, by number; made ones behind those of the table.
        keys: Columns that are worked out when they are read, by number: their parts.
        doubtful: Which rows must be left to the row mapper.
    """

    rows: RowMapper
    cells: pl.DataFrame
    width: int = field(init=False)
    columns: dict[str, pl.Series] = field(default_factory=dict)
    keys: dict[int, tuple[int, ...]] = field(default_factory=dict)
    doubtful: pl.Series = field(init=False)
    _copied: set[int] = field(default_factory=set)
    _next: int = field(init=False)

    def __post_init__(self) -> None:
        # The mapper may be bound to more columns while these rows are told.
        self.width = self.rows.width
        self.doubtful = pl.repeat(False, self.height, eager=True)
        self._next = self.width + 1

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.cells.height

    def column(self, number: int) -> pl.Series:
        """Return a column as the row mapper sees it: bare, null where it is empty."""
        name = str(number)
        if name not in self.columns:
            if number == self.width:
                return pl.repeat(None, self.height, dtype=pl.String, eager=True)
            found = self.cells[name].str.strip_chars(" ")
            nothing = found.is_in(["", *self.rows.mapping.empty])
            self.columns[name] = found.set(nothing, None) if nothing.any() else found
        return self.columns[name]

    def identified(self, plan: Plan) -> tuple[tuple[str, int], Text]:
        """Return the id of an entity and where it stands, each as a text."""
        parts = [self._part(plan, at) for at in range(len(plan.key))]
        names = plan.entity.key
        if plan.when:
            parts[0] = self._add(self.column(parts[0]).set(~self._is_meant(plan), None))
        if plan.is_sensitive:
            key = self._hidden(parts)
            start = self._add(self.column(key).str.slice(0, 8))
            return (f"{plan.entity.prefix}:", key), (f"{', '.join(names)}: ", start, "…")
        key = parts[0] if self._is_safe(parts) else self._worked_out(parts)
        where: list[str | int] = []
        for name, number in zip(names, plan.key, strict=True):
            where += [f"{', ' if where else ''}{name}=", number]
            too_long = _LONGEST_PLACE // len(names) - len(name) - 3
            self._doubt(self.column(number).str.len_bytes() > too_long)
        return (f"{plan.entity.prefix}:", key), tuple(where)

    def doubt_unsaid(self) -> None:
        """Leave rows that tell of an entity without its key to the row mapper, which says so."""
        nowhere = pl.repeat(False, self.height, eager=True)
        owed: dict[int, pl.Series] = {}
        said: dict[int, pl.Series] = {}
        for plan in self.rows.plans:
            is_meant = self._is_meant(plan)
            is_there = is_meant.clone()
            for number in plan.key:
                is_there &= self.column(number).is_not_null()
            told = {number for term in plan.terms for number in term.indexes}
            for number in told:
                owed[number] = owed.get(number, nowhere) | (is_meant & ~is_there)
            for number in told.union(plan.key):
                said[number] = said.get(number, nowhere) | is_there
        for number, rows in owed.items():
            if rows.any():
                self._doubt(rows & ~said[number] & self.column(number).is_not_null())

    def _part(self, plan: Plan, at: int) -> int:
        """Return the number of a column with one part of keys, spelled canonically."""
        number = plan.key[at]
        column = self._copy(number)
        self._doubt(column.str.contains(_SUM))
        if not plan.is_sensitive:
            self._doubt(column.str.contains(_NIK))
        if plan.verbatim[at]:
            return number
        return self._add(self._spelled(column, plan.tidy[at]))

    def _copy(self, number: int) -> pl.Series:
        """Return a column whose cells stand for themselves; others make their rows doubtful."""
        column = self.column(number)
        if number not in self._copied:
            self._copied.add(number)
            is_odd = column.str.contains("  ", literal=True) | column.str.contains(_SHORTENED)
            self._doubt(is_odd)
        return column

    def _spelled(self, column: pl.Series, tidy: Callable[[str], str]) -> pl.Series:
        def spelled(text: str) -> str | None:
            try:
                return " ".join(tidy(text).split()) or None
            except LacakError:
                return None

        made = _each(column, spelled)
        self._doubt(made.is_null() & column.is_not_null())
        return made

    def _is_safe(self, parts: Sequence[int]) -> bool:
        """Tell whether keys stand in ids as they are."""
        column = self.column(parts[0])
        return len(parts) == 1 and column.str.contains(f"^{SAFE.pattern}$").all()

    def _worked_out(self, parts: Sequence[int]) -> int:
        self._next += 1
        self.keys[self._next] = tuple(parts)
        return self._next

    def _hidden(self, parts: Sequence[int]) -> int:
        """Return the number of a column with keys that only the secret tells."""
        joined = self.joined(parts, JOINT)
        texts = joined.drop_nulls().to_list()
        made = pl.Series(hashed(texts, self.rows.secret), dtype=pl.String)
        return self._add(joined.scatter(joined.is_not_null().arg_true(), made))

    def _is_meant(self, plan: Plan) -> pl.Series:
        found = pl.repeat(True, self.height, eager=True)
        for number, cells in plan.when:
            found &= self.column(number).fill_null("").is_in(list(cells))
        return found

    def said(self, term: Term, subjects: Sequence[tuple[str, int]]) -> tuple[Text, Text | None]:
        """Return the value of a term and how it was written, each as a text."""
        if term.target is not None:
            return subjects[term.target], None
        if term.convert is None:
            return (str(term.constant),), None
        number = term.indexes[0]
        if len(term.indexes) > 1:
            for part in term.indexes:
                self._doubt(self.column(part).str.contains(_SHORTENED))
            number = self._add(self.joined(term.indexes, " ", is_partial=True))
        if term.is_verbatim:
            self._copy(number)
            return (number,), None
        column = self.column(number)
        found = self._converted(column, term.convert)
        if term.property == HAPPENED:
            # The row mapper points it out.
            self._doubt(column.is_in([t for t, (v, _) in found.items() if v and lies_ahead(v)]))
        value = self._add(_each(column, lambda text: found[text][0]))
        if not any(original for _, original in found.values()):
            return (value,), None
        if all(original == text for text, (_, original) in found.items()):
            return (value,), (number,)
        return (value,), (self._add(_each(column, lambda text: found[text][1])),)

    def _converted(
        self, column: pl.Series, convert: Convert
    ) -> dict[str, tuple[str | None, str | None]]:
        """Return the value and the spelling of each distinct cell that has one value."""
        found: dict[str, tuple[str | None, str | None]] = {}
        doubtful = []
        for text in column.drop_nulls().unique().to_list():
            try:
                values = convert(text)
            except LacakError:
                values = ()
                doubtful.append(text)
            if len(values) > 1:
                doubtful.append(text)
            found[text] = values[0] if len(values) == 1 else (None, None)
        if doubtful:
            self._doubt(column.is_in(doubtful))
        return found

    def joined(self, numbers: Sequence[int], mark: str, *, is_partial: bool = False) -> pl.Series:
        """Return columns joined; null where one is, or only where all are."""
        if len(numbers) == 1:
            return self.column(numbers[0])
        frame = pl.DataFrame({str(at): self.column(n) for at, n in enumerate(numbers)})
        joined = pl.concat_str(pl.all(), separator=mark, ignore_nulls=is_partial)
        made = frame.select(joined).to_series()
        return made.set(made == "", None)

    def is_whole(self, text: Text) -> pl.Series:
        """Return in which rows a text is put together from something."""
        columns = [part for part in text if isinstance(part, int)]
        found = pl.repeat(True, self.height, eager=True)
        for number in columns:
            for part in self.keys.get(number, (number,)):
                column = self.column(part)
                found = found & column.is_not_null() if column.null_count() else found
        return found

    def _add(self, column: pl.Series) -> int:
        self._next += 1
        self.columns[str(self._next)] = column
        return self._next

    def _doubt(self, rows: pl.Series) -> None:
        self.doubtful |= rows.fill_null(value=False)


def _each(column: pl.Series, function: Callable[[str], str | None]) -> pl.Series:
    """Apply a function to every distinct text of a column."""
    texts = column.drop_nulls().unique()
    made = pl.Series([function(text) for text in texts.to_list()], dtype=pl.String)
    return column.replace_strict(texts, made, default=None, return_dtype=pl.String)
