package dev.sightline.lab.objects;

import dev.sightline.lab.metrics.PrecisionAtK;
import java.util.List;
import java.util.stream.IntStream;

/** One way to search, and how well it answered each query; {@code scores} follow the order of {@code queries}. */
record ScoredSearch(PictureSearch search, Answers answers, List<ObjectQuery> queries, List<QueryScore> scores) {

    private static final PrecisionAtK AT_FIVE = new PrecisionAtK(5);
    private static final PrecisionAtK AT_TEN = new PrecisionAtK(10);
    private static final String RELEVANT = "relevant";
    private static final String OTHER = "other";

    ScoredSearch {
        queries = List.copyOf(queries);
        scores = List.copyOf(scores);
    }

    /** Asks all queries. */
    static ScoredSearch of(PictureSearch search, Answers answers, List<ObjectQuery> queries) {
        List<QueryScore> scores = queries.stream()
                .map(query -> score(search, query, answer(search, answers, query, AT_TEN.k())))
                .toList();
        return new ScoredSearch(search, answers, queries, scores);
    }

    /** The nearest pictures that may answer this query. */
    List<FoundPicture> answer(ObjectQuery query, int limit) {
        return answer(search, answers, query, limit);
    }

    /** Whether a found picture shows an object of the query's category. */
    boolean isRelevant(FoundPicture found, ObjectQuery query) {
        return isRelevant(search, found, query);
    }

    /** What this way finds more than another one, query by query. */
    List<QueryScore> minus(ScoredSearch other) {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> scores.get(i).minus(other.scores.get(i)))
                .toList();
    }

    private static QueryScore score(PictureSearch search, ObjectQuery query, List<FoundPicture> answer) {
        List<String> judged = answer.stream()
                .map(found -> isRelevant(search, found, query) ? RELEVANT : OTHER)
                .toList();
        return new QueryScore(query.picture(), AT_FIVE.of(RELEVANT, judged), AT_TEN.of(RELEVANT, judged));
    }

    private static boolean isRelevant(PictureSearch search, FoundPicture found, ObjectQuery query) {
        return search.pictures().get(found.picture()).shows(query.object().category());
    }

    private static List<FoundPicture> answer(PictureSearch search, Answers answers, ObjectQuery query, int limit) {
        return search.nearest(query).stream()
                .filter(found -> answers.allow(search.pictures().get(found.picture()), query))
                .limit(limit)
                .toList();
    }
}
