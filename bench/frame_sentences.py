#!/usr/bin/env python3
"""Makes training sentences of the frame tables, so that a model meets the words of geopolitics in their usual places.

    bench/frame_sentences.py PROGRAM LANGUAGE KNOWLEDGE > LANGUAGE.conllu

PROGRAM is a built `entente`, KNOWLEDGE the folder of tables. The examples of the frame table are analysed; those that are
read by their own row have, as far as that shows, right trees. Copies of them are written with other verbs of the same row in
the same inflection (where it is regular), other nouns of the row (English), other states, and a time (English). The trees
are thus silver, not gold; the sentences are our own. The same tables and program give the same bytes.
"""
import random
import re
import subprocess
import sys
import tempfile

COPIES = 4
NEVER_PLURAL = {"aid", "help", "support", "equipment", "fire", "army", "artillery", "ammunition", "money", "oil", "gas",
                "military", "personnel", "police", "weaponry", "assistance", "relief", "food", "medicine", "cooperation"}
UNCHANGED = {"bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "rid", "set", "shut",
             "split", "spread", "thrust", "upset"}
DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
DOUBLED_LONG = {"admit", "commit", "compel", "confer", "defer", "deter", "expel", "infer", "occur", "permit", "propel",
                "rebel", "refer", "repel", "submit", "transfer", "transmit"}
NOUN_ROLES = ("obj", "on", "to", "for", "with", "of")
TIMES = [("on", "Monday"), ("on", "Tuesday"), ("on", "Wednesday"), ("on", "Thursday"), ("on", "Friday"), ("in", "March"),
         ("in", "June"), ("in", "October"), ("in", "1998"), ("in", "2014"), ("in", "2022")]
STATES_OF_TWO_WORDS = [("South", "PROPN", "compound", "Number=Sing", "Korea"), ("North", "PROPN", "compound", "Number=Sing", "Korea"),
                       ("South", "PROPN", "compound", "Number=Sing", "Africa"), ("Saudi", "ADJ", "amod", "Degree=Pos", "Arabia")]


def table(path):
    """The rows of a table of knowledge/, as dictionaries; `line` is the row's line."""
    rows, header = [], None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        cells = line.rstrip("\n").split("\t")
        if cells == [""] or cells[0].startswith("#"):
            continue
        if header is None:
            header = cells
            continue
        row = dict(zip(header, cells + [""] * (len(header) - len(cells))))
        row["line"] = number
        rows.append(row)
    return rows


# ---- inflection: None where spelling does not tell -----------------------------------------------------------------------


def english_past(verb):
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    if DOUBLED.match(verb) or verb in DOUBLED_LONG:
        return verb + verb[-1] + "ed"
    return verb + "ed"


def english_plural(noun):
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def dutch_stem(verb):
    """The first person of a weak verb: "maak", "blokkeer"; not of "weigeren", whose last vowel stays single."""
    if not verb.endswith("en") or len(verb) < 5:
        return None
    base = verb[:-2]
    loan = re.search(r"(is|kk|ss|ll|nt|st|pt|ct|rt|[aeiou]t|[aeiou][csrd]|on|in)er$", base)
    if re.search(r"[eo][rln]$", base) and not loan:
        return None
    if base[-1] == base[-2]:
        return base[:-1]
    if base[-1] not in "aeiou" and base[-2] in "aeou" and base[-3] not in "aeiou":
        base = base[:-2] + base[-2] * 2 + base[-1]
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])


def dutch_form(verb, feats, particles, verbs):
    """`verb` in the inflection of `feats`; a separable verb only where it is one word."""
    if "VerbForm=Inf" in feats:
        return verb
    particle = next((p for p in particles if verb.startswith(p) and verb[len(p):] in verbs), "")
    base = verb[len(particle):]
    stem = dutch_stem(base)
    if stem is None:
        return None
    voiceless = base[-3] in "tkfsp" or base.endswith("chen")
    if "VerbForm=Part" in feats and ("Tense=Past" in feats or feats == "VerbForm=Part"):
        prefix = "" if base.startswith(("be", "ge", "her", "ont", "ver")) else "ge"
        ending = "t" if voiceless else "d"
        return particle + prefix + stem + ("" if stem.endswith(ending) else ending)
    if particle or "VerbForm=Fin" not in feats:
        return None
    if "Tense=Past" in feats:
        return stem + ("te" if voiceless else "de") + ("n" if "Number=Plur" in feats else "")
    if "Tense=Pres" in feats:
        return verb if "Number=Plur" in feats else stem + ("" if stem.endswith("t") else "t")
    return None


