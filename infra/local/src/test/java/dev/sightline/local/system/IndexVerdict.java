package dev.sightline.local.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.sightline.local.system.IndexContents.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an index differs from its bucket.
 *
 * @param lost keys whose image is not in the index with the right bytes, or, of a file that is no image, whose refusal is not told
 * @param duplicated documents beyond one per image or object, and documents for which no live key stands
 * @param stuck keys whose source is still pending
 */
record IndexVerdict(List<String> lost, List<String> duplicated, List<String> stuck) {

    /**
     * Compares.
     *
     * @param images the signature of each image of the bucket, by key
     * @param noImages keys of the bucket under which no image lies
     * @param index all that it holds; the keys of others are none of {@code own}
     */
    static IndexVerdict of(Map<String, String> images, List<String> noImages, IndexContents index, String own) {
        return new IndexVerdict(lost(images, noImages, index), duplicated(images, index, own), stuck(index));
    }

    boolean isClean() {
        return lost.isEmpty() && duplicated.isEmpty() && stuck.isEmpty();
    }

    String counts() {
        return "lost = %d, duplicated = %d, stuck = %d".formatted(lost.size(), duplicated.size(), stuck.size());
    }

    private static List<String> lost(Map<String, String> images, List<String> noImages, IndexContents index) {
        Set<Map.Entry<String, String>> found = index.images().stream()
                .flatMap(document -> document.keys().stream().map(key -> Map.entry(key, document.signature())))
                .collect(toSet());
        Stream<String> notIndexed = images.entrySet().stream()
                .filter(image ->
                        !found.contains(image) || !index.stateOf(image.getKey()).equals("indexed"))
                .map(Map.Entry::getKey);
        Stream<String> notRefused =
                noImages.stream().filter(key -> !index.stateOf(key).equals("rejected"));
        return Stream.concat(notIndexed, notRefused)
                .map(key -> "%s: %s".formatted(key, index.stateOf(key)))
                .toList();
    }

    private static List<String> duplicated(Map<String, String> images, IndexContents index, String own) {
        Set<String> documented =
                index.images().stream().map(Document::signature).collect(toSet());
        Stream<String> ofNoLiveKey = index.images().stream()
                .flatMap(document -> document.keys().stream()
                        .filter(key -> key.startsWith(own))
                        .filter(key -> !document.signature().equals(images.get(key)))
                        .map(key -> "image %s for %s".formatted(document.signature(), key)));
        Stream<String> ofNoImage = index.objects().stream()
                .filter(object -> !documented.contains(object.split("/", 2)[0]))
                .map(object -> "object %s without its image".formatted(object));
        Stream<String> twice =
                repeated(Stream.concat(index.images().stream().map(Document::signature), index.objects().stream()));
        return Stream.of(ofNoLiveKey, ofNoImage, twice).flatMap(found -> found).toList();
    }

    private static Stream<String> repeated(Stream<String> ids) {
        return ids.collect(groupingBy(id -> id, counting())).entrySet().stream()
                .filter(id -> id.getValue() > 1)
                .map(id -> "%s, %d times".formatted(id.getKey(), id.getValue()));
    }

    private static List<String> stuck(IndexContents index) {
        return index.states().entrySet().stream()
                .filter(source -> source.getValue().equals("pending"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
