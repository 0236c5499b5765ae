package dev.sightline.blender.blend;

import dev.sightline.policy.CandidateSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the places of a group among its sources. Ours.
 *
 * <p>The share of source s is {@code limit x w(s) / sum of w}, with w the weights of the claims. Floors come first: while the share of a
 * source is below its floor, it gets its floor, and the others share what is left by the same formula. Then each gets its share without the
 * fraction, and the places that are left go one each to the largest fractions; of equal fractions that with the larger weight is first, then
 * the order of the sources. So the quotas add up to the limit, none is below its floor, and none that is above its floor differs from its
 * share by a whole place.
 *
 * <p>If the floors add up to more than the limit, places are given one by one, in rounds through the sources whose floor is not reached,
 * heaviest first: with a limit of 1 the heaviest source gets it, and none gets a second place before all that want one have a first.
 */
final class Quotas {

    /** Shares are rounded to this, so that equal ones are equal in whatever order they were computed. */
    private static final double STEPS = 1e9;

    private final Map<CandidateSource, Integer> places = new EnumMap<>(CandidateSource.class);
    private int left;

    private Quotas(int limit) {
        this.left = limit;
    }

    /** The places of each source, in the order of the sources; they add up to the limit unless there is no claim at all. */
    static Map<CandidateSource, Integer> of(List<Claim> claims, int limit) {
        Quotas quotas = new Quotas(limit);
        if (claims.stream().mapToLong(Claim::floor).sum() > limit) {
            quotas.giveInRounds(claims);
        } else {
            quotas.giveShares(quotas.giveFloors(claims));
        }
        return quotas.places;
    }

    private void giveInRounds(List<Claim> claims) {
        List<Claim> heaviestFirst =
                claims.stream().sorted(Claims.HEAVIEST_FIRST).toList();
        claims.forEach(claim -> give(claim, 0));
        while (left > 0) {
            for (Claim claim : heaviestFirst) {
                if (left > 0 && places.getOrDefault(claim.source(), 0) < claim.floor()) {
                    give(claim, 1);
                }
            }
        }
    }

    /** Gives floors to all whose share is below it; answers with the others. */
    private List<Claim> giveFloors(List<Claim> claims) {
        List<Claim> open = claims;
        while (true) {
            List<Claim> asked = open;
            List<Claim> below = asked.stream()
                    .filter(claim -> share(claim, asked) < claim.floor())
                    .toList();
            if (below.isEmpty()) {
                return open;
            }
            below.forEach(claim -> give(claim, claim.floor()));
            open = asked.stream().filter(claim -> !below.contains(claim)).toList();
        }
    }

    private void giveShares(List<Claim> claims) {
        Map<CandidateSource, Double> fractions = new EnumMap<>(CandidateSource.class);
        Map<CandidateSource, Integer> whole = new EnumMap<>(CandidateSource.class);
        for (Claim claim : claims) {
            double share = share(claim, claims);
            whole.put(claim.source(), (int) Math.floor(share));
            fractions.put(claim.source(), share - Math.floor(share));
        }
        claims.forEach(claim -> give(claim, whole.getOrDefault(claim.source(), 0)));
        List<Claim> largestFirst = new ArrayList<>(claims);
        largestFirst.sort(Comparator.comparingDouble((Claim claim) -> fractions.getOrDefault(claim.source(), 0.0))
                .reversed()
                .thenComparing(Claims.HEAVIEST_FIRST));
        largestFirst.stream().limit(left).forEach(claim -> give(claim, 1));
    }

    private double share(Claim claim, List<Claim> among) {
        double sum = among.stream().mapToDouble(Claim::weight).sum();
        return Math.rint(left * (claim.weight() / sum) * STEPS) / STEPS;
    }

    private void give(Claim claim, int count) {
        places.merge(claim.source(), count, Integer::sum);
        left -= count;
    }
}
