"""Texts of the page about the API, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

API_TEXTS: Final[Mapping[str, Text]] = {
    "api_title": Text("API", "API"),
    "api_lead": Text(
        "Setiap alamat yang dijawab peladen ini, dengan isiannya (dalam bahasa Inggris). Untuk "
        "program, hal yang sama ada di",
        "Every address that this server answers, with what it takes. For programs the same "
        "stands in",
    ),
    "api_name": Text("Nama", "Name"),
    "api_kind": Text("Jenis", "Type"),
    "api_told": Text("Arti", "Meaning"),
    "api_default": Text("Bawaan", "Default"),
}
