"""Rendering a page: templates that escape everything, texts, and the policy of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.rooms.errors import TOLD
from ontology.errors import LacakError
from ontology.model import Class, Language, Ontology, Text
from viz.clean import followable, visible
from viz.explorer.texts import TEXTS
from viz.marks import OUTLINES, icon_of, ink_on, shape_of

HERE: Final = Path(__file__).parent
Theme = Literal["auto", "light", "dark"]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Content security policy of every page: own files only, nothing inline."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How one visitor looks at a page.

    Attributes:
        path: Path and query asked for; the language switch comes back to it.
        language: Of every text. ``theme``: ``auto`` follows the visitor's system.
        who: Name and role of whoever is signed in; empty for strangers, and on one's own machine.
        scopes: What the visitor may do; pages offer nothing else.
        rule: By what rule numbers of people were rounded down for the visitor, if they were.
    """

    path: str
    language: Language = "id"
    theme: Theme = "auto"
    who: str = ""
    scopes: frozenset[str] = frozenset()
    rule: Text | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for people.

    Attributes:
        text: In the visitor's language.
        detail: Particulars in English, which quote programs and names; empty where the text
            says all.
    """

    text: str
    detail: str = ""

    def __bool__(self) -> bool:
        """Whether anything went wrong."""
        return bool(self.text or self.detail)


def problem_of(error: LacakError, language: Language) -> Problem:
    """Return what to tell a visitor of an error."""
    if isinstance(error, TOLD):
        return Problem(error.text.in_(language))
    return Problem(error.indonesian, str(error)) if language == "id" else Problem(str(error))


@cache
def templates() -> Environment:
    """Return the environment of the pages; everything is escaped and made visible in it."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["followable"] = followable
    made.filters["address"] = address_of
    made.globals["mark"] = mark
    made.globals["field"] = made.get_template("parts.html.j2").module
    return made


def _shown(value: object) -> object:
    """Make deceiving characters of data visible; our own markup is left alone."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def render(name: str, visit: Visit, ontology: Ontology, **content: object) -> str:
    """Return a page.

    Args:
        name: Template, without its ending.
        visit: Language, theme, and where the switches come back to.
        ontology: Labels of vocabularies and looks of classes.
        content: What the template shows.
    """
    language = visit.language
    return (
        templates()
        .get_template(f"{name}.html.j2")
        .render(
            visit=visit,
            lang=language,
            t=_speaker(language),
            number=lambda value: number(value, language),
            label=lambda text: label(text, language),
            cls=ontology.cls,
            term=lambda scheme, notation: term(ontology, scheme, notation, language),
            back=quote(visit.path, safe=""),
            **content,
        )
    )


def _speaker(language: Language) -> Callable[..., str]:
    def say(key: str, **values: object) -> str:
        text = TEXTS[key].in_(language)
        return text.format(**values) if values else text

    return say


def label(text: Text, language: Language) -> str:
    """Return a label with its first letter in upper case.

    >>> label(Text("nama resmi", "official name"), "id")
    'Nama resmi'
    """
    told = text.in_(language)
    return told[:1].upper() + told[1:]


def number(value: float, language: Language) -> str:
    """Return a number with the thousands mark of the language.

    >>> number(50140, "id"), number(50140, "en"), number(0.5, "id")
    ('50.140', '50,140', '0,5')
    """
    told = f"{value:,}"
    return told.translate(str.maketrans(",.", ".,")) if language == "id" else told


def term(ontology: Ontology, scheme: str, notation: object, language: Language) -> str:
    """Return the label of a concept, or the notation where the vocabulary has none."""
    concept = ontology.scheme(scheme).concepts.get(str(notation))
    return concept.label.in_(language) if concept else str(notation)


def address_of(entity_id: str) -> str:
    """Return the address of an entity's page.

    >>> address_of("org:kp2mi")
    '/e/org:kp2mi'
    """
    return f"/e/{quote(entity_id, safe=':')}"


def local(path: str) -> str:
    """Return a path of this site, or ``/`` for anything that would lead elsewhere.

    >>> local("/explore?entity=org:kp2mi"), local("//example.org/"), local("https://example.org")
    ('/explore?entity=org:kp2mi', '/', '/')
    """
    parts = urlsplit(path)
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    is_plain = all(" " < c < "\x7f" and c != "\\" for c in path)
    return path if is_ours and is_plain and not parts.scheme and not parts.netloc else "/"


def mark(cls: Class) -> Markup:
    """Return the mark of a class as in the pictures: shape, colour and icon."""
    corners = OUTLINES[shape_of(cls)]
    points = " ".join(f"{12 + 9 * x:.1f},{12 + 9 * y:.1f}" for x, y in corners)
    outline = (
        Markup('<polygon points="{}" fill="{}"/>').format(points, cls.color)
        if corners
        else Markup('<circle cx="12" cy="12" r="9.5" fill="{}"/>').format(cls.color)
    )
    height = 13 if shape_of(cls) == "triangle" else 15.6
    icon = Markup('<text x="12" y="{}" fill="{}">{}</text>').format(
        height, ink_on(cls.color), icon_of(cls)
    )
    return Markup('<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">{}{}</svg>').format(
        outline, icon
    )
