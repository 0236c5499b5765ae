package dev.sightline.ranking;

import java.util.Set;

/** Orders candidates. Carried by a {@link RankerDocument}. Immutable, safe for all threads. */
public sealed interface RankingModel permits LinearModel, TreeModel {

    /** Its name in documents, answers and logs. */
    String version();

    /** The features that its score depends on. */
    Set<RankingFeature> features();

    /** How well a candidate fits its query: larger is better; comparable among the candidates of one query only. */
    double score(FeatureValues features);
}
