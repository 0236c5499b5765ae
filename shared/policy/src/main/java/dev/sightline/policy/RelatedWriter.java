package dev.sightline.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.EngagementKind;
import java.util.Map;

/** The part of {@link PolicyWriter} for Related Pins. What a variant does not say is left out. */
final class RelatedWriter {

    private RelatedWriter() {}

    static void write(ObjectNode node, RelatedPolicy related) {
        node.put("pool", related.pool());
        boost(node.putObject("boost"), related.boost());
        Experiment experiment = related.experiment();
        ObjectNode written = node.putObject("experiment");
        written.put("salt", experiment.salt()).put("randomizedShare", experiment.randomizedShare());
        ArrayNode variants = written.putArray("variants");
        experiment.variants().forEach(variant -> variant(variants.addObject(), variant));
    }

    private static void boost(ObjectNode node, BoostPolicy boost) {
        node.put("gain", boost.gain()).put("smoothing", boost.smoothing());
        ObjectNode weights = node.putObject("weights");
        for (EngagementKind kind : EngagementKind.values()) {
            Map<EngagementKind, Double> known = boost.weights();
            if (known.containsKey(kind)) {
                weights.put(kind.slug(), known.get(kind));
            }
        }
        node.put("minWinner", boost.minWinner());
    }

    private static void variant(ObjectNode node, Variant variant) {
        node.put("name", variant.name()).put("share", variant.share());
        variant.rankerVersion().ifPresent(ranker -> node.put("ranker", ranker));
        if (!variant.related().isEmpty()) {
            PolicyWriter.mix(node.putObject("related"), variant.related());
        }
    }
}
