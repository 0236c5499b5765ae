package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
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
        assertThat(understood.focuses())
                .containsExactly(new WholeImage(Corpus.embedding(0), Understanding.NONE, MixName.RELATED));
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
        assertThat(understood.focuses())
                .containsExactly(new Crop(BOX, Corpus.embedding(75), Understanding.NONE, MixName.FLASHLIGHT));
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

    private void assertRefused(VisualQuery query, ErrorCode code) {
        assertThatThrownBy(() -> understanding.understand(query, QueryContexts.of(index.open())))
                .extracting("code")
                .isEqualTo(code);
    }
}
