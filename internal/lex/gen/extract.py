#!/usr/bin/env python3
"""Write ../opencorpora/{lexemes,paradigms,tags}.txt: the OpenCorpora dictionary, cut down to the words news uses.

    pip install pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142 natasha==1.6.0
    python3 extract.py

A lexeme stays when one of its forms stands in the vocabulary of navec's news vectors (250,000 words of 1.2 billion,
bundled with natasha) or when it is a given name, a surname or a place. Letters ё are folded to е, a form's cases are
merged, grammemes no rule of svodka asks for are dropped. The output is sorted and the same every time.
"""
import collections, os, re
import natasha, navec, pymorphy3

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "opencorpora")
VECTORS = os.path.join(os.path.dirname(natasha.__file__), "data/emb/navec_news_v1_1B_250K_300d_100q.tar")

CASE = {"nomn": "nom", "gent": "gen", "gen1": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
        "ablt": "ins", "loct": "loc", "loc1": "loc", "loc2": "loc"}
CASES = ["nom", "gen", "dat", "acc", "ins", "loc"]
KEEP = """NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ
anim inan masc femn neut ms-f Ms-f sing plur Fixd perf impf tran intr pres past futr 1per 2per 3per impr actv pssv
Abbr Name Surn Patr Geox Orgn Apro Anum Supr""".split()
RENAME = {"ms-f": "masc femn", "Ms-f": "masc femn"}
LETTERS = re.compile(r"[а-я-]+")


def fold(s): return s.replace("ё", "е")


def simple(tag):
    """A tag's grammemes worth keeping (without case), and its cases."""
    g, cases = [], []
    for x in tag.grammemes:
        if x in CASE: cases.append(CASE[x])
        elif x in KEEP: g += RENAME.get(x, x).split()
    order = {x: i for i, x in enumerate(KEEP)}
    return tuple(sorted(set(g), key=order.get)), frozenset(cases)


def main():
    vectors = navec.Navec.load(VECTORS)
    count = collections.Counter()
    for w, c in zip(vectors.vocab.words, vectors.vocab.counts): count[fold(w)] += int(c)
    d = pymorphy3.MorphAnalyzer().dictionary
    lexemes = collections.defaultdict(set)
    for word, tag, normal, paradigm, index in d.iter_known_words(): lexemes[normal, paradigm].add(fold(word))

    known = {}

    def paradigm(n):
        """(what the first form takes off the normal form, what the stem adds, first suffix, entries) of a pymorphy paradigm."""
        if n in known: return known[n]
        info = d.build_paradigm_info(n)
        merged = {}
        for prefix, tag, suffix in info:
            if prefix or "V-ey" in tag or "voct" in tag or "Erro" in tag or "Dist" in tag: continue
            g, cases = simple(tag)
            merged.setdefault((fold(suffix), g), set()).update(cases)
        if not merged: known[n] = None; return None
        common = os.path.commonprefix([s for s, _ in merged] + [fold(info[0][2])])
        entries = []
        for (suffix, g), cases in merged.items():
            tag = ".".join(g)
            if cases: tag += "." + "+".join(c for c in CASES if c in cases)
            entries.append((suffix[len(common):], tag))
        known[n] = fold(info[0][2]), common, fold(info[0][2])[len(common):], tuple(sorted(entries))
        return known[n]

    rows, table, tags, used = set(), {}, collections.Counter(), collections.Counter()
    for (normal, n), forms in sorted(lexemes.items()):
        first = d.build_tag_info(n, 0)
        seen = sum(count[w] for w in forms)
        if not seen and not any(x in first for x in ("Name", "Surn", "Geox")): continue
        if "Erro" in first or "Dist" in first: continue
        p = paradigm(n)
        if not p or d.build_paradigm_info(n)[0][0]: continue
        off, add, suffix, entries = p
        stem = fold(normal)
        assert stem.endswith(off), (normal, n)
        stem = stem[:len(stem) - len(off)] + add
        if not LETTERS.fullmatch(stem + suffix): continue
        key = suffix, entries
        used[key] += 1
        rows.add((stem + suffix, count[stem + suffix].bit_length(), key))
    order = {k: i for i, k in enumerate(sorted(used, key=lambda k: (-used[k], k)))}
    for suffix, entries in order:
        for _, t in entries: tags[t] += 1
    number = {t: i for i, (t, _) in enumerate(sorted(tags.items(), key=lambda x: (-x[1], x[0])))}

    head = "# From the OpenCorpora dictionary (pymorphy3-dicts-ru 2.4.417150.4580142), CC BY-SA 3.0; written by ../gen/extract.py.\n"
    with open(os.path.join(OUT, "tags.txt"), "w") as f:
        f.write(head + "# A tag a line, numbered from 0: grammemes, then cases.\n")
        for t in sorted(number, key=number.get): f.write(t + "\n")
    with open(os.path.join(OUT, "paradigms.txt"), "w") as f:
        f.write(head + "# A paradigm a line, numbered from 0: the first form's suffix, a colon, then suffix=tag of every form (- is no suffix).\n")
        for suffix, entries in sorted(order, key=order.get):
            f.write((suffix or "-") + ":" + "".join(f" {s or '-'}={number[t]}" for s, t in entries) + "\n")
    with open(os.path.join(OUT, "lexemes.txt"), "w") as f:
        f.write(head + "# A lexeme a line: its first form, its paradigm, the binary digits of how often the form stands in navec's news.\n")
        for normal, often, key in sorted(rows, key=lambda r: (r[0], order[r[2]])): f.write(f"{normal} {order[key]} {often}\n")
    print(len(rows), "lexemes", len(order), "paradigms", sum(len(e) for _, e in order), "forms", len(number), "tags")


main()
