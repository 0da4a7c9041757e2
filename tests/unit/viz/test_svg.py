from xml.etree import ElementTree as ET

import pytest

from tests.unit.viz.views import link, node, star, view
from viz import svg

SPACE = "{http://www.w3.org/2000/svg}"


def drawing(given, ontology, **options):
    text = svg.render(given, ontology, **{"title": "Judul", **options})
    return text, ET.fromstring(text)


def test_the_drawing_is_well_formed_and_says_what_it_is(ontology):
    _, root = drawing(star(20), ontology)
    assert root.find(f"{SPACE}title").text == "Judul"
    assert "Praduga tak bersalah" in root.find(f"{SPACE}desc").text


def test_every_node_and_link_is_drawn(ontology):
    _, root = drawing(star(20), ontology)
    titles = [t.text for t in root.iter(f"{SPACE}title")]
    assert sum("→" in t for t in titles) == 20
    assert sum(t.startswith("x:") and "→" not in t for t in titles) == 20


@pytest.mark.parametrize(("language", "label"), [("id", "Butir komitmen"), ("en", "Commitment")])
def test_the_legend_speaks_the_language(ontology, language, label):
    text, _ = drawing(star(20), ontology, language=language)
    assert f"{label} · 20" in text


def test_dashes_and_their_meaning(ontology):
    ends = [node("per:a", "Person"), node("per:b", "Person")]
    text, _ = drawing(
        view(ends, [link("per:a", "per:b", "RECRUITED", modality="alleged", layer="suspect")]),
        ontology,
    )
    assert 'class="l suspect dashed"' in text
    assert "diduga" in text
    assert "dugaan keterlibatan" in text


def test_nothing_runs_and_nothing_is_fetched(ontology):
    hostile = '</title><script>alert(1)</script><image href="https://x/"/>{{ 7*7 }}'
    text, root = drawing(view([node("a:1", caption=hostile)]), ontology, title=hostile)
    tags = {e.tag.removeprefix(SPACE) for e in root.iter()}
    assert not tags & {"script", "image", "a", "foreignObject", "use"}
    assert all("href" not in name for e in root.iter() for name in e.attrib)
    assert "{{ 7*7 }}" in text.replace("&#39;", "'")
    assert "url(" not in text


def test_labels_do_not_leave_the_sheet(ontology):
    _, root = drawing(star(60), ontology, width=900)
    spans = [float(t.get("x")) for t in root.iter(f"{SPACE}tspan")]
    assert spans
    assert all(0 < x < 900 for x in spans)


def test_an_empty_network_can_be_drawn(ontology):
    _, root = drawing(view([]), ontology)
    assert float(root.get("height")) > 0


def test_a_link_to_itself_is_a_loop(ontology):
    text, _ = drawing(view([node("a:1")], [link("a:1", "a:1", "POSSIBLY_SAME")]), ontology)
    assert "nan," not in text


def test_the_same_network_gives_the_same_file(ontology):
    assert drawing(star(30), ontology)[0] == drawing(star(30), ontology)[0]


def test_a_network_that_is_cut_short_says_so(ontology):
    assert "10 dari 31" in drawing(star(30), ontology, limit=10)[0]
