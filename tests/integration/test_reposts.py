"""Reposts of one release become one origin when they are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ledger.ledger import Ledger, open_ledger
from loaders.formats.articles import ArticleSource
from loaders.reposts import with_origin
from loaders.run import run
from loaders.text.draft import Metadata
from loaders.text.origins import is_repost

_LEAD = (
    "Kementerian Pelindungan Pekerja Migran Indonesia mencabut izin PT Mandala Jaya Perkasa karena "
    "perusahaan itu tidak menyetorkan kembali uang jaminan yang telah dicairkan untuk membayar hak "
    "calon pekerja migran."
)
_QUOTE = (
    '"Sudah kami beri waktu satu bulan, tetapi tidak dipenuhi," kata Direktur Jenderal Pelindungan '
    "KP2MI Rinto Harsono dalam keterangan tertulis di Jakarta, Rabu."
)
_END = (
    "Hingga November 2025, sebanyak 398 perusahaan masih memiliki izin aktif, dan kementerian "
    "terus mengawasi pelaksanaan penempatan di seluruh daerah."
)
RELEASE = f"Siaran Pers\n\nKP2MI Cabut Izin\n\n{_LEAD}\n\n{_QUOTE}\n\n{_END}\n"
# As outlets take it over: another title, a dateline, an editor's line, the end cut.
REPOST = (
    f"Izin Perusahaan Penempatan Dicabut, Ini Alasannya\n\nJAKARTA (ANTARA) - {_LEAD}\n\n"
    f"{_QUOTE}\n\nPewarta: Agung\nEditor: Budi\n"
)
SHORTENED = f"Izin P3MI Dicabut\n\nJakarta - {_LEAD} Hal itu disampaikan Rabu siang.\n\n{_QUOTE}\n"
# The same event in another reporter's words.
OWN = (
    "KP2MI Tindak Perusahaan Nakal\n\nJAKARTA, Harian Nusantara - Sebuah perusahaan penempatan di "
    "Bekasi kehilangan izinnya. Menurut Rinto Harsono dari KP2MI, deposito Rp1,5 miliar tidak "
    "pernah dikembalikan setelah dipakai membayar ganti rugi. Ia menyebut 47 orang mengadu. "
    "Perusahaan masih dapat menggugat keputusan menteri itu ke pengadilan tata usaha negara.\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")


def _load(ledger: Ledger, folder: Path, name: str, text: str, published: str | None) -> str:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    source = ArticleSource(path, Metadata(published=published), "local")
    run(source, ledger)
    held = ledger.document(source.document().id)
    assert held is not None
    return held.origin_key


@pytest.mark.parametrize(
    ("other", "is_one"), [(RELEASE, True), (REPOST, True), (SHORTENED, True), (OWN, False)]
)
def test_what_is_a_repost(other: str, is_one: bool) -> None:
    assert is_repost(RELEASE, other) is is_one
    assert is_repost(other, RELEASE) is is_one


def test_reposts_share_the_origin_of_the_first(ledger, tmp_path) -> None:
    first = _load(ledger, tmp_path, "release", RELEASE, "2025-11-12")
    assert _load(ledger, tmp_path, "antara", REPOST, "2025-11-12") == first
    later = RELEASE.replace("Siaran", "Rilis")
    assert _load(ledger, tmp_path, "later", later, "2026-05-01") != first
    assert _load(ledger, tmp_path, "short", SHORTENED, None) == first
    assert _load(ledger, tmp_path, "own", OWN, "2025-11-13") != first


def test_loading_again_changes_nothing(ledger, tmp_path) -> None:
    first = _load(ledger, tmp_path, "release", RELEASE, "2025-11-12")
    again = _load(ledger, tmp_path, "antara", REPOST, "2025-11-12")
    before = ledger.counts()
    assert _load(ledger, tmp_path, "antara", REPOST, "2025-11-12") == again == first
    assert _load(ledger, tmp_path, "release", RELEASE, "2025-11-12") == first
    assert ledger.counts() == before


def test_what_has_an_origin_or_no_text_is_left(ledger, tmp_path) -> None:
    _load(ledger, tmp_path, "release", RELEASE, "2025-11-12")
    path = tmp_path / "antara.txt"
    path.write_text(REPOST, encoding="utf-8")
    document = ArticleSource(path, Metadata(), "local").document()
    import msgspec

    own = msgspec.structs.replace(document, origin="mine")
    bare = msgspec.structs.replace(document, text=None)
    assert with_origin(ledger, own) is own
    assert with_origin(ledger, bare) is bare
