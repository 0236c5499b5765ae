package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoImage;
import dev.sightline.lab.corpus.CocoObject;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoxedDataSetTest {

    private static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);

    private final BoxedDataSet dataSet = BoxedDataSet.of(
            "Real photographs, annotated",
            Path.of("pictures"),
            new CocoDataset(
                    List.of("cat", "dog", "person"),
                    List.of(
                            new CocoImage("a/1.jpg", 40, 30, List.of(CocoObject.of("cat", LEFT))),
                            new CocoImage(
                                    "2.jpg",
                                    40,
                                    30,
                                    List.of(
                                            new CocoObject("person", LEFT, CocoObject.Role.CROWD, 1),
                                            new CocoObject("dog", LEFT, CocoObject.Role.IGNORED, 1))))));

    @Test
    void of_annotatedPictures_keepsObjectsAndIgnoresCrowdsAndDoubts() {
        assertThat(dataSet.pictures())
                .containsExactly(
                        new BoxedPicture(Path.of("pictures/a/1.jpg"), List.of(TrueObject.of("cat", LEFT))),
                        new BoxedPicture(
                                Path.of("pictures/2.jpg"),
                                List.of(TrueObject.ignored("person", LEFT), TrueObject.ignored("dog", LEFT))));
    }

    @Test
    void judgeable_areLabelsThatAnnotatorsLookedFor() {
        assertThat(dataSet.judgeable(Set.of("dog", "kite"))).containsExactly("dog");
    }

    @Test
    void select_keepsTheCategories() {
        BoxedDataSet part = dataSet.select("one", List.of(1));
        assertThat(part.files()).containsExactly(Path.of("pictures/2.jpg"));
        assertThat(part.categories()).isEqualTo(dataSet.categories());
        assertThat(part.slug()).isEqualTo("one");
        assertThat(dataSet.slug()).isEqualTo("real-photographs-annotated");
    }
}
