package dev.sightline.blender.rank;

import dev.sightline.visual.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An order in which every permutation of the results is equally probable, so that each result has each place with a probability of 1 / their
 * number. The request's id is the seed: the same request has the same order. Ours.
 */
final class DrawnOrder {

    private DrawnOrder() {}

    static List<RankedResult> of(List<RankedResult> results, String requestId) {
        List<RankedResult> drawn = new ArrayList<>(results);
        Collections.shuffle(drawn, new Random(seed(requestId)));
        double propensity = 1.0 / Math.max(1, results.size());
        return drawn.stream().map(result -> result.withPropensity(propensity)).toList();
    }

    private static long seed(String requestId) {
        return ByteBuffer.wrap(Sha256.of(("order\n" + requestId).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