# ---- trees: tokens are the ten columns of CoNLL-U ------------------------------------------------------------------------


def sentences(text):
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [[line.split("\t") for line in block if not line.startswith("#")] for block in blocks]


def children(tokens, index):
    return [i for i, token in enumerate(tokens) if token[6] == str(index + 1)]


def cell(form, lemma, upos, feats, head, deprel):
    """A token to insert; `head` is ("new", place among the inserted) or ("old", place in the sentence before)."""
    return ["0", form, lemma, upos, "_", feats or "_", head, deprel, "_", "_"]


def insert(tokens, at, new):
    shift = len(new)
    for token in tokens:
        if int(token[6]) > at:
            token[6] = str(int(token[6]) + shift)
    for token in new:
        kind, head = token[6]
        token[6] = str(at + head + 1) if kind == "new" else str(head + 1 + (shift if head >= at else 0))
    tokens[at:at] = new
    for number, token in enumerate(tokens, 1):
        token[0] = str(number)


# ---- variants ------------------------------------------------------------------------------------------------------------


class Variants:
    def __init__(self, language, knowledge):
        self.language = language
        self.chance = random.Random(1)
        self.groups = {}
        for row in table(f"{knowledge}/word_groups.{language}.tsv"):
            self.groups.setdefault(row["group"], []).extend(row["lemmas"].split("|"))
        verbs = table(f"{knowledge}/verbs.{language}.tsv")
        self.verbs = {row["lemma"] for row in verbs}
        self.irregular_verbs = {row["lemma"] for row in verbs if row["forms"]}
        self.irregular_nouns = set()
        if language == "en":
            self.irregular_verbs |= UNCHANGED
            self.irregular_nouns = {row["lemma"] for row in table(f"{knowledge}/nouns.en.tsv") if row["forms"]}
        self.particles = [particle for row in table(f"{knowledge}/grammar_words.{language}.tsv") if row["group"] == "particle"
                          for particle in row["lemmas"].split("|")]
        names = {row["name_" + language] for row in table(f"{knowledge}/countries.tsv")}
        self.states = sorted(name for name in names if re.fullmatch(r"[A-Z][a-zëïé]+", name))

    def words(self, pattern):
        result = []
        for word in pattern.split("|"):
            result += self.groups.get(word[1:], []) if word.startswith("@") else [word]
        return [word for word in result if re.fullmatch(r"[a-zëï]+", word)]

    def change(self, tokens, row, head):
        """Changes a copy of an example of `row`, whose trigger is token `head`."""
        if tokens[head][3] == "VERB":
            self.change_verb(tokens, row, head)
        if self.language == "en":
            self.change_nouns(tokens, row, head)
        self.change_states(tokens)
        if self.language == "en":
            self.add_time(tokens)

    def change_verb(self, tokens, row, head):
        verb = tokens[head]
        triggers = [word for word in row["trigger"].split("|") if re.fullmatch(r"[a-zëï]+", word)]
        if self.language == "en":
            regular = [word for word in triggers if word not in self.irregular_verbs]
            if "Tense=Past" in verb[5] and verb[1].endswith("ed") and verb[2] not in self.irregular_verbs and regular:
                verb[2] = self.chance.choice(regular)
                verb[1] = english_past(verb[2])
            return
        if any(tokens[i][7] == "compound:prt" for i in children(tokens, head)):
            return
        other = self.chance.choice(triggers)
        strong = any(other.endswith(lemma) for lemma in self.irregular_verbs)
        form = dutch_form(other, verb[5], self.particles, self.verbs)
        if form is not None and (not strong or "VerbForm=Inf" in verb[5]):
            verb[1], verb[2] = form, other

    def change_nouns(self, tokens, row, head):
        wanted = dict(part.split("=", 1) for part in row["with"].split(";") if "=" in part)
        for role in NOUN_ROLES:
            choice = self.words(wanted.get(role, ""))
            for i in children(tokens, head):
                noun = tokens[i]
                if noun[3] != "NOUN" or noun[2] not in choice:
                    continue
                other = self.chance.choice(choice)
                many = "Number=Plur" in noun[5]
                determined = any(tokens[j][7] in ("det", "nmod:poss") for j in children(tokens, i))
                if not many and not determined and other not in NEVER_PLURAL:
                    continue
                if many and (other in NEVER_PLURAL or other in self.irregular_nouns):
                    continue
                noun[1], noun[2] = english_plural(other) if many else other, other
                if i > 0 and tokens[i - 1][1] in ("a", "an"):
                    tokens[i - 1][1] = "an" if noun[1][0] in "aeiou" else "a"

    def change_states(self, tokens):
        for i in range(len(tokens) - 1, -1, -1):
            name = tokens[i]
            below = {tokens[j][7].split(":")[0] for j in children(tokens, i)}
            if (name[3] != "PROPN" or name[1] not in self.states or name[7].startswith("flat")
                    or below & {"flat", "compound", "amod", "det"}):
                continue
            if self.language == "en" and self.chance.random() < 0.15:
                first, upos, relation, feats, second = self.chance.choice(STATES_OF_TWO_WORDS)
                name[1] = name[2] = second
                insert(tokens, i, [cell(first, first, upos, feats, ("old", i), relation)])
            else:
                name[1] = name[2] = self.chance.choice(self.states)

    def add_time(self, tokens):
        root = next(i for i, token in enumerate(tokens) if token[6] == "0")
        if tokens[root][3] != "VERB" or tokens[-1][3] != "PUNCT" or self.chance.random() >= 0.4:
            return
        preposition, word = self.chance.choice(TIMES)
        upos, feats = ("NUM", "NumForm=Digit|NumType=Card") if word.isdigit() else ("PROPN", "Number=Sing")
        time = [cell(preposition, preposition, "ADP", "", ("new", 1), "case"), cell(word, word, upos, feats, ("old", root), "obl")]
        if tokens[0][3] == "PROPN" and self.chance.random() < 0.4:
            time[0][1] = preposition.capitalize()
            insert(tokens, 0, time + [cell(",", ",", "PUNCT", "", ("new", 1), "punct")])
        else:
            insert(tokens, len(tokens) - 1, time)


