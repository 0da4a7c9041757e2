import pytest

from tests.unit.viz.views import link, node, star, view
from viz.errors import PictureError, PictureTooLargeError
from viz.picture import HARD_LIMIT, compose, link_label


def test_an_empty_view_is_an_empty_picture(ontology):
    picture = compose(view([]), ontology)
    assert (picture.nodes, picture.links, picture.groups) == ((), (), ())
    assert picture.frame[0] < picture.frame[2]


def test_parallel_links_are_all_drawn_and_part(ontology):
    ends = [node("org:a"), node("org:b")]
    links = [
        link("org:a", "org:b", "HAS_PARTY"),
        link("org:b", "org:a", "SUPPORTS"),
        link("org:a", "org:b", "ABOUT"),
        link("org:a", "org:b", "LED_BY"),
    ]
    drawn = compose(view(ends, links), ontology).links
    assert len(drawn) == 4
    # Seen from the same end, no two bend alike.
    seen = {k.bend if k.source == drawn[0].source else -k.bend for k in drawn}
    assert len(seen) == 4


def test_a_single_link_is_straight(ontology):
    (drawn,) = compose(view([node("a:1"), node("a:2")], [link("a:1", "a:2")]), ontology).links
    assert drawn.bend == 0


def test_a_link_to_itself_is_kept(ontology):
    picture = compose(view([node("a:1")], [link("a:1", "a:1", "POSSIBLY_SAME")]), ontology)
    assert len(picture.links) == 1
    assert picture.nodes[0].degree == 1


def test_links_to_what_is_not_shown_are_left_out(ontology):
    assert compose(view([node("a:1")], [link("a:1", "a:2")]), ontology).links == ()


@pytest.mark.parametrize(("modality", "line"), [("alleged", "dashed"), ("denied", "dotted")])
def test_modality_decides_the_line(ontology, modality, line):
    ends = [node("a:1"), node("a:2")]
    (drawn,) = compose(view(ends, [link("a:1", "a:2", modality=modality)]), ontology).links
    assert (drawn.modality, drawn.line) == (modality, line)


def test_a_role_or_stage_is_part_of_the_name_of_a_link(ontology):
    days = {"confirmedOn": "2200-01-01", "staleFrom": "2201-01-01"}
    stage = link("per:a", "case:b", "HAS_LEGAL_STAGE", stage="suspect", **days)
    assert link_label(stage, ontology).id == "Tahap hukum: tersangka"
    days = {"confirmedOn": "2020-01-01", "staleFrom": "2020-12-31"}
    stage = link("per:a", "case:b", "HAS_LEGAL_STAGE", stage="reported-as-suspect", **days)
    assert link_label(stage, ontology).id == "Tahap hukum: diberitakan sebagai tersangka (usang)"
    assert link_label(stage, ontology).en == "Legal stage: reported as a suspect (stale)"
    role = link("per:a", "evt:b", "PARTICIPATED_IN", role=["speaker", "host"])
    assert link_label(role, ontology).en == "Participation: speaker, host"
    assert link_label(link("a:1", "a:2", "NO_SUCH"), ontology).id == "NO_SUCH"


def test_the_limit_leaves_out_the_farthest_and_says_how_many(ontology):
    picture = compose(star(30), ontology, limit=10)
    assert len(picture.nodes) == 10
    assert picture.nodes[0].node.id == "org:hub"
    assert picture.left_out == 21


def test_too_many_are_refused_with_what_to_do(ontology):
    with pytest.raises(PictureTooLargeError, match=r"at most 10000.*Narrow the question"):
        compose(star(3), ontology, limit=HARD_LIMIT + 1)
    assert issubclass(PictureTooLargeError, PictureError)


def test_alike_leaves_stand_in_a_group(ontology):
    picture = compose(star(12), ontology)
    (group,) = picture.groups
    assert (group.cls.name, group.count) == ("Commitment", 12)
    assert sum(n.is_grouped for n in picture.nodes) == 12


