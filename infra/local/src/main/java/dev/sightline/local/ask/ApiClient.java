package dev.sightline.local.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.ask.FlashlightRequest.OfImage;
import dev.sightline.local.ask.FlashlightRequest.OfObject;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks the public API. Answers are returned as the JSON that came; {@link QueryAnswer} and {@link ImageDots} read it.
 *
 * <p>Ids are those of {@link ImageIds}. All methods throw {@link LauncherException}, with what the API said, for an answer that is no
 * success. Safe for all threads.
 */
public final class ApiClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final @Nullable AccessKey key;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A client with a key.
     *
     * @param base ends in {@code /}
     */
    public ApiClient(URI base, AccessKey key) {
        this.base = base;
        this.key = key;
    }

    /** A client without a key, for an API that asks for none. */
    ApiClient(URI base) {
        this.base = base;
        this.key = null;
    }

    /** Ends in {@code /}. */
    public URI base() {
        return base;
    }

    /** Images that look like the given one. */
    public JsonNode related(String imageId, int limit) {
        return send(get("v1/images/%s/related?limit=%d".formatted(imageId, limit)));
    }

    /** The same for a user, who gets the variant of an experiment that is the user's. */
    public JsonNode related(String imageId, int limit, String user) {
        return send(get("v1/images/%s/related?limit=%d&user=%s"
                .formatted(imageId, limit, URLEncoder.encode(user, StandardCharsets.UTF_8))));
    }

    /** The detected objects of an image that are dots. */
    public JsonNode objects(String imageId) {
        return send(get("v1/images/%s/objects".formatted(imageId)));
    }

    /** All detected objects of an image: those that are no dots too, with the reason. */
    public JsonNode allObjects(String imageId) {
        return send(get("v1/images/%s/objects?hidden=true".formatted(imageId)));
    }

    /** Images that look like, or hold, one part of an image. */
    public JsonNode flashlight(FlashlightRequest request) {
        return send(HttpRequest.newBuilder(base.resolve("v1/flashlight"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toJson().toString())));
    }

    /** Images that look like, or hold, one detected object. */
    public JsonNode flashlight(String objectId, int limit) {
        return flashlight(new FlashlightRequest(new OfObject(objectId), limit));
    }

    /** Images that look like, or hold, what is in a box of an image. */
    public JsonNode flashlight(String imageId, NormalizedBox box, int limit) {
        return flashlight(new FlashlightRequest(new OfImage(imageId, box), limit));
    }

    /** As for a photo, about the photo of an earlier answer; all {@code tags} are required, {@code category} comes first. */
    public JsonNode lens(String queryId, List<String> tags, @Nullable String category, int limit) {
        ObjectNode body = MAPPER.createObjectNode().put("queryId", queryId).put("limit", limit);
        if (!tags.isEmpty()) {
            tags.forEach(body.putArray("tags")::add);
        }
        if (category != null) {
            body.put("category", category);
        }
        return send(HttpRequest.newBuilder(base.resolve("v1/lens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Images that look like a photo that need not be stored, and like the objects in it. */
    public JsonNode lens(byte[] photo, String contentType, int limit) {
        return send(HttpRequest.newBuilder(base.resolve("v1/lens?limit=" + limit))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(photo)));
    }

    /** The ids of all boards. */
    public Set<String> boards() {
        Set<String> ids = new TreeSet<>();
        String page = "v1/boards?limit=100";
        while (!page.isEmpty()) {
            JsonNode boards = send(get(page));
            boards.path("boards").forEach(board -> ids.add(board.path("id").asText()));
            String next = boards.path("next").asText();
            page = next.isEmpty() ? "" : "v1/boards?limit=100&cursor=" + next;
        }
        return ids;
    }

    /** Deletes a board with its pins. */
    public void deleteBoard(String id) {
        send(HttpRequest.newBuilder(base.resolve("v1/boards/" + id)).DELETE());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).GET();
    }

    private JsonNode send(HttpRequest.Builder builder) {
        if (key != null) {
            builder.header(AccessKey.HEADER, key.text());
        }
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new LauncherException(problem(request, response));
            }
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new LauncherException("%s did not answer with JSON".formatted(request.uri()), e);
        } catch (IOException e) {
            throw new LauncherException("no answer from %s: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private static String problem(HttpRequest request, HttpResponse<String> response) {
        try {
            JsonNode problem = MAPPER.readTree(response.body());
            if (problem.hasNonNull("code")) {
                return "%s: %s (code %s, status %d, request %s)"
                        .formatted(
                                problem.path("title").asText(),
                                problem.path("detail").asText(),
                                problem.path("code").asText(),
                                response.statusCode(),
                                problem.path("requestId").asText("unknown"));
            }
        } catch (JsonProcessingException e) {
            // Then something other than the API answered; its words are shown below.
        }
        return "expected an answer from %s, got status %d: %s"
                .formatted(request.uri(), response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
