package dev.sightline.blender.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.dots.Dot.Decided;
import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SearchView;
import dev.sightline.metrics.Metric;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.policy.DotPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingMetrics;
import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DotSelectionTest {

    private static final DotPolicy OBJECTS = new DotPolicy(DotEvidenceKind.OBJECTS, 3, 3, DotGate.OPEN);
    private static final DotPolicy IMAGES = new DotPolicy(DotEvidenceKind.IMAGES, 3, 2, DotGate.OPEN);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicLong nanos = new AtomicLong();
    private final RecordingMetrics told = new RecordingMetrics();
    private final InMemoryVisualIndex index = DotWorld.index();
    private final DotSelection selection =
            new DotSelection(new DotSignalsCache(100, Duration.ofMinutes(10), nanos::get), 10, told);

    @Test
    void select_objectsAsEvidence_hasTheSignalsOfOtherImagesOnly() {
        ImageDots dots = select(index.open(), OBJECTS);

        assertThat(dots.dots()).extracting(dot -> dot.object().id()).containsExactly(DotWorld.CUP, DotWorld.CHAIR);
        // 4, 8 and 16 of 64 bits; the same object in the near-duplicate would have been at 0.
        DotSignals chair = signals(dots, DotWorld.CHAIR);
        assertThat(chair.topDistance()).isEqualTo(4 / 64.0);
        assertThat(chair.topAnnotation())
                .isCloseTo((0.9375 * 0.8 + 0.875 * 0.4) / (0.9375 + 0.875 + 0.75), within(1e-12));
        assertThat(chair.conformity()).isEqualTo(2 / 3.0);
        assertThat(signals(dots, DotWorld.CUP).topDistance()).isEqualTo(24 / 64.0);
        // Its results agree on a category, but not on its own.
        assertThat(signals(dots, DotWorld.CUP).conformity()).isZero();
        assertThat(dots.partial()).isFalse();
        assertThat(told.of(Metric.DOTS_SHOWN).getFirst()
                        + told.of(Metric.DOTS_HIDDEN).getFirst())
                .isEqualTo(2);
    }

    @Test
    void select_imagesAsEvidence_takesLabelsAndBoardsOfImages() {
        DotSignals chair = signals(select(index.open(), IMAGES), DotWorld.CHAIR);

        // 20, 24 and 32 of 64 bits; the third image's folder is a date and no board.
        assertThat(chair.topDistance()).isEqualTo(20 / 64.0);
        assertThat(chair.topAnnotation()).isCloseTo(0.625 * 0.9 / (0.6875 + 0.625 + 0.5), within(1e-12));
        assertThat(chair.conformity()).isEqualTo(1);
    }

    @Test
    void select_tooFewResultsWithACategory_hasNoConformity() {
        DotPolicy three = new DotPolicy(DotEvidenceKind.IMAGES, 3, 3, DotGate.OPEN);

        assertThat(signals(select(index.open(), three), DotWorld.CHAIR).conformity())
                .isNull();
    }

    @Test
    void select_answer_saysOfWhatItIs() {
        ImageDots dots = select(index.open(), OBJECTS);

        assertThat(dots.policyVersion()).isEqualTo("dots-test");
        assertThat(dots.generation())
                .isEqualTo(index.layout().generations().iterator().next());
        assertThat(dots.image().signature()).isEqualTo(DotWorld.SCENE);
    }

    @Test
    void select_otherThresholds_judgeKnownSignalsAnew() {
        ObservedView view = new ObservedView(index.open());
        select(view, OBJECTS);
        int searches = view.searches().size();

        ImageDots strict = select(view, new DotPolicy(DotEvidenceKind.OBJECTS, 3, 3, new DotGate(0.25, 0, 0)));

        assertThat(view.searches()).hasSize(searches);
        assertThat(decided(strict, DotWorld.CHAIR).shown()).isTrue();
        assertThat(decided(strict, DotWorld.CUP).shown()).isFalse();
        assertThat(decided(strict, DotWorld.CUP).refusals())
                .extracting(DotRefusal::reason)
                .containsExactly("expected a nearest result with a Hamming fraction of at most 0.250, got 0.375");
    }

    @Test
    void select_firstTime_searchesEachObjectAndTheNearDuplicatesOnce() {
        ObservedView view = new ObservedView(index.open());

        select(view, OBJECTS);

        assertThat(view.searches()).hasSize(3);
        assertThat(view.searches())
                .filteredOn(search -> search.limit() == 3)
                .hasSize(2)
                .allSatisfy(search ->
                        assertThat(search.exclude()).containsExactlyInAnyOrder(DotWorld.SCENE, DotWorld.COPY));
    }

    @Test
    void select_otherSearchPolicy_isAnotherQuestion() {
        ObservedView view = new ObservedView(index.open());
        select(view, OBJECTS);

        select(view, IMAGES);
        assertThat(view.searches()).hasSize(6);
        select(view, new DotPolicy(DotEvidenceKind.OBJECTS, 2, 3, DotGate.OPEN));
        assertThat(view.searches()).hasSize(9);
        select(view, new DotPolicy(DotEvidenceKind.OBJECTS, 3, 2, DotGate.OPEN));
        assertThat(view.searches()).hasSize(12);
        select(view, OBJECTS);
        assertThat(view.searches()).hasSize(12);
    }

    @Test
    void select_otherGeneration_isAnotherQuestion() {
        select(index.open(), OBJECTS);
        index.serve(index.open(Fixtures.aModelSet()));
        index.write(DotWorld.images());
        ObservedView rebuilt = new ObservedView(index.open());

        select(rebuilt, OBJECTS);

        assertThat(rebuilt.searches()).hasSize(3);
    }

    @Test
    void select_newImageInAGeneration_isSeenOnceTheSignalsAreForgotten() {
        select(index.open(), OBJECTS);
        index.write(List.of(DotWorld.closer()));

        nanos.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
        assertThat(signals(select(index.open(), OBJECTS), DotWorld.CHAIR).topDistance())
                .isEqualTo(4 / 64.0);
        nanos.addAndGet(1);
        assertThat(signals(select(index.open(), OBJECTS), DotWorld.CHAIR).topDistance())
                .isZero();
    }

    @Test
    void select_oneObjectLate_isUndecidedAloneAndAskedAgain() {
        CountDownLatch never = new CountDownLatch(1);
        // The test waits for as long as the budget lasts: long enough for all the others, whatever else the machine
        // does.
        TimeBudget budget = TimeBudget.start(Duration.ofSeconds(2), System::nanoTime);
        ObservedView view = new ObservedView(index.open(), id -> {
            if (id.equals(DotWorld.CUP)) {
                await(never);
            }
        });

        ImageDots dots = select(view, OBJECTS, budget);

        assertThat(dots.partial()).isTrue();
        assertThat(decided(dots, DotWorld.CHAIR).shown()).isTrue();
        assertThat(undecided(dots, DotWorld.CUP).reason())
                .matches("expected the index to answer within \\d+ ms, got nothing");
        ObservedView healthy = new ObservedView(index.open());
        assertThat(select(healthy, OBJECTS).partial()).isFalse();
        assertThat(healthy.searches()).hasSize(2);
    }

    @Test
    void select_noTimeLeft_decidesNothing() {
        CountDownLatch never = new CountDownLatch(1);
        ObservedView view = new ObservedView(index.open(), id -> await(never));

        ImageDots dots = select(view, OBJECTS, TimeBudget.start(Duration.ZERO, System::nanoTime));

        assertThat(dots.partial()).isTrue();
        assertThat(dots.dots()).hasSize(2).allMatch(Undecided.class::isInstance);
    }

    @Test
    void select_oneSearchFails_isUndecidedAlone() {
        ObservedView view = new ObservedView(index.open(), id -> failIfCup(id, ErrorCode.INDEX_UNAVAILABLE));

        ImageDots dots = select(view, OBJECTS);

        assertThat(decided(dots, DotWorld.CHAIR).shown()).isTrue();
        assertThat(undecided(dots, DotWorld.CUP).reason()).isEqualTo("the search failed: index-unavailable");
    }

    @Test
    void select_defect_isThrown() {
        ObservedView view = new ObservedView(index.open(), id -> failIfCup(id, ErrorCode.DEFECT));

        assertThatThrownBy(() -> select(view, OBJECTS))
                .isInstanceOf(SightlineException.class)
                .extracting("code")
                .isEqualTo(ErrorCode.DEFECT);
    }

    @Test
    void select_imageWithoutObjects_searchesNothing() {
        ObservedView view = new ObservedView(index.open());

        ImageDots dots =
                selection.select(view.image(DotWorld.SCENE).orElseThrow(), List.of(), context(view, OBJECTS, LONG));

        assertThat(dots.dots()).isEmpty();
        assertThat(dots.partial()).isFalse();
        assertThat(view.searches()).isEmpty();
    }

    private static void failIfCup(ObjectId id, ErrorCode code) {
        if (id.equals(DotWorld.CUP)) {
            throw new SightlineException(code, "told to fail");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImageDots select(SearchView view, DotPolicy policy) {
        return select(view, policy, TimeBudget.start(LONG, System::nanoTime));
    }

    private ImageDots select(SearchView view, DotPolicy policy, TimeBudget budget) {
        return selection.select(
                view.image(DotWorld.SCENE).orElseThrow(),
                view.objects(DotWorld.SCENE),
                new QueryContext(view, DotPolicies.with(policy), budget));
    }

    private static QueryContext context(SearchView view, DotPolicy policy, Duration budget) {
        return new QueryContext(view, DotPolicies.with(policy), TimeBudget.start(budget, System::nanoTime));
    }

    private static DotSignals signals(ImageDots dots, ObjectId id) {
        return decided(dots, id).signals();
    }

    private static Decided decided(ImageDots dots, ObjectId id) {
        return (Decided) dot(dots, id);
    }

    private static Undecided undecided(ImageDots dots, ObjectId id) {
        return (Undecided) dot(dots, id);
    }

    private static Dot dot(ImageDots dots, ObjectId id) {
        return dots.dots().stream()
                .filter(dot -> dot.object().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
