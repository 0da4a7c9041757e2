"""A network as one self-contained, interactive HTML file.

Nothing is fetched, nothing in the data can run, and every link shows its sources. The
scripts stand in ``assets``, the page in ``templates``.
"""

from __future__ import annotations

from graph.services.floor import floor_rule
from graph.services.networks import NetworkView
from graph.snapshots import Snapshot
from ontology.model import Language, Ontology, Scheme
from viz.clean import visible
from viz.evidence import gather
from viz.marks import OUTLINES
from viz.picture import DEFAULT_LIMIT, Arrangement, Picture, Variant, compose
from viz.texts import TEXTS, text


def render(
    view: NetworkView,
    snapshot: Snapshot,
    ontology: Ontology,
    *,
    title: str,
    language: Language = "id",
    variant: Variant = "network",
    arrangement: Arrangement = "force",
    limit: int = DEFAULT_LIMIT,
) -> str:
    """Return a network as an HTML page; the same input always gives the same page.

    Args:
        view: What to show; nodes beyond ``limit`` are left out, the farthest first, and the
            page says so.
        snapshot: Where facts and citations are read; what a role may not see is not in its
            snapshot, so it cannot come into the page.
        ontology: Labels, colours and icons.
        title: Heading of the page; any text.
        language: In which the page opens; it can be switched there.
        variant: ``partnership`` draws agreements small between their parties.
        arrangement: ``layers`` sets parties and agreements in columns.
        limit: At most so many entities, not above :data:`viz.picture.HARD_LIMIT`.

    Raises:
        PictureTooLargeError: ``limit`` is above what a picture holds.
    """
    # pyvis imports IPython, which takes longer than drawing; only pages need it.
    from viz.canvas import PictureNetwork

    picture = compose(view, ontology, variant=variant, arrangement=arrangement, limit=limit)
    stated = floor_rule(snapshot)
    rule = stated.in_(language) if stated else ""
    return PictureNetwork(picture).generate_html(
        title=visible(title),
        language=language,
        texts={key: value.in_(language) for key, value in TEXTS.items()},
        notice=" ".join(filter(None, (_notice(picture, language), rule))),
        data=_data(picture, snapshot, ontology, language),
    )


def _data(
    picture: Picture, snapshot: Snapshot, ontology: Ontology, language: Language
) -> dict[str, object]:
    from viz.canvas import classes

    evidence = gather(picture, snapshot, ontology)
    used = {str(row[0]) for rows in evidence.facts.values() for row in rows}
    manifest = snapshot.manifest
    return {
        "language": language,
        "texts": {key: [value.id, value.en] for key, value in TEXTS.items()},
        "classes": classes(picture),
        "groups": [[g.cls.name, g.count, g.x, g.y, g.radius] for g in picture.groups],
        "outlines": OUTLINES,
        "frame": picture.frame,
        "counts": {
            "shown": len(picture.nodes),
            "left_out": picture.left_out,
            "is_truncated": picture.is_truncated,
        },
        "properties": {
            name: [visible(label.id), visible(label.en)]
            for name in sorted(used)
            for label in (ontology.property(name).label,)
        },
        "vocabularies": {
            name: _concepts(ontology.scheme(name))
            for name in ("modalities", "reliabilities", "credibilities")
        },
        "documents": evidence.documents,
        "claims": evidence.claims,
        "facts": evidence.facts,
        "links": evidence.links,
        "sources": evidence.sources,
        "made": {
            "digest": manifest.digest[:16],
            "built": manifest.built[:16].replace("T", " "),
            "as_of": manifest.as_of,
        },
    }


def _concepts(scheme: Scheme) -> dict[str, list[str]]:
    return {c.notation: [c.label.id, c.label.en] for c in scheme.concepts.values()}


def _notice(picture: Picture, language: Language) -> str:
    """Return what the picture does not show; empty if it shows everything."""
    shown = len(picture.nodes)
    if not shown:
        return text("empty", language)
    if picture.left_out:
        return text("left_out", language, shown=shown, all=shown + picture.left_out)
    return text("truncated", language, shown=shown) if picture.is_truncated else ""
