#!/usr/bin/env python3
"""Natasha's labels for the texts of a corpus: silver.py TEXTS.jsonl >LABELS.jsonl

Needs natasha 1.6.0 (pip install natasha==1.6.0; it brings slovnet's NER model and navec's vectors, all MIT).
A line in: {"id": …, "text": …}. A line out: {"id": …, "entities": [{"start": …, "end": …, "type": "person|org|place"}]},
offsets in UTF-8 bytes.
"""
import json, sys
from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

TYPES = {"PER": "person", "LOC": "place", "ORG": "org"}
segmenter = Segmenter()
tagger = NewsNERTagger(NewsEmbedding())
for line in open(sys.argv[1], encoding="utf8"):
    r = json.loads(line)
    doc = Doc(r["text"])
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    offset = [0]
    for c in r["text"]:
        offset.append(offset[-1] + len(c.encode()))
    spans = [{"start": offset[s.start], "end": offset[s.stop], "type": TYPES[s.type]} for s in doc.spans]
    print(json.dumps({"id": r["id"], "entities": spans}, separators=(",", ":")))
