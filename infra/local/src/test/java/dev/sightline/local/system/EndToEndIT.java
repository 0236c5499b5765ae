package dev.sightline.local.system;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ImageSignature;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The promise of the README on the real system: what is in the bucket, and nothing else, answers the three queries.
 *
 * <p>28 pictures, a smaller JPEG copy of the first and a scene that holds the second; then two are deleted and one is replaced.
 */
class EndToEndIT {

    private static final Duration INDEXING = Duration.ofMinutes(3);
    private static final Duration REMOVAL = Duration.ofSeconds(10);
    private static final List<String> LABELS =
            List.of("fruit", "vehicles", "birds", "mammals", "flowers", "vegetables", "insects");
    private static final int PER_LABEL = 4;

    private final SystemUnderTest system = new SystemUnderTest();
    private final String prefix = "e2e-" + UUID.randomUUID() + "/";
    private final Map<String, byte[]> bucket = new LinkedHashMap<>();

    @Test
    void bucket_afterUploadsDeletesAndAReplacement_equalsTheIndexAndAnswersQueries() throws IOException {
        List<byte[]> pictures = pictures();
        for (int i = 0; i < LABELS.size() * PER_LABEL; i++) {
            put("pictures/%02d é+.png".formatted(i), pictures.get(i));
        }
        put("copy.jpg", DrawnPictures.smallerJpeg(pictures.get(0)));
        put("scene.png", sceneWith(pictures.get(1)));
        assertThat(bucket).hasSize(30);
        awaitIndexed();

        delete("pictures/10 é+.png");
        delete("pictures/11 é+.png");
        put("pictures/12 é+.png", pictures.getLast());
        system.put(prefix + "notes.png", "no image at all".getBytes(StandardCharsets.UTF_8));
        awaitIndexed();
        system.await("rejected", INDEXING, () -> state("notes.png").equals("rejected"));
        system.await("removed", REMOVAL, () -> state("pictures/10 é+.png").equals("removed"));
        system.await("removed", REMOVAL, () -> state("pictures/11 é+.png").equals("removed"));

        assertSources();
        assertImagesAndObjects();
        assertRelated(pictures);
        assertFlashlight(pictures);
        assertLens(pictures);
        assertRemovedAndBack(pictures);
    }

    private void assertSources() {
        JsonNode sources = system.documents("sightline-sources", "{\"prefix\":{\"key\":\"%s\"}}".formatted(prefix));
        Map<String, Long> states = stream(sources)
                .map(hit -> hit.path("_source").path("state").asText().toLowerCase(java.util.Locale.ROOT))
                .collect(
                        java.util.stream.Collectors.groupingBy(state -> state, java.util.stream.Collectors.counting()));
        assertThat(states).isEqualTo(Map.of("indexed", 28L, "removed", 2L, "rejected", 1L));
        assertThat(system.source(prefix + "notes.png").path("reason").asText()).isEqualTo("unsupported-format");
    }

    private void assertImagesAndObjects() {
        JsonNode images = system.documents("sightline-images", "{\"prefix\":{\"keys\":\"%s\"}}".formatted(prefix));
        assertThat(ids(images)).isEqualTo(signatures());
        JsonNode objects = system.documents("sightline-objects", "{\"match_all\":{}}");
        for (String signature : signatures()) {
            JsonNode answer = system.get("v1/images/" + signature + "/objects?hidden=true");
            int expected =
                    answer.path("objects").size() + answer.path("undecided").size();
            assertThat(stream(objects)
                            .filter(hit -> hit.path("_source")
                                    .path("signature")
                                    .asText()
                                    .equals(signature)))
                    .hasSize(expected);
        }
        Set<String> owners = stream(objects)
                .map(hit -> hit.path("_source").path("signature").asText())
                .collect(toSet());
        assertThat(owners).allMatch(signature -> !ownedByRemoved(signature));
    }

    private boolean ownedByRemoved(String signature) {
        return system.get("v1/images/" + signature).path("state").asText().equals("removed");
    }

