"""Names of victims are blotted out letter by letter, so that offsets stay."""

from __future__ import annotations

from loaders.text.masking import Mask
from ontology.claim import Claim

TEXT = "SITI AMINAH pulang. Korban, Siti Aminah (19), bertemu SA. Polda menangkap YN, sa itu."
AT = TEXT.index("Siti Aminah")
SPANS = [(AT, AT + 11), (AT, AT + 4), (TEXT.index("SA."), TEXT.index("SA.") + 2)]


def test_every_letter_becomes_one_block_wherever_the_name_stands():
    made = Mask(TEXT, SPANS)
    told = "████ ██████ pulang. Korban, ████ ██████ (19), bertemu ██. Polda menangkap YN, sa itu."
    assert made.text == told
    assert made.of("Kisah Siti Aminah") == "Kisah ████ ██████"


def test_value_excerpt_and_original_of_a_claim_lose_the_name():
    start, end = AT - 8, AT + 16
    claim = Claim(
        subject="doc:a", property="name", value="Siti Aminah pulang", document="doc:a",
        start=start, end=end, quote=TEXT[start:end], original="Siti  Aminah, Siti Aminah",
    )  # fmt: skip
    made = Mask(TEXT, SPANS).claim(claim)
    assert made.value == "████ ██████ pulang"
    assert made.quote == "Korban, ████ ██████ (19),"[: end - start]
    assert made.original == "████  Aminah, ████ ██████"


def test_a_text_without_such_names_stays_as_it_is():
    made = Mask(TEXT, ())
    claim = Claim(subject="doc:a", property="name", value=TEXT, document="doc:a", locator="1")
    assert made.text == TEXT
    assert made.claim(claim) is claim
