package dev.sightline.lab.objects;

import java.util.List;
import java.util.OptionalDouble;

/** Precision of the answer to one query; {@code picture} is the position of the query's picture. */
record QueryScore(int picture, double atFive, double atTen) {

    /** How a score is read off a query. */
    interface Figure {
        double of(QueryScore score);
    }

    /** The mean over queries whose picture i was drawn {@code times[i]} times; absent if none was. */
    static OptionalDouble mean(List<QueryScore> scores, Figure figure, int[] times) {
        double sum = 0;
        long weight = 0;
        for (QueryScore score : scores) {
            sum += times[score.picture()] * figure.of(score);
            weight += times[score.picture()];
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    /** What this one has more than another of the same query. */
    QueryScore minus(QueryScore other) {
        return new QueryScore(picture, atFive - other.atFive, atTen - other.atTen);
    }
}
