"""Guards over everything the ontology declares, and over Python that must not repeat it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SDO, DefinedNamespaceMeta

from ontology import types
from ontology.model import ROOT, Class, Ontology, Text, load
from ontology.reading import META, NS
from ontology.shacl import generated, rules

FILES = sorted(ROOT.rglob("*.ttl"))
MODEL = load()
PACKAGES = ("graph", "loaders", "api", "viz", "ontology")
COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")
# Wrong in either language: a label that was left in the other one.
ENGLISH_WORDS = re.compile(r"\b(the|of|source|target|recruiter|holder|with)\b", re.IGNORECASE)
INDONESIAN_WORDS = re.compile(r"\b(yang|dari|dengan|atau|pihak|orang)\b", re.IGNORECASE)


def luminance(color: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def graph() -> rdflib.Graph:
    found = rdflib.Graph()
    for file in FILES:
        found.parse(file)
    return found


def texts() -> Iterator[tuple[str, Text]]:
    for cls in MODEL.classes.values():
        yield f"class {cls.name}", cls.label
        yield f"class {cls.name}", cls.definition
    for prop in MODEL.properties.values():
        yield f"property {prop.name}", prop.label
        yield f"property {prop.name}", prop.definition
    for scheme in MODEL.schemes.values():
        yield f"vocabulary {scheme.name}", scheme.label
        for concept in scheme.concepts.values():
            yield f"concept {scheme.name}/{concept.notation}", concept.label
            assert concept.definition is not None, f"{scheme.name}/{concept.notation}"
            yield f"concept {scheme.name}/{concept.notation}", concept.definition


def test_the_walk_sees_everything() -> None:
    # A guard that looks at nothing is worse than none.
    assert len(MODEL.classes) > 100
    assert len(MODEL.properties) > 180
    assert len(MODEL.schemes) > 20
    assert len(FILES) > 30


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_every_file_is_turtle_that_other_tools_read(file: Path) -> None:
    assert len(rdflib.Graph().parse(file)) > 0
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 500
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_every_term_has_texts_in_both_languages() -> None:
    for where, text in texts():
        assert text.id.strip() == text.id, where
        assert text.en.strip() == text.en, where
        assert text.id, where
        assert text.en, where


def test_every_term_about_facts_has_texts_in_both_languages() -> None:
    for term in {s for s in graph().subjects(RDF.type) if str(s).startswith(META)}:
        for predicate in (RDFS.label, SKOS.definition):
            languages = {getattr(o, "language", None) for o in graph().objects(term, predicate)}
            assert languages == {"id", "en"}, (term, predicate)


def test_definitions_are_sentences_in_their_language() -> None:
    for where, text in texts():
        if text.id.endswith(".") or text.en.endswith("."):
            assert text.id.endswith("."), where
            assert text.en.endswith("."), where
            assert not INDONESIAN_WORDS.search(text.en), (where, text.en)
        assert not ENGLISH_WORDS.search(text.id), (where, text.id)


def test_suspects_are_never_called_perpetrators() -> None:
    for where, text in texts():
        assert not re.search(r"\bpelaku\b", text.id, re.IGNORECASE), where
        assert not re.search(r"\bperpetrator|\bcriminal\b", text.en.replace("criminal law", "")), (
            where
        )


def test_every_legal_stage_before_a_verdict_presumes_innocence() -> None:
    settled = {"convicted", "acquitted", "case-closed"}
    for notation, concept in MODEL.scheme("legal-stages").concepts.items():
        assert concept.definition is not None
        if notation not in settled:
            assert "dianggap tidak bersalah" in concept.definition.id, notation
            assert "presumed innocent" in concept.definition.en, notation


# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", MODEL.classes.values(), ids=lambda c: c.name)
def test_colours_stand_out_and_icons_are_one_character(cls: Class) -> None:
    assert COLOR.fullmatch(cls.color)
    # WCAG 2.2, 1.4.11: graphical objects at least 3 : 1 against their background, here white.
    assert 1.05 / (luminance(cls.color) + 0.05) >= 3
    assert len(cls.icon) == 1


def test_no_two_concrete_classes_look_the_same() -> None:
    looks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cls in MODEL.classes.values():
        if not cls.is_abstract and not cls.is_relation:
            looks[cls.color, cls.icon].append(cls.name)
    assert [names for names in looks.values() if len(names) > 1] == []


# -- structure -----------------------------------------------------------------------------


def test_names_follow_the_conventions() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", n) for n in MODEL.classes)
    assert all(re.fullmatch(r"[a-z][A-Za-z0-9]*", n) for n in MODEL.properties)
    for scheme in MODEL.schemes.values():
        assert all(re.fullmatch(r"[A-Za-z0-9]+(-[a-z0-9]+)*", n) for n in scheme.concepts)


def test_relationship_types_are_named_once_and_never_like_a_class() -> None:
    declared: dict[str, list[Class | object]] = defaultdict(list)
    for name, term in MODEL.relationship_types():
        assert re.fullmatch(r"[A-Z]+(_[A-Z0-9]+)*", name)
        declared[name].append(term)
    for name, terms in declared.items():
        classes = [t for t in terms if isinstance(t, Class)]
        # A class below another may be drawn as its parent is; nothing else shares a type.
        roots = [c for c in classes if not any(d.name in c.ancestors[1:] for d in classes)]
        assert len(roots) + len(terms) - len(classes) == 1, name
    assert declared.keys().isdisjoint({c.upper() for c in MODEL.classes})
    assert declared.keys().isdisjoint(MODEL.classes)


def test_every_value_type_is_known() -> None:
    for prop in MODEL.properties.values():
        if not prop.is_entity and prop.scheme is None:
            assert prop.value_type in types.TYPES, prop.name
        assert (prop.scheme is not None) == (prop.value_type == "concept")
        assert (prop.range is not None) == prop.is_entity
    used = {p.value_type for p in MODEL.properties.values()}
    assert types.TYPES.keys() - used == set()


def test_every_vocabulary_of_facts_is_used() -> None:
    used = {p.scheme for p in MODEL.properties.values()}
    # Grading of claims and access levels are looked up by name, not through a property.
    grading = {"modalities", "credibilities", "reliabilities", "markings", "access-levels"}
    assert MODEL.schemes.keys() - used == grading


def test_relations_have_both_ends_and_ends_are_single() -> None:
    for cls in MODEL.classes.values():
        if cls.is_relation and not cls.is_abstract:
            for end in (cls.source, cls.target):
                prop = MODEL.property(str(end))
                assert prop.is_single, prop.name
                assert prop.is_entity
                assert prop.relationship_type is None
                assert MODEL.is_a(cls.name, prop.domain)
            assert cls.layer is not None
            assert cls.relationship_type is not None


def test_ends_of_a_relation_are_as_sensitive_as_the_relation() -> None:
    levels = list(MODEL.scheme("access-levels").concepts)
    for cls in MODEL.classes.values():
        if cls.source is not None and cls.target is not None:
            for end in (cls.source, cls.target):
                given = levels.index(MODEL.property(end).access)
                assert given >= levels.index(cls.access), end


@pytest.mark.parametrize("name", ["nik", "passportNumber", "birthDate", "e164", "accountNumber"])
def test_what_identifies_someone_is_identity(name: str) -> None:
    assert MODEL.property(name).access == "identity"


@pytest.mark.parametrize(
    "name", ["initials", "age", "suspectedAgent", "apprehended", "stage", "implicates", "sought"]
)
def test_what_accuses_someone_is_never_public(name: str) -> None:
    assert MODEL.property(name).access != "public"


def test_victims_are_denied_by_default() -> None:
    assert MODEL.property("victimGroup").access == "victim"
    # There is no class of victims: they are groups with a number, or nothing.
    assert [n for n in MODEL.classes if "victim" in n.lower()] == []


def test_accusations_belong_to_the_network_of_suspects() -> None:
    accusing = ("Recruitment", "Transporting", "Harbouring", "CaseRole", "LegalStage", "Brokerage")
    assert {MODEL.cls(n).layer for n in accusing} == {"suspect"}
    for name in ("conductedBy", "assistedBy", "apprehended", "investigatedBy"):
        assert MODEL.property(name).layer == "enforcement"


# -- alignments ----------------------------------------------------------------------------

CLOSED: dict[str, DefinedNamespaceMeta] = {
    "http://www.w3.org/ns/prov#": PROV,
    "http://www.w3.org/ns/org#": ORG,
    "http://xmlns.com/foaf/0.1/": FOAF,
    "https://schema.org/": SDO,
}
OTHERS = (
    "https://schema.followthemoney.tech/#",
    "http://docs.oasis-open.org/ns/cti/stix#",
    "http://www.opengis.net/ont/geosparql#Feature",
    "http://data.europa.eu/eli/ontology#LegalResource",
)


def test_aligned_terms_exist() -> None:
    for name, alignments in MODEL.alignments.items():
        for alignment in alignments:
            space = next((n for n in CLOSED if alignment.target.startswith(n)), None)
            if space is None:
                assert alignment.target.startswith(OTHERS), (name, alignment)
            else:
                assert URIRef(alignment.target) in CLOSED[space], (name, alignment)


def test_every_field_of_other_vocabularies_is_aligned_on_a_declared_term() -> None:
    ours = {URIRef(c.iri) for c in MODEL.classes.values()}
    ours |= {URIRef(p.iri) for p in MODEL.properties.values()}
    aligned = rdflib.Graph().parse(ROOT / "alignments.ttl")
    assert set(aligned.subjects()) <= ours
    assert len(set(aligned.subjects())) > 100


def test_classes_and_properties_are_declared_as_what_they_are() -> None:
    for cls in MODEL.classes.values():
        assert (URIRef(cls.iri), RDF.type, OWL.Class) in graph()
    for prop in MODEL.properties.values():
        kind = OWL.ObjectProperty if prop.is_entity or prop.scheme else OWL.DatatypeProperty
        assert (URIRef(prop.iri), RDF.type, kind) in graph()


def test_rules_name_only_terms_that_exist() -> None:
    known = {c.iri for c in MODEL.classes.values()} | {p.iri for p in MODEL.properties.values()}
    known |= {c.iri for s in MODEL.schemes.values() for c in s.concepts.values()}
    known |= {str(s) for s in graph().subjects(RDF.type) if str(s).startswith(META)}
    shapes = rdflib.Graph().parse(data=rules("rules")).parse(data=rules("claims"))
    shapes.parse(data=generated(MODEL))
    used = {str(t) for triple in shapes for t in triple if isinstance(t, URIRef)}
    ours = {t for t in used if t.startswith((NS, META, "https://w3id.org/lacak/vocab/"))}
    assert ours - known == set()


# -- Python does not repeat it -------------------------------------------------------------


def sources() -> Iterator[Path]:
    root = ROOT.parent
    for package in PACKAGES:
        yield from sorted((root / package).rglob("*.py"))


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield string constants that are not docstrings, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documented
        ):
            yield node.lineno, node.value


def test_no_class_colour_is_written_in_python() -> None:
    colors = {c.color.lower() for c in MODEL.classes.values()}
    found = [
        f"{path.relative_to(ROOT.parent)}:{line} {value}"
        for path in sources()
        for line, value in strings(path)
        for color in COLOR.findall(value)
        if color.lower() in colors
    ]
    assert found == []


# Code that gives single terms a meaning of its own, each with its reason. Everything else
# (ledger, engines, network analysis, routers, ...) works for any ontology.
KNOWING = (
    # Reading text is deciding which term a phrase stands for.
    "loaders/text/",
    # A source says what its rows and documents are.
    "loaders/sources/",
    # Publishers of records are media unless a record says otherwise.
    "loaders/records.py",
    # A loaded table is itself a document of a certain class.
    "loaders/tabular/",
    # Captions and days are made from certain properties; mentions and ends are derived.
    "graph/projection/",
    # Derived links are replaced by what they stand for, and other formats ask for single
    # terms (a country's code, a document's title).
    "graph/export/",
    # The same on the way in; and a loaded graph is itself a document of a certain class.
    "loaders/graphs/",
    # What counts as evidence of identity differs by class.
    "graph/resolution/",
    # Questions of the field are about certain terms: coverage, chains, counts, stages.
    "graph/services/",
    # Which relationships are drawn as one line, and what a node's second line says.
    "viz/",
    # The presumption of innocence is printed beside what accuses someone.
    "api/cli/showing.py",
    # Examples in the API's document are terms that exist.
    "api/routers/identity.py",
    # Reviewers choose among the kinds of records that can be one entity.
    "api/routers/review.py",
)


def test_only_code_with_a_reason_names_terms() -> None:
    # Names that are plain words too, such as `date`, cannot be told from them.
    names = {n for n in [*MODEL.classes, *MODEL.properties] if re.search(r"[a-z][A-Z]", n)}
    names |= {name for name, _ in MODEL.relationship_types() if "_" in name}
    found = [
        f"{path.relative_to(ROOT.parent)}:{line} {value}"
        for path in sources()
        for line, value in strings(path)
        if value in names and not str(path.relative_to(ROOT.parent)).startswith(KNOWING)
    ]
    assert found == []


def test_no_label_or_definition_is_written_in_python(ontology: Ontology) -> None:
    definitions = {t.in_(lang) for _, t in texts() for lang in ("id", "en") if t.id.endswith(".")}
    found = [
        f"{path.relative_to(ROOT.parent)}:{line}"
        for path in sources()
        for line, value in strings(path)
        if value in definitions
    ]
    assert found == []
    assert ontology.classes


# Blocks of Unicode 3.0, which Segoe UI Symbol and DejaVu Sans both draw; what later versions
# put between U+26A2 and U+26FF, DejaVu leaves out, and Debian has nothing else for it.
DRAWN_EVERYWHERE = (
    range(0x21, 0x7F), range(0xA1, 0x100), range(0x2190, 0x2200), range(0x2200, 0x2300),
    range(0x2300, 0x2400), range(0x25A0, 0x2600), range(0x2600, 0x26A2), range(0x2701, 0x27BF),
)  # fmt: skip


def test_icons_are_characters_that_default_fonts_have() -> None:
    odd = {
        name: f"U+{ord(cls.icon):04X}"
        for name, cls in MODEL.classes.items()
        if cls.icon and not any(ord(cls.icon) in block for block in DRAWN_EVERYWHERE)
    }
    assert not odd


def test_debians_default_font_draws_every_icon() -> None:
    query, font = shutil.which("fc-query"), Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if query is None or not font.exists():
        pytest.skip("LOUD: DejaVu Sans or fc-query is absent")
    told = subprocess.run(
        [query, "--format=%{charset}", str(font)], capture_output=True, text=True, check=True
    ).stdout
    drawn = {
        point
        for part in told.split()
        for first, _, last in [part.partition("-")]
        for point in range(int(first, 16), int(last or first, 16) + 1)
    }
    missing = {n: c.icon for n, c in MODEL.classes.items() if c.icon and ord(c.icon) not in drawn}
    assert not missing
