"""Graphs that others wrote: what enters, what is told, what is refused."""

# Files are shown as they are, not broken into lines of ours.
# ruff: noqa: E501

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from graph.ledger.ledger import Ledger
from loaders.errors import LoadError
from loaders.graphs.detecting import detect
from loaders.graphs.keeping import Kept
from loaders.graphs.options import Options
from loaders.tabular.limits import Limits
from tests.claims import document, entity, fill
from tests.graphs import Loaded, loaded, new_ledger

FTM = "https://schema.followthemoney.tech/#"
TIES = Options(node_class="Person", edge_class="Association")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = new_ledger(tmp_path, "ledger")
    yield opened
    opened.close()


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def lines(*entities: dict[str, object]) -> str:
    return "".join(json.dumps(e) + "\n" for e in entities)


def person(key: str, **properties: list[str]) -> dict[str, object]:
    return {"id": key, "schema": "Person", "properties": {"name": [key], **properties}}


def bundle(*objects: dict[str, object]) -> str:
    return json.dumps({"type": "bundle", "id": "bundle--1", "objects": list(objects)})


def identity(key: str, cls: str = "organization", **more: object) -> dict[str, object]:
    return {
        "type": "identity",
        "id": f"identity--{key}",
        "name": key,
        "identity_class": cls,
        **more,
    }


def tie(kind: str, source: str, target: str) -> dict[str, object]:
    ends = {"source_ref": f"identity--{source}", "target_ref": f"identity--{target}"}
    return {"type": "relationship", "id": f"relationship--{source}{target}",
            "relationship_type": kind, **ends}  # fmt: skip


# -- RDF ---------------------------------------------------------------------------------

SYNTAXES = {
    "a.ttl": '@prefix f: <http://xmlns.com/foaf/0.1/> . <http://e.id/a> a f:Person ; f:name "Ani" .',
    "a.nt": '<http://e.id/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> '
    '<http://xmlns.com/foaf/0.1/Person> .\n<http://e.id/a> <http://xmlns.com/foaf/0.1/name> "Ani" .',
    "a.trig": '@prefix f: <http://xmlns.com/foaf/0.1/> . <http://g> { <http://e.id/a> a f:Person ; '
    'f:name "Ani" }',
    "a.jsonld": '{"@context": {"@vocab": "https://schema.org/"}, "@id": "http://e.id/a", '
    '"@type": "Person", "name": "Ani"}',
    "a.rdf": '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f "http://xmlns.com/foaf/0.1/">]>'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:f="&f;">'
    '<f:Person rdf:about="http://e.id/a"><f:name>Ani</f:name></f:Person></rdf:RDF>',
}  # fmt: skip


@pytest.mark.parametrize("name", SYNTAXES)
@pytest.mark.parametrize("packed", [False, True])
def test_every_syntax_says_the_same(
    name: str, packed: bool, ledger: Ledger, tmp_path: Path
) -> None:
    content = SYNTAXES[name].encode()
    path = put(tmp_path, name + ".gz" * packed, gzip.compress(content) if packed else content)
    found = loaded(path, ledger, Options(publisher="E", reliability="C"))
    assert found.said == {("http:e.id__2Fa", "type", "Person"), ("http:e.id__2Fa", "name", "Ani")}
    assert {c.locator for c in found.claims} == {"http://e.id/a"}
    (cited,) = found.ledger.documents()
    assert (cited.publisher, cited.reliability, cited.cls) == ("E", "C", "DataTable")
    assert loaded(path, ledger, Options(publisher="E", reliability="C")).report.accepted == 0


def test_blank_nodes_keep_their_names_between_loads(ledger: Ledger, tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "m.ttl",
        "@prefix o: <http://www.w3.org/ns/org#> . @prefix f: <http://xmlns.com/foaf/0.1/> .\n"
        '<http://e.id/k> a o:Organization ; f:name "K" . <http://e.id/a> a f:Person .\n'
        "[] a o:Membership ; o:member <http://e.id/a> ; o:organization <http://e.id/k> .",
    )
    found = loaded(path, ledger)
    assert ("member", "http:e.id__2Fa") in {(p, v) for _, p, v in found.said}
    assert loaded(path, ledger).report.claims == 0


