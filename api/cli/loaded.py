"""What a load tells when it is done: the account of every row, and what nobody will see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.markup import escape

from api.cli.output import Format, emit, errors
from api.cli.state import say, workspace
from api.cli.tables import equation
from loaders.model import LoadReport
from ontology.access import access
from ontology.errors import LacakError

_MOST = 20
_COLUMNS = ("dataset", "documents", "rows", "accepted", "duplicates", "quarantined", "claims")


def show_reports(form: Format, reports: Sequence[LoadReport]) -> None:
    """Print what became of every row of every source."""
    rows = [{c: getattr(report, c) for c in _COLUMNS} for report in reports]
    emit(form, _COLUMNS, rows, title=say("Dimuat", "Loaded"))
    for report in reports:
        errors.print(
            f"{report.dataset}: "
            + equation(report.rows, report.accepted, report.duplicates, report.quarantined),
            highlight=False,
        )
        for refusal in report.refusals[:_MOST]:
            errors.print(f"[yellow]refused[/yellow] {escape(str(refusal))}", highlight=False)
        if len(report.refusals) > _MOST:
            errors.print(f"… and {len(report.refusals) - _MOST} more refused rows.")


def show_drafts() -> None:
    """Say that what articles told waits for somebody to decide."""
    text = say(
        "Klaim dari artikel menunggu sebagai draf dan belum masuk graf. Putuskan: `lacak review`.",
        "Claims of articles wait as drafts, and are not in the graph yet. Decide: `lacak review`.",
    )
    errors.print(text, highlight=False, soft_wrap=True)


def show_conflicts(conflicts: Iterable[tuple[Path, LacakError]]) -> None:
    """Say which articles the ledger holds with other particulars, so that they stay as they are."""
    for path, error in conflicts:
        text = say(
            f"{path} tidak dimuat; berkas lain dimuat. {error.indonesian} {error}",
            f"{path} is not loaded; the other files are. {error}",
        )
        errors.print(f"[red]✗[/red] {escape(text)}", highlight=False, soft_wrap=True)


def show_hidden(reports: Iterable[LoadReport]) -> None:
    """Say which claims no snapshot shows, because they are marked beyond every role."""
    seen = [audience.greatest for audience in workspace().audiences]
    read = {marking for report in reports for marking in report.markings}
    hidden = sorted(m for m in read if not any(access().is_within(m, one) for one in seen))
    for marking in hidden:
        text = say(
            f"Klaim bertanda {marking} tersimpan, tetapi tidak ditampilkan kepada siapa pun: peran "
            f"melihat sampai {', '.join(sorted(set(seen)))}. Ubah marking dalam pemetaan atau "
            "--marking, bila boleh.",
            f"Claims marked {marking} are kept, but shown to nobody: roles see up to "
            f"{', '.join(sorted(set(seen)))}. Change marking in the mapping or --marking, if that "
            "is allowed.",
        )
        errors.print(f"[yellow]![/yellow] {escape(text)}", highlight=False, soft_wrap=True)
