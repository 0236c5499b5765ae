package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.visual.TraceParent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One image through the real system, in a trace that its uploader began: each stage tells a span of it, below that which gave rise to it. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> STAGES = Set.of(
            "POST /v1/uploads",
            "wait for ingest",
            "ingest",
            "wait for worker",
            "analyze",
            "download",
            "decode",
            "detect",
            "embed",
            "thumbnail",
            "store",
            "publish",
            "wait for indexer",
            "index",
            "record",
            "reconcile");

    private final SystemUnderTest system = new SystemUnderTest();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TraceParent client = TraceParent.begin("%032x".formatted(new Random().nextLong() | 1), new Random());
    private String key = "";

    @AfterEach
    void removeUpload() {
        system.delete(key);
        http.close();
    }

    @Test
    void upload_inAKnownTrace_isFoundInItFromTheRequestToTheIndex() throws Exception {
        upload(new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"))).picture(seed()));

        JsonNode spans = system.first(
                "spans of all stages",
                PATIENCE,
                this::spans,
                told -> byName(told).keySet().containsAll(STAGES));
        Map<String, JsonNode> stages = byName(spans);

        assertParent(stages, "POST /v1/uploads", client.parentId());
        for (String below : Set.of("wait for ingest", "ingest")) {
            assertParent(stages, below, id(stages, "POST /v1/uploads"));
        }
        for (String below : Set.of("wait for worker", "analyze")) {
            assertParent(stages, below, id(stages, "ingest"));
        }
        for (String below : Set.of("download", "decode", "detect", "embed", "thumbnail", "store", "publish")) {
            assertParent(stages, below, id(stages, "analyze"));
        }
        for (String below : Set.of("wait for indexer", "index")) {
            assertParent(stages, below, id(stages, "analyze"));
        }
        for (String below : Set.of("record", "reconcile")) {
            assertParent(stages, below, id(stages, "index"));
        }
        assertThat(span(stages, "analyze").at("/attributes/sightline.key").asText())
                .isEqualTo(key);
        assertThat(span(stages, "ingest").get("service").asText()).isEqualTo("sightline-ingest");
        assertThat(span(stages, "index").get("service").asText()).isEqualTo("sightline-indexer");
    }

    @Test
    void upload_ofAnImage_isFoundBySignatureAndHasNoFailure() throws Exception {
        upload(new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"))).picture(seed()));
        system.await(
                "indexed",
                PATIENCE,
                () -> system.source(key).path("state").asText().equals("indexed"));
        String signature = system.source(key).at("/image/imageId").asText();

        JsonNode traces = system.first(
                "a trace of the image",
                PATIENCE,
                () -> read("traces.json?image=" + signature).path("traces"),
                told -> told.size() > 0);

        assertThat(traces.findValuesAsText("traceId")).contains(client.traceId());
        assertThat(traces.findValuesAsText("failed")).doesNotContain("true");
    }

    /** Another picture each time: one that is known is not analyzed again. */
    private static int seed() {
        return 1_000_000 + new Random().nextInt(1_000_000);
    }

    private void upload(byte[] picture) throws IOException, InterruptedException {
        HttpResponse<String> granted = http.send(
                system.request("v1/uploads")
                        .header("Content-Type", "application/json")
                        .header(TraceParent.NAME, client.text())
                        .POST(BodyPublishers.ofString(
                                "{\"fileName\":\"traced.png\",\"contentType\":\"image/png\",\"bytes\":%d}"
                                        .formatted(picture.length)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(granted.statusCode()).isEqualTo(201);
        JsonNode grant = new ObjectMapper().readTree(granted.body());
        key = grant.get("imageKey").asText();
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(grant.get("url").asText())).PUT(BodyPublishers.ofByteArray(picture));
        grant.get("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        assertThat(http.send(put.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private JsonNode spans() {
        return read("traces.json?trace=" + client.traceId()).at("/traces/0/spans");
    }

    private JsonNode read(String path) {
        try {
            URI page = system.running().page().resolve(path);
            return new ObjectMapper()
                    .readTree(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new AssertionError("no traces: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The first of each name: an embedder that is asked twice tells twice. */
    private static Map<String, JsonNode> byName(JsonNode spans) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        spans.forEach(span -> byName.putIfAbsent(span.get("name").asText(), span));
        return byName;
    }

    private static JsonNode span(Map<String, JsonNode> stages, String name) {
        return Objects.requireNonNull(stages.get(name), () -> "no span " + name);
    }

    private static String id(Map<String, JsonNode> stages, String name) {
        return span(stages, name).get("id").asText();
    }

    private static void assertParent(Map<String, JsonNode> stages, String name, String parentId) {
        assertThat(span(stages, name).path("parentId").asText())
                .as("parent of " + name)
                .isEqualTo(parentId);
    }
}
