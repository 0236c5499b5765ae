package dev.sightline.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.DotGate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a document of a policy, with all fields in the order of the schema and sources in the order of {@link CandidateSource}. */
final class PolicyWriter {

    private PolicyWriter() {}

    static ObjectNode write(BlenderPolicy policy) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("version", policy.version());
        dots(document.putObject("dots"), policy.dots());
        AnnotationPolicy annotations = policy.annotations();
        document.putObject("annotations")
                .put("classifier", annotations.classifier())
                .put("duplicateText", annotations.duplicateText())
                .put("neighbors", annotations.neighbors())
                .put("neighborCount", annotations.neighborCount())
                .put("minConfidence", annotations.minConfidence());
        document.putObject("objects")
                .put("minConfidence", policy.objects().minConfidence())
                .put("minDominance", policy.objects().minDominance())
                .put("maxGroups", policy.objects().maxGroups());
        document.put("nearDuplicate", policy.nearDuplicate());
        RelatedWriter.write(document.putObject("related"), policy.related());
        mixes(document.putObject("mixes"), policy);
        var categories = document.putArray("categories");
        policy.categories().forEach(rule -> category(categories.addObject(), rule));
        return document;
    }

    private static void dots(ObjectNode node, DotPolicy dots) {
        DotGate gate = dots.gate();
        node.put("evidence", dots.evidence().slug())
                .put("neighbors", dots.neighbors())
                .put("minCategorized", dots.minCategorized());
        node.putObject("gate")
                .put("maxTopDistance", gate.maxTopDistance())
                .put("minTopAnnotation", gate.minTopAnnotation())
                .put("minConformity", gate.minConformity());
    }

    private static void mixes(ObjectNode node, BlenderPolicy policy) {
        for (MixName name : MixName.values()) {
            mix(node.putObject(name.slug()), policy.mixes().getOrDefault(name, Map.of()));
        }
    }

    static void mix(ObjectNode node, Map<CandidateSource, SourcePolicy> sources) {
        for (CandidateSource source : CandidateSource.values()) {
            Optional.ofNullable(sources.get(source)).ifPresent(part -> source(node.putObject(source.slug()), part));
        }
    }

    private static void source(ObjectNode node, SourcePolicy source) {
        node.put("weight", source.weight())
                .put("floor", source.floor())
                .put("minConfidence", source.minConfidence())
                .put("budget", source.budget().toString());
    }

    private static void category(ObjectNode node, CategoryRule rule) {
        node.put("name", rule.name());
        words(node, "objectCategories", rule.objectCategories());
        words(node, "annotations", rule.annotations());
        node.put("minConfidence", rule.minConfidence());
        ObjectNode weights = node.putObject("weights");
        for (CandidateSource source : CandidateSource.values()) {
            if (rule.weights().containsKey(source)) {
                weights.put(source.slug(), rule.weights().get(source));
            }
        }
        words(node, "preferredWords", rule.preferredWords());
    }

    private static void words(ObjectNode node, String name, List<String> words) {
        words.forEach(node.putArray(name)::add);
    }
}