def test_what_has_no_home_is_told_with_an_example(ledger: Ledger, tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "x.ttl",
        "@prefix f: <http://xmlns.com/foaf/0.1/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "<http://e.id/> a owl:Ontology ; owl:imports <http://127.0.0.1:9/x> .\n"
        '<http://e.id/a> a f:Person ; f:name "Ani" ; f:age 41 ; f:age 42 .',
    )
    found = loaded(path, ledger)
    (age,) = [m for m in found.source.missing if m.term.endswith("age")]
    assert (age.count, age.example) == (2, "http:e.id__2Fa: 41")
    assert "the ontology has no class for www.w3.org/2002/07/owl#Ontology" in found.reasons


def test_links_to_what_no_record_describes_are_told(ledger: Ledger, tmp_path: Path) -> None:
    lines = (
        '{"id": "NK-1", "schema": "Company", "properties": {"name": ["PT Contoh"]}}',
        '{"id": "NK-3", "schema": "Directorship", '
        '"properties": {"director": ["NK-9"], "organization": ["NK-1"]}}',
    )
    path = put(tmp_path, "x.ftm.jsonl", "\n".join(lines))
    found = loaded(path, ledger)
    (missing,) = [m for m in found.source.missing if "no record describes" in m.reason]
    assert (missing.term, missing.count) == ("director", 1)
    assert "NK-9" in missing.example
    known = Options(known_classes=lambda ids: dict.fromkeys(ids, "Person"))
    assert not [m for m in loaded(path, ledger, known).source.missing if "describes" in m.reason]


def test_a_bad_line_of_ntriples_is_refused_alone(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "b.nt", SYNTAXES["a.nt"] + "\n<http://e.id/a> broken .\n")
    found = loaded(path, ledger)
    assert (found.report.accepted, found.report.quarantined) == (1, 1)
    assert "b.nt:3: no statement" in found.reasons


# -- FollowTheMoney ----------------------------------------------------------------------


def test_statements_are_cited_from_their_dataset(ledger: Ledger, tmp_path: Path) -> None:
    said = [
        {"canonical_id": "NK-1", "entity_id": "x", "schema": "Company", "prop": p, "value": v,
         "original_value": o, "dataset": d}
        for p, v, o, d in (
            ("name", "PT A", "PT. A", "one"), ("name", "PT A", None, "two"), ("id", "f00", None, "one")
        )
    ]  # fmt: skip
    found = loaded(put(tmp_path, "s.jsonl", lines(*said)), ledger)
    assert len({c.document for c in found.claims}) == 2
    assert {c.original for c in found.claims if c.property == "name"} == {"PT. A", None}
    assert {d.origin for d in ledger.documents()} == {"ftm:one", "ftm:two"}
    assert (found.report.quarantined, found.report.rows) == (0, 3)


@pytest.mark.parametrize(
    "victim",
    [
        [person("v", topics=["role.victim"])],
        [person("v", topics=["Korban"])],
        [
            person("v"),
            {"id": "c", "schema": "CourtCase", "properties": {"name": ["C"]}},
            {"id": "p", "schema": "CourtCaseParty", "properties":
             {"party": ["v"], "case": ["c"], "role": ["victim"]}},
        ],
    ],
)  # fmt: skip
def test_individual_victims_do_not_enter(
    victim: list[dict[str, object]], ledger: Ledger, tmp_path: Path
) -> None:
    kin = {"id": "k", "schema": "Family", "properties": {"person": ["v"], "relative": ["other"]}}
    found = loaded(put(tmp_path, "v.jsonl", lines(person("other"), kin, *victim)), ledger)
    assert "an individual victim" in found.reasons
    assert not any("ftm:v" in (s, v) for s, _, v in found.said)
    assert ("ftm:other", "type", "Person") in found.said


def test_a_victim_known_from_the_ledger_does_not_enter_either(
    ledger: Ledger, tmp_path: Path
) -> None:
    fill(ledger, [document("doc:a")], entity("per:v", "Person"))
    text = "@prefix l: <https://w3id.org/lacak/ns#> . @prefix i: <https://w3id.org/lacak/id/> .\n"
    text += (
        "i:per:r a l:Person . i:rel:x a l:Recruitment ; l:recruiter i:per:r ; l:recruit i:per:v ."
    )
    options = Options(known_classes=lambda ids: dict.fromkeys(ids, "Person"))
    found = loaded(put(tmp_path, "r.ttl", text), ledger, options)
    assert found.report.quarantined == 1
    assert not any(s == "rel:x" for s, _, _ in found.said)


