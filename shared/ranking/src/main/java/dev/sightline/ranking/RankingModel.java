package dev.sightline.ranking;

/** Orders candidates. Immutable, safe for all threads. */
public interface RankingModel {

    /** Its name in documents, answers and logs. */
    String version();

    /** How well a candidate fits its query: larger is better; comparable among the candidates of one query only. */
    double score(FeatureValues features);
}
