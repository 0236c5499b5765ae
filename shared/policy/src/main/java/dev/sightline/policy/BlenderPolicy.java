package dev.sightline.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All choices of the blender that are data: one version of one document. Two answers with one policy version, over one state of the
 * index, are equal.
 *
 * <p>{@code version} names it in every answer. {@code nearDuplicate}: largest Hamming fraction at which two images count as one, 0..1. {@code
 * related}: how Related Pins learn. {@code mixes}: the sources of each kind of group, all of {@link MixName}; a source that is absent from a mix is off in it. Immutable.
 *
 * <p>Paper: dynamic ratios of sources by what is understood of the query. Weights, floors and formulas are ours.
 *
 * @throws IllegalArgumentException if the version is blank, a share lies outside 0..1, or a mix is absent or without sources
 */
public record BlenderPolicy(
        String version,
        DotPolicy dots,
        AnnotationPolicy annotations,
        ObjectPolicy objects,
        double nearDuplicate,
        RelatedPolicy related,
        Map<MixName, Map<CandidateSource, SourcePolicy>> mixes,
        List<CategoryRule> categories) {

    public BlenderPolicy {
        if (version.isBlank()) {
            throw new IllegalArgumentException("expected the version of a policy, got a blank one");
        }
        Shares.require("nearDuplicate", nearDuplicate);
        mixes = copy(mixes);
        categories = List.copyOf(categories);
    }

    private static Map<MixName, Map<CandidateSource, SourcePolicy>> copy(
            Map<MixName, Map<CandidateSource, SourcePolicy>> mixes) {
        Map<MixName, Map<CandidateSource, SourcePolicy>> copy = new EnumMap<>(MixName.class);
        for (MixName name : MixName.values()) {
            Map<CandidateSource, SourcePolicy> sources = mixes.getOrDefault(name, Map.of());
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("expected sources in mix %s, got none".formatted(name.slug()));
            }
            copy.put(name, Map.copyOf(sources));
        }
        return Map.copyOf(copy);
    }

    /** What a source may do in a mix; empty if it is off there. */
    public Optional<SourcePolicy> source(MixName mix, CandidateSource source) {
        return Optional.ofNullable(mixes.getOrDefault(mix, Map.of()).get(source));
    }

    /** The same choices with other dots, under a name of its own. */
    public BlenderPolicy withDots(String newVersion, DotPolicy newDots) {
        return new BlenderPolicy(newVersion, newDots, annotations, objects, nearDuplicate, related, mixes, categories);
    }

    /** The same choices with other mixes, under the same name: for what holds within one request. */
    public BlenderPolicy withMixes(Map<MixName, Map<CandidateSource, SourcePolicy>> newMixes) {
        return new BlenderPolicy(version, dots, annotations, objects, nearDuplicate, related, newMixes, categories);
    }

    /** The choices for users of a variant: its mix of Related Pins, if it has one, in place of that of the policy. */
    public BlenderPolicy under(Variant variant) {
        if (variant.related().isEmpty()) {
            return this;
        }
        Map<MixName, Map<CandidateSource, SourcePolicy>> changed = new EnumMap<>(mixes);
        changed.put(MixName.RELATED, variant.related());
        return withMixes(changed);
    }
}
