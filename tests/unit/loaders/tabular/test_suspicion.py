from __future__ import annotations

import pytest

from loaders.tabular.suspicion import suspicion


@pytest.mark.parametrize(
    "text", ["Ahmad", "Nurul ‘Aini", "José", "Чехов", "Ηρακλής", "PT Maju – Jaya", "李", ""]
)
def test_honest_text_is_not_suspected(text):
    assert suspicion(text) is None


@pytest.mark.parametrize("code", [0x202E, 0x202D, 0x2066, 0x200B, 0x200F, 0x2060, 0xFEFF, 0xAD])
def test_hidden_characters_are_named(code):
    assert f"U+{code:04X}" in str(suspicion(f"Ah{chr(code)}mad"))


@pytest.mark.parametrize("word", ["Аhmad", "Sitі", "Αhmad", "Rοni"])
def test_letters_of_two_alphabets_in_a_word_are_named(word):
    assert "LATIN" in str(suspicion(f"PT {word} Jaya"))


def test_two_alphabets_in_two_words_are_fine():
    assert suspicion("Ivan Иван") is None
