from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.model import Alignment, Ontology
from ontology.reading import read

HEADER = """\
@prefix lacak: <https://w3id.org/lacak/ns#> .
@prefix meta: <https://w3id.org/lacak/meta#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
TEXTS = 'rdfs:label "a"@id , "b"@en ; skos:definition "c"@id , "d"@en .\n'
LOOKS = 'meta:access "public" ; meta:color "#000000" ; meta:icon "x" ; '


def model(folder: Path, *, aligned: str = "", declared: str = "") -> Ontology:
    (folder / "b.ttl").write_text(
        HEADER
        + f"lacak:Second a owl:Class ; {LOOKS} {TEXTS}"
        + f"lacak:First a owl:Class ; rdfs:subClassOf lacak:Second ; {LOOKS} {TEXTS}"
        + declared
    )
    (folder / "a.ttl").write_text(HEADER + aligned)
    return read(folder)


def test_alignments_in_another_file_change_neither_order_nor_parents(tmp_path: Path) -> None:
    found = model(
        tmp_path,
        aligned="lacak:First rdfs:subClassOf <http://x/F> ; skos:closeMatch <http://y/F> .",
    )
    assert list(found.classes) == ["Second", "First"]
    assert found.cls("First").parents == ("Second",)
    assert found.alignments["First"] == (
        Alignment("subClassOf", "http://x/F"),
        Alignment("closeMatch", "http://y/F"),
    )
    assert found.alignments["Second"] == ()


def test_an_incomplete_declaration_is_named_with_the_file_that_declares_it(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"b\.ttl: .*Third.* has no access"):
        model(
            tmp_path,
            aligned="lacak:Third rdfs:subClassOf <http://x/T> .",
            declared=f"lacak:Third a owl:Class ; {TEXTS}",
        )


def test_another_content_is_another_fingerprint(tmp_path: Path) -> None:
    before = model(tmp_path).fingerprint
    after = model(tmp_path, aligned="lacak:First skos:closeMatch <http://x/F> .").fingerprint
    assert before != after


def test_a_text_in_one_language_only_is_refused(tmp_path: Path) -> None:
    half = 'rdfs:label "a"@id ; skos:definition "c"@id , "d"@en .'
    with pytest.raises(OntologyError, match="English"):
        model(tmp_path, declared=f"lacak:Third a owl:Class ; {LOOKS} {half}")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="No Turtle files"):
        read(tmp_path)
