package dev.sightline.local.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers of the API, as it writes them. */
public final class Answers {

    public static final String RELATED = """
            {"requestId": "r-7", "query": {"kind": "related", "imageId": "aa"}, "modelSet": "m1", "tookMs": 12, "later": 1,
             "groups": [{"kind": "image", "results": [
               {"rank": 1, "imageId": "bb", "keys": ["corpus/birds/owl-2.png"], "score": 0.95, "width": 10, "height": 20,
                "labels": [{"name": "great grey owl", "confidence": 0.8}, {"name": "kite", "confidence": 0.1}],
                "why": {"source": "visual-search", "hammingDistance": 128, "hammingFraction": 0.1, "cosine": 0.9}},
               {"rank": 2, "imageId": "cc", "keys": ["corpus/mammals/cat.png"], "score": 0.75, "width": 10, "height": 20,
                "labels": [],
                "why": {"source": "visual-search", "hammingDistance": 384, "hammingFraction": 0.3, "cosine": 0.5}}]}]}
            """;

    static final String LENS = """
            {"requestId": "r-8", "queryId": "qry-12", "query": {"kind": "lens"}, "modelSet": "m1", "tookMs": 30,
             "groups": [{"kind": "image", "results": []},
               {"kind": "object", "box": {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}, "category": "cat", "confidence": 0.87,
                "results": []}]}
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
