package dev.sightline.lab.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The public API over HTTP. What is late or unavailable is asked again, as a client does, at most {@value #TRIES} times; anything else that is
 * no success is refused with what the API said. Safe for all threads.
 */
final class HttpApi implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 20;
    private static final int UNAVAILABLE = 500;

    private final URI base;
    private final @Nullable String key;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * A client of the API.
     *
     * @param base ends in {@code /}
     * @param key null for an API that asks for none
     */
    HttpApi(URI base, @Nullable String key) {
        this.base = base;
        this.key = key;
    }

    JsonNode get(String path, Predicate<JsonNode> fits) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET(), fits);
    }

    JsonNode post(String path, JsonNode body) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())),
                answer -> true);
    }

    private JsonNode send(HttpRequest.Builder builder, Predicate<JsonNode> fits) {
        if (key != null) {
            builder.header(AccessKey.HEADER, key);
        }
        HttpRequest request = builder.timeout(TIMEOUT).build();
        String last = "nothing";
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                last = "status %d: %s".formatted(response.statusCode(), response.body());
                if (response.statusCode() < UNAVAILABLE) {
                    JsonNode answer = success(request, response, last);
                    if (fits.test(answer)) {
                        return answer;
                    }
                }
                Thread.sleep(PAUSE);
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SightlineException(ErrorCode.DEFECT, "interrupted", e);
            }
        }
        throw new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "expected an answer from %s in %d tries, got at last %s".formatted(request.uri(), TRIES, last));
    }

    private static JsonNode success(HttpRequest request, HttpResponse<String> response, String told)
            throws JsonProcessingException {
        if (response.statusCode() / 100 != 2) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected success from %s, got %s".formatted(request.uri(), told));
        }
        return MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
