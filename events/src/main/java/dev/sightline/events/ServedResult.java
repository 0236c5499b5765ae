package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;

/**
 * One result of a served answer. Ours.
 *
 * <p>{@code rank}: its place, from 1; {@code rankBefore}: its place before ranking. {@code propensity}: the probability with which this image had
 * this place, 0..1; 1 unless the order was drawn. {@code score}: the ranker's, larger is better. {@code category}: of the image's surest
 * object, empty if it has none. {@code sources}: slugs of all that offered it. {@code features}: by name; a missing feature is absent.
 */
public record ServedResult(
        ImageSignature image,
        int rank,
        int rankBefore,
        double propensity,
        double score,
        String category,
        List<String> sources,
        Map<String, Double> features) {

    public ServedResult {
        sources = List.copyOf(sources);
        features = Map.copyOf(features);
    }
}
