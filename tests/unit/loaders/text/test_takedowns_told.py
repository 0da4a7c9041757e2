"""Content and accounts closed or reported: by noun, passive and words that point back."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-14")
KOMDIGI = "Kementerian Komunikasi dan Digital"


@pytest.mark.parametrize(
    ("text", "by", "targets", "asked"),
    [
        ("Iklan dipasang di situs loker-eropa.site. Situs itu kemudian dilumpuhkan Komdigi, "
         "menyusul laporan Polda Jabar.",
         [KOMDIGI], ["loker-eropa.site"], ["Kepolisian Daerah Jawa Barat"]),
        ("Iklan dipasang di laman loker-eropa.site dan kanal Telegram “Kerja Eropa”. Bareskrim "
         "Polri sudah memblokir keduanya.",
         ["Badan Reserse Kriminal Polri"], ["loker-eropa.site", "Kerja Eropa"], []),
        ("Pemblokiran terhadap 51 iklan kerja dilaksanakan Komdigi. Permintaannya diajukan KBRI "
         "Phnom Penh.", [KOMDIGI], [], ["KBRI Phnom Penh"]),
        ("Atas permintaan Polda Bali, Komdigi menurunkan 45 unggahan.",
         [KOMDIGI], [], ["Kepolisian Daerah Bali"]),
        ("Polda Bali melaporkan akun Instagram @kerja.cepat kepada Komdigi.", [], [],
         ["Kepolisian Daerah Bali"]),
        ("Komdigi telah menonaktifkan 14 halaman lowongan palsu.", [KOMDIGI], [], []),
    ],
)  # fmt: skip
def test_a_takedown_is_told(text: str, by: list[str], targets: list[str], asked: list[str]) -> None:
    found = read(text)
    assert shown(found, "CyberTakedown", "conductedBy") == by
    assert shown(found, "CyberTakedown", "targets") == targets
    assert shown(found, "CyberTakedown", "initiatedBy") == asked


@pytest.mark.parametrize(
    "text",
    [
        "Komdigi akan memblokir 14 akun lowongan palsu.",
        "BP3MI meminta Komdigi menutup akun @kerja.cepat.",
        "Penyidik memblokir lima rekening. Polda Bali menutup akses rekening itu.",
        "Polda Bali menutup jalur tikus di perbatasan.",
        "Polda Bali tidak menemukan bukti bahwa akun TikTok @kerja.cepat terkait penipuan.",
        "Begitu viral, unggahan itu lenyap, tetapi sudah dikantongi Polda Bali.",
    ],
)
def test_no_takedown(text: str) -> None:
    found = read(text)
    assert [e for e in found.entities if e.cls == "CyberTakedown"] == []
