package dev.sightline.lab.ranker;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.engagement.ExportedLog;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely a place is looked at, against the first place, taken from the randomised answers: there every result had every place alike, so that the
 * share of liked results differs between places by the places alone.
 *
 * <p>Shares are smoothed with {@value #PRIOR} results of the mean share. A place is worth at least {@value #LEAST}, so that no pair weighs more than
 * ten times another. Without randomised answers every place counts as looked at. Ours, after the inverse propensity of Joachims and others (2017).
 */
record Examination(Map<Integer, Double> shares) {

    private static final double PRIOR = 20;
    private static final double LEAST = 0.1;

    Examination {
        shares = Map.copyOf(shares);
    }

    static Examination of(ExportedLog log, Engaged engaged) {
        Map<Integer, Place> places = new TreeMap<>();
        for (AnswerServed answer : log.answers()) {
            if (answer.randomized()) {
                for (ServedResult result : answer.results()) {
                    if (engaged.seen(answer, result)) {
                        places.merge(result.rank(), Place.of(engaged.liked(answer, result)), Place::plus);
                    }
                }
            }
        }
        return of(places);
    }

    private static Examination of(Map<Integer, Place> places) {
        Place all = places.values().stream().reduce(new Place(0, 0), Place::plus);
        if (all.liked() == 0) {
            return new Examination(Map.of());
        }
        double mean = (double) all.liked() / all.seen();
        double first = places.getOrDefault(1, new Place(0, 0)).smoothed(mean);
        Map<Integer, Double> shares = new TreeMap<>();
        places.forEach((rank, place) -> shares.put(rank, Math.clamp(place.smoothed(mean) / first, LEAST, 1)));
        return new Examination(shares);
    }

    /** What a liked result at a place counts: 1 at the first, more where fewer look, 1 at places of which nothing is known. */
    double weight(int rank) {
        return 1 / shares.getOrDefault(rank, 1.0);
    }

    private record Place(long liked, long seen) {

        static Place of(boolean liked) {
            return new Place(liked ? 1 : 0, 1);
        }

        Place plus(Place other) {
            return new Place(liked + other.liked, seen + other.seen);
        }

        double smoothed(double mean) {
            return (liked + PRIOR * mean) / (seen + PRIOR);
        }
    }
}
