package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.operate.LocalWorkers;
import dev.sightline.local.operate.ModelSwitch;
import dev.sightline.local.operate.SwitchLimits;
import dev.sightline.local.site.Site;
import dev.sightline.local.terminal.Console;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Search moves to another embedder and back on the real system, while clients ask all three queries and upload: none fails, and each
 * finds the copy of its picture, which a query vector of one model set would not find among vectors of the other.
 */
class SwitchModelIT {

    private static final Duration INDEXING = Duration.ofMinutes(5);
    private static final int PICTURES = 30;
    /** LocalStack's server drops a connection after 1,000 requests, without a word to the client. */
    private static final int ROUNDS_OF_A_CONNECTION = 100;

    private static final ModelChoice OTHER = new ModelChoice("efficientnet-lite1", "nanodet", "nanodet");
    private static final SwitchLimits LIMITS = new SwitchLimits(50, 20, 0.97, 0);

    private final SystemUnderTest system = new SystemUnderTest();
    private final String prefix = "switch-" + UUID.randomUUID() + "/";
    private final Console console = new Console(System.out, System.err, false);
    private final LocalSystem local = new LocalSystem(Places.fromEnvironment(System.getenv()), console);
    private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger late = new AtomicInteger();
    private volatile boolean ended;

    @AfterEach
    void leaveNothingBehind() {
        bucket.keySet().forEach(name -> system.delete(prefix + name));
    }

    @Test
    void switchTo_andBack_failsNoQueryAndMixesNoAnswer() throws Exception {
        List<byte[]> pictures = pictures();
        for (int i = 0; i < PICTURES; i++) {
            put("pictures/%02d.png".formatted(i), pictures.get(i));
        }
        put("copy.jpg", DrawnPictures.smallerJpeg(pictures.getFirst()));
        awaitIndexed(bucket);
        awaitFound(pictures.getFirst(), bucket.getOrDefault("copy.jpg", new byte[0]));

        Thread asking = Thread.ofPlatform().start(() -> ask(pictures.getFirst()));
        Thread uploading = Thread.ofPlatform().start(() -> upload(pictures.subList(PICTURES, pictures.size())));
        Set<String> served = new LinkedHashSet<>();
        try (Site site = Site.local(local.requireRunning())) {
            ModelSwitch modelSwitch =
                    new ModelSwitch(ModelSwitch.Parts.of(site, new LocalWorkers(local), console), console);
            try {
                served.add(modelSetNow(pictures.getFirst()));
                modelSwitch.switchTo(OTHER, LIMITS);
                served.add(modelSetNow(pictures.getFirst()));
                assertIndexHoldsTheBucket();
                modelSwitch.rollBack(LIMITS);
            } finally {
                modelSwitch.finish();
                ended = true;
                asking.join();
                uploading.join();
            }
        }
        assertIndexHoldsTheBucket();

        console.note("answers by model set: %s, partial: %s, failed or mixed: %d, uploaded meanwhile: %d"
                .formatted(answers, late, wrong.size(), bucket.size() - PICTURES - 1));
        assertThat(wrong).isEmpty();
        assertThat(served).hasSize(2);
        assertThat(answers.keySet()).isEqualTo(served);
        assertThat(bucket).hasSizeGreaterThan(PICTURES + 1);
    }

    /** Asks without a pause: whatever answer is not right, is kept; one that a busy machine made partial is only counted. */
    private void ask(byte[] picture) {
        String id = ImageSignature.of(picture).hex();
        String copy =
                ImageSignature.of(bucket.getOrDefault("copy.jpg", new byte[0])).hex();
        byte[] box = "{\"imageId\":\"%s\",\"box\":{\"x\":0,\"y\":0,\"w\":1,\"h\":1},\"limit\":3}"
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);
        while (!ended) {
            SystemUnderTest client = new SystemUnderTest();
            for (int round = 0; round < ROUNDS_OF_A_CONNECTION && !ended; round++) {
                check("related", copy, () -> client.get("v1/images/%s/related?limit=3".formatted(id)));
                check("flashlight", copy, () -> client.post("v1/flashlight", "application/json", box));
                check("lens", id, () -> client.post("v1/lens?limit=3", "image/png", picture));
            }
        }
    }

    private void check(String query, String expected, Supplier<JsonNode> asked) {
        try {
            JsonNode answer = asked.get();
            JsonNode results = answer.path("groups").path(0).path("results");
            if (answer.path("partial").asBoolean()) {
                late.incrementAndGet();
            } else if (finds(expected, results, SystemUnderTest.isDrawn(answer))) {
                answers.computeIfAbsent(answer.path("modelSet").asText(), absent -> new AtomicInteger())
                        .incrementAndGet();
            } else {
                wrong.add(query + ": " + answer);
            }
        } catch (AssertionError | RuntimeException e) {
            wrong.add(query + ": " + e);
        }
    }

    /** In the first place, or at any where the order was drawn. */
    private static boolean finds(String expected, JsonNode results, boolean drawn) {
        return drawn
                ? results.findValuesAsText("imageId").contains(expected)
                : results.path(0).path("imageId").asText().equals(expected);
    }

    private void upload(List<byte[]> pictures) {
        for (int i = 0; i < pictures.size() && !ended; i++) {
            put("late/%02d.png".formatted(i), pictures.get(i));
            Readiness.sleep(Duration.ofSeconds(3));
        }
    }

    private String modelSetNow(byte[] picture) {
        return system.get("v1/images/%s/related"
                        .formatted(ImageSignature.of(picture).hex()))
                .path("modelSet")
                .asText();
    }

    /** What is uploaded meanwhile is for the next time. */
    private void assertIndexHoldsTheBucket() {
        Map<String, byte[]> expected = new LinkedHashMap<>(bucket);
        awaitIndexed(expected);
        JsonNode hits = system.documents("sightline-images", "{\"prefix\":{\"keys\":\"%s\"}}".formatted(prefix));
        assertThat(StreamSupport.stream(hits.spliterator(), false)
                        .map(hit -> hit.path("_id").asText()))
                .containsAll(expected.values().stream()
                        .map(bytes -> ImageSignature.of(bytes).hex())
                        .toList());
    }

    private void put(String name, byte[] bytes) {
        system.put(prefix + name, bytes);
        bucket.put(name, bytes);
    }

    private void awaitIndexed(Map<String, byte[]> expected) {
        expected.forEach((name, bytes) -> system.await(
                name + " indexed",
                INDEXING,
                () -> system.source(prefix + name).path("state").asText().equals("indexed")));
    }

    /** What is indexed can be found within a second: the questions begin after it. */
    private void awaitFound(byte[] picture, byte[] copy) {
        String question = "v1/images/%s/related?limit=3"
                .formatted(ImageSignature.of(picture).hex());
        system.await(
                "the copy to be found",
                INDEXING,
                () -> system.get(question)
                        .toString()
                        .contains(ImageSignature.of(copy).hex()));
    }

    /** Pictures of the corpus, in the order of their paths. */
    private static List<byte[]> pictures() throws IOException {
        Path corpus = Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"));
        try (Stream<Path> files = Files.walk(corpus)) {
            List<Path> some = files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .limit(PICTURES + 60L)
                    .toList();
            List<byte[]> pictures = new ArrayList<>();
            for (Path file : some) {
                pictures.add(Files.readAllBytes(file));
            }
            return pictures;
        }
    }
}