    private void assertRelated(List<byte[]> pictures) {
        JsonNode results = results(
                system.ranked(() -> system.get("v1/images/%s/related?limit=5".formatted(signature(pictures.get(0))))));
        assertThat(results).hasSize(5);
        assertThat(results.get(0).path("imageId").asText()).isEqualTo(signatureOf("copy.jpg"));
        assertThat(results.get(0).path("why").path("cosine").asDouble()).isGreaterThan(0.8);
        assertThat(stream(results).map(result -> result.path("imageId").asText()))
                .doesNotContain(signature(pictures.get(0)), signature(pictures.get(10)), signature(pictures.get(12)));
    }

    private void assertFlashlight(List<byte[]> pictures) {
        String body = "{\"imageId\":\"%s\",\"box\":{\"x\":0.5,\"y\":0.25,\"w\":0.4,\"h\":0.5},\"limit\":3}"
                .formatted(signatureOf("scene.png"));
        JsonNode results = results(system.whole(
                () -> system.post("v1/flashlight", "application/json", body.getBytes(StandardCharsets.UTF_8))));
        assertThat(stream(results).map(result -> result.path("imageId").asText()))
                .as(results.toString())
                .contains(signature(pictures.get(1)));
    }

    private void assertLens(List<byte[]> pictures) throws IOException {
        byte[] photo = DrawnPictures.smallerJpeg(pictures.get(5));
        JsonNode results = results(system.whole(() -> system.post("v1/lens?limit=3", "image/jpeg", photo)));
        assertThat(results.get(0).path("imageId").asText()).isEqualTo(signature(pictures.get(5)));
    }

    private void assertRemovedAndBack(List<byte[]> pictures) {
        String id = signature(pictures.get(5));
        String related = "v1/images/%s/related".formatted(id);
        delete("pictures/05 é+.png");
        system.await(
                "no answer after the deletion",
                REMOVAL,
                () -> system.get(related).path("status").asInt() == 404);
        put("pictures/05 é+.png", pictures.get(5));
        awaitIndexed();
        system.await(
                "an answer after the upload", REMOVAL, () -> system.get(related).has("groups"));
    }

    private void put(String name, byte[] bytes) {
        bucket.put(name, bytes);
        system.put(prefix + name, bytes);
    }

    private void delete(String name) {
        bucket.remove(name);
        system.delete(prefix + name);
    }

    /** Waits until every key of the bucket is indexed with the bytes that it has now. */
    private void awaitIndexed() {
        bucket.forEach((name, bytes) -> system.await(name + " indexed", INDEXING, () -> {
            JsonNode source = system.source(prefix + name);
            return source.path("state").asText().equals("indexed")
                    && source.path("signature").asText().equals(signature(bytes));
        }));
    }

    private String state(String name) {
        return system.source(prefix + name).path("state").asText();
    }

    private Set<String> signatures() {
        return bucket.values().stream().map(EndToEndIT::signature).collect(toSet());
    }

    private String signatureOf(String name) {
        return signature(bucket.getOrDefault(name, new byte[0]));
    }

    private static String signature(byte[] bytes) {
        return ImageSignature.of(bytes).hex();
    }

    private static JsonNode results(JsonNode answer) {
        assertThat(answer.path("groups")).as(answer.toString()).isNotEmpty();
        return answer.path("groups").get(0).path("results");
    }

    private static Set<String> ids(JsonNode hits) {
        return stream(hits).map(hit -> hit.path("_id").asText()).collect(toSet());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Four pictures of each label, and one more. */
    private static List<byte[]> pictures() throws IOException {
        Path corpus = Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"));
        List<byte[]> pictures = new ArrayList<>();
        for (String label : LABELS) {
            for (Path file : files(corpus.resolve(label), PER_LABEL)) {
                pictures.add(Files.readAllBytes(file));
            }
        }
        pictures.add(Files.readAllBytes(files(corpus.resolve("tools"), 1).getFirst()));
        return pictures;
    }

    private static List<Path> files(Path folder, int count) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().limit(count).toList();
        }
    }

    /** The picture at the box 0.5, 0.25, 0.4, 0.5 of a grey frame. */
    private static byte[] sceneWith(byte[] picture) throws IOException {
        BufferedImage scene = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scene.createGraphics();
        graphics.setColor(new Color(200, 205, 210));
        graphics.fillRect(0, 0, 800, 800);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(
                DrawnPictures.drawn(ImageIO.read(new java.io.ByteArrayInputStream(picture)), 320, 400), 400, 200, null);
        graphics.dispose();
        return DrawnPictures.encode(scene, "png");
    }
}