def test_a_group_of_victims_enters(ledger: Ledger, tmp_path: Path) -> None:
    text = (
        "@prefix l: <https://w3id.org/lacak/ns#> . @prefix v: <https://w3id.org/lacak/vocab/> .\n"
    )
    text += "<http://e.id/g> a l:Group ; l:groupSizeLower 5 ; l:groupRole <https://w3id.org/lacak/vocab/roles/victim> ."
    assert loaded(put(tmp_path, "g.ttl", text), ledger).report.quarantined == 0


def test_refused_records_are_corrected_and_loaded(ledger: Ledger, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "quarantine", "f")
    legal = {"id": "NK-9", "schema": "LegalEntity", "properties": {"name": ["PT B"]}}
    path = put(tmp_path, "q.jsonl", lines(legal) + '{"id": "NK-8", "schema": "Company", "proper\n')
    assert loaded(path, ledger, kept=kept).report.quarantined == 2
    assert kept.path.stat().st_mode & 0o777 == 0o600
    text = kept.path.read_text().replace("#LegalEntity", "#Company")
    text = text.replace('\\"proper', '\\"properties\\": {\\"name\\": [\\"PT C\\"]}}')
    kept.path.write_text(text)
    found = loaded(kept.path, ledger)
    assert found.reasons == ""
    assert {("ftm:NK-9", "name", "PT B"), ("ftm:NK-8", "name", "PT C")} <= found.said


# -- STIX --------------------------------------------------------------------------------


def test_a_bundle_is_graded_marked_and_attributed(ledger: Ledger, tmp_path: Path) -> None:
    red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
    maker, other = identity("m"), identity("o", confidence=85, object_marking_refs=[red],
                                           created_by_ref="identity--m", aliases=["O."])  # fmt: skip
    text = bundle(maker, other, tie("part-of", "o", "m"), tie("related-to", "o", "m"))
    found = loaded(put(tmp_path, "b.json", text), ledger)
    (named,) = [c for c in found.claims if (c.subject, c.property) == ("stix:identity--o", "name")]
    assert (named.credibility, named.marking, named.attributed_to) == (
        1,
        "red",
        ("stix:identity--m",),
    )
    assert ("stix:identity--o", "isPartOf", "stix:identity--m") in found.said
    assert ("stix:relationship--om", "type", "Association") in found.said
    assert found.source.document.publisher == "m"


def test_the_target_of_an_attack_does_not_enter_as_a_person(ledger: Ledger, tmp_path: Path) -> None:
    actor = {"type": "threat-actor", "id": "threat-actor--1", "name": "T"}
    text = bundle(actor, identity("p", "individual"), identity("k"), tie("targets", "k", "p"))
    found = loaded(put(tmp_path, "t.json", text), ledger)
    assert {s for s, p, _ in found.said if p == "type"} == {"stix:identity--k"}
    assert "no class for docs.oasis-open.org/ns/cti/stix#threat-actor" in found.reasons


def test_only_the_newest_version_counts_and_revoked_objects_do_not(
    ledger: Ledger, tmp_path: Path
) -> None:
    old = identity("a", modified="2020-01-01T00:00:00Z") | {"name": "Lama"}
    new = identity("a", modified="2021-01-01T00:00:00Z") | {"name": "Baru"}
    found = loaded(put(tmp_path, "n.json", bundle(old, new, identity("r", revoked=True))), ledger)
    assert {v for _, p, v in found.said if p == "name"} == {"Baru"}
    assert (found.report.rows, found.report.quarantined) == (3, 2)


# -- GraphML and GEXF --------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_what_networkx_writes_is_read(ending: str, ledger: Ledger, tmp_path: Path) -> None:
    made = nx.DiGraph()
    made.add_node("n0", name="Ani", age=41, mood="x")
    made.add_node("n1", name="PT Maju", **{"class": "Company"})
    made.add_edge("n0", "n1", type="OWNS", startDate="2020")
    made.add_edge("n1", "n0", type="knows")
    path = tmp_path / f"n.{ending}"
    (nx.write_graphml if ending == "graphml" else nx.write_gexf)(made, path)
    found = loaded(path, ledger, TIES)
    assert found.reasons == ""
    short = {(p, v.rpartition("-")[2] if v.startswith("node:") else v) for _, p, v in found.said}
    assert {("type", "Person"), ("type", "Company"), ("name", "Ani"), ("age", "41"),
            ("type", "Ownership"), ("owner", "n0"), ("asset", "n1"), ("startDate", "2020"),
            ("type", "Association"), ("description", "knows")} <= short  # fmt: skip
    assert "mood" in found.missing


