"""Who reported a matter, and to whom."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-10-09")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pengungkapan itu berawal dari laporan masyarakat.", "masyarakat"),
        ("Informasi awal didapat dari warga yang curiga.", "warga"),
        ("Polisi menerima laporan dari keluarga para korban.", "keluarga para korban"),
        ("Kasus ini terungkap setelah ada aduan dari sejumlah warga.", "sejumlah warga"),
        ("Keluarga korban kemudian melapor ke polisi.", "keluarga korban"),
    ],
)
def test_who_reported(text: str, who: str) -> None:
    found = read(text)
    assert shown(found, "CaseRole", "role") == ["reporter"]
    assert shown(found, "CaseRole", "roleHolder") == [who]
    assert shown(found, "Group", "groupRole") == ["reporter"]


def test_to_whom_and_when() -> None:
    found = read("Orang tua korban melapor ke Polres Tegal pada Senin (6/10/2025).")
    assert shown(found, "Communication", "callee") == ["Polres Tegal"]
    assert shown(found, "CaseRole", "date") == ["2025-10-06"]


@pytest.mark.parametrize(
    "text",
    [
        "Masyarakat diimbau melapor kepada polisi.",
        "Kapolres mempersilakan keluarga melapor.",
        "Jika ada warga melapor, polisi akan bertindak.",
        "Polisi belum menerima laporan dari keluarga.",
        "Pengaduan diterima melalui laporan masyarakat sepanjang 2024.",
        "Kapolres menerima laporan dari anggotanya.",
    ],
)
def test_who_reported_nothing(text: str) -> None:
    assert shown(read(text), "CaseRole", "role") == []
