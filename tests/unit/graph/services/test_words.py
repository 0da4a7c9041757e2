from __future__ import annotations

from graph.services.words import Words


def test_a_column_of_a_property_has_its_own_vocabulary(ontology):
    words = Words(ontology, "en")
    assert words.of("reported", "stage") == "reported"
    assert words.of("reported", "detail") == "reported"
    assert words.of("reported", "modality") == "reported from someone"


def test_codes_classes_and_other_texts(ontology):
    words = Words(ontology, "id")
    assert words.of("Declaration") == ontology.cls("Declaration").label.id
    assert words.of("suspect", "stage") == "tersangka"
    assert words.of("PT Contoh", "name") == "PT Contoh"
    # A grade stays the letter that the field uses.
    assert words.of("A", "reliability") == "A"


def test_a_notation_of_another_vocabulary_is_still_read(ontology):
    assert Words(ontology, "en").of("calo", "stage") == "broker (calo)"
