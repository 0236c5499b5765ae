package dev.sightline.blender.rank;

import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.Memboost;
import dev.sightline.index.CoSavedImage;
import dev.sightline.index.StoredImage;
import dev.sightline.policy.BoostPolicy;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes the features of a candidate of what is known; what each means is said by {@link RankingFeature}. */
final class CandidateFeatures {

    private final QueryFocus focus;
    private final PoolFacts facts;
    private final Memboost memboost;
    private final boolean dominant;

    CandidateFeatures(QueryFocus focus, PoolFacts facts, BoostPolicy boost) {
        this.focus = focus;
        this.facts = facts;
        this.memboost = new Memboost(boost.smoothing(), boost.weights());
        this.dominant = focus.understanding().objects().stream().anyMatch(UnderstoodObject::dominant);
    }

    FeatureValues of(Candidate candidate) {
        StoredImage image = candidate.image();
        Map<RankingFeature, Double> values = new EnumMap<>(RankingFeature.class);
        values.put(
                RankingFeature.HAMMING,
                1 - HammingDistance.fraction(focus.embedding().binary(), image.binary()));
        cosine(candidate).ifPresent(cosine -> {
            values.put(RankingFeature.COSINE, cosine);
            values.put(RankingFeature.DOMINANT_COSINE, dominant ? cosine : 0);
        });
        put(values, RankingFeature.ANNOTATION_OVERLAP, Overlap.ofAnnotations(focus.understanding(), image));
        put(values, RankingFeature.CATEGORY_CONFORMITY, conformity(image.signature()));
        put(
                values,
                RankingFeature.COLOR,
                ColorSimilarity.of(focus.understanding().colors(), image.colors()));
        put(values, RankingFeature.CO_SAVE, coSave(image.signature()));
        put(values, RankingFeature.BOOST, boost(facts.pairs(), image.signature()));
        put(values, RankingFeature.POPULARITY_BOOST, boost(facts.popular(), image.signature()));
        return new FeatureValues(values);
    }

    private static void put(Map<RankingFeature, Double> values, RankingFeature feature, OptionalDouble value) {
        value.ifPresent(known -> values.put(feature, known));
    }

    private OptionalDouble cosine(Candidate candidate) {
        if (candidate.finding() instanceof Lookalike like) {
            return OptionalDouble.of(like.cosine());
        }
        Map<ImageSignature, Embedding> embeddings = facts.embeddings();
        Embedding embedding =
                embeddings == null ? null : embeddings.get(candidate.image().signature());
        return embedding == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(focus.embedding().dense().cosine(embedding.dense()));
    }

    private OptionalDouble conformity(ImageSignature image) {
        var objects = facts.objects();
        return objects == null || !focus.understanding().complete()
                ? OptionalDouble.empty()
                : Overlap.ofCategories(focus.understanding().objects(), objects.getOrDefault(image, List.of()));
    }

    private OptionalDouble coSave(ImageSignature image) {
        Map<ImageSignature, CoSavedImage> coSaves = facts.coSaves();
        if (coSaves == null) {
            return OptionalDouble.empty();
        }
        CoSavedImage found = coSaves.get(image);
        return OptionalDouble.of(found == null ? 0 : found.score());
    }

    private OptionalDouble boost(@Nullable Map<ImageSignature, EngagementCounts> counts, ImageSignature image) {
        var rates = facts.rates();
        return counts == null || rates == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(memboost.boost(counts.getOrDefault(image, EngagementCounts.NONE), rates));
    }
}
