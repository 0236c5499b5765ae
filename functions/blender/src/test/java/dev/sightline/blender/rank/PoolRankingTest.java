package dev.sightline.blender.rank;

import static dev.sightline.blender.Corpus.AT_0;
import static dev.sightline.blender.Corpus.AT_135;
import static dev.sightline.blender.Corpus.AT_20;
import static dev.sightline.blender.Corpus.AT_45;
import static dev.sightline.blender.Corpus.AT_75;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.QueryContexts;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.EngagementMessage;
import dev.sightline.index.SearchView;
import dev.sightline.policy.Variant;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryRankerStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ImageSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders of a pool that was mixed with the least similar image first: 135, 75, 45 and 20 degrees from the query image. */
class PoolRankingTest {

    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final Variant STANDARD = new Variant("standard", 1, null, Map.of());
    private static final Variant LEARNED = new Variant("learned", 1, "linear-1", Map.of());
    private static final Exposure FIRST = new Exposure("web", 1);

    private final SearchView view = Corpus.writeTo(new InMemoryVisualIndex()).open();
    private final InMemoryPinIndex pins = new InMemoryPinIndex();
    private final InMemoryEngagementIndex engagement = new InMemoryEngagementIndex();
    private final InMemoryRankerStore rankers = new InMemoryRankerStore();
    private final PoolRanking ranking =
            new PoolRanking(new PoolLookup(pins, engagement, AMPLE), new Rankers(rankers, AMPLE));
    private final RelatedPool pool = new RelatedPool(view);

    @Test
    void rank_withoutRankerAndEngagement_keepsTheOrderOfTheMixAndCutsIt() {
        Ranking order = rank(pool.blended(3), STANDARD, "request-1");

        assertThat(images(order)).containsExactly(AT_135, AT_75, AT_45);
        assertThat(order.ranker()).isEqualTo("none");
        assertThat(order.whyNotRanked()).isEmpty();
        assertThat(order.results())
                .allSatisfy(result -> assertThat(result.propensity()).isEqualTo(1));
    }

    @Test
    void rank_byARanker_ordersTheWholePoolBeforeItIsCut() {
        keep(Map.of(RankingFeature.COSINE, 1.0));

        Ranking order = rank(pool.blended(3), LEARNED, "request-1");

        assertThat(images(order)).containsExactly(AT_20, AT_45, AT_75);
        assertThat(order.ranker()).isEqualTo("linear-1");
        assertThat(order.results()).extracting(RankedResult::rankBefore).containsExactly(4, 3, 2);
        assertThat(feature(order, RankingFeature.COSINE)).isCloseTo(Math.cos(Math.toRadians(20)), within(1e-6));
        assertThat(feature(order, RankingFeature.CO_SAVE)).isZero();
        assertThat(feature(order, RankingFeature.BOOST)).isZero();
    }

    @Test
    void rank_byAnUnknownRanker_keepsTheOrderOfTheMixAndSaysSo() {
        Ranking order = rank(pool.blended(4), LEARNED, "request-1");

        assertThat(images(order)).containsExactly(AT_135, AT_75, AT_45, AT_20);
        assertThat(order.ranker()).isEqualTo("none");
        assertThat(order.whyNotRanked()).get().asString().contains("linear-1");
    }

    @Test
    void rank_withEngagement_boostsWhatIsSavedMoreThanItsPlacesExplain() {
        saved(AT_20, 40);

        Ranking order = rank(pool.blended(4), STANDARD, "request-1");

        assertThat(images(order)).containsExactly(AT_20, AT_135, AT_75, AT_45);
        RankedResult first = order.results().getFirst();
        // Of 100 impressions at a place with a rate of 0.1, 10 saves are expected: log(45 / 15) with weight 1 and gain
        // 0.5.
        assertThat(first.boost()).isCloseTo(0.5 * Math.log(3), within(1e-9));
        assertThat(first.score()).isCloseTo(1.0 / 5 + 0.5 * Math.log(3), within(1e-9));
    }

    @Test
    void rank_byARankerThatKnowsTheBoost_doesNotAddItAgain() {
        keep(Map.of(RankingFeature.BOOST, 2.0));
        saved(AT_20, 40);

        RankedResult first =
                rank(pool.blended(4), LEARNED, "request-1").results().getFirst();

        assertThat(first.boost()).isZero();
        assertThat(first.score()).isCloseTo(2 * Math.log(3), within(1e-9));
    }

    @Test
    void rank_withADominantObject_weighsSimilarityMore() {
        Ranking order = rank(pool.withDominantObject().blended(4), STANDARD, "request-1");

        // 1/2 - 0.25 x 0.71, 1/3 + 0.25 x 0.26, 1/4 + 0.25 x 0.71, 1/5 + 0.25 x 0.94.
        assertThat(images(order)).containsExactly(AT_20, AT_45, AT_75, AT_135);
    }

