"""Commands for who may ask: key add, list, revoke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.output import Format, console, emit, write
from api.cli.state import FormatOption, recorder, say, server_settings, workspace
from api.security.guard import open_ring
from api.security.keyring import KeyRing
from graph.errors import AudienceError
from graph.roles.audience import Audience, for_regions

keys = typer.Typer(no_args_is_help=True, help="Keys of people and programs that ask a server.")

_COLUMNS = ("name", "role", "scopes", "territory", "expires", "revoked", "id")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(keys, name="key")


def _ring() -> KeyRing:
    return open_ring(workspace().settings.home, server_settings())


@keys.command()
def add(
    name: Annotated[str, typer.Argument(help="Whose key it is; stands in the audit log.")],
    role: Annotated[
        str, typer.Option("--role", "-r", help="policy, analyst, investigator, administrator.")
    ],
    scope: Annotated[
        list[str] | None, typer.Option("--scope", "-s", help="Only this; may be repeated.")
    ] = None,
    territory: Annotated[
        list[str] | None,
        typer.Option("--territory", "-t", help="Only this province, as region:53."),
    ] = None,
    days: Annotated[float, typer.Option(min=0.001, help="Days until it expires.")] = 365,
) -> None:
    """Make a key and print it once; only a hash of it is kept.

    Example: `lacak key add "Ani BP3MI Riau" --role analyst --territory region:14 --days 90`
    """
    audience = _audience(role, territory or ())
    ring = _ring()
    is_first = ring.is_empty
    text = ring.add(name, role, scopes=scope or (), territory=territory or (), days=days)
    recorder().note("key", f"add {name}", {"role": role, "days": days})
    write(text)
    notes = [
        say(
            "Simpan sekarang: kunci ini tidak bisa ditampilkan lagi.",
            "Keep it now: it cannot be shown again.",
        )
    ]
    if is_first:
        notes.append(
            say(
                "Mulai sekarang setiap permintaan ke server ini memerlukan kunci.",
                "From now on every request to this server needs a key.",
            )
        )
    for note in notes:
        console.print(f"[dim]{escape(note)}[/dim]", highlight=False)
    if audience is not None and audience not in workspace().audiences:
        console.print(f"[yellow]{escape(_unpublished(audience))}[/yellow]", highlight=False)


def _audience(role: str, territory: Sequence[str]) -> Audience | None:
    """Return who a narrowed key reads as; ``None`` where it is a whole role's.

    Raises:
        AudienceError: There is no such province, or the role reads nothing to be narrowed.
        UnknownTermError: There is no such role.
    """
    if not territory:
        return None
    from graph.resolution.names.territory import official_names

    audience = for_regions(role, territory)
    provinces = [code for code in official_names() if len(code) == 2]
    for code in audience.provinces:
        if code not in provinces:
            raise AudienceError(
                f"There is no province {code!r}. The codes are {', '.join(sorted(provinces))}."
            )
    return audience


def _unpublished(audience: Audience) -> str:
    setting = f"LACAK_AUDIENCES={workspace().settings.audiences},{audience.key}"
    return say(
        f"Kunci ini belum membuka apa pun: tidak ada potret data untuk {audience.key}. Atur "
        f"{setting} bagi server dan setiap perintah, lalu jalankan `lacak rebuild`.",
        f"This key opens nothing yet: no snapshot is made for {audience.key}. Set {setting} for "
        "the server and every command, then run `lacak rebuild`.",
    )


@keys.command(name="list")
def list_keys(form: FormatOption = Format.TABLE) -> None:
    """List every key that was ever made, never the keys themselves.

    Example: `lacak key list`
    """
    rows = [
        {
            "name": key.name,
            "role": key.role,
            "scopes": ", ".join(key.scopes),
            "territory": ", ".join(key.territory),
            "expires": key.expires[:10],
            "revoked": key.revoked[:19],
            "id": key.id,
        }
        for key in _ring().all()
    ]
    emit(form, _COLUMNS, rows, title=say("Kunci", "Keys"))


@keys.command()
def revoke(
    name: Annotated[str, typer.Argument(help="Name or id of the key.")],
) -> None:
    """End a key; requests and sessions that use it are refused from now on.

    Example: `lacak key revoke "Ani BP3MI Riau"`
    """
    key = _ring().revoke(name)
    recorder().note("key", f"revoke {key.name}")
    console.print(say("Dicabut:", "Revoked:") + f" {escape(key.name)}", highlight=False)
