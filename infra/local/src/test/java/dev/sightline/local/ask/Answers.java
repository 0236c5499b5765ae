package dev.sightline.local.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers of the API, as it writes them. */
public final class Answers {

    public static final String RELATED = """
            {"requestId": "r-7", "query": {"kind": "related", "imageId": "aa"}, "modelSet": "m1", "tookMs": 12, "later": 1,
             "groups": [{"kind": "image", "sources": [{"source": "visual-search", "state": "found"}], "results": [
               {"rank": 1, "imageId": "bb", "keys": ["corpus/birds/owl-2.png"], "score": 0.95, "width": 10, "height": 20,
                "labels": [{"name": "great grey owl", "confidence": 0.8}, {"name": "kite", "confidence": 0.1}], "duplicates": [],
                "why": {"source": "visual-search", "hammingDistance": 128, "hammingFraction": 0.1, "cosine": 0.9}},
               {"rank": 2, "imageId": "cc", "keys": ["corpus/mammals/cat.png"], "score": 0.75, "width": 10, "height": 20,
                "labels": [], "duplicates": [],
                "why": {"source": "visual-search", "hammingDistance": 384, "hammingFraction": 0.3, "cosine": 0.5}}]}]}
            """;

    static final String LENS = """
            {"requestId": "r-8", "queryId": "qry-12", "query": {"kind": "lens"}, "modelSet": "m1", "tookMs": 30,
             "groups": [{"kind": "image", "sources": [], "results": []},
               {"kind": "object", "box": {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}, "category": "cat", "confidence": 0.87,
                "sources": [], "results": []}]}
            """;

    /** What every source has to say, and what became of those that found nothing. */
    static final String MIXED = """
            {"requestId": "r-9", "query": {"kind": "lens"}, "modelSet": "m1", "partial": true, "tookMs": 40,
             "groups": [{"kind": "image",
               "sources": [{"source": "visual-search", "state": "found"},
                 {"source": "object-search", "state": "late", "reason": "expected an answer within 500 ms, got none"},
                 {"source": "image-search", "state": "not-triggered", "reason": "expected an annotation, got none"}],
               "results": [
                {"rank": 1, "imageId": "aa", "keys": ["a.png"], "score": 0.9, "width": 1, "height": 1,
                 "labels": [{"name": "cat", "confidence": 0.5}], "duplicates": ["x", "y"],
                 "why": {"source": "visual-search", "sourceRank": 1, "hammingDistance": 1, "hammingFraction": 0.1, "cosine": 0.8}},
                {"rank": 2, "imageId": "bb", "keys": ["b.png"], "score": 0.8, "width": 1, "height": 1, "labels": [], "duplicates": [],
                 "why": {"source": "object-search", "sourceRank": 1, "hammingDistance": 2, "hammingFraction": 0.2, "cosine": 0.6,
                  "box": {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}, "otherBoxes": [{"x": 0, "y": 0, "w": 1, "h": 1}],
                  "fallback": true}},
                {"rank": 3, "imageId": "cc", "keys": ["c.png"], "score": 1, "width": 1, "height": 1, "labels": [], "duplicates": [],
                 "why": {"source": "image-search", "sourceRank": 1, "terms": ["pizza", "cheese"], "preferred": true}}]}]}
            """;

    /** Related Pins that a ranker ordered. */
    static final String RANKED = """
            {"requestId": "r-5", "query": {"kind": "related", "imageId": "aa"}, "modelSet": "m1", "tookMs": 9,
             "variant": "learned", "ranker": "2026-11", "randomized": false,
             "groups": [{"kind": "image", "sources": [{"source": "visual-search", "state": "found"}],
               "results": [
                {"rank": 1, "imageId": "bb", "keys": ["b.png"], "score": 0.9, "width": 1, "height": 1, "labels": [], "duplicates": [],
                 "ranking": {"rankBefore": 3, "score": 0.7, "boost": 0.25, "features": {}},
                 "why": {"source": "co-save", "sourceRank": 1, "boards": 2}},
                {"rank": 2, "imageId": "cc", "keys": ["c.png"], "score": 0.8, "width": 1, "height": 1, "labels": [], "duplicates": [],
                 "ranking": {"rankBefore": 2, "score": 0.6, "boost": 0.1, "features": {}},
                 "why": {"source": "remembered-winners", "sourceRank": 1, "boost": 0.1}}]}]}
            """;

    private Answers() {}

    public static QueryAnswer parse(String json) {
        try {
            return QueryAnswer.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
