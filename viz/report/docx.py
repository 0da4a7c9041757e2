"""A pack as an office document, for those who must edit or quote it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from viz.report.content import Content, Row, Section

if TYPE_CHECKING:
    from docx.document import Document as Office

_PICTURE_CM = 16.0
_MINOR_POINTS = 8


def written(content: Content, picture: bytes) -> bytes:
    """Return the pack as DOCX.

    Args:
        content: What the pack says.
        picture: The network as PNG.
    """
    # Optional packages: whoever never writes a pack need not have them.
    from docx import Document
    from docx.shared import Cm

    office = Document()
    office.core_properties.title = content.title[:255]
    office.core_properties.author = "Lacak"
    office.core_properties.language = content.language
    labels = content.labels
    office.add_paragraph(content.subtitle.upper())
    office.add_heading(content.title, 0)
    for notice in content.notices:
        office.add_paragraph(notice, style="Intense Quote")
    office.add_heading(labels["summary"], 1)
    _table(office, ((label, value) for label, value in content.summary), ())
    if content.notes:
        office.add_heading(labels["notes"], 1)
        for line in content.notes:
            office.add_paragraph(line)
    if content.pinned:
        office.add_heading(labels["pinned"], 1)
        _facts(office, content, content.pinned)
    office.add_heading(labels["picture"], 1)
    office.add_picture(io.BytesIO(picture), width=Cm(_PICTURE_CM))
    if content.is_picture_cut:
        _minor(office, labels["picture_cut"])
    _chapter(office, content, "facts", content.focus)
    if content.left_out and not content.related:
        _minor(office, content.left_out)
    _chapter(office, content, "stages", content.stages, rule=labels["stages_rule"])
    _chapter(office, content, "licences", content.licences)
    office.add_heading(labels["conflicts"], 1)
    if content.conflicts:
        _facts(office, content, content.conflicts)
    else:
        office.add_paragraph(labels["no_conflicts"])
    _chapter(office, content, "related", content.related, rule=content.left_out)
    _sources(office, content)
    office.add_heading(labels["claims"], 1)
    _minor(office, labels["claims_rule"])
    heads = [labels[k] for k in ("id", "entity", "property", "value", "source", "place")]
    _table(office, content.claims, heads)
    _minor(office, labels["verify"])
    buffer = io.BytesIO()
    office.save(buffer)
    return buffer.getvalue()


def _chapter(
    office: Office, content: Content, key: str, sections: Sequence[Section], rule: str = ""
) -> None:
    if not sections:
        return
    office.add_heading(content.labels[key], 1)
    if rule:
        _minor(office, rule)
    for section in sections:
        office.add_heading(section.heading, 2)
        _minor(office, section.note)
        _facts(office, content, section.rows)


def _facts(office: Office, content: Content, rows: Sequence[Row]) -> None:
    heads = [content.labels[key] for key in ("property", "value", "evidence")]
    _table(office, (_cells(row) for row in rows), heads)


def _cells(row: Row) -> tuple[str, str, str]:
    evidence = [
        f"[{e.number}] {e.how}" + (f"\n“{e.quote}”" if e.quote else "") for e in row.evidence
    ]
    value = f"{row.value}\n⚠ {row.mark}" if row.mark else row.value
    return row.property, value, "\n".join(evidence)


def _sources(office: Office, content: Content) -> None:
    office.add_heading(content.labels["sources"], 1)
    for number, title, where, address, digest in content.sources:
        paragraph = office.add_paragraph(f"[{number}] ")
        paragraph.add_run(title).bold = True
        for line in filter(None, (where, address, digest)):
            paragraph.add_run(f"\n{line}")


def _minor(office: Office, text: str) -> None:
    from docx.shared import Pt

    office.add_paragraph().add_run(text).font.size = Pt(_MINOR_POINTS)


def _table(office: Office, rows: Iterable[Sequence[str]], heads: Sequence[str]) -> None:
    from docx.shared import Pt

    listed = [*([heads] if heads else []), *rows]
    if not listed:
        return
    table = office.add_table(rows=len(listed), cols=len(listed[0]))
    table.style = "Table Grid"
    # ``table.cell`` walks the whole table each time; rows are asked once.
    for row, values in zip(table.rows, listed, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            run = cell.paragraphs[0].add_run(value)
            run.font.size = Pt(_MINOR_POINTS)
            run.bold = bool(heads) and values is heads
