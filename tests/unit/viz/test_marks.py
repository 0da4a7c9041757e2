import math

import pytest

from ontology.model import Class
from tests.unit.viz.views import node
from viz.marks import OUTLINES, caption_of, icon_of, ink_on, line_of, radius_of, shape_of, wrap


def contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_class_has_a_legible_icon(ontology):
    for cls in ontology.classes.values():
        assert contrast(cls.color, ink_on(cls.color)) >= 3, cls.name
        assert len(icon_of(cls).rstrip("\ufe0e")) == 1, cls.name


def test_every_branch_of_the_ontology_has_an_outline_of_its_own(ontology):
    shapes = {
        name: shape_of(ontology.cls(name))
        for name in ("Person", "Group", "Ministry", "Declaration", "Event", "Province", "Count")
    }
    assert len(set(shapes.values())) == len(shapes)


def test_the_nearest_ancestor_decides(ontology):
    assert shape_of(ontology.cls("NewsArticle")) == "page"
    assert shape_of(ontology.cls("Port")) == shape_of(ontology.cls("Place"))


def test_outlines_are_about_as_large_as_a_circle():
    for shape, corners in OUTLINES.items():
        reach = [math.hypot(x, y) for x, y in corners] or [1.0]
        assert 0.8 < max(reach) < 1.5, shape


def test_symbols_that_fonts_lack_become_letters(ontology):
    def with_icon(icon: str) -> Class:
        cls = ontology.cls("Vehicle")
        fields = {name: getattr(cls, name) for name in cls.__slots__}
        return Class(**{**fields, "icon": icon})

    assert icon_of(with_icon("⛟")) == "K"
    assert icon_of(with_icon("⚖")) == "⚖\ufe0e"
    assert icon_of(with_icon("#")) == "#"


@pytest.mark.parametrize("modality", ["alleged", "expectation", "goal", "norm", "evaluation"])
def test_what_is_no_fact_is_dashed(modality):
    assert line_of(modality) == "dashed"


def test_what_is_denied_is_dotted_and_facts_are_solid():
    assert line_of("denied") == "dotted"
    assert {line_of(m) for m in ("stated", "quoted", "reported")} == {"solid"}


def test_every_modality_of_the_ontology_is_covered(ontology):
    solid = {m for m in ontology.scheme("modalities").concepts if line_of(m) == "solid"}
    assert solid == {"stated", "quoted", "reported"}


def test_size_grows_with_links_within_limits():
    sizes = [radius_of(d, is_focus=False, is_small=False) for d in (0, 1, 5, 50, 5000)]
    assert sizes == sorted(sizes)
    assert sizes[-1] < radius_of(0, is_focus=True, is_small=False)


@pytest.mark.parametrize("text", ["", "a", "word " * 40, "x" * 300, "𝕏" * 50, "a\nb"])
def test_labels_stay_within_their_box(text):
    rows = wrap(text, 18, 2)
    assert 1 <= len(rows) <= 2
    assert all(len(row) <= 22 for row in rows)


def test_a_cut_label_says_so():
    assert wrap("Nota kesepahaman KP2MI dan Kementerian PPPA", 18, 2)[-1].endswith("…")


def test_an_entity_without_a_name_is_called_by_what_it_says(ontology):
    said = node("stm:a-1", "Statement", "Pernyataan a-1", statementText=["Kami siap."])
    assert caption_of(said, ontology.cls("Statement")) == "“Kami siap.”"
    told = node("cmt:a-1", "Commitment", "Butir komitmen a-1", description=["Melatih."])
    assert caption_of(told, ontology.cls("Commitment")) == "Melatih."
    bare = node("rel:a-1", "Participation", "Keikutsertaan a-1")
    assert caption_of(bare, ontology.cls("Participation")) == "Keikutsertaan"


def test_what_is_said_is_quoted(ontology):
    said = node("stm:a", "Statement", "Kami…", statementText=["Kami siap."])
    assert caption_of(said, ontology.cls("Statement")) == "“Kami…”"


def test_a_name_is_kept(ontology):
    assert (
        caption_of(
            node("stm:a", "Statement", "Nama", name=["Nama"], statementText=["x"]),
            ontology.cls("Statement"),
        )
        == "Nama"
    )
