package dev.sightline.lab.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real engine: {@code related}, {@code /v1/events}, and boards and pins for the users to come. Safe for all threads. */
public final class HttpDiscovery implements Discovery, AutoCloseable {

    private static final String PLATFORM = "simulator";
    private static final int BATCH = 500;
    private static final int PAGE = 100;

    private final HttpApi api;

    /**
     * The API of a running system.
     *
     * @param base ends in {@code /}
     * @param key of the API; null where none is asked for
     */
    public HttpDiscovery(URI base, @Nullable String key) {
        api = new HttpApi(base, key);
    }

    @Override
    public Page related(ImageSignature query, String user, int limit) {
        String path = "v1/images/%s/related?limit=%d&user=%s".formatted(query, limit, user);
        JsonNode answer = api.get(path, whole -> !whole.path("partial").asBoolean());
        List<ImageSignature> results = new ArrayList<>();
        for (JsonNode result : answer.at("/groups/0/results")) {
            results.add(new ImageSignature(result.path("imageId").asText()));
        }
        return new Page(
                answer.path("requestId").asText(), answer.path("variant").asText(), results);
    }

    @Override
    public int report(List<Reported> events) {
        int accepted = 0;
        for (int from = 0; from < events.size(); from += BATCH) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode lines = body.putArray("events");
            events.subList(from, Math.min(events.size(), from + BATCH)).forEach(event -> lines.add(json(event)));
            JsonNode answer = api.post("v1/events", body);
            if (!answer.path("rejected").isEmpty()) {
                throw new SightlineException(
                        ErrorCode.INVALID_REQUEST,
                        "expected all events of the simulation to be accepted, got " + answer.path("rejected"));
            }
            accepted += answer.path("accepted").asInt();
        }
        return accepted;
    }

    private static ObjectNode json(Reported event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("eventId", event.eventId())
                .put("kind", event.kind().slug())
                .put("requestId", event.requestId())
                .put("query", event.query().hex())
                .put("imageId", event.image().hex())
                .put("rank", event.rank())
                .put("platform", PLATFORM)
                .put("user", event.user())
                .put("occurredAt", event.occurredAt().toString());
    }

    /** The names of all boards. */
    List<String> boards() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("v1/boards?limit=%d%s".formatted(PAGE, cursor), answer -> true);
            page.path("boards").forEach(board -> names.add(board.path("name").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return names;
    }

    /** Makes a board with its pins. */
    void save(SimulatedBoard board) {
        ObjectNode made = JsonNodeFactory.instance
                .objectNode()
                .put("name", board.name())
                .put("description", SimulatedBoard.DESCRIPTION);
        String id = api.post("v1/boards", made).path("id").asText();
        for (ImageSignature image : board.images()) {
            api.post(
                    "v1/pins",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("imageId", image.hex())
                            .put("boardId", id)
                            .put("title", board.topic()));
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
