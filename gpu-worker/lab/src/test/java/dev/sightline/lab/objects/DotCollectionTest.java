package dev.sightline.lab.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Codes of eight bits; the box has none set. */
class DotCollectionTest {

    private static final CutOutNames NAMES = CutOutNames.of(
            List.of(image("fruit/a.png"), image("fruit/b.png"), image("sky/c.png")),
            List.of(code(0b11110000), code(0b11110000), code(0b00001111)));
    private static final Origin BOX = origin("scene-1.jpg", "fruit/b.png");

    @Test
    void nearest_isOrderedAndWithoutWhatIsAkinOrNearlyEqual() {
        var collection = new DotCollection(
                "toy",
                DotEvidenceKind.OBJECTS,
                List.of(
                        entry(origin("scene-2.jpg", "sky/c.png"), 0b00000111, "bird"),
                        entry(origin("scene-3.jpg", "sky/c.png"), 0b00000001, "kite"),
                        entry(origin("scene-1.jpg", "sky/c.png"), 0b00000011, "own picture"),
                        entry(origin("scene-4.jpg", "fruit/a.png"), 0b00000011, "near-duplicate of its cut-out"),
                        entry(origin("scene-5.jpg", "sky/c.png"), 0b00000000, "same background"),
                        entry(origin("scene-6.jpg", "sky/c.png"), 0b11111111, "too many")));
        assertThat(collection.nearest(embedding(0), BOX, 2))
                .extracting(DotEvidence::category, DotEvidence::hammingFraction)
                .containsExactly(tuple("kite", 0.125), tuple("bird", 0.375));
    }

    @Test
    void conformity_countsTheMostFrequentCategoryOrThatOfTheBox() {
        List<DotEvidence> results = List.of(of("bird"), of("bird"), of("kite"), of(null), of("bird"));
        assertThat(Conformity.MOST_FREQUENT.signals(results, 4, "kite")).isEqualTo(new DotSignals(0.5, 0, 0.75));
        assertThat(Conformity.OF_THE_BOX.signals(results, 4, "kite")).isEqualTo(new DotSignals(0.5, 0, 0.25));
        assertThat(Conformity.OF_THE_BOX.signals(results, 5, "kite").conformity())
                .isNull();
    }

    private static DotEvidence of(@Nullable String category) {
        return new DotEvidence(0.5, List.of(), category);
    }

    private static DotCollection.Entry entry(Origin origin, int bits, String category) {
        return new DotCollection.Entry(origin, embedding(bits), List.of(), category);
    }

    private static Origin origin(String file, String source) {
        var object = new TrueObject("thing", NormalizedBox.FULL, false, source);
        return Origin.of(Path.of(file), List.of(object, TrueObject.of("thing", NormalizedBox.FULL)), NAMES);
    }

    private static LabelledImage image(String name) {
        return new LabelledImage(Path.of(name), "any", name);
    }

    private static BinaryEmbedding code(int bits) {
        return embedding(bits).binary();
    }

    private static Embedding embedding(int bits) {
        return new Embedding(
                DenseEmbedding.ofUnit(new float[] {1, 0}), BinaryEmbedding.ofPacked(new byte[] {(byte) bits}));
    }
}
