"""Articles on the command line: what they say, and the review of what they would claim."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.output import Format, as_json, console, emit, errors, shown, write
from api.cli.reading import Told, blocks
from api.cli.state import FormatOption, say, workspace
from graph.ledger.ledger import Ledger
from graph.ledger.rows import Stored
from loaders import review as reviews
from loaders.errors import LoadError
from loaders.formats.articles import read_article
from loaders.paths import present
from loaders.text.draft import Extraction, Metadata
from ontology.claim import Document
from ontology.model import load as load_ontology

_CONTEXT = 60


def register(app: typer.Typer, bring_up_to_date: Callable[[], None]) -> None:
    """Add the commands of this module.

    Args:
        app: The command line.
        bring_up_to_date: Projects the ledger after decisions.
    """
    app.command()(extract)
    app.command()(review)
    _After.decisions = staticmethod(bring_up_to_date)


class _After:
    decisions: Callable[[], None] | None = None


def extract(
    file: Annotated[Path, typer.Argument(help="An article: .txt, .html, .pdf, .docx.")],
    published: Annotated[
        str | None,
        typer.Option(
            help="When it appeared, 2025-08-06; relative dates hang on it. Else what a line above "
            "the text, its dateline or the page says."
        ),
    ] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print what an article says: mentions, entities, draft claims; nothing is written.

    Offsets count Unicode code points of the file as given; for HTML, PDF and DOCX of the text
    read from it, which the JSON gives as `text`.

    Examples: `lacak extract article.txt --published 2025-08-06 --format json` ·
    `lacak extract release.pdf --published 2025-08-06`
    """
    from loaders.text.extract import extract as read_claims
    from loaders.text.output import to_data

    meta = Metadata(published=published, url=url, title=title, publisher=publisher)
    text, meta = read_article(present(file), meta)
    found = read_claims(text, document=meta)
    if form is Format.JSON:
        data = to_data(found)
        if file.suffix.lower() != ".txt":
            # Offsets count the extracted text, so it stands beside them.
            data["text"] = text
        write(as_json(data))
        return
    if form is Format.CSV:
        emit(form, *_claims_of(found))
        return
    _print_head(meta)
    for block in blocks(found, load_ontology()):
        console.print(block, highlight=False)
    note = say(
        f"{len(found.mentions)} sebutan, {len(found.entities)} entitas, {len(found.claims)} klaim, "
        f"{len(found.refused)} ditolak",
        f"{len(found.mentions)} mentions, {len(found.entities)} entities, {len(found.claims)} "
        f"claims, {len(found.refused)} refused",
    )
    console.print(f"[dim]{note}[/dim]", highlight=False)


def _print_head(meta: Metadata) -> None:
    """Print what is known of the article itself, and what is not read for want of it."""
    console.print(f"[bold]{escape(shown(str(meta.title)))}[/bold]", highlight=False)
    known = " · ".join(filter(None, (meta.published, meta.publisher, meta.url)))
    if known:
        console.print(f"[dim]{escape(shown(known))}[/dim]", highlight=False)
    if not meta.published:
        text = say(
            'Hari terbit tidak diketahui: tanggal tanpa tahun dan "kemarin" tidak dibaca. '
            "Tambahkan --published 2025-08-06.",
            'Nobody says when it was published: dates without a year and "yesterday" are not '
            "read. Add --published 2025-08-06.",
        )
        errors.print(f"[yellow]{text}[/yellow]", highlight=False)
    console.print()


def _claims_of(found: Extraction) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    captions = {entity.id: entity.caption for entity in found.entities}
    columns = ("subject", "property", "value", "modality", "confidence", "quote")
    return columns, [
        {
            "subject": captions.get(claim.subject, claim.subject),
            "property": claim.property,
            "value": captions.get(claim.value, claim.value),
            "modality": claim.modality,
            "confidence": claim.confidence,
            "quote": claim.quote,
        }
        for claim in found.claims
    ]


