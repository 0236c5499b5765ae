package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ImageSignature;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Lens on the real system: a photo of two things is answered thing by thing, one of nothing says that there is no thing. */
class LensGroupsIT {

    private static final Duration INDEXING = Duration.ofMinutes(3);
    private static final Path CORPUS = Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"));
    private static final Map<String, List<String>> STAMPS = Map.of(
            "birds", List.of("silver-gull", "ostrich", "duck", "owl"),
            "mammals", List.of("european-bear", "giraffe", "horse", "dog"),
            "fruit", List.of("apple_red", "banana", "orange", "pear"));

    private final SystemUnderTest system = new SystemUnderTest();
    private final String prefix = "lens-" + UUID.randomUUID() + "/";

    @Test
    void lens_twoKnownObjectsOnABackground_answersEachWithItsKindFirst() throws IOException {
        uploadStamps();

        byte[] scene = DrawnPictures.encode(scene(), "png");
        // What was indexed is found within a second, images and objects each in its own.
        JsonNode answer =
                system.first("each thing answered with its kind first", INDEXING, () -> lens(scene), this::isByKind);

        assertThat(stream(answer.path("groups")).map(LensGroupsIT::category).skip(1))
                .as(answer.toString())
                .containsExactlyInAnyOrder("bird", "bear");
        for (JsonNode group : answer.path("groups")) {
            if (category(group).equals("bird")) {
                assertThat(labels(group)).as(group.toString()).first().isEqualTo("birds");
            } else if (category(group).equals("bear")) {
                assertThat(labels(group)).as(group.toString()).first().isEqualTo("mammals");
            }
        }
        assertThat(objectSearch(answer).path("state").asText()).isEqualTo("found");
    }

    @Test
    void lens_photoWithoutAnyObject_asksNoObjectSearchAndSaysSo() throws IOException {
        JsonNode answer = lens(DrawnPictures.encode(sky(), "png"));

        assertThat(answer.path("groups")).as(answer.toString()).hasSize(1);
        assertThat(answer.path("understanding").path("objects")).isEmpty();
        assertThat(objectSearch(answer).path("state").asText()).isEqualTo("not-triggered");
        assertThat(objectSearch(answer).path("reason").asText()).contains("object");
        assertThat(answer.path("partial").asBoolean(true)).isFalse();
    }

    private boolean isByKind(JsonNode answer) {
        Map<String, String> kinds = Map.of("bird", "birds", "bear", "mammals");
        return stream(answer.path("groups"))
                .filter(group -> kinds.containsKey(category(group)))
                .allMatch(group ->
                        labels(group).stream().findFirst().equals(Optional.ofNullable(kinds.get(category(group)))));
    }

    private JsonNode lens(byte[] photo) {
        return system.whole(() -> system.post("v1/lens?limit=50", "image/png", photo));
    }

    private void uploadStamps() throws IOException {
        Map<String, String> uploaded = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> label : STAMPS.entrySet()) {
            for (String name : label.getValue()) {
                String key = "%s%s/%s.png".formatted(prefix, label.getKey(), name);
                byte[] bytes = DrawnPictures.encode(onWhite(stamp(label.getKey(), name)), "png");
                system.put(key, bytes);
                uploaded.put(key, ImageSignature.of(bytes).hex());
            }
        }
        uploaded.forEach((key, signature) -> system.await(
                key + " indexed",
                INDEXING,
                () -> system.source(key).path("signature").asText().equals(signature)));
    }

    private static BufferedImage stamp(String label, String name) throws IOException {
        return ImageIO.read(CORPUS.resolve(label).resolve(name + ".png").toFile());
    }

    private static BufferedImage onWhite(BufferedImage stamp) {
        return DrawnPictures.drawn(stamp, stamp.getWidth(), stamp.getHeight());
    }

    /** A gull and a bear, each mirrored, on a grey ground. */
    private static BufferedImage scene() throws IOException {
        BufferedImage scene = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scene.createGraphics();
        graphics.setColor(new Color(200, 205, 210));
        graphics.fillRect(0, 0, 1000, 500);
        drawMirrored(graphics, stamp("birds", "silver-gull"), 40);
        drawMirrored(graphics, stamp("mammals", "european-bear"), 540);
        graphics.dispose();
        return scene;
    }

    private static void drawMirrored(Graphics2D graphics, BufferedImage stamp, int left) {
        double scale = Math.min(400.0 / stamp.getWidth(), 400.0 / stamp.getHeight());
        int width = (int) (stamp.getWidth() * scale);
        int height = (int) (stamp.getHeight() * scale);
        graphics.drawImage(stamp, left + width, 50, -width, height, null);
    }

    private static BufferedImage sky() {
        BufferedImage sky = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sky.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(60, 110, 190), 0, 480, new Color(220, 230, 245)));
        graphics.fillRect(0, 0, 640, 480);
        graphics.dispose();
        return sky;
    }

    private static JsonNode objectSearch(JsonNode answer) {
        return stream(answer.path("groups").path(0).path("sources"))
                .filter(source -> source.path("source").asText().equals("object-search"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no word about Object Search in " + answer));
    }

    /** The folders of this test's own images among the results: other tests index pictures too. */
    private List<String> labels(JsonNode group) {
        return stream(group.path("results"))
                .flatMap(result -> stream(result.path("keys")).map(JsonNode::asText))
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length(), key.lastIndexOf('/')))
                .toList();
    }

    private static String category(JsonNode group) {
        return group.path("category").asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
