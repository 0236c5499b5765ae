package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTaskTest {

    private static final ModelSet MODELS = Fixtures.aModelSet();

    @Test
    void constructor_queryThatIsIndexed_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchTask("test", MODELS, Tasks.images(0, 3), Tasks.images(2, 1), 1))
                .withMessage("expected queries outside the index, got " + Fixtures.aSignature(2));
    }

    @Test
    void constructor_nothingToSearch_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchTask("test", MODELS, List.of(), Tasks.images(2, 1), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchTask("test", MODELS, Tasks.images(0, 3), List.of(), 1));
    }

    @Test
    void constructor_imageTwice_isRefused() {
        List<Embedded> twice = List.of(Tasks.image(1), Tasks.image(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchTask("test", MODELS, twice, Tasks.images(2, 1), 1))
                .withMessage("expected queries and distinct images, got 1 queries and 1 of 2 images");
    }

    @Test
    void constructor_embeddingsOfAnotherSize_namesBoth() {
        ModelSet other = new ModelSet(MODELS.detector(), MODELS.embedder(), MODELS.binarizer(), null, 128, 64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchTask("test", other, Tasks.images(0, 3), Tasks.images(3, 1), 1))
                .withMessage("expected 128 dimensions and 64 bits, got 64 and 64");
    }

    @Test
    void embedded_ofFeatures_normalisesAndBinarizesEachRow() {
        List<LabelledImage> images = List.of(
                new LabelledImage(Path.of("a"), "fruit", "fruit/a.png"),
                new LabelledImage(Path.of("b"), "birds", "birds/b.png"));
        float[][] rows = {{3, 4, -1, 0, 0, 0, 0, 0}, {-1, 0, 0, 0, 0, 0, 0, 1}};
        FeatureTable table = new FeatureTable(ModelRef.builtIn("test", "1", "test"), "pooled", images, rows);

        List<Embedded> embedded = Embedded.of(table, Binarizer.zero(8));

        assertThat(embedded).extracting(Embedded::label).containsExactly("fruit", "birds");
        assertThat(embedded.getFirst().embedding().binary().toPacked()).containsExactly(0b1100_0000);
        assertThat(embedded.getLast().embedding().binary().toPacked()).containsExactly(1);
        assertThat(embedded.getLast().embedding().dense().toArray()[7]).isEqualTo((float) Math.sqrt(0.5));
        assertThat(embedded.getFirst().signature())
                .isNotEqualTo(embedded.getLast().signature());
    }
}