def test_node_ids_count_within_their_file_unless_a_namespace_says_otherwise(
    ledger: Ledger, tmp_path: Path
) -> None:
    text = "<graphml><graph><node id='n0'/></graph></graphml>"
    one, two = put(tmp_path, "1.graphml", text), put(tmp_path, "2.graphml", text + "\n")
    ids = {s for path in (one, two) for s, _, _ in loaded(path, ledger, TIES).said}
    assert len(ids) == 2
    same = Options(node_class="Person", namespace="kasus 12")
    fresh = new_ledger(tmp_path, "fresh")
    assert {s for p in (one, two) for s, _, _ in loaded(p, fresh, same).said} == {
        "node:kasus__2012-n0"
    }
    fresh.close()


GEXF = """<gexf xmlns="http://gexf.net/1.3" version="1.3"><meta lastmodifieddate="2024-05-06">
<creator>Gephi 0.10</creator></meta><graph mode="dynamic" timeformat="date">
<attributes class="node" mode="dynamic"><attribute id="0" title="alias" type="string"/></attributes>
<nodes><node id="a" label="Ani" start="2020-01-01"><attvalues>
<attvalue for="0" value="An" start="2021-01-01" end="2021-06-01"/></attvalues></node>
<node id="b" label="Budi"><spells><spell start="2019-01-01" end="2019-02-01"/></spells></node></nodes>
<edges><edge id="e" source="a" target="b"><spells><spell start="2020-01-01" end="2020-02-01"/>
<spell start="2022-01-01"/></spells></edge><edge id="f" source="b" target="a" start="3.0"/></edges>
</graph></gexf>"""


def test_times_of_gephi_become_times_of_claims(ledger: Ledger, tmp_path: Path) -> None:
    found = loaded(put(tmp_path, "d.gexf", GEXF), ledger, TIES)
    held = {(c.property, c.value): c.valid for c in found.claims}
    assert held["name", "Ani"] == "2020-01-01/.."
    assert held["alias", "An"] == "2021-01-01/2021-06-01"
    assert held["name", "Budi"] == "2019-01-01/2019-02-01"
    ties = sorted(c.valid or "" for c in found.claims if c.property == "associate")
    assert ties == ["", "2020-01-01/2020-02-01", "2022-01-01/.."]
    assert found.missing["time start"] == "no such property in the ontology"
    assert found.source.document.publisher == "Gephi 0.10"


def test_a_node_without_a_class_says_what_to_do(ledger: Ledger, tmp_path: Path) -> None:
    text = "<graphml><graph><node id='a'/><edge source='a' target='a'/></graph></graphml>"
    reasons = loaded(put(tmp_path, "c.graphml", text), ledger).reasons
    assert "--node-class Person" in reasons
    assert "--edge-class Association" in reasons


# -- hostile -----------------------------------------------------------------------------

BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 9))
RDF_HEAD = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'

