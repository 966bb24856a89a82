#!/usr/bin/env python3
"""Print the seconds natasha takes to tag the names of Texts, behind those of Before, and dateparser to find their dates if there are to be Dates.

    pip install natasha==1.6.0 dateparser==1.2.2 setuptools
"""
import json, sys, time, datetime

job = json.load(sys.stdin)
before, texts = job["Before"], job["Texts"]
out = {}
try:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    def tag(text):
        doc = Doc(text); doc.segment(segmenter); doc.tag_ner(tagger)
    for t in before: tag(t)
    start = time.process_time()
    for t in texts: tag(t)
    out["natasha, names"] = time.process_time() - start
except ImportError: pass
try:
    if not job["Dates"]: raise ImportError
    from dateparser.search import search_dates
    settings = {"RELATIVE_BASE": datetime.datetime(2023, 3, 15)}
    few = texts[:10]  # it is slow: the figure is scaled up
    search_dates(few[0], languages=["ru"], settings=settings)
    start = time.process_time()
    for t in few: search_dates(t, languages=["ru"], settings=settings)
    out["dateparser, search ru"] = (time.process_time() - start) * sum(map(len, texts)) / sum(map(len, few))
except ImportError: pass
json.dump(out, sys.stdout)