def test_the_legend_counts_what_is_shown(ontology):
    counts = {cls.name: count for cls, count in compose(star(12), ontology).classes}
    assert counts == {"Commitment": 12, "Ministry": 1}


def test_focus_conflict_and_truncation_are_marked(ontology):
    given = view([node("a:1", conflicts=["date"]), node("a:2")], [], "a:1", is_truncated=True)
    picture = compose(given, ontology)
    assert [n.is_focus for n in picture.nodes] == [True, False]
    assert [n.is_conflicting for n in picture.nodes] == [True, False]
    assert picture.is_truncated


def participation(*extra):
    nodes = [
        node("per:a", "Person"),
        node("evt:b", "Meeting"),
        node("rel:c", "Participation", "Keikutsertaan c"),
        node("law:d", "LegalProvision"),
    ]
    links = [
        link("per:a", "evt:b", "PARTICIPATED_IN", relation="rel:c"),
        link("rel:c", "per:a", "STARTS_AT"),
        link("rel:c", "evt:b", "ENDS_AT"),
    ]
    return view(nodes, [*links, *extra])


def ids(picture):
    return {n.node.id for n in picture.nodes}


def test_a_relation_that_is_drawn_as_a_link_is_not_drawn_again(ontology):
    picture = compose(participation(), ontology)
    assert ids(picture) == {"per:a", "evt:b", "law:d"}
    assert [k.relationship.type for k in picture.links] == ["PARTICIPATED_IN"]


def test_a_relation_with_further_links_stays(ontology):
    assert "rel:c" in ids(compose(participation(link("rel:c", "law:d", "UNDER_ARTICLE")), ontology))


def test_the_incident_of_a_relation_is_no_reason_to_stay_if_its_end_is_linked_to_it(ontology):
    assert "rel:c" not in ids(
        compose(participation(link("rel:c", "evt:b", "IN_INCIDENT")), ontology)
    )
    far = link("rel:c", "law:d", "IN_INCIDENT")
    assert "rel:c" in ids(compose(participation(far), ontology))


def test_a_relation_that_was_asked_about_stays(ontology):
    given = participation()
    asked = view(given.nodes, given.relationships, "rel:c")
    assert "rel:c" in ids(compose(asked, ontology))


def test_partnership_draws_agreements_small_and_parties_first(ontology):
    nodes = [node("agr:a", "Declaration"), node("org:b", "Ministry"), node("region:c", "Province")]
    links = [link("agr:a", "org:b"), link("agr:a", "region:c", "LOCATED_IN")]
    drawn = {
        n.node.id: n for n in compose(view(nodes, links), ontology, variant="partnership").nodes
    }
    assert drawn["agr:a"].radius < drawn["org:b"].radius
    assert drawn["org:b"].need > drawn["agr:a"].need
    assert drawn["region:c"].is_context


def test_layers_put_agreements_between_parties(ontology):
    nodes = [
        node("org:m", "Ministry"),
        node("agr:a", "Declaration"),
        node("org:g", "LocalGovernment"),
        node("region:c", "Province"),
    ]
    links = [
        link("agr:a", "org:m"),
        link("agr:a", "org:g"),
        link("agr:a", "region:c", "LOCATED_IN"),
    ]
    picture = compose(view(nodes, links), ontology, variant="partnership", arrangement="layers")
    assert [n.x for n in picture.nodes] == sorted(n.x for n in picture.nodes)


def test_deceiving_captions_are_written_out(ontology):
    (drawn,) = compose(view([node("a:1", caption="a\u202eb\x00")]), ontology).nodes
    assert drawn.caption == "a⟦U+202E⟧b⟦U+0000⟧"


def test_everything_lies_inside_the_frame(ontology):
    picture = compose(star(40), ontology)
    left, top, right, bottom = picture.frame
    assert all(left < n.x < right and top < n.y < bottom for n in picture.nodes)
