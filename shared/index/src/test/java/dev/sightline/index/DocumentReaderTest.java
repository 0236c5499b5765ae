package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String NO_SHARD = """
            {"docs": [{"_index": "i", "_id": "%1$s", "error": {"type": "no_shard_available_action_exception", "reason": "No shard"}},
                      {"_index": "i", "_id": "%2$s", "found": false}]}""".formatted(FIRST, SECOND);
    private static final String GONE = """
            {"docs": [{"_index": "i", "_id": "%1$s", "error": {"type": "index_not_found_exception", "reason": "no such index [i]"}}]}""".formatted(FIRST);
    private static final String READABLE = """
            {"docs": [{"_index": "i", "_id": "%1$s", "found": true, "_source": {"objectSlots": 3}},
                      {"_index": "i", "_id": "%2$s", "found": false}]}""".formatted(FIRST, SECOND);

    private final Queue<String> answers = new ArrayDeque<>();

    @Test
    void read_ofReadableShards_givesThoseThatAreThere() {
        answers.add(READABLE);

        assertThat(slots(read())).isEqualTo(Map.of(FIRST, 3));
    }

    @Test
    void read_ofShardsThatAreNotStartedYet_asksAgain() {
        answers.addAll(List.of(NO_SHARD, NO_SHARD, READABLE));

        assertThat(slots(read())).isEqualTo(Map.of(FIRST, 3));
    }

    @Test
    void read_ofShardsThatStayUnreadable_isUnavailableAndNamesTheReason() {
        answers.addAll(List.of(NO_SHARD, NO_SHARD, NO_SHARD));

        assertThatThrownBy(this::read)
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining(FIRST)
                .hasMessageContaining("No shard")
                .extracting(e -> ((SightlineException) e).code())
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(answers).isEmpty();
    }

    @Test
    void read_ofAnIndexThatIsGone_doesNotAskAgain() {
        answers.add(GONE);

        assertThatThrownBy(this::read)
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("no such index")
                .extracting(e -> ((SightlineException) e).code())
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
    }

    @Test
    void read_ofNothing_asksNothing() {
        assertThat(reader().read(List.of())).isEmpty();
    }

    private static Map<String, Integer> slots(Map<String, JsonNode> documents) {
        return documents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        document -> document.getValue().path("objectSlots").asInt()));
    }

    private Map<String, JsonNode> read() {
        return reader().read(List.of(FIRST, SECOND));
    }

    private DocumentReader reader() {
        return new DocumentReader(this::answer, new RetryDelays(3, Duration.ofMillis(1)));
    }

    private JsonNode answer(JsonNode body) {
        assertThat(body.path("ids").path(0).asText()).isEqualTo(FIRST);
        try {
            return new JsonMapper().readTree(answers.remove());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
