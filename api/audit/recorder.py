"""Writes what one caller does into the audit log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.audit.log import AuditLog, Entry
from api.security.principal import Principal
from api.settings import ServerSettings
from ontology.errors import LacakError


def audit_files(home: Path, settings: ServerSettings) -> tuple[Path, Path]:
    """Return where the audit log is, and the key that seals it."""
    secrets = Path(settings.secrets) if settings.secrets else home / "secrets"
    return home / "audit.db", secrets / "audit.key"


def open_audit(home: Path, settings: ServerSettings, *, is_checked: bool = True) -> AuditLog:
    """Open the audit log of an installation; the first call makes it.

    Args:
        home: Folder of the installation.
        settings: Where secrets are.
        is_checked: As for :class:`AuditLog`.

    Raises:
        AuditError: It cannot be kept.
        KeyFileError: Its key is readable by others or damaged.
    """
    return AuditLog(*audit_files(home, settings), is_checked=is_checked)


@dataclass(frozen=True, slots=True)
class Recorder:
    """The audit log as one caller writes it.

    Attributes:
        log: The log.
        principal: Who does it.
        channel: ``api``, ``page`` or ``cli``.
        request: Id of the request; empty on the command line.
    """

    log: AuditLog
    principal: Principal
    channel: str = "api"
    request: str = ""

    def note(
        self,
        action: str,
        subject: str,
        detail: Mapping[str, object] | None = None,
        outcome: str = "ok",
    ) -> None:
        """Add an entry; it is kept when this returns.

        Args:
            action: What was done, a word of :class:`api.audit.log.Entry`.
            subject: What it was done to.
            detail: Parameters and counts.
            outcome: ``ok`` or the class of an error.

        Raises:
            AuditError: It cannot be kept; what it tells of must not be done.
        """
        told = {name: str(value) for name, value in (detail or {}).items() if value is not None}
        if self.request:
            told["request"] = self.request
        self.log.append(
            Entry(
                who=self.principal.name,
                role=self.principal.role,
                action=action,
                subject=subject,
                purpose=self.principal.purpose,
                channel=self.channel,
                outcome=outcome,
                detail=told,
            )
        )

    @contextmanager
    def noting(
        self, action: str, subject: str, detail: Mapping[str, object] | None = None
    ) -> Iterator[None]:
        """Add an entry when the block ends, with the class of its error if it fails.

        Raises:
            AuditError: It cannot be kept; the answer must not be given.
        """
        try:
            yield
        except LacakError as error:
            self.note(action, subject, detail, type(error).__name__)
            raise
        self.note(action, subject, detail)
