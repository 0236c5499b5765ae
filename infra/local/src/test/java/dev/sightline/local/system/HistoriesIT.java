package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.OutputNames;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Random histories on the real system, side by side; the model of them in {@code infra/histories} runs many more. Then sources, images
 * and objects are compared with the bucket.
 */
class HistoriesIT {

    private static final int HISTORIES = 20;
    private static final int STEPS = 10;
    private static final long SEED = 20260102;
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final SystemUnderTest system = new SystemUnderTest();
    private final String prefix = "histories-" + UUID.randomUUID() + "/";
    private final List<byte[]> contents = contents();

    @Test
    void bucket_afterRandomHistories_equalsSourcesImagesAndObjects() {
        List<RealHistory> histories = new ArrayList<>();
        try (SqsClient sqs = AwsClients.sqs(system.running().awsEndpoint())) {
            for (int i = 0; i < HISTORIES; i++) {
                histories.add(new RealHistory(system, sqs, prefix + i + "/", contents, SEED + i));
            }
            runAll(histories);
        }
        Map<String, byte[]> bucket = new TreeMap<>();
        histories.forEach(history -> bucket.putAll(history.bucket()));

        Instant deadline = Instant.now().plus(SETTLING);
        List<String> differences = differences(bucket);
        while (!differences.isEmpty() && Instant.now().isBefore(deadline)) {
            Readiness.sleep(Duration.ofSeconds(2));
            differences = differences(bucket);
        }
        assertThat(differences).as("histories %s", histories).isEmpty();
    }

    private static void runAll(List<RealHistory> histories) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = histories.stream()
                    .map(history -> CompletableFuture.runAsync(() -> history.run(STEPS), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }

    private List<String> differences(Map<String, byte[]> bucket) {
        List<String> differences = new ArrayList<>();
        compare("source", sourcesOf(bucket), foundSources(), differences);
        Map<String, String> images = imagesOf(bucket);
        compare("image", images, foundImages(), differences);
        compare("objects", featureObjects(images.keySet()), foundObjects(), differences);
        return differences;
    }

    private static void compare(
            String what, Map<String, String> expected, Map<String, String> found, List<String> differences) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.forEach(name -> {
            String wanted = expected.getOrDefault(name, "nothing");
            String got = found.getOrDefault(name, "nothing");
            if (!wanted.equals(got)) {
                differences.add("%s %s: expected %s, got %s".formatted(what, name, wanted, got));
            }
        });
    }

    /** Of every key that there is; folder markers have no source. */
    private static Map<String, String> sourcesOf(Map<String, byte[]> bucket) {
        Map<String, String> sources = new TreeMap<>();
        bucket.forEach((key, bytes) -> {
            if (!key.endsWith("/")) {
                sources.put(
                        key,
                        isPicture(bytes) ? "INDEXED " + ImageSignature.of(bytes).hex() : "REJECTED ");
            }
        });
        return sources;
    }

    /** Tombstones left out: a key that is gone and one that never was are the same. */
    private Map<String, String> foundSources() {
        Map<String, String> sources = new TreeMap<>();
        for (JsonNode hit : system.documents("sightline-sources", "{\"prefix\":{\"key\":\"%s\"}}".formatted(prefix))) {
            JsonNode source = hit.path("_source");
            boolean open = !source.path("released").isEmpty();
            String state = source.path("state").asText() + (open ? " with releases" : "");
            if (!state.equals("REMOVED")) {
                sources.put(
                        source.path("key").asText(),
                        state + " " + source.path("signature").asText());
            }
        }
        return sources;
    }

    private static Map<String, String> imagesOf(Map<String, byte[]> bucket) {
        Map<String, String> images = new TreeMap<>();
        bucket.forEach((key, bytes) -> {
            if (!key.endsWith("/") && isPicture(bytes)) {
                images.merge(ImageSignature.of(bytes).hex(), key, (a, b) -> a + ", " + b);
            }
        });
        return images;
    }

    private Map<String, String> foundImages() {
        Map<String, String> images = new TreeMap<>();
        for (JsonNode hit : system.documents("sightline-images", "{\"terms\":{\"signature\":%s}}".formatted(ours()))) {
            List<String> keys = new ArrayList<>();
            hit.path("_source").path("keys").forEach(key -> keys.add(key.asText()));
            images.put(hit.path("_id").asText(), String.join(", ", new TreeSet<>(keys)));
        }
        return images;
    }

    /** How many objects the feature record of each image has. */
    private Map<String, String> featureObjects(Set<String> signatures) {
        Map<String, String> objects = new TreeMap<>();
        try (S3Client s3 = AwsClients.s3(system.running().awsEndpoint())) {
            for (JsonNode hit :
                    system.documents("sightline-images", "{\"terms\":{\"signature\":%s}}".formatted(ours()))) {
                ImageSignature signature = new ImageSignature(hit.path("_id").asText());
                ModelSetId modelSet =
                        new ModelSetId(hit.path("_source").path("modelSet").asText());
                int count = record(s3, FeatureRecord.key(modelSet, signature))
                        .analysis()
                        .objects()
                        .size();
                if (count > 0 && signatures.contains(signature.hex())) {
                    objects.put(signature.hex(), String.valueOf(count));
                }
            }
        }
        return objects;
    }

    private FeatureRecord record(S3Client s3, String key) {
        String bucket = system.running().output(OutputNames.FEATURES_BUCKET);
        return EventJson.read(
                s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String(), FeatureRecord.class);
    }

    private Map<String, String> foundObjects() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode hit : system.documents("sightline-objects", "{\"terms\":{\"signature\":%s}}".formatted(ours()))) {
            counts.merge(hit.path("_source").path("signature").asText(), 1, Integer::sum);
        }
        Map<String, String> objects = new TreeMap<>();
        counts.forEach((signature, count) -> objects.put(signature, String.valueOf(count)));
        return objects;
    }

    /** The signatures of all pictures that these histories use, as JSON. */
    private String ours() {
        return contents.stream()
                .filter(HistoriesIT::isPicture)
                .map(bytes -> "\"" + ImageSignature.of(bytes).hex() + "\"")
                .toList()
                .toString();
    }

    private static boolean isPicture(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == (byte) 0x89;
    }

    /** Five pictures, a text and nothing at all; of this run only, since a picture of another test has other keys. */
    private List<byte[]> contents() {
        Random random = new Random(prefix.hashCode());
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(picture(random));
        }
        all.add("no image".getBytes(StandardCharsets.UTF_8));
        all.add(new byte[0]);
        return all;
    }

    private static byte[] picture(Random random) {
        BufferedImage image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 30; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(
                    random.nextInt(300), random.nextInt(300), 20 + random.nextInt(100), 20 + random.nextInt(100));
        }
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
