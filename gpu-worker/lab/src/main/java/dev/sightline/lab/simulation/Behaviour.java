package dev.sightline.lab.simulation;

import dev.sightline.events.EngagementKind;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What simulated users do with results. These are all assumptions of the simulation:
 *
 * <ul>
 *   <li>Every result of an answer is shown; the result at rank r is looked at with probability {@code r^-positionBias}, whatever stands above.
 *   <li>Relevance of a result = topic x taste x appeal, each 0..1: topic is 1 if query and result have the same one, else {@code
 *       strayInterest}; taste is 1 if the result's topic is a favourite, else {@code strayInterest}; appeal is {@code minAppeal} + (1 - {@code minAppeal})
 *       x the appeal that the image has for everybody.
 *   <li>A result that is looked at gets each kind of action with probability {@code rates(kind)} x relevance + {@code noise}, each on its
 *       own: actions that mean nothing happen too.
 *   <li>Users do not tire, do not learn, do not leave, and do not mind seeing an image again; results do not influence each other.
 * </ul>
 *
 * @throws IllegalArgumentException if a number lies outside 0..1, or the position bias outside 0..3
 */
public record Behaviour(
        double positionBias, double strayInterest, double minAppeal, double noise, Map<EngagementKind, Double> rates) {

    /** Made up, so that a tenth to a third of all users save something of ten results. */
    public static final Behaviour STANDARD = new Behaviour(
            0.7,
            0.05,
            0.2,
            0.002,
            Map.of(
                    EngagementKind.CLOSE_UP, 0.4,
                    EngagementKind.CLICK, 0.25,
                    EngagementKind.LONG_CLICK, 0.12,
                    EngagementKind.SAVE, 0.15));

    private static final double MAX_BIAS = 3;

    public Behaviour {
        rates = Map.copyOf(rates);
        require("strayInterest", strayInterest, 1);
        require("minAppeal", minAppeal, 1);
        require("noise", noise, 1);
        require("positionBias", positionBias, MAX_BIAS);
        rates.forEach((kind, rate) -> require(kind.slug(), rate, 1));
    }

    /** The same users, who save what they look at and like with another probability, 0..1: the more they save, the fewer of them show a difference. */
    public Behaviour withSaveRate(double rate) {
        Map<EngagementKind, Double> others = new EnumMap<>(rates);
        others.put(EngagementKind.SAVE, rate);
        return new Behaviour(positionBias, strayInterest, minAppeal, noise, others);
    }

    private static void require(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException("expected %s in 0..%s, got %s".formatted(name, max, value));
        }
    }

    /** How likely a user does something with the result at a rank of an answer to a query, 0..1. */
    public double probability(EngagementKind kind, Look look, int rank) {
        double acts = rates.getOrDefault(kind, 0.0) * relevance(look) + noise;
        return Math.pow(rank, -positionBias) * Math.min(1, acts);
    }

    private double relevance(Look look) {
        Optional<String> topic = look.topics().topic(look.result());
        boolean fits = topic.isPresent() && topic.equals(look.topics().topic(look.query()));
        boolean liked = topic.filter(look.user().favourites()::contains).isPresent();
        double appeal = minAppeal + (1 - minAppeal) * look.topics().appeal(look.result());
        return (fits ? 1 : strayInterest) * (liked ? 1 : strayInterest) * appeal;
    }

    /** What a user does with an answer: impressions of all results, then actions, by rank. */
    List<Act> acts(
            Topics topics,
            SimulatedUser user,
            ImageSignature query,
            List<ImageSignature> results,
            SplittableRandom random) {
        List<Act> acts = new ArrayList<>();
        for (int rank = 1; rank <= results.size(); rank++) {
            acts.add(new Act(EngagementKind.IMPRESSION, results.get(rank - 1), rank));
            Look look = new Look(topics, user, query, results.get(rank - 1));
            boolean looked = random.nextDouble() < Math.pow(rank, -positionBias);
            for (EngagementKind kind : EngagementKind.values()) {
                double chance = probability(kind, look, 1);
                if (rates.containsKey(kind) && random.nextDouble() < chance && looked) {
                    acts.add(new Act(kind, results.get(rank - 1), rank));
                }
            }
        }
        return acts;
    }

    /** A user who looks at a result of a query. */
    public record Look(Topics topics, SimulatedUser user, ImageSignature query, ImageSignature result) {}

    /** One thing done with the result at a rank. */
    public record Act(EngagementKind kind, ImageSignature image, int rank) {}
}
