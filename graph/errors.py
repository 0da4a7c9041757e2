"""Errors of the graph layer; the tree continues ``ontology.errors``.

GraphError
├── SettingsError              a setting that cannot be used
├── KeyFileError               a secret is missing, readable by others, or damaged
├── LedgerError                the ledger cannot be read or written
│   ├── DocumentConflictError  a document comes again, and says something else of itself
│   ├── MomentError            no time, or one of which the ledger cannot tell
│   └── SchemaVersionError     the ledger was written by another version
├── StoreError                 the graph engine
│   ├── StoreUnavailableError  it does not answer
│   ├── StoreTimeoutError      it took longer than allowed
│   └── ConstraintError        a uniqueness rule of the ontology was broken
├── QueryError                 a catalogue query that is malformed or wrongly called
│   ├── UnknownQueryError      no query of that name
│   └── ParameterError         a parameter is missing, unknown, or of the wrong type
├── UnknownEntityError         no entity of that id
├── UnknownDecisionError       no decision of that id
├── AudienceError              a role, territory or marking that no snapshot can be for
├── NotPublishedError          no snapshot has been published for a role
├── TurnError                  another process is writing the graph, and does not end
├── DisclosureError            a role's snapshot would have held a hidden name; not published
└── ExportError                the projection cannot be written in a format
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from ontology.errors import LacakError


class GraphError(LacakError):
    """Root of everything the graph layer raises on purpose."""

    indonesian = "Graf tidak dapat mengerjakan ini."


class SettingsError(GraphError):
    """A setting has a value that cannot be used."""

    indonesian = "Suatu pengaturan bernilai yang tidak dapat dipakai."


class KeyFileError(GraphError):
    """A secret is missing, readable by others, or damaged."""

    indonesian = "Kunci rahasia tidak ada, rusak, atau terbaca oleh orang lain."


class LedgerError(GraphError):
    """The ledger cannot be read or written."""

    indonesian = "Buku klaim tidak dapat dibaca atau ditulis."


class DocumentConflictError(LedgerError):
    """A document that the ledger has comes again with other particulars."""

    indonesian = "Dokumen itu sudah tercatat dengan keterangan yang lain."


class MomentError(LedgerError):
    """That is no time, or one of which the ledger cannot tell what it said."""

    indonesian = "Itu bukan waktu, atau keadaan buku klaim pada waktu itu tidak dapat diketahui."


class SchemaVersionError(LedgerError):
    """The ledger was written by a version of Lacak that this one does not know."""

    indonesian = "Buku klaim ini ditulis oleh versi Lacak yang belum dikenal di sini."


class StoreError(GraphError):
    """The graph engine refused or failed."""

    indonesian = "Mesin graf menolak atau gagal."


class StoreUnavailableError(StoreError):
    """The graph engine does not answer."""

    indonesian = "Mesin graf tidak menjawab."


class StoreTimeoutError(StoreError):
    """A query took longer than it was allowed to."""

    indonesian = "Kueri memakan waktu lebih lama daripada yang diizinkan."


class ConstraintError(StoreError):
    """A write broke a uniqueness rule that the ontology declares."""

    indonesian = "Penulisan ini melanggar aturan keunikan dari ontologi."


class QueryError(GraphError):
    """A catalogue query is malformed or was called wrongly."""

    indonesian = "Kueri katalog ini keliru atau dipanggil dengan cara yang keliru."


class UnknownQueryError(QueryError):
    """No catalogue query has that name."""

    indonesian = "Tidak ada kueri katalog dengan nama itu."

    def __init__(self, name: str, known: Iterable[str]) -> None:
        near = get_close_matches(name, list(known), n=3, cutoff=0.4)
        hint = f" Nearest: {', '.join(near)}." if near else ""
        super().__init__(f"There is no query {name!r}.{hint} `lacak query` lists them.")


class ParameterError(QueryError):
    """A query parameter is missing, unknown, or of the wrong type."""

    indonesian = "Parameter kueri tidak ada, tidak dikenal, atau salah jenisnya."


class UnknownEntityError(GraphError):
    """No entity has that id, in what the caller may see."""

    indonesian = "Tidak ada entitas dengan id itu dalam data yang boleh Anda lihat."

    def __init__(self, entity_id: str) -> None:
        self.entity_id = entity_id
        super().__init__(f"There is no entity {entity_id!r}. Find ids with `lacak search TEXT`.")


class AudienceError(GraphError):
    """No snapshot can be for that role, territory, or marking."""

    indonesian = "Tidak mungkin ada potret data untuk peran, wilayah, atau penandaan itu."


class NotPublishedError(GraphError):
    """No snapshot has been published for a role."""

    indonesian = "Belum ada potret data yang diterbitkan untuk peran itu."

    def __init__(self, audience: str) -> None:
        super().__init__(
            f"Nothing has been published for {audience}. Run `lacak rebuild`; an audience narrower "
            "than a role is published once LACAK_AUDIENCES names it."
        )


class TurnError(GraphError):
    """Another command or a server is writing the graph, and does not end."""

    indonesian = "Perintah lain atau server masih menulis graf."

    def __init__(self, root: Path, seconds: float) -> None:
        super().__init__(
            f"Another command, or a server, has been writing the graph in {root} for more than "
            f"{seconds:.0f} s. What you loaded or decided is kept in the ledger: run "
            "`lacak rebuild` when the other has ended."
        )


class DisclosureError(GraphError):
    """A role's snapshot would have held a name that the role may not see."""

    indonesian = "Potret data untuk suatu peran akan memuat nama yang tidak boleh dilihatnya."


class UnknownDecisionError(GraphError):
    """No decision has that id."""

    indonesian = "Tidak ada keputusan dengan id itu."

    def __init__(self, decision: str) -> None:
        super().__init__(f"There is no decision {decision!r}. `lacak decisions` lists them.")


class ExportError(GraphError):
    """The projection cannot be written in the format asked for."""

    indonesian = "Data tidak dapat ditulis dalam format yang diminta."