def review(
    action: Annotated[
        str, typer.Argument(help="list, accept, reject, correct, or accept-all.")
    ] = "list",
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids of claims; their first 6 digits do.")
    ] = None,
    document: Annotated[str | None, typer.Option(help="Only drafts of this document.")] = None,
    above: Annotated[
        float, typer.Option(min=0, max=1, help="accept-all: from this confidence on.")
    ] = 0.9,
    why: Annotated[str, typer.Option(help="The reason, kept with the decision.")] = "reviewed",
    who: Annotated[str | None, typer.Option(help="Who decides; your user name.")] = None,
    value: Annotated[str | None, typer.Option(help="correct: the right value.")] = None,
    prop: Annotated[
        str | None, typer.Option("--property", help="correct: the right property.")
    ] = None,
    modality: Annotated[str | None, typer.Option(help="correct: the right modality.")] = None,
    *,
    no_rebuild: Annotated[
        bool, typer.Option("--no-rebuild", help="Only append the decisions.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Decide which drafts enter the graph; nothing else of them does.

    Examples: `lacak review` · `lacak review accept 3f9a01 7bc2d4` ·
    `lacak review reject 3f9a01 --why "someone else of that name"` ·
    `lacak review correct 3f9a01 --value 2025-08-05 --why "the day before"` ·
    `lacak review accept-all --above 0.9`
    """
    ledger = workspace().ledger
    person = who or getpass.getuser()
    if action == "list":
        _list(list(reviews.drafts(ledger, document)), form)
        return
    if action == "accept-all":
        done = reviews.accept_above(ledger, above, person, document)
    elif action in ("accept", "reject"):
        if not ids:
            raise LoadError(f"`lacak review {action}` needs ids; `lacak review` lists them.")
        decide = reviews.accept if action == "accept" else reviews.reject
        done = decide(ledger, ids, person, why)
    elif action == "correct":
        what = reviews.Correction(prop, value, modality)
        done = _correct(ledger, ids or [], what, person, why)
    else:
        raise LoadError(f"Expected list, accept, reject, correct or accept-all, got {action!r}.")
    console.print(
        say(
            f"{done.decided} klaim diputuskan, {done.unchanged} sudah diputuskan demikian.",
            f"{done.decided} claims decided, {done.unchanged} were decided so already.",
        ),
        highlight=False,
    )
    if done.decided and not no_rebuild and _After.decisions is not None:
        _After.decisions()


def _correct(
    ledger: Ledger, ids: list[str], what: reviews.Correction, who: str, why: str
) -> reviews.Reviewed:
    if len(ids) != 1:
        raise LoadError(
            f"`lacak review correct` takes one id, with --value, --property or --modality; "
            f"it got {len(ids)}."
        )
    reviews.correct(ledger, workspace().ontology, ids[0], what, who, why)
    return reviews.Reviewed(2, 0)


def _list(drafts: list[Stored], form: Format) -> None:
    columns = ("id", "subject", "property", "value", "modality", "confidence", "document", "quote")
    rows: list[dict[str, object]] = [
        {
            "id": s.id[:8] if form is Format.TABLE else s.id,
            "subject": s.claim.subject,
            "property": s.claim.property,
            "value": s.claim.value,
            "modality": s.claim.modality,
            "confidence": s.claim.confidence,
            "document": s.claim.document,
            "quote": s.claim.quote,
        }
        for s in drafts
    ]
    if form is not Format.TABLE:
        emit(form, columns, rows)
        return
    _print_drafts(drafts)
    text = say(
        f"{len(drafts)} draf menunggu; siapa dan apa sesuatu itu ikut diterima. Putuskan: "
        "`lacak review accept ID …`, `reject ID`, `correct ID --value …`.",
        f"{len(drafts)} drafts are waiting; what a thing is goes with what is accepted of it. "
        "Decide: `lacak review accept ID …`, `reject ID`, `correct ID --value …`.",
    )
    errors.print(text, highlight=False)


def _print_drafts(drafts: list[Stored]) -> None:
    told = Told(drafts, load_ontology())
    document: Document | None = None
    for stored in drafts:
        claim = stored.claim
        if told.goes_with_another(claim):
            continue
        if document is None or document.id != claim.document:
            document = workspace().ledger.document(claim.document)
            title = document.title if document else claim.document
            console.print(
                f"[bold]{escape(shown(title))}[/bold] [dim]{escape(claim.document)}[/dim]"
            )
        console.print(f"[cyan]{stored.id[:8]}[/cyan] {told.line(claim)}", highlight=False)
        if document is not None:
            console.print(f"         {_highlighted(stored, document)}", highlight=False)


def _highlighted(stored: Stored, document: Document) -> str:
    """Return the words around an excerpt, with the excerpt marked."""
    claim = stored.claim
    if document.text is None or claim.start is None or claim.end is None:
        return escape(claim.quote or claim.locator or "")
    before = document.text[max(claim.start - _CONTEXT, 0) : claim.start]
    after = document.text[claim.end : claim.end + _CONTEXT]
    parts = (" ".join(part.split()) for part in (before, claim.quote or "", after))
    left, middle, right = map(escape, parts)
    return f"[dim]…{left}[/dim] [reverse]{middle}[/reverse] [dim]{right}…[/dim]"
