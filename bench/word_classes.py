#!/usr/bin/env python3
"""Lists words with their classes in a dictionary, for the training of a model.

    bench/word_classes.py en /usr/share/wordnet > en.classes
    bench/word_classes.py nl /usr/share/hunspell > nl.classes

The folders are those of Debian's packages wordnet-base (WordNet 3.0) and hunspell-nl (OpenTaal 2.20). Writes one line per form:
the form in lower case, a tab, and its classes: name, noun, plural, verb, verb-s, verb-ed, verb-ing, adjective, comparison,
adverb, verb-form, other; with a `+` where WordNet's makers met the word as such in texts. English inflected forms are those of
WordNet's lists of exceptions, else those of the rules; Dutch ones come by the dictionary's affixes, whose names also tell
the class of the word that they belong to. In Dutch, `verb` is an infinitive, `verb-s` the present, `verb-ed` the past,
`verb-ing` the present participle, `verb-form` a form of a verb that the dictionary does not tell.
"""
import re
import sys
from collections import defaultdict

WORD = re.compile(r"^[a-z][a-z'.-]*[a-z.]$")
VOWELS = "aeiou"


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


def english(folder):
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


DUTCH_WORD = re.compile(r"^[^\W\d_][^\W\d_']*[^\W\d_]$")
LONGEST = 13  # of longer ones the end tells enough
# By the tag (`ts:`) of an affix: the class of the form that it makes, and of the word that takes it.
DUTCH_TAGS = [("NN1", "noun", "noun"), ("NN2", "plural", "noun"), ("AJe", "adjective", "adjective"), ("AJ", "comparison", "adjective"),
              ("PP", "verb-ing", "verb"), ("VB3", "verb-s", "verb-s"), ("VBh", "verb-ed", "verb-s"), ("VBp", "verb-ed", "verb-form")]


def dutch_suffixes(folder):
    """Flag -> rules: what is cut off, what is added, the ending that is wanted, class of the form, class of the word."""
    rules = defaultdict(list)
    for line in open(f"{folder}/nl.aff", encoding="utf-8"):
        cells = line.split()
        if len(cells) < 6 or cells[0] != "SFX" or not cells[5].startswith("ts:"):
            continue
        tag = cells[5][3:]
        for prefix, form, word in DUTCH_TAGS:
            if tag.startswith(prefix):
                added = cells[3].split("/")[0]
                rules[cells[1]].append(("" if cells[2] == "0" else cells[2], "" if added == "0" else added,
                                        re.compile("" if cells[4] == "." else cells[4] + "$"), form, word))
                break
    return rules


def dutch(folder):
    classes = defaultdict(dict)
    rules = dutch_suffixes(folder)
    for line in open(f"{folder}/nl.dic", encoding="utf-8"):
        word, _, flags = line.strip().split("\t")[0].partition("/")
        flags = [flags[at:at + 2] for at in range(0, len(flags), 2)]
        word = word.replace("ĳ", "ij").replace("Ĳ", "IJ")
        if not DUTCH_WORD.match(word) or len(word) > LONGEST or "Fw" in flags or "Cx" in flags:
            continue
        found = set()
        for flag in flags:
            for cut, added, ending, form, base in rules.get(flag, []):
                if not ending.search(word) or not word.endswith(cut) or added.endswith("-"):
                    continue
                found.add(base)
                classes[(word[:len(word) - len(cut)] + added).lower()][form] = False
        if word[0].isupper():
            found.add("name")
        elif not found:
            found.add("verb-form" if any(flag[0] == "P" and flag != "PN" for flag in flags) else "other")
        for name in found:
            classes[word.lower()][name] = False
    return classes


def main():
    classes = {"en": english, "nl": dutch}[sys.argv[1]](sys.argv[2])
    for form in sorted(classes):
        print(form, " ".join(name + ("+" if met else "") for name, met in sorted(classes[form].items())), sep="\t")


main()
