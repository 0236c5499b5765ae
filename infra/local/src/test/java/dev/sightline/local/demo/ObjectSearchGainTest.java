package dev.sightline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectSearchGainTest {

    private static final Map<String, Set<String>> LABELS =
            Map.of("owl", Set.of("birds"), "scene", Set.of("birds", "fruit"), "pear", Set.of("fruit"));

    /** The owl is first of Object Search and second of Visual Search, the pear the other way round. */
    private static final String RESULTS = """
            [{"keys": ["owl"], "why": {"source": "object-search", "sourceRank": 1,
                                       "alsoFoundBy": [{"source": "visual-search", "rank": 2}]}},
             {"keys": ["pear"], "why": {"source": "visual-search", "sourceRank": 1}},
             {"keys": ["scene"], "why": {"source": "object-search", "sourceRank": 7}}]""";

    @Test
    void precision_countsTheFirstOfEachSourceWhoeverGaveThem() throws JsonProcessingException {
        assertThat(precision("object-search", "birds")).isEqualTo(2.0 / ObjectSearchGain.K);
        assertThat(precision("visual-search", "birds")).isEqualTo(1.0 / ObjectSearchGain.K);
        assertThat(precision("visual-search", "fruit")).isEqualTo(1.0 / ObjectSearchGain.K);
        assertThat(precision("image-search", "fruit")).isZero();
    }

    @Test
    void precision_ofMoreThanK_countsTheFirstOnly() throws JsonProcessingException {
        StringBuilder results = new StringBuilder();
        for (int rank = 1; rank <= ObjectSearchGain.K; rank++) {
            results.append(
                    "{\"keys\":[\"pear\"],\"why\":{\"source\":\"object-search\",\"sourceRank\":%d}},".formatted(rank));
        }
        String last = "{\"keys\":[\"owl\"],\"why\":{\"source\":\"object-search\",\"sourceRank\":%d}}"
                .formatted(ObjectSearchGain.K + 1);

        JsonNode json = new ObjectMapper().readTree("[%s%s]".formatted(results, last));

        assertThat(ObjectSearchGain.precision(json, "object-search", "birds", LABELS))
                .isZero();
    }

    private static double precision(String source, String label) throws JsonProcessingException {
        return ObjectSearchGain.precision(new ObjectMapper().readTree(RESULTS), source, label, LABELS);
    }
}
