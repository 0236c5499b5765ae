package dev.sightline.lab.simulation;

import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A user: a name for the API, and the topics that the user likes.
 *
 * @throws IllegalArgumentException if the user likes nothing
 */
public record SimulatedUser(String id, List<String> favourites) {

    public SimulatedUser {
        favourites = List.copyOf(favourites);
        if (favourites.isEmpty()) {
            throw new IllegalArgumentException("expected a user with a favourite topic, got none of " + id);
        }
    }

    /** Draws a user: {@code count} different topics, or all if there are fewer. */
    static SimulatedUser draw(String id, Topics topics, int count, long seed) {
        SplittableRandom random = Draws.of(seed, "taste/" + id);
        List<String> left = new ArrayList<>(topics.names());
        List<String> favourites = new ArrayList<>();
        while (favourites.size() < count && !left.isEmpty()) {
            favourites.add(left.remove(random.nextInt(left.size())));
        }
        return new SimulatedUser(id, favourites);
    }

    /** An image of a favourite topic, to ask about. */
    ImageSignature question(Topics topics, SplittableRandom random) {
        String topic = favourites.get(random.nextInt(favourites.size()));
        List<ImageSignature> images = topics.members(topic);
        return images.get(random.nextInt(images.size()));
    }
}