def analyse(program, language, frames):
    """The trees of the examples, by example, and the lines of the rows that read it."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join(row["example"] + "\n\n" for row in frames))
        file.flush()
        run = lambda *arguments: subprocess.run([program, *arguments, file.name], check=True, capture_output=True, text=True).stdout
        trees = run("analyse", "--format", "conllu", "--language", language)
        trace = run("extract", "--trace", "--lang", language, "--date", "2025-06-01")
    rows = {}
    for block in re.split(r"\n(?=\S)", trace):
        rows.setdefault(block.split("\n", 1)[0], set()).update(int(line) for line in re.findall(r"^ +row (\d+):", block, re.M))
    return dict(zip(re.findall(r"^# text = (.*)$", trees, re.M), sentences(trees))), rows


def main():
    program, language, knowledge = sys.argv[1:4]
    variants = Variants(language, knowledge)
    frames = [row for row in table(f"{knowledge}/frames.{language}.tsv") if row["example"]]
    trees, rows = analyse(program, language, frames)
    seen = set()
    for row in frames:
        tree = trees.get(row["example"])
        if tree is None or any(token[6] == "_" for token in tree) or row["line"] not in rows.get(row["example"], set()):
            continue
        head = next((i for i, token in enumerate(tree) if token[2] in row["trigger"].split("|") and token[3] == row["pos"]), None)
        if head is None:
            continue
        for copy in range(COPIES + 1):
            tokens = [list(token) for token in tree]
            if copy > 0:
                variants.change(tokens, row, head)
            text = " ".join(token[1] for token in tokens)
            if text not in seen:
                seen.add(text)
                print(f"# sent_id = frames-{row['line']}-{copy}")
                print("".join("\t".join(token) + "\n" for token in tokens))


main()
