from viz.labels import Occupied, Wish, around, choose

SHEET = (0.0, 0.0, 1000.0, 1000.0)


def test_a_second_label_at_the_same_place_gives_way():
    box = (10.0, 10.0, 50.0, 20.0)
    assert choose([Wish((box,)), Wish((box,))], [1, 0], [], SHEET) == {1: 0}


def test_a_label_takes_its_next_best_place():
    places = around(100, 100, 10, 40, 12)
    chosen = choose([Wish(places[:1]), Wish(places)], [0, 1], [], SHEET)
    assert chosen == {0: 0, 1: 1}


def test_labels_keep_off_marks_unless_they_are_important():
    box, mark = (0.0, 0.0, 30.0, 10.0), (5.0, 5.0, 8.0, 8.0)
    assert choose([Wish((box,))], [0], [mark], SHEET) == {}
    assert choose([Wish((box,), is_important=True)], [0], [mark], SHEET) == {0: 0}


def test_important_labels_still_do_not_cover_each_other():
    box = (0.0, 0.0, 30.0, 10.0)
    wishes = [Wish((box,), is_important=True)] * 2
    assert choose(wishes, [0, 1], [], SHEET) == {0: 0}


def test_labels_stay_on_the_sheet():
    assert choose([Wish(((-5.0, 0.0, 30.0, 10.0),))], [0], [], SHEET) == {}


def test_large_boxes_are_found_from_any_side():
    taken = Occupied([(0.0, 0.0, 500.0, 500.0)])
    assert not taken.is_free((400.0, 400.0, 410.0, 410.0))
    assert taken.is_free((501.0, 0.0, 510.0, 10.0))


def test_places_around_a_mark_do_not_touch_it():
    for left, top, right, bottom in around(0, 0, 10, 40, 12):
        assert right <= -10 or left >= 10 or bottom <= -10 or top >= 10
