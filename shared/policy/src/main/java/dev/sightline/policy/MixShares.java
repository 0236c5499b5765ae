package dev.sightline.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which share of a group each source has if all are triggered with a confidence of 1: its weight over the sum of weights. */
final class MixShares {

    private MixShares() {}

    /** The shares that differ: of each mix, and of each mix under each rule that both policies have or one of them. */
    static List<ShareChange> changes(BlenderPolicy before, BlenderPolicy after) {
        List<ShareChange> changes = new ArrayList<>();
        Map<String, CategoryRule> left = rules(before);
        Map<String, CategoryRule> right = rules(after);
        for (MixName mix : MixName.values()) {
            add(mix, null, of(before, mix, null), of(after, mix, null), changes);
        }
        Map<String, CategoryRule> all = new LinkedHashMap<>(left);
        right.forEach(all::putIfAbsent);
        for (String rule : all.keySet()) {
            for (MixName mix : MixName.values()) {
                add(mix, rule, of(before, mix, left.get(rule)), of(after, mix, right.get(rule)), changes);
            }
        }
        return changes;
    }

    private static void add(
            MixName mix,
            @Nullable String rule,
            Map<CandidateSource, Double> before,
            Map<CandidateSource, Double> after,
            List<ShareChange> changes) {
        if (before.equals(after)) {
            return;
        }
        for (CandidateSource source : CandidateSource.values()) {
            double left = before.getOrDefault(source, 0.0);
            double right = after.getOrDefault(source, 0.0);
            if (left > 0 || right > 0) {
                changes.add(new ShareChange(mix, rule, source, left, right));
            }
        }
    }

    private static Map<CandidateSource, Double> of(BlenderPolicy policy, MixName mix, @Nullable CategoryRule rule) {
        Map<CandidateSource, Double> weights = new EnumMap<>(CandidateSource.class);
        policy.mixes().getOrDefault(mix, Map.of()).forEach((source, part) -> {
            double own = part.weight();
            weights.put(source, rule == null ? own : rule.weights().getOrDefault(source, own));
        });
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((source, weight) -> weight / sum);
        return weights;
    }

    private static Map<String, CategoryRule> rules(BlenderPolicy policy) {
        Map<String, CategoryRule> rules = new LinkedHashMap<>();
        policy.categories().forEach(rule -> rules.put(rule.name(), rule));
        return rules;
    }
}
