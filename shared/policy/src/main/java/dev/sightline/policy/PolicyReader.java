package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.DotGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes a policy of a document that follows the schema. By hand, so that a native executable needs no reflection for it. */
final class PolicyReader {

    private PolicyReader() {}

    static BlenderPolicy read(JsonNode document) {
        return new BlenderPolicy(
                document.path("version").asText(),
                dots(document.path("dots")),
                annotations(document.path("annotations")),
                objects(document.path("objects")),
                document.path("nearDuplicate").asDouble(),
                related(document),
                mixes(document.path("mixes")),
                categories(document.path("categories")));
    }

    private static DotPolicy dots(JsonNode dots) {
        JsonNode gate = dots.path("gate");
        return new DotPolicy(
                evidence(dots.path("evidence").asText()),
                dots.path("neighbors").asInt(),
                dots.path("minCategorized").asInt(),
                new DotGate(
                        gate.path("maxTopDistance").asDouble(),
                        gate.path("minTopAnnotation").asDouble(),
                        gate.path("minConformity").asDouble()));
    }

    private static DotEvidenceKind evidence(String slug) {
        for (DotEvidenceKind kind : DotEvidenceKind.values()) {
            if (kind.slug().equals(slug)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected a kind of evidence, got '%s'".formatted(slug));
    }

    private static AnnotationPolicy annotations(JsonNode annotations) {
        return new AnnotationPolicy(
                annotations.path("classifier").asDouble(),
                annotations.path("duplicateText").asDouble(),
                annotations.path("neighbors").asDouble(),
                annotations.path("neighborCount").asInt(),
                annotations.path("minConfidence").asDouble());
    }

    private static ObjectPolicy objects(JsonNode objects) {
        return new ObjectPolicy(
                objects.path("minConfidence").asDouble(),
                objects.path("minDominance").asDouble(),
                objects.path("maxGroups").asInt());
    }

    private static Map<MixName, Map<CandidateSource, SourcePolicy>> mixes(JsonNode mixes) {
        Map<MixName, Map<CandidateSource, SourcePolicy>> read = new EnumMap<>(MixName.class);
        for (MixName name : MixName.values()) {
            read.put(name, mix(mixes.path(name.slug())));
        }
        return read;
    }

    /** Documents from before Related Pins learned do not say how; they have the standard's part. */
    private static RelatedPolicy related(JsonNode document) {
        return document.has("related")
                ? RelatedReader.read(document.path("related"))
                : StandardPolicy.policy().related();
    }

    static Map<CandidateSource, SourcePolicy> mix(JsonNode mix) {
        Map<CandidateSource, SourcePolicy> read = new EnumMap<>(CandidateSource.class);
        for (CandidateSource source : CandidateSource.values()) {
            if (mix.has(source.slug())) {
                read.put(source, source(mix.path(source.slug())));
            }
        }
        return read;
    }

    private static SourcePolicy source(JsonNode source) {
        return new SourcePolicy(
                source.path("weight").asDouble(),
                source.path("floor").asInt(),
                source.path("minConfidence").asDouble(),
                Duration.parse(source.path("budget").asText()));
    }

    private static List<CategoryRule> categories(JsonNode categories) {
        List<CategoryRule> read = new ArrayList<>();
        categories.forEach(category -> read.add(new CategoryRule(
                category.path("name").asText(),
                words(category.path("objectCategories")),
                words(category.path("annotations")),
                category.path("minConfidence").asDouble(),
                weights(category.path("weights")),
                words(category.path("preferredWords")))));
        return read;
    }

    private static Map<CandidateSource, Double> weights(JsonNode weights) {
        Map<CandidateSource, Double> read = new EnumMap<>(CandidateSource.class);
        for (CandidateSource source : CandidateSource.values()) {
            if (weights.has(source.slug())) {
                read.put(source, weights.path(source.slug()).asDouble());
            }
        }
        return read;
    }

    private static List<String> words(JsonNode words) {
        List<String> read = new ArrayList<>();
        words.forEach(word -> read.add(word.asText()));
        return read;
    }
}
