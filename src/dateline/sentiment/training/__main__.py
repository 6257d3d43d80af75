"""python -m dateline.sentiment.training --data DIR: train the target model anew.

DIR holds gold/sentiment_train.jsonl.gz (NewsMTSC) and training/text/*.txt.gz (open texts). Needs the extra
`training-tone`. The same machine gives the same file; about 15 minutes on one core with 16-bit matrix units.
"""

from __future__ import annotations

import argparse
import hashlib
import zlib
from pathlib import Path

import numpy as np
import torch

from dateline.sentiment.inputs import MARKS
from dateline.sentiment.target_network import FILE
from dateline.sentiment.training.material import Sample, count_case, read_labelled, read_sentences
from dateline.sentiment.training.pool import make_pool
from dateline.sentiment.training.student import Student, encode, pack, train_student
from dateline.sentiment.training.teacher import judge, sense, train_teacher
from dateline.sentiment.training.variants import neighbours
from dateline.sentiment.training.vocabulary import choose_words, join_vectors, read_vectors

_SEED, _FOLDS, _WEIGHT = 8, 5, 3  # _WEIGHT: a word of the labelled sentences counts so often
_TILT = (
    1.0,
    0.8,
    1.2,
)  # weights of the classes for macro-F1, chosen on a held-out fold: neutral is called too often
_TRUST = 0.5  # the label's share in what the student learns of a labelled target; the rest is the teacher's


def main() -> None:
    """Read, teach, judge, learn, write."""
    options = _options()
    torch.set_num_threads(options.threads)
    labelled = read_labelled(options.data / "gold" / "sentiment_train.jsonl.gz")
    held = [sample for sample in labelled if options.fold is not None and fold_of(sample) == options.fold]
    labelled = [sample for sample in labelled if options.fold is None or fold_of(sample) != options.fold]
    if options.small:
        labelled = labelled[:200]
    sentences = list(read_sentences(options.data / "training" / "text"))
    case = count_case([*((s.text, _WEIGHT) for s in labelled), *((text, 1) for text in sentences)])
    words = choose_words(case)
    vectors = read_vectors(words, _SEED)
    near = neighbours(words, vectors[len(MARKS) :])
    pool = make_pool(labelled, sentences, case, near, options.variants, options.opened, _SEED)
    print(
        f"{len(labelled)} labelled, {len(held)} held out, {len(words)} words, {len(pool)} to judge",
        flush=True,
    )
    teacher = train_teacher(labelled, options.teacher_epochs, 32, _SEED, _say)
    if held:
        _report("teacher", judge(teacher, held), held)
    wanted = _softmax(judge(teacher, [*labelled, *pool]))
    known = np.eye(3, dtype=np.float32)[[sample.tone for sample in labelled]]
    wanted[: len(labelled)] = _TRUST * known + (1 - _TRUST) * wanted[: len(labelled)]
    if options.keep:
        np.savez(options.keep, wanted=wanted)
    vocabulary = {word: number for number, word in enumerate(words, len(MARKS))}
    student = Student(join_vectors(vectors, sense(teacher, words, vectors.shape[1])))
    train_student(student, encode([*labelled, *pool], vocabulary), wanted, options.epochs, 128, _SEED, _say)
    with torch.no_grad():
        student.out.bias += torch.tensor(_TILT).log()
    data = pack(student, words)
    if held:
        _report("shipped form", _predict(data, held), held)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / FILE).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    (options.out / f"{FILE}.sha256").write_text(f"{digest}  {FILE}\n", encoding="ascii")
    print(f"{options.out / FILE}: {len(data):,} bytes, sha256 {digest}")


def fold_of(sample: Sample) -> int:
    """Put a sentence, with all its targets, into one of five folds."""
    return zlib.crc32(sample.text.encode("utf-8")) % _FOLDS


def macro_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """Mean over the classes of the F1 of each."""
    hits = [(np.sum((gold == c) & (found == c)), np.sum(gold == c) + np.sum(found == c)) for c in range(3)]
    return float(np.mean([2 * hit / max(1, both) for hit, both in hits]))


def _predict(data: bytes, samples: list[Sample]) -> np.ndarray:
    from dateline.sentiment.target_network import network_from, read_targets

    network = network_from(data)
    return np.array(
        [reading.chances for reading in read_targets(network, encode(samples, network.vocabulary))]
    )


def _report(name: str, scores: np.ndarray, samples: list[Sample]) -> None:
    gold = np.array([sample.tone for sample in samples])
    print(
        f"{name}: macro-F1 {macro_f1(gold, scores.argmax(1)):.4f} on {len(gold)} held-out targets", flush=True
    )


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _say(line: str) -> None:
    print(line, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dateline.sentiment.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with gold/ and training/")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "models")
    parser.add_argument("--fold", type=int, choices=range(_FOLDS), help="leave out a fifth and report on it")
    parser.add_argument("--small", action="store_true", help="200 targets only, to try the machinery")
    parser.add_argument("--keep", type=Path, help="write what the teacher wants here")
    parser.add_argument("--variants", type=int, default=3)
    parser.add_argument("--opened", type=int, default=9_000)
    parser.add_argument("--teacher-epochs", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
