"""Texts, forms, cells and files of the live pages, without a server."""

import re
import string
from pathlib import Path

import pytest

from graph.catalogue.query import load_catalogue
from graph.services.coverage import Cover
from graph.services.networks import NetworkView
from graph.store import Node
from viz.explorer import coverage, downloads, files, forms
from viz.explorer.answers import head
from viz.explorer.site import HERE, Visit, address_of, local, render
from viz.explorer.texts import TEXTS
from viz.texts import TEXTS as PICTURE_TEXTS

TEMPLATES = {p.name: p.read_text("utf-8") for p in (HERE / "templates").glob("*.j2")}
SCRIPTS = {p.name: p.read_text("utf-8") for p in (HERE / "static").glob("*.js")}
CATALOGUE = load_catalogue()


def gaps(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_same_gaps(key):
    assert TEXTS[key].id
    assert TEXTS[key].en
    assert gaps(TEXTS[key].id) == gaps(TEXTS[key].en)


def test_every_text_that_is_asked_for_exists():
    asked = {k for s in SCRIPTS.values() for k in re.findall(r'say\("(\w+)"', s)}
    asked |= {k for s in TEMPLATES.values() for k in re.findall(r"""\bt\(["'](\w+)["'][,)]""", s)}
    assert asked - TEXTS.keys() == set()


def test_every_own_text_is_used():
    written = "\n".join([*SCRIPTS.values(), *TEMPLATES.values()])
    code = [*HERE.glob("*.py"), *HERE.parent.glob("*.py"), *Path("api/routers").glob("*.py")]
    python = "\n".join(p.read_text("utf-8") for p in code if "texts" not in p.name)
    drawn = "\n".join(p.read_text("utf-8") for p in HERE.parent.glob("templates/*.j2"))
    written += drawn
    # Keys that are put together from parts.
    parts = ("n_", "door_", "error_", "theme_", "layer_", "line_", "measure_", "timeline_")
    parts += ("gap_", "state_", "by_", "trend_", "trends_not_", "metric_", "fold_")
    parts += ("verdict_", "reason_", "tour_")
    unused = [
        key
        for key in TEXTS.keys() - PICTURE_TEXTS.keys()
        if f'"{key}"' not in written + python
        and f"'{key}'" not in written
        and not key.startswith(parts)
    ]
    assert unused == []


def test_no_template_marks_anything_safe_or_turns_escaping_off():
    for name, text in TEMPLATES.items():
        assert "|safe" not in text.replace(" ", ""), name
        assert "autoescape" not in text, name


def test_scripts_never_write_markup():
    for name, text in SCRIPTS.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
        ), name


def test_every_import_of_a_script_is_served():
    for name, text in SCRIPTS.items():
        for target in re.findall(r'from "\./([\w-]+\.js)"', text):
            assert files.static_file(target) is not None, (name, target)


def test_the_drawing_scripts_are_one_module():
    module = files.picture_module()
    for name in ("drawMark", "Labels", "readTheme"):
        assert re.search(rf"export \{{[^}}]*\b{name}\b", module)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/e/org:a?x=1", "/e/org:a?x=1"),
        ("//e.org", "/"),
        ("/\\e.org", "/"),
        ("/a\r\nb", "/"),
        ("", "/"),
    ],
)
def test_only_own_paths_are_come_back_to(path, leads_to):
    assert local(path) == leads_to


def test_addresses_of_entities_are_quoted():
    assert address_of('org:"><x') == "/e/org:%22%3E%3Cx"


def test_hostile_text_is_shown_as_text(ontology):
    page = render("find", Visit("/find"), ontology, q="<script>x</script>\u202e{{7*7}}", hits=[])
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt;⟦U+202E⟧{{7*7}}" in page


def test_forms_read_what_was_filled_in():
    query = CATALOGUE["p3mi_history"]
    assert forms.is_filled(query, {})
    assert forms.values(query, {"company": " org:a ", "other": "x"}) == {"company": "org:a"}
    (field,) = forms.fields(query, {"company": "org:a"}, "id")
    assert (field.kind, field.value, field.example) == (
        "id",
        "org:a",
        "org:pt-putri-samawa-mandiri",
    )


@pytest.mark.parametrize("name", CATALOGUE)
def test_examples_of_every_question_can_be_read_back(name):
    query = CATALOGUE[name]
    given = forms.examples(query)
    assert query.bind(forms.values(query, given)) is not None


def test_long_descriptions_do_not_become_headers():
    assert head("agency_kind", "x" * 60) == "Agency kind"
    assert head("day", "Hari. Kosong bila tidak diketahui.") == "Hari"


def rows():
    return [
        Cover("B", "region:12", "police-province", ("agr:a",), 2),
        Cover("B", "region:12", "bp3mi", ("agr:a",), 2),
        Cover("A", "region:11", "", (), 3),
    ]


def test_an_agreement_counts_once_however_many_kinds_take_part(ontology):
    found = coverage.matrix(rows(), ontology, "id")
    assert [line.province for line in found.lines] == ["A", "B"]
    assert found.lines[1].counts == (1, 1)
    assert found.lines[1].total == 1
    assert [line.is_gap for line in found.lines] == [True, False]


class Empty:
    folder = Path("nowhere")

    def claims(self, _ids):
        return []

    def documents(self, _ids):
        return []


def test_downloads_escape_and_never_hold_formulas():
    hostile = '=cmd|"<&>\x00'
    view = NetworkView((Node("org:a", ("Company",), {"caption": hostile}),), (), ())
    graph = downloads.write(view, Empty(), "graphml").decode()
    assert "&lt;&amp;&gt;⟦U+0000⟧" in graph
    assert downloads._cell(hostile).startswith("'=")
    assert downloads._cell(-1) == "-1"
