"""Where people were held or forced to work abroad, for whom, and by what means."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-14")
CLS = "TraffickingIncident"


@pytest.mark.parametrize(
    ("text", "places", "purpose", "means"),
    [
        ("Di Kamboja, sembilan WNI itu ditempatkan di sebuah kompleks di Bavet dan dipaksa bekerja "
         "sebagai penipu daring. Yang melawan disetrum.",
         ["Bavet"], ["forced-labour"], ["use-of-violence"]),
        ("Sebanyak 20 WNI yang disekap di Myawaddy meminta tolong.",
         ["Myawaddy"], [], ["confinement"]),
        ("Korban diturunkan di Poipet. Di sana ia disuruh menipu warga asing.",
         ["Poipet"], ["forced-labour"], []),
        ("Mereka dijanjikan bekerja di hotel di Phnom Penh. Setiba di sana mereka dipaksa menipu.",
         ["Phnom Penh"], ["forced-labour"], []),
    ],
)  # fmt: skip
def test_where_people_were_exploited(
    text: str, places: list[str], purpose: list[str], means: list[str]
) -> None:
    found = read(text)
    assert shown(found, CLS, "occurredAt") == places
    assert shown(found, CLS, "purpose") == purpose
    assert shown(found, CLS, "means") == means
    assert {c.modality for c in found.claims if c.property == "occurredAt"} == {"alleged"}


def test_for_whom_they_worked() -> None:
    found = read(
        "Korban diturunkan di Bavet. Perusahaan yang menerimanya, Golden Bay International, "
        "menyuruhnya menipu warga asing."
    )
    assert shown(found, CLS, "suspectedAgent") == ["Golden Bay International"]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 40 PMI bekerja di pabrik di Taichung.",
        "Waspada, banyak WNI disekap di Myawaddy.",
        "Sebanyak 97 WNI bekerja di pusat penipuan daring di Poipet.",
        "Mereka dijanjikan bekerja di Bangkok, tetapi justru dipaksa menipu.",
        "Mereka transit di Kuala Lumpur. Di sana mereka disekap.",
        "Kemlu membantah 12 WNI disekap di Myawaddy.",
    ],
)
def test_no_place_of_exploitation(text: str) -> None:
    assert shown(read(text), CLS, "occurredAt") == []
