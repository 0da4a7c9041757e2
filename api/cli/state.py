"""What every command shares: workspace, audit log and server, opened once, and the language."""

from __future__ import annotations

import getpass
import os
from dataclasses import replace
from functools import cache
from typing import Annotated, cast

import typer

from api.audit.log import AuditLog
from api.audit.recorder import Recorder, open_audit
from api.cli.output import Format
from api.security.principal import LOCAL, local_owner
from api.settings import ServerSettings
from api.settings import from_environment as server_settings_of
from api.workspace import Workspace
from graph.errors import AudienceError
from graph.settings import from_environment
from ontology.model import Language

FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="table for people, json or csv for programs.")
]


class _Chosen:
    language: Language | None = None
    role: str | None = None
    purpose: str = LOCAL


def choose_language(language: str | None) -> None:
    """Remember the language given on the command line."""
    _Chosen.language = cast("Language", language) if language in ("id", "en") else None


def choose_purpose(purpose: str | None) -> None:
    """Remember what for, as given on the command line."""
    _Chosen.purpose = purpose or LOCAL


def choose_role(role: str | None) -> None:
    """Remember the role given on the command line."""
    _Chosen.role = role


@cache
def workspace() -> Workspace:
    """Return the workspace that the environment describes, as the chosen role reads it.

    Raises:
        AudienceError: The role reads no data.
        UnknownTermError: There is no such role.
    """
    settings = from_environment()
    if _Chosen.language is not None:
        settings = replace(settings, language=_Chosen.language)
    return Workspace(settings).for_role(_Chosen.role or settings.role)


def forget() -> None:
    """Close what was opened and forget what was chosen, as a new process would begin."""
    if workspace.cache_info().currsize:
        workspace().close()
    for opened in (workspace, server_settings, recorder):
        opened.cache_clear()
    _Chosen.language, _Chosen.role, _Chosen.purpose = None, None, LOCAL


def keeper() -> Workspace:
    """Return the workspace of whoever keeps the ledger: its engine, and the whole snapshot.

    Raises:
        AudienceError: The chosen role may not see all that is in the ledger.
    """
    place = workspace()
    if place.readable_ledger is None:
        raise AudienceError(
            f"The role {place.role} reads, and changes nothing. Leave --role out to work on the "
            "ledger."
        )
    return place.whole


def language() -> Language:
    """Return the language of answers."""
    return _Chosen.language or cast("Language", from_environment().language)


def say(indonesian: str, english: str) -> str:
    """Return the text in the language of answers."""
    return indonesian if language() == "id" else english


@cache
def server_settings() -> ServerSettings:
    """Return the settings of a server that the environment describes."""
    return server_settings_of()


def audit_log(*, is_checked: bool = True) -> AuditLog:
    """Return the audit log of this installation.

    Raises:
        AuditError: It cannot be kept, or, if ``is_checked``, its end was changed.
    """
    return open_audit(workspace().settings.home, server_settings(), is_checked=is_checked)


@cache
def recorder() -> Recorder:
    """Return the audit log as the user of this machine writes it."""
    who = replace(local_owner(f"{LOCAL}:{_user()}"), purpose=_Chosen.purpose)
    return Recorder(audit_log(), who, "cli")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A container may run as a number without a name.
        return str(os.getuid())
