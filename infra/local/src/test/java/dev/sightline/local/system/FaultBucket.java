package dev.sightline.local.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
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
        Map<String, String> sources = sources();
        Map<String, Set<String>> documents = new HashMap<>();
        List<String> duplicated = new ArrayList<>();
        for (JsonNode image :
                system.documents("sightline-images", "{\"prefix\":{\"keys\":\"%s\"}}".formatted(prefix))) {
            Set<String> keys = stream(image.path("_source").path("keys"))
                    .map(JsonNode::asText)
                    .filter(key -> key.startsWith(prefix))
                    .collect(toSet());
            if (documents.put(image.path("_id").asText(), keys) != null) {
                duplicated.add("second document of image " + image.path("_id"));
            }
        }
        documents.forEach((signature, keys) -> keys.stream()
                .filter(key -> !signature.equals(signatureOf(key)))
                .forEach(key -> duplicated.add("image %s for %s".formatted(signature, key))));
        duplicated.addAll(wrongObjects());
        return new IndexVerdict(lost(sources, documents), duplicated, stuck(sources));
    }

    private List<String> lost(Map<String, String> sources, Map<String, Set<String>> documents) {
        Stream<String> notIndexed = images.keySet().stream()
                .filter(key ->
                        !documents.getOrDefault(signatureOf(key), Set.of()).contains(key)
                                || !sources.getOrDefault(key, "").equals("indexed"));
        Stream<String> notRefused =
                noImages.stream().filter(key -> !sources.getOrDefault(key, "").equals("rejected"));
        return Stream.concat(notIndexed, notRefused)
                .map(key -> "%s: %s".formatted(key, sources.getOrDefault(key, "unknown")))
                .toList();
    }

    private static List<String> stuck(Map<String, String> sources) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().equals("pending"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Objects that an image has twice, and those whose image has no document. */
    private List<String> wrongObjects() {
        Set<String> documented = stream(system.documents("sightline-images", "{\"match_all\":{}}"))
                .map(image -> image.path("_id").asText())
                .collect(toSet());
        Map<String, Long> objects = stream(system.documents("sightline-objects", "{\"match_all\":{}}"))
                .map(object -> object.path("_source"))
                .collect(groupingBy(
                        object -> object.path("signature").asText() + "/"
                                + object.path("ordinal").asText(),
                        counting()));
        return objects.entrySet().stream()
                .filter(object -> object.getValue() > 1
                        || !documented.contains(object.getKey().split("/", 2)[0]))
                .map(object -> "object %s, %d times".formatted(object.getKey(), object.getValue()))
                .toList();
    }

    private Map<String, String> sources() {
        return stream(system.documents("sightline-sources", "{\"prefix\":{\"key\":\"%s\"}}".formatted(prefix)))
                .map(hit -> hit.path("_source"))
                .collect(Collectors.toMap(
                        source -> source.path("key").asText(),
                        source -> source.path("state").asText().toLowerCase(Locale.ROOT)));
    }

    private String signatureOf(String key) {
        byte[] bytes = images.get(key);
        return bytes == null ? "" : ImageSignature.of(bytes).hex();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
