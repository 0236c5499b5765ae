package dev.sightline.lab.replay;

import dev.sightline.events.ServedResult;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over the places of answers. A place has the weight 1 / propensity if the contender would put the same image there, else 0.
 *
 * <p>{@code answers}, {@code places}: how many there are. {@code matches}: places of a weight above 0. {@code weights}, {@code squares}: of weights and
 * of their squares. {@code earned}: of weight x reward.
 */
record WeightedPlaces(double answers, double places, double matches, double weights, double squares, double earned) {

    /** Of one answer under a contender's order. */
    static WeightedPlaces of(RandomizedAnswer answer, Contender contender) {
        List<ServedResult> wanted = contender.order(answer.results());
        double matches = 0;
        double weights = 0;
        double squares = 0;
        double earned = 0;
        for (int i = 0; i < wanted.size(); i++) {
            ServedResult result = wanted.get(i);
            if (result.rank() == i + 1) {
                double weight = 1 / result.propensity();
                matches++;
                weights += weight;
                squares += weight * weight;
                earned += weight * answer.reward(result);
            }
        }
        return new WeightedPlaces(1, wanted.size(), matches, weights, squares, earned);
    }

    static WeightedPlaces sum(List<WeightedPlaces> parts) {
        int[] once = new int[parts.size()];
        Arrays.fill(once, 1);
        return sum(parts, once);
    }

    /** The sums if each part came so many times. Plain sums, since a bootstrap asks for them thousands of times. */
    static WeightedPlaces sum(List<WeightedPlaces> parts, int[] times) {
        double[] sums = new double[6];
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                parts.get(i).addTo(sums, times[i]);
            }
        }
        return new WeightedPlaces(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private void addTo(double[] sums, int times) {
        sums[0] += times * answers;
        sums[1] += times * places;
        sums[2] += times * matches;
        sums[3] += times * weights;
        sums[4] += times * squares;
        sums[5] += times * earned;
    }

    /** Inverse propensity: what was earned by matches, each for all the places that it stands for, for each answer. */
    double inversePropensity() {
        return earned / answers;
    }

    /** Self-normalised: what a match earned on average, times the places of an answer. Not a number without a match. */
    double selfNormalized() {
        return earned / weights * places / answers;
    }

    /** How many matches of one weight would tell as much. */
    double effectiveSize() {
        return squares == 0 ? 0 : weights * weights / squares;
    }
}
