"""Accounts, sites, numbers, cars and boats: what they are called, who uses and who owns them."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-14")


@pytest.mark.parametrize(
    ("text", "handle", "platform"),
    [
        ("Iklan dipasang di laman www.kerjaoke-resmi.com sejak Maret.",
         "kerjaoke-resmi.com", "website"),
        ("Iklan ada di akun Telegram Kerja Cepat Dubai. Pemiliknya belum ditangkap.",
         "kerja cepat dubai", "telegram"),
        ("Korban membuka situs loker-eropa.site milik pelaku.", "loker-eropa.site", "website"),
        ('Akun FB "Rini Loker" ramai dikunjungi.', "rini loker", "facebook"),
        ("Lewat akun Facebook palsu atas nama “Bunda Sri”, pelaku beraksi.", "bunda sri",
         "facebook"),
        ("Iklan itu dimuat akun Telegram loker_polandia sejak Mei.", "loker_polandia", "telegram"),
        ("Warga tergiur grup Facebook Kerja Sabah Cepat yang ramai.", "kerja sabah cepat",
         "facebook"),
        ("Nama akun itu “Ustaz Kerja Umrah”, kata polisi.", "ustaz kerja umrah", ""),
    ],
)  # fmt: skip
def test_what_accounts_are_called(text: str, handle: str, platform: str) -> None:
    found = read(text)
    assert shown(found, "SocialMediaAccount", "handle") == [handle]
    assert shown(found, "SocialMediaAccount", "platform") == [platform] * bool(platform)


@pytest.mark.parametrize(
    "text",
    [
        "Cek izin di laman siskop2mi.kp2mi.go.id sebelum berangkat.",
        "Polisi menangkap pengelola 14 Grup Telegram Lowongan Kerja.",
        "Informasi ada di akun Instagram Polda NTT.",
    ],
)
def test_what_is_no_account(text: str) -> None:
    assert shown(read(text), "SocialMediaAccount", "handle") == []


def test_a_number_at_a_bank_is_no_phone() -> None:
    found = read("Biaya disetor ke rekening BNI 0891234457.")
    assert shown(found, "BankAccount", "bank") == ["BNI"]
    assert shown(found, "PhoneNumber", "e164") == []


def test_boats_and_cars_have_names() -> None:
    found = read("Kapal itu membawa motor Honda Beat H 5521 AQ dan Yamaha Mio H 6610 BD.")
    assert shown(found, "Vehicle", "plate") == ["H 5521 AQ", "H 6610 BD"]
    found = read('Mereka naik speedboat "Putra Kuala", lalu kapal Fu Yuan Yu 778.')
    assert shown(found, "Vessel", "name") == ["Putra Kuala", "Fu Yuan Yu 778"]
    assert shown(read("Polisi Hentikan Kapal Bermuatan 36 PMI."), "Vessel", "name") == []


@pytest.mark.parametrize(
    ("text", "users", "channels"),
    [
        ('Akun FB "Rini Loker" dijalankan oleh Rini Astari, 36, mantan PMI.',
         ["Rini Astari"], ["Rini Loker"]),
        ('Polisi menemukan grup WhatsApp "Info Sabah". Admin grup tersebut, laki-laki bernama '
         "Lukas Bere (48), ditangkap.", ["Lukas Bere"], ["Info Sabah"]),
        ("Korban menerima pesan dari +62 895-3340-1127. Belakangan diketahui nomor itu dipakai "
         "Bagas Permadi.", ["Bagas Permadi"], ["+62 895-3340-1127"]),
        ("Tersangka FA, MK dan YD mengoperasikan situs loker-eropa.site dari Tangerang.",
         ["FA", "MK", "YD"], ["loker-eropa.site"] * 3),
        ('Lewat kanal YouTube "Kerja Umrah", Abdul Gani (55) mengajak jemaah.',
         ["Abdul Gani"], ["Kerja Umrah"]),
        ("Korban diminta menghubungi Leo Wijaya di nomor 0812-3400-9871.",
         ["Leo Wijaya"], ["0812-3400-9871"]),
        ("Laporkan ke BP3MI Riau di nomor 0812-3400-9871.",
         ["BP3MI Riau"], ["0812-3400-9871"]),
        ("PT Bina Insan Raya memasang iklan di situs binaraya-jobs.com.",
         ["PT Bina Insan Raya"], ["binaraya-jobs.com"]),
        ("Uang dikirim ke rekening BTN atas nama Koperasi Maju Bersama.",
         ["Koperasi Maju Bersama"], ["rekening BTN atas nama Koperasi Maju Bersama"]),
        ("KM Sinar Mas dinakhodai Jumadi (50).", ["Jumadi"], ["KM Sinar Mas"]),
    ],
)  # fmt: skip
def test_who_uses_a_channel(text: str, users: list[str], channels: list[str]) -> None:
    found = read(text)
    assert shown(found, "ChannelUse", "channelUser") == users
    assert shown(found, "ChannelUse", "channel") == channels


@pytest.mark.parametrize(
    ("text", "owner", "asset"),
    [
        ("Polisi menyita mobil bernomor polisi KB 1187 WD. Mobil tersebut ternyata milik "
         "perusahaan rental CV Mitra Jaya.", ["CV Mitra Jaya"], ["KB 1187 WD"]),
        ("KM Sinar Mas berlayar dari Batam. Kapal milik Budi Harsono itu tenggelam.",
         ["Budi Harsono"], ["KM Sinar Mas"]),
        ("KM Sinar Mas berlayar dari Batam. Pemilik kapal itu, Saleh Umar, diperiksa.",
         ["Saleh Umar"], ["KM Sinar Mas"]),
    ],
)  # fmt: skip
def test_who_owns_a_craft(text: str, owner: list[str], asset: list[str]) -> None:
    found = read(text)
    assert shown(found, "Ownership", "owner") == owner
    assert shown(found, "Ownership", "asset") == asset


@pytest.mark.parametrize(
    "text",
    [
        'Akun FB "Rini Loker" bukan dikelola Rini Astari.',
        'Akun FB "Satu Loker" dan akun FB "Dua Loker" ramai. Akun itu dikelola Rini Astari.',
        "Warga dapat menghubungi Kasat Reskrim AKP Yosef Ginting di nomor 0812-3400-9871.",
        "Korban diminta ke nomor 0812-3400-9871, lalu mentransfer ke rekening atas nama Rini Ayu.",
        "KB 1187 WD disewa. Mobil itu diambil dari rental milik Rini Ayu.",
    ],
)
def test_who_uses_nothing(text: str) -> None:
    found = read(text)
    assert shown(found, "ChannelUse", "channelUser") == []
    assert shown(found, "Ownership", "owner") == []


@pytest.mark.parametrize(
    ("text", "users", "channels"),
    [
        (
            "Warga dapat melapor ke hotline Polda NTB 0811-2233-445 atau Instagram @ntb.aman.",
            ["Kepolisian Daerah Nusa Tenggara Barat"] * 2,
            ["0811-2233-445", "@ntb.aman"],
        ),
        (
            "Kepala BP3MI Riau Sinta Marpaung berbicara di Dumai. "
            '"Masyarakat silakan menghubungi nomor 0811-2233-446," kata Sinta.',
            ["BP3MI Riau"],
            ["0811-2233-446"],
        ),
        ("Korban mentransfer ke rekening Bank Mandiri atas nama Yuni Lestari.", ["Yuni Lestari"],
         ["rekening Bank Mandiri atas nama Yuni Lestari"]),
        (
            "Tersangka Rudi Hartono ditahan. Tersangka memakai akun TikTok @kerja.dubai.",
            ["Rudi Hartono"], ["@kerja.dubai"],
        ),
        (
            "Tersangka Rudi Hartono ditahan. Para tersangka memakai akun TikTok @kerja.dubai.",
            [], [],
        ),
        ("Iklan itu meminta pelamar menghubungi WhatsApp 0811-2233-447.", [], []),
        ("KP2MI memblokir akun Instagram @loker.palsu.", [], []),
    ],
)  # fmt: skip
def test_how_an_agency_is_reached(text: str, users: list[str], channels: list[str]) -> None:
    found = read(text)
    assert shown(found, "ChannelUse", "channelUser") == users
    assert shown(found, "ChannelUse", "channel") == channels
