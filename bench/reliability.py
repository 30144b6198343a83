#!/usr/bin/env python3
"""How often claims are right, by the confidence that they bear.

    reliability.py SCORE.py GOLD.jsonl PRED.jsonl [GOLD.jsonl PRED.jsonl ...]

A predicted pair is right where the scorer matches it with a pair of the gold standard at the level pair+type, essential
or not; one that it sets aside is left out.
"""
import importlib.util
import sys

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def judged_pairs(scorer, gold_file, pred_file):
    """Yields (confidence, right) for each predicted pair that counts."""
    gold = scorer.read(gold_file, True)
    pred = scorer.read(pred_file, False)
    for rid, record in gold.items():
        expected = scorer.items_of(record["events"], scorer.TYPED, True)
        found = scorer.items_of(pred.get(rid, {}).get("events", []), scorer.TYPED, False)
        matched = set(scorer.match(expected, found).values())
        for index, item in enumerate(found):
            confidence = max(event["confidence"] for event in item.events)
            if index in matched:
                yield confidence, True
            elif not any(gold_item.accepts(item) for gold_item in expected):
                yield confidence, False


def main(arguments):
    scorer = load_scorer(arguments[0])
    judged = []
    for gold_file, pred_file in zip(arguments[1::2], arguments[2::2]):
        judged += judged_pairs(scorer, gold_file, pred_file)
    print(f"{'confidence':14}{'pairs':>7}{'mean':>8}{'right':>8}")
    for low, high in zip(BINS, BINS[1:]):
        inside = [(c, right) for c, right in judged if low <= c < high]
        if not inside:
            continue
        mean = sum(c for c, _ in inside) / len(inside)
        share = sum(right for _, right in inside) / len(inside)
        print(f"{low:.1f} to {min(high, 1.0):.1f}   {len(inside):7}{mean:8.2f}{share:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
