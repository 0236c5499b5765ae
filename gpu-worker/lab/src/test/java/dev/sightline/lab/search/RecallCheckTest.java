package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecallCheckTest {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Test
    void check_shortlistOfTheWholeIndex_findsEverything() {
        fill(60);

        CheckedRecall checked = check(10).check(20, 1);

        assertThat(checked.recall().value()).isOne();
        assertThat(checked.queries()).isEqualTo(20);
        assertThat(checked.images()).isEqualTo(60);
        assertThat(checked.imperfect()).isZero();
        assertThat(checked.modelSet()).isEqualTo(Fixtures.aModelSet().id());
    }

    @Test
    void check_shortlistOfTheResultsAlone_missesWhatHammingDistanceMisses() {
        fill(60);

        CheckedRecall checked = check(1).check(20, 1);

        assertThat(checked.recall().value()).isBetween(0.3, 0.9);
        assertThat(checked.recall().low()).isLessThan(checked.recall().value());
        assertThat(checked.imperfect()).isPositive();
    }

    @Test
    void check_sameSeed_givesTheSameNumbers() {
        fill(60);

        assertThat(check(1).check(20, 7)).isEqualTo(check(1).check(20, 7));
        assertThat(check(1).check(20, 7).recall())
                .isNotEqualTo(check(1).check(20, 8).recall());
    }

    @Test
    void check_fewerImagesThanTheSample_asksForEach() {
        fill(12);

        assertThat(check(2).check(200, 1).queries()).isEqualTo(12);
    }

    /** Codes that say nothing: all the same. Only 10 of 40 others are candidates, about a quarter of the nearest is among them. */
    @Test
    void check_codesThatSayNothing_isAboutTheShareOfTheShortlist() {
        Random random = new Random(1);
        for (int i = 0; i < 41; i++) {
            float[] raw = new float[Fixtures.DIMENSIONS];
            for (int d = 0; d < raw.length; d++) {
                raw[d] = random.nextFloat() + 0.01f;
            }
            write(
                    i,
                    new Embedding(
                            DenseEmbedding.normalized(raw),
                            Binarizer.zero(Fixtures.DIMENSIONS).binarize(raw)));
        }

        assertThat(check(1).check(41, 1).recall().value()).isCloseTo(0.25, within(0.1));
    }

    @Test
    void check_indexWithFewerThanTwoImages_isRefused() {
        assertThatThrownBy(() -> check(10).check(20, 1))
                .isInstanceOf(SightlineException.class)
                .hasMessage("expected at least 2 indexed images to compare, got 0");
        fill(1);
        assertThatThrownBy(() -> check(10).check(20, 1))
                .isInstanceOf(SightlineException.class)
                .hasMessage("expected at least 2 indexed images to compare, got 1");
    }

    private RecallCheck check(int oversample) {
        IndexGeneration generation = new IndexGeneration(Fixtures.aModelSet().id(), 1);
        return new RecallCheck(index.open(), index.probe(generation), oversample);
    }

    private void fill(int images) {
        for (int i = 0; i < images; i++) {
            write(i, Fixtures.anEmbedding(i));
        }
    }

    private void write(int seed, Embedding embedding) {
        index.write(List.of(new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withEmbedding(embedding)
                        .withObjects()
                        .build(),
                List.of("a.jpg"),
                Fixtures.NOW)));
    }
}
