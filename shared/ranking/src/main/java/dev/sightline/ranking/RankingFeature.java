package dev.sightline.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a ranker may know of a candidate for a query image; {@link #VERSION} changes whenever the meaning of one does.
 *
 * <p>Paper: Related Pins are ranked by a linear model over visual similarity and other features. Which other ones, and all formulas, are ours.
 */
public enum RankingFeature {
    /** 1 - Hamming fraction of the whole images, 0..1. */
    HAMMING,
    /** Cosine of the whole images' dense embeddings, -1..1. */
    COSINE,
    /** Weighted overlap of the annotations of both, 0..1. */
    ANNOTATION_OVERLAP,
    /** Share of the query's categories, by confidence, that the candidate has too, 0..1. */
    CATEGORY_CONFORMITY,
    /** Similarity of the salient colours, 0..1. */
    COLOR,
    /** How much both are saved to the same boards, a little less for popular images, 0..1. */
    CO_SAVE,
    /** The boost of the candidate as a result of this query image; any number, 0 is as expected. */
    BOOST,
    /** The boost of the candidate as a result of anything. */
    POPULARITY_BOOST,
    /** COSINE if the query image has a dominant object, else 0. */
    DOMINANT_COSINE;

    /** The version of all meanings together. */
    public static final int VERSION = 1;

    /** The form for documents and logs: lower case with dashes. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The feature of a slug. */
    public static Optional<RankingFeature> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(feature -> feature.slug().equals(slug))
                .findFirst();
    }
}
