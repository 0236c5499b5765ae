package dev.sightline.local.system;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.system.IndexContents.Document;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a test put into the bucket under a prefix of its own, and whether the index says the same.
 *
 * <p>Of each twenty keys that are put one is no image, one has the bytes of another, one is replaced and one deleted at once.
 */
final class FaultBucket {

    private static final int MIX = 20;
    private static final String EVERYTHING = "{\"match_all\":{}}";

    private final SystemUnderTest system;
    private final DrawnPictures pictures;
    private final String prefix = "faults-" + UUID.randomUUID() + "/";
    private final Map<String, byte[]> images = new LinkedHashMap<>();
    private final List<String> noImages = new ArrayList<>();

    FaultBucket(SystemUnderTest system, DrawnPictures pictures) {
        this.system = system;
        this.pictures = pictures;
    }

    /** Puts keys number {@code from} to {@code to}, without the last. */
    void upload(int from, int to) {
        for (int i = from; i < to; i++) {
            upload(i);
        }
    }

    private void upload(int number) {
        String key = prefix + "%03d é+.%s".formatted(number, number % 2 == 0 ? "png" : "jpg");
        switch (number % MIX) {
            case 7 -> putNoImage(key);
            case 11 -> put(key, pictures.picture(number - 1));
            case 13 -> {
                put(key, pictures.picture(number + 1000));
                put(key, pictures.picture(number));
            }
            case 17 -> {
                put(key, pictures.picture(number));
                delete(key);
            }
            default -> put(key, pictures.picture(number));
        }
    }

    private void put(String key, byte[] bytes) {
        images.put(key, bytes);
        system.put(key, bytes);
    }

    private void putNoImage(String key) {
        noImages.add(key);
        system.put(key, ("no image at all: " + key).getBytes(StandardCharsets.UTF_8));
    }

    private void delete(String key) {
        images.remove(key);
        system.delete(key);
    }

    /** Deletes everything again. */
    void clear() {
        List.copyOf(images.keySet()).forEach(this::delete);
        noImages.forEach(system::delete);
        noImages.clear();
    }

    /** How many of the keys have reached a final state. */
    long settled() {
        return sources().values().stream()
                .filter(state -> !state.equals("pending"))
                .count();
    }

    /** Compares the index, as it is now, with the bucket. */
    IndexVerdict verdict() {
        Map<String, String> signatures = new HashMap<>();
        images.forEach(
                (key, bytes) -> signatures.put(key, ImageSignature.of(bytes).hex()));
        List<Document> documents = stream(system.documents("sightline-images", EVERYTHING))
                .map(hit -> new Document(hit.path("_id").asText(), keys(hit)))
                .toList();
        List<String> objects = stream(system.documents("sightline-objects", EVERYTHING))
                .map(hit -> hit.path("_source"))
                .map(object -> object.path("signature").asText() + "/"
                        + object.path("ordinal").asText())
                .toList();
        return IndexVerdict.of(signatures, noImages, new IndexContents(sources(), documents, objects), prefix);
    }

    private static Set<String> keys(JsonNode image) {
        return stream(image.path("_source").path("keys")).map(JsonNode::asText).collect(toSet());
    }

    private Map<String, String> sources() {
        return stream(system.documents("sightline-sources", "{\"prefix\":{\"key\":\"%s\"}}".formatted(prefix)))
                .map(hit -> hit.path("_source"))
                .collect(Collectors.toMap(
                        source -> source.path("key").asText(),
                        source -> source.path("state").asText().toLowerCase(Locale.ROOT)));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
