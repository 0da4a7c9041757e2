"""Who publishes a text: the dateline, a line above it, or the agency that issues a release."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract

BODY = "Polda Riau menangkap tiga orang, Senin (10/11). Mereka diperiksa di Pekanbaru."
RELEASE = "SIARAN PERS\nNomor: 118/HUMAS/XI/2025\n\nPekerja Migran Dilindungi\n\n{line}\n"


def publisher(text: str) -> str:
    """Return who published a text, as the text calls it."""
    found = extract(text, document=Metadata(published="2025-11-12"))
    claims = [claim for claim in found.claims if claim.property == "publisher"]
    return claims[0].quote if claims else ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jakarta, CNN Indonesia --", "CNN Indonesia"),
        ("Tim detikBali - detikBali", "detikBali"),
        ("Kompas.com, 12 November 2025, 16:20 WIB", "Kompas.com"),
        ("Kabar dari Republika untuk Anda", ""),
    ],
)
def test_a_line_above_the_text_names_its_outlet(line: str, expected: str) -> None:
    assert publisher(f"Tiga Orang Ditangkap di Riau\n\n{line}\n\n{BODY}\n") == expected


def test_the_dateline_says_more_than_a_line_above() -> None:
    text = f"Tiga Orang Ditangkap\n\nTim detikBali - detikBali\n\nPEKANBARU, KOMPAS.com - {BODY}\n"
    assert publisher(text) == "KOMPAS.com"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Surabaya, KP2MI (12/11) – {BODY}", "KP2MI"),
        (f"Surabaya, 12 November 2025 – {BODY}", ""),
    ],
)
def test_a_release_is_published_by_the_agency_of_its_dateline(line: str, expected: str) -> None:
    assert publisher(RELEASE.format(line=line)) == expected


def test_the_agency_in_a_dateline_publishes_what_it_writes() -> None:
    assert publisher(f"Pekerja Dilindungi\n\nSurabaya, KP2MI (12/11) – {BODY}\n") == "KP2MI"


@pytest.mark.parametrize(
    ("text", "prop", "expected"),
    [
        (f"Tiga Orang Ditangkap di Riau\n\n{BODY}\n\nMereka ditahan. (Humas/AB)\n",
         "credit", "Humas/AB"),
        (f"Tiga Orang Ditangkap di Riau\n\n{BODY}\n\nPenulis: Budi Tanu | Editor: Sari Dewi\n",
         "credit", "Sari Dewi"),
        (f"Tiga Orang Ditangkap di Riau\n\nSari Dewi - detikNews\n\n{BODY}\n",
         "author", "Sari Dewi"),
        (RELEASE.format(line=BODY), "number", "118/HUMAS/XI/2025"),
        (f"Tiga Orang Ditangkap di Riau\n\n{BODY}\n\nMereka bekerja di kapal (ABK).\n",
         "credit", ""),
    ],
)  # fmt: skip
def test_who_wrote_and_signed_it(text: str, prop: str, expected: str) -> None:
    found = extract(text, document=Metadata(published="2025-11-12"))
    told = [c.value for c in found.claims if c.property == prop and c.subject == found.document_id]
    assert told == ([expected] if expected else [])


def test_the_site_of_an_agency_is_its_own() -> None:
    found = extract(
        f"Tiga Orang Ditangkap di Riau\n\nPEKANBARU (kp2mi.go.id) – {BODY}\n",
        document=Metadata(published="2025-11-12"),
    )
    assert [c.value for c in found.claims if c.property == "publisher"] == ["org:kp2mi"]


SAYS = "Polisi menangkap tiga tersangka perdagangan orang di Pekanbaru, Senin (10/11)."


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("riaupos – ", "riaupos"),
        ("Lontara.co – ", "Lontara.co"),
        ("RAUNG.NEWS | RIAU – ", "RAUNG.NEWS"),
        ("NTT, timor-media.net | ", "timor-media.net"),
        ("DURI | Lancangnews.com – ", "Lancangnews.com"),
        ("KABARTIMUR.CO, Palu – ", "KABARTIMUR.CO"),
        ("RIAU, Sorot21.com - ", "Sorot21.com"),
        ("Rantv – ", "Rantv"),
        ("SUARA KAMPAR – ", "SUARA KAMPAR"),
        ("PEKANBARU (WARTA LANCANG) ", "WARTA LANCANG"),
        ("PEKANBARU, KABARRIAU.com,", "KABARRIAU.com"),
        ("JAKARTA,KN.ID: ", "KN.ID"),
        ("Kampar Kiri, SiaknewsTV. ", "SiaknewsTV"),
        ("Semarang, Gema 97,4 FM-", "Gema 97,4 FM"),
        ("LANCANGNEWS.com-", "LANCANGNEWS.com"),
        ("Rokan. Com, KAMPAR - ", "Rokan. Com"),
        ("date 2025-11-11 Lancang.com, PEKANBARU - ", "Lancang.com"),
        ("Pekanbaru, KemenP2MI (12/11) ", "KemenP2MI"),
        ("Pekanbaru – ", ""),
        ("ARUNA – ", ""),
        ("Pekanbaru, Selasa (11/11) - ", ""),
    ],
)
def test_the_outlet_stands_in_the_first_words_however_they_are_parted(
    lead: str, expected: str
) -> None:
    assert publisher(f"Tiga Orang Ditangkap di Kota Pekanbaru\n\n{lead}{SAYS}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"ARUNA – {SAYS}",
        f"Rantv – {SAYS}",
        f"SUARA KAMPAR – {SAYS}",
        f"LANCANGNEWS.com-{SAYS}",
        "Pekanbaru - Tiga orang ditangkap, kata Kapolda Riau mengutip Lancang.com, Senin (10/11).",
    ],
)
def test_an_outlet_is_no_place_and_no_other_organisation(text: str) -> None:
    found = extract(text, document=Metadata(published="2025-11-12"))
    wrong = {"ARUNA", "Rantv", "SUARA KAMPAR", "LANCANGNEWS.com-Polisi", "Lancang.com"}
    classes = {e.cls for e in found.entities if e.caption in wrong} - {"MediaOrganization"}
    assert classes == set()


def test_whom_a_text_or_a_picture_quotes_does_not_print_it() -> None:
    text = (
        "Tiga Orang Ditangkap di Kota Pekanbaru\n\nSuasana sidang. Foto: ANTARA/Sri Ratna\n\n"
        "Pekanbaru - Tiga orang ditangkap, kata polisi mengutip Lancang.com, Senin (10/11).\n"
    )
    assert publisher(text) == ""


def test_an_agency_in_the_dateline_publishes_though_a_caption_stands_above() -> None:
    text = (
        "Balai Gelar Rapat Koordinasi Desa Migran\n-\n"
        "Rapat koordinasi desa migran di Hotel Merbau, Pekanbaru, Rabu (12/11/2025).\n"
        f"Pekanbaru, KemenP2MI (12/11) - {SAYS}\n"
    )
    assert publisher(text) == "KemenP2MI"
