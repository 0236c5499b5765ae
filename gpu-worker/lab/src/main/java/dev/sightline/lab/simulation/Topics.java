package dev.sightline.lab.simulation;

import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each image is about, and how well it is made: the truth that the engine is not told. Every image has one topic. Immutable. */
public final class Topics {

    private final SortedMap<String, List<ImageSignature>> images;
    private final Map<ImageSignature, String> topics;
    private final Map<ImageSignature, Double> appeals;
    private final long seed;

    private Topics(SortedMap<String, List<ImageSignature>> images, long seed) {
        this.images = Collections.unmodifiableSortedMap(images);
        this.seed = seed;
        Map<ImageSignature, String> names = new HashMap<>();
        Map<ImageSignature, Double> drawn = new HashMap<>();
        images.forEach((topic, members) -> members.forEach(image -> {
            names.put(image, topic);
            drawn.put(image, Draws.of(seed, image.hex()).nextDouble());
        }));
        topics = Map.copyOf(names);
        appeals = Map.copyOf(drawn);
    }

    /**
     * Of images by topic; the seed decides about appeal.
     *
     * @throws IllegalArgumentException if there is no topic, or one without images
     */
    public static Topics of(Map<String, List<ImageSignature>> images, long seed) {
        if (images.isEmpty() || images.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("expected topics with images, got " + images.keySet());
        }
        SortedMap<String, List<ImageSignature>> copies = new TreeMap<>();
        images.forEach((topic, members) -> copies.put(topic, List.copyOf(members)));
        return new Topics(copies, seed);
    }

    /**
     * The labels of a folder that have at least so many images.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Topics of(SignedFolder folder, int minImages, long seed) {
        Map<String, List<ImageSignature>> images = new TreeMap<>();
        folder.images()
                .forEach(signed -> images.computeIfAbsent(signed.image().label(), label -> new ArrayList<>())
                        .add(signed.signature()));
        images.values().removeIf(members -> members.size() < minImages);
        return of(images, seed);
    }

    /** All topics, in order. */
    public List<String> names() {
        return List.copyOf(images.keySet());
    }

    /** The images of a topic; none if there is no such topic. */
    public List<ImageSignature> members(String topic) {
        return images.getOrDefault(topic, List.of());
    }

    /** All images, by topic. */
    List<ImageSignature> all() {
        return images.values().stream().flatMap(List::stream).toList();
    }

    /** The topic of an image; empty if it is none of these images. */
    public Optional<String> topic(ImageSignature image) {
        return Optional.ofNullable(topics.get(image));
    }

    /** How well an image is made, 0..1, evenly spread: the same for all users. 0 if it is none of these images. */
    public double appeal(ImageSignature image) {
        return appeals.getOrDefault(image, 0.0);
    }

    /** What appeal was drawn with. */
    public long seed() {
        return seed;
    }
}
