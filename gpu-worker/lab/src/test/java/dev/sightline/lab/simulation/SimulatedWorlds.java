package dev.sightline.lab.simulation;

import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A small world for tests: topics of made-up images, and a mixed order in which about half of all results are of the query's topic. */
public final class SimulatedWorlds {

    private static final int TOPICS = 6;
    private static final int IMAGES = 20;
    private static final double FITTING = 0.5;

    private SimulatedWorlds() {}

    public static Topics topics(long seed) {
        Map<String, List<ImageSignature>> images = new TreeMap<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            List<ImageSignature> members = new ArrayList<>();
            for (int i = 0; i < IMAGES; i++) {
                members.add(image(topic, i));
            }
            images.put("topic-" + topic, members);
        }
        return Topics.of(images, seed);
    }

    private static ImageSignature image(int topic, int number) {
        return ImageSignature.of("%d/%d".formatted(topic, number).getBytes(StandardCharsets.UTF_8));
    }

    /** The same results for the same query: each of the query's topic with probability one half, none twice. */
    public static List<ImageSignature> mixed(Topics topics, ImageSignature query, int limit) {
        SplittableRandom random = Draws.of(topics.seed(), "mixed/" + query);
        List<ImageSignature> own = topics.members(topics.topic(query).orElseThrow());
        List<ImageSignature> all = topics.all();
        List<ImageSignature> results = new ArrayList<>();
        while (results.size() < limit) {
            List<ImageSignature> from = random.nextDouble() < FITTING ? own : all;
            ImageSignature image = from.get(random.nextInt(from.size()));
            if (!image.equals(query) && !results.contains(image)) {
                results.add(image);
            }
        }
        return results;
    }
}
