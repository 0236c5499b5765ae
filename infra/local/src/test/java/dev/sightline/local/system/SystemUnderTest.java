package dev.sightline.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.OutputNames;
import dev.sightline.events.SourceId;
import dev.sightline.visual.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The running system as its users see it (bucket and HTTP API), and its documents as OpenSearch itself shows them. Every answer of the API must be
 * as its OpenAPI document says.
 */
final class SystemUnderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningSystem system;
    private final S3Client s3;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServedContract contract;
    private final AccessKey key;

    SystemUnderTest() {
        system = RunningSystem.read(Path.of(environment("SIGHTLINE_STATE")))
                .orElseThrow(() -> new AssertionError("no system is up in SIGHTLINE_STATE; run ./sightline test"));
        s3 = AwsClients.s3(system.awsEndpoint());
        contract = new ServedContract(system.api());
        key = LocalKey.require(Path.of(environment("SIGHTLINE_STATE")));
    }

    static String environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new AssertionError(name + " is not set; run ./sightline test"));
    }

    /** A request to the API with the key of this machine. */
    HttpRequest.Builder request(String path) {
        return unkeyed(path).header("X-Api-Key", key.text());
    }

    /** A request to the API without a key. */
    HttpRequest.Builder unkeyed(String path) {
        return HttpRequest.newBuilder(system.api().resolve(path));
    }

    AccessKey key() {
        return key;
    }

    RunningSystem running() {
        return system;
    }

    void put(String key, byte[] bytes) {
        s3.putObject(
                request ->
                        request.bucket(system.output(OutputNames.IMAGES_BUCKET)).key(key),
                RequestBody.fromBytes(bytes));
    }

    void delete(String key) {
        s3.deleteObject(request ->
                request.bucket(system.output(OutputNames.IMAGES_BUCKET)).key(key));
    }

    /** The state of a source as the API gives it, or {@code unknown}. */
    JsonNode source(String key) {
        return get("v1/images/" + SourceId.ofKey(key));
    }

    JsonNode get(String path) {
        return send(request(path));
    }

    JsonNode post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Takes a resource of the API away; the answer is empty unless that is refused. */
    JsonNode remove(String path) {
        return send(request(path).DELETE());
    }

    /**
     * Asks again, as a client does, while the answer is {@code partial} or says {@code 503}: on a busy machine a source may be later than
     * the query's budget, which is no mistake.
     */
    JsonNode whole(Supplier<JsonNode> question) {
        return first("a whole answer", PATIENCE, question, SystemUnderTest::isWhole);
    }

    /** A whole answer whose order was not drawn at random, as that of a small share of Related Pins is. */
    JsonNode ranked(Supplier<JsonNode> question) {
        return first("an answer in ranked order", PATIENCE, () -> whole(question), answer -> !isDrawn(answer));
    }

    /** Whether the order was drawn, so that the best result may stand anywhere. */
    static boolean isDrawn(JsonNode answer) {
        return answer.path("randomized").asBoolean();
    }

    private static boolean isWhole(JsonNode answer) {
        return !answer.path("partial").asBoolean() && answer.path("status").asInt() != 503;
    }

    /** Asks until an answer is as it should be, and fails with the description and the last answer otherwise. */
    <T> T first(String description, Duration timeout, Supplier<T> question, Predicate<T> fits) {
        Instant deadline = Instant.now().plus(timeout);
        T answer = question.get();
        while (!fits.test(answer)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("after %s still not %s: %s".formatted(timeout, description, answer));
            }
            Readiness.sleep(Duration.ofMillis(200));
            answer = question.get();
        }
        return answer;
    }

    /** The hits of a query on an index or alias, refreshed before. */
    JsonNode documents(String index, String query) {
        send(HttpRequest.newBuilder(search("/sightline-*/_refresh")).POST(BodyPublishers.noBody()));
        URI uri = search("/" + index + "/_search?size=10000");
        return send(HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"query\":%s,\"_source\":{\"excludes\":[\"*Embedding\"]}}".formatted(query))))
                .path("hits")
                .path("hits");
    }

    /** Waits until a condition holds, and fails with its description otherwise. */
    void await(String description, Duration timeout, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(timeout);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("after %s still not: %s".formatted(timeout, description));
            }
            Readiness.sleep(Duration.ofMillis(200));
        }
    }

    private URI search(String path) {
        return system.searchEndpoint().resolve(path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            contract.check(response);
            return json(response);
        } catch (IOException e) {
            throw new AssertionError(
                    "no answer from %s: %s".formatted(request.build().uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(
                    "no JSON from %s but status %d: %s"
                            .formatted(
                                    response.uri(),
                                    response.statusCode(),
                                    new String(response.body(), StandardCharsets.UTF_8)),
                    e);
        }
    }
}