    @Test
    void rank_whenNothingAnswers_missesFeaturesAndKeepsTheOrder() {
        saved(AT_20, 40);
        pins.becomeUnavailable();
        engagement.becomeUnavailable();

        Ranking order = rank(pool.blended(4), STANDARD, "request-1");

        assertThat(images(order)).containsExactly(AT_135, AT_75, AT_45, AT_20);
        assertThat(order.results().getFirst().features().values())
                .containsKey(RankingFeature.HAMMING)
                .doesNotContainKeys(RankingFeature.CO_SAVE, RankingFeature.BOOST, RankingFeature.POPULARITY_BOOST);
    }

    @Test
    void drawn_order_isAPermutationOfTheTopThatTheRequestDecides() {
        List<RankedResult> top = rank(pool.blended(3), STANDARD, "request-1").results();
        Set<List<Integer>> orders = new HashSet<>();
        int[] firsts = new int[top.size()];

        IntStream.range(0, 3000).forEach(request -> {
            List<RankedResult> drawn = DrawnOrder.of(top, "request-" + request);
            assertThat(drawn).isEqualTo(DrawnOrder.of(top, "request-" + request));
            orders.add(drawn.stream().map(RankedResult::rankBefore).toList());
            firsts[drawn.getFirst().rankBefore() - 1]++;
            assertThat(drawn)
                    .allSatisfy(result -> assertThat(result.propensity()).isEqualTo(1.0 / 3));
        });

        assertThat(orders).hasSize(6);
        // 1000 expected; five standard deviations are 129.
        assertThat(firsts)
                .satisfies(counts ->
                        IntStream.of(counts).forEach(count -> assertThat(count).isBetween(871, 1129)));
    }

    @Test
    void log_ofARankedAnswer_holdsAllThatTheRankingSaw() {
        RecordingEventQueue<EngagementMessage> queue = new RecordingEventQueue<>();
        RankingRequest request = new RankingRequest(context(STANDARD), "request-1");
        RankedQuery ranked = ranking.rank(pool.blended(2), request);

        new AnswerLog(queue, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), AMPLE).log(ranked, request);

        assertThat(queue.sent()).singleElement().isInstanceOfSatisfying(AnswerServed.class, served -> {
            assertThat(served.requestId()).isEqualTo("request-1");
            assertThat(served.query()).isEqualTo(AT_0.hex());
            assertThat(served.variant()).isEqualTo("standard");
            assertThat(served.ranker()).isEqualTo("none");
            assertThat(served.results()).extracting(result -> result.image()).containsExactly(AT_135, AT_75);
            assertThat(served.results()).extracting(result -> result.rank()).containsExactly(1, 2);
            assertThat(served.results().getFirst().sources()).containsExactly("image-search");
            assertThat(served.results().getFirst().features()).containsKeys("cosine", "hamming", "boost", "co-save");
        });
    }

    @Test
    void log_thatTheQueueRefuses_failsNoAnswer() {
        RecordingEventQueue<EngagementMessage> queue = new RecordingEventQueue<>();
        queue.refuse(0);
        RankingRequest request = new RankingRequest(context(STANDARD), "request-1");

        new AnswerLog(queue, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), AMPLE)
                .log(ranking.rank(pool.blended(2), request), request);

        assertThat(queue.sent()).isEmpty();
    }

    private QueryContext context(Variant variant) {
        QueryContext patient = QueryContexts.of(view);
        return new QueryContext(patient.view(), patient.policy(), patient.budget(), variant, "");
    }

    private Ranking rank(BlendedQuery blended, Variant variant, String requestId) {
        return ranking.rank(blended, new RankingRequest(context(variant), requestId))
                .order()
                .orElseThrow();
    }

    private void keep(Map<RankingFeature, Double> weights) {
        rankers.keep("linear-1", RankerDocument.write(new LinearModel("linear-1", 0, weights, Map.of())));
    }

    private void saved(ImageSignature result, long saves) {
        EngagementCounts counts = new EngagementCounts(Map.of(FIRST, 100L), Map.of(EngagementKind.SAVE, saves));
        engagement.replaceAll(
                List.of(new PairCounts(AT_0, result, counts)),
                Map.of(result, counts),
                new EngagementRates(Map.of(FIRST, Map.of(EngagementKind.SAVE, 0.1))));
    }

    private static List<ImageSignature> images(Ranking order) {
        return order.results().stream()
                .map(result -> result.result().candidate().image().signature())
                .toList();
    }

    private static double feature(Ranking order, RankingFeature feature) {
        return order.results().getFirst().features().value(feature).orElseThrow();
    }
}
