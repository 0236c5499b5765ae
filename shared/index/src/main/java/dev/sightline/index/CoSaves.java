package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Boards in common, by three aggregations: the boards of the query images, the images on these boards with how many of them each is on, and
 * how many boards each of those is on at all. Each image counts once a board ({@link PinDocument#FIRST_OF_BOARD}).
 */
final class CoSaves {

    /** Of more boards than this the query images are not asked. */
    static final int MAX_BOARDS = 1000;

    /** More images than this are not scored. */
    static final int MAX_CANDIDATES = 1000;

    private static final Comparator<CoSavedImage> BEST_FIRST = Comparator.comparingDouble(CoSavedImage::score)
            .reversed()
            .thenComparing(found -> found.image().hex());

    private final Function<ObjectNode, JsonNode> search;

    /** @param search gives OpenSearch's answer to the body of a search of the pins */
    CoSaves(Function<ObjectNode, JsonNode> search) {
        this.search = search;
    }

    /** As {@link PinIndex#coSaved}. */
    List<CoSavedImage> best(Set<ImageSignature> images, int limit, Set<ImageSignature> exclude) {
        Set<ImageSignature> excluded = new HashSet<>(exclude);
        excluded.addAll(images);
        List<String> boards = boards(images);
        ObjectNode body = body();
        ObjectNode bool = filtered(body, PinDocument.BOARD, boards);
        terms(bool.putObject("must_not"), PinDocument.IMAGE, hex(excluded));
        Map<String, Integer> together = boards.isEmpty() ? Map.of() : buckets(body, PinDocument.IMAGE, MAX_CANDIDATES);
        return scored(together, boards.size()).stream()
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** As {@link PinIndex#coSaves}. */
    Map<ImageSignature, CoSavedImage> of(Set<ImageSignature> with, Set<ImageSignature> images) {
        Set<ImageSignature> asked = new HashSet<>(images);
        asked.removeAll(with);
        List<String> boards = asked.isEmpty() ? List.of() : boards(with);
        ObjectNode body = body();
        ObjectNode bool = filtered(body, PinDocument.BOARD, boards);
        terms(bool.withArrayProperty("filter").addObject(), PinDocument.IMAGE, hex(asked));
        Map<ImageSignature, CoSavedImage> found = new LinkedHashMap<>();
        Map<String, Integer> together = boards.isEmpty() ? Map.of() : buckets(body, PinDocument.IMAGE, asked.size());
        scored(together, boards.size()).forEach(image -> found.put(image.image(), image));
        return found;
    }

    private List<String> boards(Set<ImageSignature> images) {
        ObjectNode body = body();
        filtered(body, PinDocument.IMAGE, hex(images));
        return images.isEmpty()
                ? List.of()
                : List.copyOf(buckets(body, PinDocument.BOARD, MAX_BOARDS).keySet());
    }

    private List<CoSavedImage> scored(Map<String, Integer> together, int queryBoards) {
        if (together.isEmpty()) {
            return List.of();
        }
        ObjectNode body = body();
        filtered(body, PinDocument.IMAGE, together.keySet());
        Map<String, Integer> all = buckets(body, PinDocument.IMAGE, together.size());
        List<CoSavedImage> scored = new ArrayList<>();
        together.forEach((image, boards) -> scored.add(new CoSavedImage(
                new ImageSignature(image),
                boards,
                CoSaveScore.of(boards, queryBoards, Math.max(boards, all.getOrDefault(image, boards))))));
        return scored;
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("size", 0);
    }

    /** Limits a body to pins that count and have one of these values; gives the query for more. */
    private static ObjectNode filtered(ObjectNode body, String field, Collection<String> values) {
        ObjectNode bool = body.putObject("query").putObject("bool");
        ArrayNode filter = bool.putArray("filter");
        filter.addObject().putObject("term").put(PinDocument.FIRST_OF_BOARD, true);
        terms(filter.addObject(), field, values);
        return bool;
    }

    private static void terms(ObjectNode clause, String field, Collection<String> values) {
        values.forEach(clause.putObject("terms").putArray(field)::add);
    }

    private static List<String> hex(Set<ImageSignature> images) {
        return images.stream().map(ImageSignature::hex).toList();
    }

    /** How many pins there are of each value of a field, most first, equal ones by value. */
    private Map<String, Integer> buckets(ObjectNode body, String field, int size) {
        ObjectNode terms = body.putObject("aggs").putObject("found").putObject("terms");
        terms.put("field", field).put("size", size);
        terms.putArray("order").addObject().put("_count", "desc");
        ((ArrayNode) terms.path("order")).addObject().put("_key", "asc");
        Map<String, Integer> counts = new LinkedHashMap<>();
        search.apply(body)
                .path("aggregations")
                .path("found")
                .path("buckets")
                .forEach(bucket -> counts.put(
                        bucket.path("key").asText(), bucket.path("doc_count").asInt()));
        return counts;
    }
}