WHOLE = {
    "bomb.rdf": (f'<!DOCTYPE r [<!ENTITY a0 "x">{BOMB}]>{RDF_HEAD}&a8;</rdf:RDF>', "XML entity"),
    "file.rdf": (f'<!DOCTYPE r [<!ENTITY a SYSTEM "/etc/passwd">]>{RDF_HEAD}</rdf:RDF>', "XML entity"),
    "bomb.graphml": (f'<!DOCTYPE g [<!ENTITY a0 "x">{BOMB}]><graphml>&a8;</graphml>', "XML entity"),
    "file.gexf": ('<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><gexf>&a;</gexf>', "XML entity"),
    "deep.graphml": ("<graphml>" + "<graph>" * 500, "depth"),
    "open.graphml": ("<graphml><graph><node id='a'>", "not well-formed"),
    "other.graphml": ("<html></html>", "no <graphml>"),
    "context.jsonld": ('{"@context": "https://schema.org/", "@type": "Person"}', "nothing is fetched"),
    "import.jsonld": (
        '{"@context": {"@import": "https://e.id/c"}, "@id": "http://e.id/a"}', "nothing is fetched"
    ),
    "deep.jsonld": ('{"@graph": ' + "[" * 2_000 + "]" * 2_000 + "}", "depth"),
    "deep.stix.json": ('{"type": "bundle", "objects": ' + "[" * 2_000 + "]" * 2_000 + "}", "depth"),
    "twice.stix.json": ('{"type": "bundle", "type": "bundle", "objects": []}', "stands twice"),
    "nan.stix.json": ('{"type": "bundle", "objects": [{"type": "x", "id": NaN}]}', "NaN"),
    "cut.ttl": ("@prefix a: <http://a/> . a:b a:c", "does not parse"),
    "nul.ttl": ("\x00\x00\x00", "does not parse"),
    "empty.nq": ("", "is empty"),
    "zip.ttl": (b"PK\x03\x04" + bytes(40), "archive"),
    "bomb.ttl.gz": (gzip.compress(b"\n" * (40 << 20)), "unpacked"),
    "cut.ttl.gz": (gzip.compress(b"# " + bytes(range(256)) * 40)[:-20], "gzip"),
    "latin.nt": ("<http://a> <http://b> \"é\" .".encode("latin-1"), "not UTF-8"),
    "long.jsonl": ('{"schema": "Person", "properties": {}, "id": "' + "x" * 60_000, "line"),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_hostile_files_are_refused_whole(name: str, ledger: Ledger, tmp_path: Path) -> None:
    content, reason = WHOLE[name]
    path = put(tmp_path, name, content)
    with pytest.raises(LoadError, match=reason) as refused:
        loaded(path, ledger, TIES, Limits(line=50_000, unpacked=20 << 20))
    assert str(path) in str(refused.value)
    assert ledger.counts()["claims"] == 0


PARTS: dict[str, tuple[str, int]] = {
    "kinds.jsonl": (
        '{"id": 1, "schema": "Person"}\n[]\n{"id": "a"}\n{"id": "a", "schema": "Person", '
        '"properties": []}\n{"id": "a", "id": "b", "schema": "Person"}\nnull\n' + "[" * 3_000 + "\n"
        '{"id": "ok", "schema": "Person", "properties": {"name": ["A"], "age": [{"x": 1}]}}\n',
        7,
    ),
    "kinds.stix.json": (
        bundle(identity("ok")).replace('"objects": [', '"objects": [1, null, {"type": "identity"}, '
        '{"type": "relationship", "id": "relationship--1", "relationship_type": "x", '
        '"source_ref": "a", "target_ref": "b"}, '),
        4,
    ),
    "kinds.graphml": (
        "<graphml><graph><node/><node id='a'/><edge source='a'/><hyperedge/></graph></graphml>", 3
    ),
    "loop.nq": ("<http://a> <http://b> <<( <http://a> <http://b> <http://c> )>> .\n", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_what_is_broken_is_refused_and_the_rest_kept(
    name: str, ledger: Ledger, tmp_path: Path
) -> None:
    text, refused = PARTS[name]
    found: Loaded = loaded(put(tmp_path, name, text), ledger, Options(node_class="Person"))
    assert found.report.quarantined == refused, found.reasons
    assert found.report.accepted == (0 if name == "loop.nq" else 1)


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.json", bundle(), "stix"),
        ("a.json", '{"@context": {}, "@graph": []}', "json-ld"),
        ("a.json", '[{"nik": "1"}]', None),
        ("a.jsonl", lines(person("a")), "ftm"),
        ("a.jsonl", '{"nik": "1"}\n', None),
        ("a.xml", "<?xml version='1.0'?>\n<graphml/>", "graphml"),
        ("a.owl", "@prefix a: <http://a/> .", "turtle"),
        ("a.owl", RDF_HEAD, "rdf-xml"),
        ("a.csv", "a,b", None),
        ("a.txt", "@prefix a: <http://a/> .", None),
    ],
)
def test_formats_are_known_by_content_and_ending(
    name: str, text: str, form: str | None, tmp_path: Path
) -> None:
    assert detect(put(tmp_path, name, text)) == form


def test_options_that_cannot_be_used_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttl", SYNTAXES["a.ttl"])
    for options in (
        Options(reliability="Z"),
        Options(published="kemarin"),
        Options(node_class="Agent"),
        Options(edge_class="Person"),
        Options(form="word"),
    ):
        with pytest.raises(LoadError):
            loaded(path, ledger, options)
