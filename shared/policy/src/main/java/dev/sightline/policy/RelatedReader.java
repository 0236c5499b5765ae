package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.EngagementKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The part of {@link PolicyReader} for Related Pins. */
final class RelatedReader {

    private RelatedReader() {}

    static RelatedPolicy read(JsonNode related) {
        return new RelatedPolicy(
                related.path("pool").asInt(), boost(related.path("boost")), experiment(related.path("experiment")));
    }

    private static BoostPolicy boost(JsonNode boost) {
        Map<EngagementKind, Double> weights = new EnumMap<>(EngagementKind.class);
        for (EngagementKind kind : EngagementKind.values()) {
            if (boost.path("weights").has(kind.slug())) {
                weights.put(kind, boost.path("weights").path(kind.slug()).asDouble());
            }
        }
        return new BoostPolicy(
                boost.path("gain").asDouble(),
                boost.path("smoothing").asDouble(),
                weights,
                boost.path("minWinner").asDouble());
    }

    private static Experiment experiment(JsonNode experiment) {
        List<Variant> variants = new ArrayList<>();
        experiment.path("variants").forEach(variant -> variants.add(variant(variant)));
        return new Experiment(
                experiment.path("salt").asText(),
                experiment.path("randomizedShare").asDouble(),
                variants);
    }

    private static Variant variant(JsonNode variant) {
        return new Variant(
                variant.path("name").asText(),
                variant.path("share").asDouble(),
                variant.has("ranker") ? variant.path("ranker").asText() : null,
                PolicyReader.mix(variant.path("related")));
    }
}
