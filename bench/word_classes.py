#!/usr/bin/env python3
"""Lists English words with their classes in WordNet, for the training of a model.

    bench/word_classes.py /usr/share/wordnet > en.classes

The folder is that of Debian's package wordnet-base (WordNet 3.0). Writes one line per form: the form in lower case, a tab, and
its classes: name, noun, plural, verb, verb-s, verb-ed, verb-ing, adjective, comparison, adverb; with a `+` where WordNet's
makers met the word as such in texts. Inflected forms are those of WordNet's lists of exceptions, else those of the rules.
"""
import re
import sys
from collections import defaultdict

WORD = re.compile(r"^[a-z][a-z'.-]*[a-z.]$")


def lemmas(folder, pos):
    """Lemma -> whether it was met in texts."""
    for line in open(f"{folder}/index.{pos}"):
        if line.startswith(" "):
            continue
        cells = line.split()
        if WORD.match(cells[0]):
            pointers = int(cells[3])
            yield cells[0], int(cells[5 + pointers]) > 0


def names(folder):
    """Nouns that are written with a capital only, in lower case."""
    cases = {}
    for line in open(f"{folder}/data.noun"):
        if line.startswith(" "):
            continue
        cells = line.split(" | ")[0].split()
        for word in cells[4:4 + 2 * int(cells[3], 16):2]:
            cases.setdefault(word.lower(), set()).add(word[0].isupper())
    return {word for word, kinds in cases.items() if kinds == {True}}


def exceptions(folder, pos):
    irregular = {}
    for line in open(f"{folder}/{pos}.exc"):
        form, *bases = line.split()
        for base in bases:
            irregular.setdefault(base, []).append(form)
    return irregular


def with_s(word):
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def with_ending(word, ending):
    """The forms with -ed, -ing, -er or -est, with and without a doubled consonant where either may be."""
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "oe", "ye"))):
        return [word[:-1] + ending]
    if re.search(r"[^aeiou]y$", word) and ending != "ing":
        return [word[:-1] + "i" + ending]
    forms = [word + ending]
    if re.search(r"[aeiou][bdgklmnprt]$", word) and not re.search(r"[aeiou]{2}.$", word):
        forms.append(word + word[-1] + ending)
    return forms


def classes_of_forms(folder):
    """Form -> class -> whether it was met in texts."""
    classes = defaultdict(dict)

    def add(form, name, met):
        classes[form][name] = classes[form].get(name, False) or met

    proper = names(folder)
    plurals = exceptions(folder, "noun")
    for word, met in lemmas(folder, "noun"):
        if word in proper:
            add(word, "name", met)
            continue
        add(word, "noun", met)
        for form in plurals.get(word) or [with_s(word)]:
            add(form, "plural", met)
    irregular = exceptions(folder, "verb")
    for word, met in lemmas(folder, "verb"):
        add(word, "verb", met)
        add(with_s(word), "verb-s", met)
        given = irregular.get(word, [])
        for form in given:
            add(form, "verb-ing" if form.endswith("ing") else "verb-ed", met)
        if not any(form.endswith("ing") for form in given):
            for form in with_ending(word, "ing"):
                add(form, "verb-ing", met)
        if all(form.endswith("ing") for form in given):
            for form in with_ending(word, "ed"):
                add(form, "verb-ed", met)
    irregular = exceptions(folder, "adj")
    for word, met in lemmas(folder, "adj"):
        add(word, "adjective", met)
        for form in irregular.get(word) or (with_ending(word, "er") + with_ending(word, "est") if len(word) < 7 else []):
            add(form, "comparison", met)
    for word, met in lemmas(folder, "adv"):
        add(word, "adverb", met)
    return classes


def main():
    classes = classes_of_forms(sys.argv[1])
    for form in sorted(classes):
        print(form, " ".join(name + ("+" if met else "") for name, met in sorted(classes[form].items())), sep="\t")


main()
