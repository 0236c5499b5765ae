package dev.sightline.lab.simulation;

import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A board of a user who collects a topic, not too strictly: half of its images, and some that do not belong. */
public record SimulatedBoard(String name, String topic, List<ImageSignature> images) {

    static final String DESCRIPTION = "Made by a simulation.";

    private static final double OWN_SHARE = 0.5;
    private static final double STRAY_SHARE = 0.1;

    public SimulatedBoard {
        images = List.copyOf(images);
    }

    /** So many boards, the topics in turn. The same seed gives the same boards. */
    public static List<SimulatedBoard> draw(Topics topics, int count, long seed) {
        return IntStream.range(0, count)
                .mapToObj(number -> drawOne(topics, number, seed))
                .toList();
    }

    private static SimulatedBoard drawOne(Topics topics, int number, long seed) {
        String topic = topics.names().get(number % topics.names().size());
        String name = "%s, simulated %d-%d".formatted(topic, seed, number);
        SplittableRandom random = Draws.of(seed, name);
        List<ImageSignature> all = topics.all();
        List<ImageSignature> images = new ArrayList<>();
        for (ImageSignature own : topics.members(topic)) {
            if (random.nextDouble() < OWN_SHARE) {
                images.add(own);
            }
            ImageSignature stray = all.get(random.nextInt(all.size()));
            if (random.nextDouble() < STRAY_SHARE) {
                images.add(stray);
            }
        }
        return new SimulatedBoard(name, topic, images.stream().distinct().toList());
    }

    /**
     * Makes those boards that are not there yet, with their pins.
     *
     * @param progress hears how many are there, after each that was made
     * @return how many were made
     */
    public static int save(List<SimulatedBoard> boards, HttpDiscovery discovery, IntConsumer progress) {
        List<String> known = discovery.boards();
        List<SimulatedBoard> missing =
                boards.stream().filter(board -> !known.contains(board.name())).toList();
        int there = boards.size() - missing.size();
        for (SimulatedBoard board : missing) {
            discovery.save(board);
            there++;
            progress.accept(there);
        }
        return missing.size();
    }
}
