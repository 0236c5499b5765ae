package dev.sightline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.upload.LabelledFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Object Search against Visual Search on the same objects of the scenes, measured through the API: one answer names the rank that each
 * source gave. A result is right if it shows something of the label of what was placed there.
 *
 * @param byObjects mean share of right ones among the first {@value #K} of Object Search
 * @param byImages the same of Visual Search
 * @param gain the difference, with a 95 % interval
 * @param queries objects that were asked about
 */
record ObjectSearchGain(double byObjects, double byImages, Interval gain, int queries) {

    /** Results that count. */
    static final int K = 5;

    private static final int LIMIT = 100;
    private static final int FEWEST_QUERIES = 5;
    private static final String OBJECT_SEARCH = "object-search";
    private static final String VISUAL_SEARCH = "visual-search";

    /**
     * Empty if too little of what was placed in the scenes was detected.
     *
     * @param objects all objects of each scene, dots or not
     * @param labels what each image shows
     */
    static Optional<ObjectSearchGain> measure(
            ApiClient api,
            Map<String, DemoScene> scenes,
            Map<String, List<Item>> objects,
            Map<String, Set<String>> labels) {
        List<Double> byObjects = new ArrayList<>();
        List<Double> byImages = new ArrayList<>();
        scenes.forEach((key, scene) -> {
            List<Item> detected = objects.getOrDefault(key, List.of());
            for (Placed placed : scene.placed()) {
                new FlashlightTarget(key, placed, detected).detected().ifPresent(object -> {
                    JsonNode results = api.flashlight(object.objectId(), LIMIT)
                            .path("groups")
                            .path(0)
                            .path("results");
                    String label = LabelledFile.labelOf(placed.key());
                    byObjects.add(precision(results, OBJECT_SEARCH, label, labels));
                    byImages.add(precision(results, VISUAL_SEARCH, label, labels));
                });
            }
        });
        return byObjects.size() < FEWEST_QUERIES ? Optional.empty() : Optional.of(of(byObjects, byImages));
    }

    private static ObjectSearchGain of(List<Double> byObjects, List<Double> byImages) {
        double[] objects = byObjects.stream().mapToDouble(Double::doubleValue).toArray();
        double[] images = byImages.stream().mapToDouble(Double::doubleValue).toArray();
        Bootstrap bootstrap = Bootstrap.of(1);
        return new ObjectSearchGain(
                bootstrap.mean(objects).value(),
                bootstrap.mean(images).value(),
                bootstrap.meanDifference(objects, images),
                objects.length);
    }

    /** The share of right ones among the first of one source; absent ones are wrong. */
    static double precision(JsonNode results, String source, String label, Map<String, Set<String>> labels) {
        SortedMap<Integer, JsonNode> ranked = new TreeMap<>();
        for (JsonNode result : results) {
            JsonNode why = result.path("why");
            if (why.path("source").asText().equals(source)) {
                ranked.put(why.path("sourceRank").asInt(), result);
            }
            for (JsonNode also : why.path("alsoFoundBy")) {
                if (also.path("source").asText().equals(source)) {
                    ranked.put(also.path("rank").asInt(), result);
                }
            }
        }
        long right = ranked.values().stream()
                .limit(K)
                .filter(result -> shows(result, label, labels))
                .count();
        return (double) right / K;
    }

    private static boolean shows(JsonNode result, String label, Map<String, Set<String>> labels) {
        for (JsonNode key : result.path("keys")) {
            if (labels.getOrDefault(key.asText(), Set.of()).contains(label)) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return "precision at %d of Object Search for %d objects (Visual Search: %s)"
                .formatted(K, queries, Decimals.of(byImages, 2));
    }

    @Override
    public String toString() {
        return "precision at %d, %d objects of scenes: Object Search %s, Visual Search %s, difference %s [%s, %s]"
                .formatted(
                        K,
                        queries,
                        Decimals.of(byObjects, 3),
                        Decimals.of(byImages, 3),
                        Decimals.of(gain.value(), 3),
                        Decimals.of(gain.low(), 3),
                        Decimals.of(gain.high(), 3));
    }
}
