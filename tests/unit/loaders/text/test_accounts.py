"""Accounts, groups and pages: what they are called, on which service, and who closed them."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-12")


@pytest.mark.parametrize(
    ("text", "handle", "platform"),
    [
        ("Akun Facebook ”Loker Resmi Dunia” memasang iklan.", "loker resmi dunia", "facebook"),
        ("Pelamar masuk ke grup Telegram “Kerja Cepat”.", "kerja cepat", "telegram"),
        ("Iklan dipasang di halaman Facebook bernama 'Info TKI'.", "info tki", "facebook"),
        ("Akun @loker.jalan di Instagram diikuti ribuan orang.", "loker.jalan", "instagram"),
        ("Akun Twitter @lokerdunia masih aktif.", "lokerdunia", "x"),
    ],
)  # fmt: skip
def test_an_account_has_a_name_and_a_service(text: str, handle: str, platform: str) -> None:
    found = read(text)
    assert shown(found, "SocialMediaAccount", "handle") == [handle]
    assert shown(found, "SocialMediaAccount", "platform") == [platform]


@pytest.mark.parametrize(
    "text",
    [
        "Berita itu dimuat di halaman 'Nasional' koran tersebut.",
        'Grup "Bina Kerja" memasang iklan.',
        "Laman resmi kementerian memuat daftar P3MI.",
    ],
)
def test_a_page_or_group_without_a_service_is_no_account(text: str) -> None:
    assert shown(read(text), "SocialMediaAccount", "handle") == []


@pytest.mark.parametrize(
    ("text", "by", "day"),
    [
        (
            'Akun TikTok "Kerja Cepat 88" menawarkan kerja di Kamboja. Akun tersebut ditutup '
            "Kementerian Komunikasi dan Digital pada 29 Oktober.",
            ["Kementerian Komunikasi dan Digital"],
            ["2025-10-29"],
        ),
        (
            "Kementerian Komunikasi dan Digital memblokir akun TikTok “Kerja Cepat 88” pada Senin "
            "(10/11).",
            ["Kementerian Komunikasi dan Digital"],
            ["2025-11-10"],
        ),
        (
            'Akun TikTok "Kerja Cepat 88" telah dinonaktifkan oleh Bareskrim Polri.',
            ["Badan Reserse Kriminal Polri"],
            [],
        ),
    ],
)
def test_a_closed_account_is_a_takedown_of_who_closed_it(
    text: str, by: list[str], day: list[str]
) -> None:
    found = read(text)
    assert shown(found, "CyberTakedown", "targets") == ["Kerja Cepat 88"]
    assert shown(found, "CyberTakedown", "conductedBy") == by
    assert shown(found, "CyberTakedown", "date") == day


@pytest.mark.parametrize(
    "text",
    [
        'Akun TikTok "Kerja Cepat 88" akan diblokir Kementerian Komunikasi dan Digital.',
        'Warga meminta akun TikTok "Kerja Cepat 88" ditutup.',
        'Akun TikTok "Kerja Cepat 88" belum ditutup Kementerian Komunikasi dan Digital.',
        'Akun TikTok "Satu" dan akun TikTok "Dua" ramai. Akun itu ditutup Bareskrim Polri.',
    ],
)
def test_what_is_wished_planned_or_not_plain_closes_nothing(text: str) -> None:
    assert shown(read(text), "CyberTakedown", "targets") == []


def test_who_asked_for_a_takedown_began_it() -> None:
    found = read(
        "Sebanyak 1.209 konten telah diturunkan oleh Kementerian Komunikasi dan Digital atas "
        "permintaan Kementerian P2MI."
    )
    assert shown(found, "CyberTakedown", "initiatedBy") == [
        "Kementerian Pelindungan Pekerja Migran Indonesia"
    ]


def test_whom_a_sentence_calls_its_manager_ran_the_one_account() -> None:
    found = read(
        'Akun TikTok "Kerja Cepat 88" ditutup. Pengelolanya, pria berinisial DF (30), ditangkap '
        "Polda Riau."
    )
    assert shown(found, "ChannelUse", "channelUser") == ["DF"]
    assert shown(found, "ChannelUse", "channel") == ["Kerja Cepat 88"]
