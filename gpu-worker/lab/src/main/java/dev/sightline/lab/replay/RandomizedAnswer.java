package dev.sightline.lab.replay;

import dev.sightline.events.ServedResult;
import java.util.List;
import java.util.Set;

/**
 * An answer whose order was drawn, that a user saw. {@code user}: whom it was for; answers without a user each have one of their own. {@code
 * ranks}: of the results with which the user did what counts, from 1.
 */
record RandomizedAnswer(String user, List<ServedResult> results, Set<Integer> ranks) {

    RandomizedAnswer {
        results = List.copyOf(results);
        ranks = Set.copyOf(ranks);
    }

    /** 1 if the user did what counts with a result, else 0. */
    double reward(ServedResult result) {
        return ranks.contains(result.rank()) ? 1 : 0;
    }
}
