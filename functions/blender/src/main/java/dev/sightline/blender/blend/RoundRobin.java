package dev.sightline.blender.blend;

import dev.sightline.policy.CandidateSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads the places of each source evenly over a group: smooth weighted round robin.
 *
 * <p>Every source has a credit, 0 at first. For each place, all credits grow by their source's quota; the source with the largest credit
 * gets the place, of equal ones the first in the order of the sources, and pays the sum of all quotas. After as many places as the quotas add
 * up to, each source has got exactly its quota. The rule is that of nginx's load balancer.
 */
final class RoundRobin {

    private RoundRobin() {}

    /** Whose turn it is at each place: every source as often as its quota says. */
    static List<CandidateSource> turns(Map<CandidateSource, Integer> quotas) {
        Map<CandidateSource, Integer> credits = new EnumMap<>(CandidateSource.class);
        int sum = quotas.values().stream().mapToInt(Integer::intValue).sum();
        List<CandidateSource> turns = new ArrayList<>(sum);
        for (int place = 0; place < sum; place++) {
            quotas.forEach((source, quota) -> credits.merge(source, quota, Integer::sum));
            CandidateSource next = richest(credits);
            credits.merge(next, -sum, Integer::sum);
            turns.add(next);
        }
        return turns;
    }

    private static CandidateSource richest(Map<CandidateSource, Integer> credits) {
        // An EnumMap is read in the order of the sources, and of equal ones the first stays.
        return credits.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .orElseThrow()
                .getKey();
    }
}
