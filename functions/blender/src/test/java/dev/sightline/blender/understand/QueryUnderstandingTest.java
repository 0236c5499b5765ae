package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.QueryContexts;
import dev.sightline.blender.ScriptedAnalyzer;
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
import dev.sightline.blender.understand.Annotation.ClassifierLabel;
import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.SearchView;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryUnderstandingTest {

    private static final BySignature IMAGE = new BySignature(Corpus.AT_0);
    private static final NormalizedBox BOX = new NormalizedBox(0.25, 0, 0.5, 1);

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final InMemoryImageStore store = new InMemoryImageStore();
    private final ScriptedAnalyzer analyzer = new ScriptedAnalyzer();
    private final QueryUnderstanding understanding = Understandings.of(store, analyzer);

    @Test
    void understand_related_looksAtTheStoredEmbedding() {
        UnderstoodQuery understood =
                understanding.understand(new RelatedPins(IMAGE, Limit.DEFAULT), QueryContexts.of(index.open()));

        assertThat(understood.queryImage()).contains(Corpus.AT_0);
        assertThat(understood.focuses()).singleElement().isInstanceOfSatisfying(WholeImage.class, focus -> {
            assertThat(focus.embedding()).isEqualTo(Corpus.embedding(0));
            assertThat(focus.mix()).isEqualTo(MixName.RELATED);
            assertThat(focus.understanding().objects())
                    .extracting(object -> object.object().category(), UnderstoodObject::relevant)
                    .containsExactly(tuple("cup", true), tuple("chair", true));
            assertThat(focus.understanding().annotations())
                    .extracting(Annotation::name)
                    .containsExactly("at 0", "at 20");
            assertThat(focus.understanding().complete()).isTrue();
        });
        assertThat(analyzer.asked()).isEmpty();
    }

    @Test
    void understand_object_looksAtItsStoredEmbedding() {
        ObjectTarget target = new ObjectTarget(new ObjectId(Corpus.AT_0, 1), new StoredSubject(IMAGE));

        UnderstoodQuery understood = understanding.understand(
                new Flashlight(target, Refinement.NONE, Limit.DEFAULT), QueryContexts.of(index.open()));

        assertThat(understood.queryImage()).contains(Corpus.AT_0);
        assertThat(understood.focuses()).singleElement().isInstanceOfSatisfying(ObjectFocus.class, focus -> {
            assertThat(focus.object().object()).isEqualTo(Corpus.CUP);
            assertThat(focus.embedding()).isEqualTo(Corpus.embedding(45));
        });
        assertThat(analyzer.asked()).isEmpty();
    }

    @Test
    void understand_objectOfAnotherImage_isInvalid() {
        ObjectTarget target =
                new ObjectTarget(new ObjectId(Corpus.AT_0, 1), new StoredSubject(new BySignature(Corpus.AT_20)));

        assertRefused(new Flashlight(target, Refinement.NONE, Limit.DEFAULT), ErrorCode.INVALID_REQUEST);
    }

    @Test
    void understand_unknownObject_isNotFound() {
        ObjectTarget target = new ObjectTarget(new ObjectId(Corpus.AT_0, 2), null);

        assertRefused(new Flashlight(target, Refinement.NONE, Limit.DEFAULT), ErrorCode.NOT_FOUND);
    }

    @Test
    void understand_box_asksTheWorkerAboutTheStoredPixels() {
        store.put(Corpus.key(0), Corpus.PIXELS_AT_0);
        analyzer.answerWith(Corpus.analysis(75));

        UnderstoodQuery understood = understanding.understand(
                new Flashlight(new BoxTarget(new StoredSubject(IMAGE), BOX), Refinement.NONE, Limit.DEFAULT),
                QueryContexts.of(index.open()));

        assertThat(analyzer.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.image()).isEqualTo(Corpus.PIXELS_AT_0);
            assertThat(asked.box()).contains(BOX);
            assertThat(asked.modelSet()).contains(Fixtures.aModelSet().id());
        });
        assertThat(understood.queryImage()).contains(Corpus.AT_0);
        assertThat(understood.modelSet()).isEqualTo(Fixtures.aModelSet().id());
        assertThat(understood.focuses()).singleElement().isInstanceOfSatisfying(Crop.class, focus -> {
            assertThat(focus.box()).isEqualTo(BOX);
            assertThat(focus.embedding()).isEqualTo(Corpus.embedding(75));
            assertThat(focus.understanding().nearDuplicate())
                    .map(duplicate -> duplicate.image().signature())
                    .contains(Corpus.AT_75);
        });
    }

    @Test
    void understand_lens_looksAtTheWholeThenAtTheFiveSurestRelevantObjects() {
        AnalyzedObject[] objects = IntStream.rangeClosed(1, 7)
                .mapToObj(
                        i -> new AnalyzedObject(new DetectedObject("thing", 0.3 + i / 10.0, BOX), Corpus.embedding(i)))
                .toArray(AnalyzedObject[]::new);
        analyzer.answerWith(Corpus.analysis(20, objects));

        UnderstoodQuery understood = understanding.understand(
                new Lens(new Picture(Corpus.PIXELS_AT_0), Refinement.NONE, Limit.DEFAULT),
                QueryContexts.of(index.open()));

        assertThat(analyzer.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.box()).isEmpty();
            assertThat(asked.modelSet()).contains(Fixtures.aModelSet().id());
        });
        assertThat(understood.queryImage()).isEmpty();
        assertThat(understood.focuses())
                .extracting(QueryFocus::embedding)
                .containsExactly(
                        Corpus.embedding(20),
                        Corpus.embedding(7),
                        Corpus.embedding(6),
                        Corpus.embedding(5),
                        Corpus.embedding(4),
                        Corpus.embedding(3));
    }

    @Test
    void understand_photoOfAKnownImage_isAnnotatedByAllThreeKindsOfEvidence() {
        analyzer.answerWith(Corpus.analysis(0));

        Understanding seen = understanding
                .understand(
                        new Lens(new Picture(Corpus.PIXELS_AT_0), Refinement.NONE, Limit.DEFAULT),
                        QueryContexts.of(index.open()))
                .focuses()
                .getFirst()
                .understanding();

        assertThat(seen.nearDuplicate()).hasValueSatisfying(duplicate -> {
            assertThat(duplicate.image().signature()).isEqualTo(Corpus.AT_0);
            assertThat(duplicate.hammingFraction()).isZero();
        });
        // Labels of neighbours weigh (1 - d) * 0.5 / sum of all (1 - d).
        double propagated = 0.5
                / IntStream.of(0, 20, 45, 75, 135)
                        .mapToDouble(degrees -> 1 - fraction(degrees))
                        .sum();
        assertThat(seen.annotations()).extracting(Annotation::name).containsExactly("at", "corpus", "at 0");
        assertThat(seen.annotations().get(0).confidence()).isCloseTo(0.9, within(1e-9));
        assertThat(seen.annotations().get(0).evidence()).containsExactly(new DuplicateText(1, Corpus.AT_0, "at"));
        assertThat(seen.annotations().get(2).confidence())
                .isCloseTo(1 - (1 - 0.8 * 0.5) * (1 - 0.6 * propagated), within(1e-9));
        assertThat(seen.annotations().get(2).evidence())
                .extracting(evidence -> evidence.getClass().getSimpleName())
                .containsExactly("ClassifierLabel", "NeighborLabels");
    }

    @Test
    void understand_withoutAnAnswerOfNeighbours_saysSoAndKeepsTheLabels() {
        analyzer.answerWith(Corpus.analysis(0));
        SearchView view = (SearchView) Proxy.newProxyInstance(
                SearchView.class.getClassLoader(), new Class<?>[] {SearchView.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("nearest")) {
                        throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "told to fail");
                    }
                    return method.getName().equals("modelSet")
                            ? index.open().modelSet()
                            : method.invoke(index.open(), arguments);
                });

        Understanding seen = understanding
                .understand(
                        new Lens(new Picture(Corpus.PIXELS_AT_0), Refinement.NONE, Limit.DEFAULT),
                        QueryContexts.of(view))
                .focuses()
                .getFirst()
                .understanding();

        assertThat(seen.complete()).isFalse();
        assertThat(seen.annotations()).containsExactly(new Annotation("at 0", 0.4, List.of(new ClassifierLabel(0.5))));
    }

    private static double fraction(int degrees) {
        return Math.round(degrees / 180.0 * Fixtures.DIMENSIONS) / (double) Fixtures.DIMENSIONS;
    }

    private void assertRefused(VisualQuery query, ErrorCode code) {
        assertThatThrownBy(() -> understanding.understand(query, QueryContexts.of(index.open())))
                .extracting("code")
                .isEqualTo(code);
    }
}
