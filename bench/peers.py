#!/usr/bin/env python3
"""Read a JSON array of texts, print the seconds natasha takes to tag names and dateparser to find dates.

    pip install natasha==1.6.0 dateparser==1.2.2 setuptools
"""
import json, sys, time, datetime

texts = json.load(sys.stdin)
out = {}
try:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    def tag(text):
        doc = Doc(text); doc.segment(segmenter); doc.tag_ner(tagger)
    tag(texts[0])
    start = time.perf_counter()
    for t in texts: tag(t)
    out["natasha, names"] = time.perf_counter() - start
except ImportError: pass
try:
    from dateparser.search import search_dates
    settings = {"RELATIVE_BASE": datetime.datetime(2023, 3, 15)}
    few = texts[:10]  # it is slow: the figure is scaled up
    start = time.perf_counter()
    for t in few: search_dates(t, languages=["ru"], settings=settings)
    out["dateparser, search ru"] = (time.perf_counter() - start) * sum(map(len, texts)) / sum(map(len, few))
except ImportError: pass
json.dump(out, sys.stdout)
