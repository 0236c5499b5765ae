package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerMetrics;
import dev.sightline.blender.respond.AnswerSpans;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.staging.QueryKeeper;
import dev.sightline.blender.understand.QueryAnalyzer;
import dev.sightline.blender.understand.Understandings;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearcher;
import dev.sightline.metrics.Metrics;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another model set is served between any two steps of a query: the answer is wholly that of the generation that was served when the
 * query came.
 */
class SwapDuringQueryTest {

    private static final ModelSet OLD = Fixtures.aModelSet();
    private static final ModelSet NEW = Fixtures.aModelSet("2");
    private static final BySignature IMAGE = new BySignature(Corpus.AT_0);
    private static final int MORE_STEPS_THAN_ANY_QUERY_HAS = 20;

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final InMemoryImageStore store = new InMemoryImageStore();
    private final IndexGeneration first = new IndexGeneration(OLD.id(), 1);
    private final IndexGeneration second = new IndexGeneration(NEW.id(), 1);
    private final AtomicInteger stepsUntilTheSwap = new AtomicInteger();

    static Stream<VisualQuery> queries() {
        NormalizedBox box = new NormalizedBox(0.25, 0, 0.5, 1);
        return Stream.of(
                new RelatedPins(IMAGE, Limit.DEFAULT),
                new Flashlight(
                        new ObjectTarget(new ObjectId(Corpus.AT_0, 1), new StoredSubject(IMAGE)),
                        Refinement.NONE,
                        Limit.DEFAULT),
                new Flashlight(new BoxTarget(new StoredSubject(IMAGE), box), Refinement.NONE, Limit.DEFAULT),
                new Lens(new Picture(Corpus.PIXELS_AT_0), Refinement.NONE, Limit.DEFAULT));
    }

    /** The same images, which the new model set sees the other way round. */
    @BeforeEach
    void indexUnderBothModelSets() {
        store.put(Corpus.key(0), Corpus.PIXELS_AT_0);
        index.write(List.of(
                image(Corpus.AT_0, 0),
                image(Corpus.AT_20, 20),
                image(Corpus.AT_45, 45),
                image(Corpus.AT_75, 75),
                image(Corpus.AT_135, 135)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answer_withSwapBetweenAnyTwoSteps_isWhollyOfOneGeneration(VisualQuery query) {
        Answer before = answer(query, first, MORE_STEPS_THAN_ANY_QUERY_HAS);
        Answer after = answer(query, second, MORE_STEPS_THAN_ANY_QUERY_HAS);
        assertThat(after).isNotEqualTo(before);

        assertThat(answer(query, first, 0)).isEqualTo(after);
        for (int steps = 1; steps < MORE_STEPS_THAN_ANY_QUERY_HAS; steps++) {
            assertThat(answer(query, first, steps))
                    .as("swap before step %d", steps)
                    .isEqualTo(before);
        }
    }

    private Answer answer(VisualQuery query, IndexGeneration served, int steps) {
        index.serve(served);
        stepsUntilTheSwap.set(steps);
        InMemoryStagedQueries staged = new InMemoryStagedQueries();
        var stages = new VisualDiscovery.Stages(
                Understandings.of(store, new BothModelSets(), staged),
                new CandidateSearch(10, EmptyViews.create(), Clock.fixed(Fixtures.NOW, ZoneOffset.UTC)),
                new QueryKeeper(staged, Duration.ofMinutes(1)),
                Duration.ofMinutes(1),
                Orderings.withoutEngagement());
        var discovery = new VisualDiscovery(
                new SteppedSearcher(),
                PatientPolicy::policy,
                stages,
                new VisualDiscovery.Telling(
                        new AnswerMetrics(Metrics.NONE), new AnswerSpans(Tracer.NONE, () -> Fixtures.TRACE)),
                Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));
        return discovery.answer(query, "request", AccessScope.ALL);
    }

    private void step() {
        if (stepsUntilTheSwap.getAndDecrement() == 0) {
            index.serve(second);
        }
    }

    private static IndexedImage image(ImageSignature signature, int degrees) {
        AnalyzedObject cup = new AnalyzedObject(Corpus.CUP, Corpus.embedding(170 - degrees));
        AnalyzedObject chair = new AnalyzedObject(Corpus.CHAIR, Corpus.embedding(90 - degrees / 2));
        ImageAnalysis seen = Corpus.analysis(150 - degrees, chair, cup);
        return new IndexedImage(
                new FeatureRecord(signature, under(NEW, seen), Fixtures.NOW),
                List.of(Corpus.key(degrees)),
                Fixtures.NOW);
    }

    private static ImageAnalysis under(ModelSet modelSet, ImageAnalysis seen) {
        return new ImageAnalysis(
                modelSet, seen.frame(), seen.embedding(), seen.labels(), seen.objects(), seen.colors());
    }

    /** Each question to the index is a step. */
    private final class SteppedSearcher implements VisualSearcher {

        @Override
        public SearchView open(AccessScope scope) {
            step();
            return stepped(index.open(scope));
        }

        @Override
        public SearchView open(IndexGeneration generation) {
            throw new AssertionError("a query opens what is served");
        }

        private SearchView stepped(SearchView view) {
            return (SearchView) Proxy.newProxyInstance(
                    SearchView.class.getClassLoader(),
                    new Class<?>[] {SearchView.class},
                    (proxy, method, arguments) -> {
                        step();
                        try {
                            return method.invoke(view, arguments);
                        } catch (InvocationTargetException e) {
                            throw Objects.requireNonNull(e.getCause());
                        }
                    });
        }
    }

    /** A worker with both model sets. */
    private final class BothModelSets implements QueryAnalyzer {

        @Override
        public ImageAnalysis analyze(byte[] image, @Nullable ModelSetId modelSet) {
            step();
            return NEW.id().equals(modelSet) ? under(NEW, Corpus.analysis(110)) : Corpus.analysis(10);
        }

        @Override
        public ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box, @Nullable ModelSetId modelSet) {
            return analyze(image, modelSet);
        }
    }
}
