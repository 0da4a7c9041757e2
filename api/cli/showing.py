"""An entity and a path as people read them in a terminal: facts first, sources beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from api.cli.output import Format, console, emit
from graph.services.citations import Citation, cite
from graph.services.entities import EntityView, Fact, Link, label_of
from graph.services.networks import NetworkView
from graph.services.search import Hit
from graph.snapshots import Snapshot
from ontology.model import Language, Ontology
from viz.texts import text

_MANY = 12
"""Links of one kind shown in full; the rest are counted and left to `path` and `view`."""


def source_line(citation: Citation, ontology: Ontology, language: Language) -> str:
    """Return one line that says where a fact comes from, and who says so.

    A name after "menurut"/"according to" reports the one that follows it.
    """
    parts = []
    if citation.said_by:
        chain = " ← ".join(citation.said_by)
        parts.append(f"{'menurut' if language == 'id' else 'according to'} {chain}")
    if citation.modality != "stated":
        parts.append(ontology.scheme("modalities").concepts[citation.modality].label.in_(language))
    where = citation.publisher or citation.title
    parts.append(" ".join(filter(None, (where, citation.published, citation.locator))))
    parts.append(f"[{citation.reliability}{citation.credibility}]")
    return ", ".join(parts)


def as_rows(found: EntityView) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    """Return the facts of an entity as flat rows, one per citation."""
    columns = (
        "property",
        "value",
        "shown",
        "is_picked",
        "said_by",
        "modality",
        "grade",
        "title",
        "publisher",
        "published",
        "url",
        "locator",
        "claim",
    )
    rows: list[dict[str, object]] = [
        {
            "property": fact.property,
            "value": fact.value,
            "shown": fact.shown,
            "is_picked": fact.is_picked,
            "said_by": " ← ".join(c.said_by),
            "modality": c.modality,
            "grade": f"{c.reliability}{c.credibility}",
            "title": c.title,
            "publisher": c.publisher,
            "published": c.published,
            "url": c.url,
            "locator": c.locator,
            "claim": c.claim,
        }
        for fact in found.facts
        for c in fact.citations
    ]
    return columns, rows


def print_view(found: EntityView, ontology: Ontology, language: Language) -> None:
    """Print an entity: its facts with sources, what others say of it, what contradicts."""
    indonesian = language == "id"
    head = (
        f"[bold]{escape(found.caption)}[/bold]  "
        f"[dim]{escape(found.class_label.in_(language))} · {escape(found.id)}[/dim]"
    )
    console.print(head, highlight=False)
    origins = "asal-usul mandiri" if indonesian else "independent origins"
    documents = "dokumen" if indonesian else "documents"
    console.print(f"{found.sources} {documents}, {found.origins} {origins}", highlight=False)
    console.print(_facts_table(found.facts, ontology, language))
    _print_links(found.links, ontology, language)
    if found.conflicts:
        said = "Sumber berbeda tentang" if indonesian else "Sources disagree on"
        console.print(f"[yellow]{said}: {', '.join(found.conflicts)}[/yellow]")
    console.print(f"[dim]{text('presumption', language)}[/dim]")
    for note in found.notes:
        console.print(f"[dim]{escape(note.in_(language))}[/dim]", highlight=False)
    _print_documents(found, language)


def _facts_table(facts: Sequence[Fact], ontology: Ontology, language: Language) -> Table:
    indonesian = language == "id"
    table = Table(show_header=True, box=None, pad_edge=False)
    table.add_column("fakta" if indonesian else "fact", style="cyan", no_wrap=True)
    table.add_column("nilai" if indonesian else "value", overflow="fold")
    table.add_column("sumber" if indonesian else "source", style="dim", overflow="fold")
    previous = ""
    for fact in facts:
        label = fact.label.in_(language)
        mark = "" if not fact.is_conflicting else ("✓ " if fact.is_picked else "≠ ")
        lines = "\n".join(source_line(c, ontology, language) for c in fact.citations[:3])
        if len(fact.citations) > 3:
            lines += f"\n+{len(fact.citations) - 3}"
        table.add_row(
            "" if label == previous else escape(label), escape(mark + fact.shown), escape(lines)
        )
        previous = label
    return table


def _print_links(links: Iterable[Link], ontology: Ontology, language: Language) -> None:
    for (_, class_name), group in groupby(links, key=lambda k: (k.type, k.class_name)):
        listed = list(group)
        label, kind = listed[0].label.in_(language), ontology.cls(class_name).label.in_(language)
        arrow = "→" if listed[0].is_outgoing else "←"
        tree = Tree(f"{arrow} [cyan]{escape(label)}[/cyan] · {kind} ({len(listed)})")
        for link in listed[:_MANY]:
            _add_link(tree, link, ontology, language)
        if len(listed) > _MANY:
            tree.add(f"… +{len(listed) - _MANY}")
        console.print(tree, highlight=False)


def _add_link(tree: Tree, link: Link, ontology: Ontology, language: Language) -> None:
    source = source_line(link.citations[0], ontology, language) if link.citations else ""
    told = f": {escape(link.detail.in_(language))}" if link.detail else ""
    branch = tree.add(
        f"{escape(link.caption)}{told} [dim]{escape(link.other)} · {escape(source)}[/dim]"
    )
    for fact in link.facts:
        twig = branch.add(_line(fact, ontology, language))
        for inner in fact.told:
            twig.add(_line(inner, ontology, language))


def _line(fact: Fact, ontology: Ontology, language: Language) -> str:
    cited = source_line(fact.citations[0], ontology, language) if fact.citations else ""
    label = escape(fact.label.in_(language))
    return f"[cyan]{label}[/cyan] {escape(fact.shown)} [dim]{escape(cited)}[/dim]"


def _print_documents(found: EntityView, language: Language) -> None:
    documents = {
        c.document: c
        for citations in (
            *(f.citations for f in found.facts),
            *(k.citations for k in found.links),
        )
        for c in citations
    }
    console.print("[bold]Sumber[/bold]" if language == "id" else "[bold]Sources[/bold]")
    for citation in sorted(documents.values(), key=lambda c: (c.published or "", c.document)):
        parts = (citation.publisher, citation.published, citation.title, citation.url)
        console.print("· " + escape(" · ".join(p for p in parts if p)), highlight=False)


def print_hits(hits: Sequence[Hit], form: Format) -> None:
    """Print what a search found."""
    columns = ("id", "class", "caption", "score", "support")
    rows = [
        dict(zip(columns, (h.id, h.label, h.caption, h.score, h.support), strict=True))
        for h in hits
    ]
    emit(form, columns, rows)


def path_rows(
    snapshot: Snapshot, ontology: Ontology, found: NetworkView, language: Language
) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    """Return one row per step of each path, with the evidence of the step."""
    columns = ("path", "step", "from", "relationship", "to", "support", "confidence", "source")
    captions = {n.id: str(n.properties.get("caption", n.id)) for n in found.nodes}
    by_ends = {frozenset((r.source, r.target)): r for r in found.relationships}
    claims = [str(c) for r in found.relationships for c in _list(r.properties.get("claims"))]
    citations = cite(snapshot, snapshot.claims(claims))
    rows: list[dict[str, object]] = []
    for number, ids in enumerate(found.paths, 1):
        for step, (a, b) in enumerate(pairwise(ids), 1):
            link = by_ends[frozenset((a, b))]
            label = label_of(ontology, link.type).in_(language)
            cited = [citations[str(c)] for c in _list(link.properties.get("claims"))]
            rows.append(
                {
                    "path": number,
                    "step": step,
                    "from": captions[a],
                    "relationship": f"{label} →" if link.source == a else f"← {label}",
                    "to": captions[b],
                    "support": link.properties.get("support"),
                    "confidence": link.properties.get("confidence"),
                    "source": source_line(cited[0], ontology, language) if cited else "",
                }
            )
    return columns, rows


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
