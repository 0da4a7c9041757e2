"""What every command shares: the workspace, opened once, and the language."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Annotated, cast

import typer

from api.cli.output import Format
from api.workspace import Workspace
from graph.settings import from_environment
from ontology.model import Language

FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="table for people, json or csv for programs.")
]


class _Chosen:
    language: Language | None = None


def choose_language(language: str | None) -> None:
    """Remember the language given on the command line."""
    _Chosen.language = cast("Language", language) if language in ("id", "en") else None


@cache
def workspace() -> Workspace:
    """Return the workspace that the environment describes."""
    settings = from_environment()
    if _Chosen.language is not None:
        settings = replace(settings, language=_Chosen.language)
    return Workspace(settings)


def language() -> Language:
    """Return the language of answers."""
    return cast("Language", workspace().settings.language)


def say(indonesian: str, english: str) -> str:
    """Return the text in the language of answers."""
    return indonesian if language() == "id" else english
