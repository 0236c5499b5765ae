package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoImage;
import dev.sightline.lab.corpus.CocoObject;
import dev.sightline.lab.scenes.Scene;
import dev.sightline.lab.scenes.Scenes;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposedPicturesTest {

    private static final NormalizedBox ZEBRA = new NormalizedBox(0, 0, 0.25, 1);
    private static final NormalizedBox GOAT = new NormalizedBox(0.25, 0, 0.25, 1);
    private static final NormalizedBox WHALE = new NormalizedBox(0.5, 0, 0.25, 1);

    private final ComposedPictures composed = new ComposedPictures(
            "scenes",
            Path.of("out"),
            new Scenes(
                    1,
                    List.of(new Scene(
                            "1.jpg",
                            40,
                            30,
                            List.of(
                                    placed("mammals/zebra.png", ZEBRA),
                                    placed("mammals/goat.png", GOAT),
                                    placed("mammals/whale.png", WHALE))))));

    @Test
    void byLabel_namesEachObjectAfterItsFolder() {
        BoxedDataSet dataSet = composed.byLabel();
        assertThat(dataSet.categories()).containsExactly("mammals");
        assertThat(dataSet.pictures())
                .containsExactly(new BoxedPicture(
                        Path.of("out/1.jpg"),
                        List.of(
                                new TrueObject("mammals", ZEBRA, false, "mammals/zebra.png"),
                                new TrueObject("mammals", GOAT, false, "mammals/goat.png"),
                                new TrueObject("mammals", WHALE, false, "mammals/whale.png"))));
    }

    /** The zebra is one, the goat may be called a sheep, the whale is nothing that was annotated. */
    @Test
    void annotated_namesEachObjectAfterItsAnnotation() {
        BoxedDataSet dataSet = composed.annotated(new CocoDataset(
                List.of("sheep", "zebra"),
                List.of(new CocoImage(
                        "1.jpg",
                        40,
                        30,
                        List.of(
                                CocoObject.of("zebra", ZEBRA),
                                new CocoObject("sheep", GOAT, CocoObject.Role.IGNORED, 1))))));
        assertThat(dataSet.categories()).containsExactlyInAnyOrder("sheep", "zebra");
        assertThat(dataSet.pictures().getFirst().objects())
                .containsExactly(
                        new TrueObject("zebra", ZEBRA, false, "mammals/zebra.png"),
                        new TrueObject("sheep", GOAT, true, "mammals/goat.png"),
                        new TrueObject("mammals", WHALE, false, "mammals/whale.png"));
    }

    @Test
    void of_folderWithScenes_knowsTheCutOuts(@TempDir Path folder) throws IOException {
        var annotated = new CocoDataset(
                List.of("zebra"), List.of(new CocoImage("1.jpg", 40, 30, List.of(CocoObject.of("zebra", ZEBRA)))));
        assertThat(BoxedDataSet.of("scenes", folder, annotated)
                        .pictures()
                        .getFirst()
                        .objects())
                .containsExactly(TrueObject.of("zebra", ZEBRA));
        new ObjectMapper().writeValue(folder.resolve(Scenes.FILE).toFile(), composed.scenes());
        assertThat(BoxedDataSet.of("scenes", folder, annotated))
                .isEqualTo(new ComposedPictures("scenes", folder, composed.scenes()).annotated(annotated));
    }

    /** A quarter is enough, a little less is not. */
    @Test
    void byLabel_hiddenObject_isIgnored() {
        var scene = new Scene(
                "1.jpg",
                40,
                30,
                List.of(
                        new Scene.Placed("mammals", "mammals/zebra.png", ZEBRA, 0.25),
                        new Scene.Placed("mammals", "mammals/goat.png", GOAT, 0.24)));
        BoxedDataSet dataSet = new ComposedPictures("scenes", Path.of("out"), new Scenes(1, List.of(scene))).byLabel();
        assertThat(dataSet.pictures().getFirst().objects())
                .extracting(TrueObject::ignored)
                .containsExactly(false, true);
    }

    private static Scene.Placed placed(String file, NormalizedBox box) {
        return new Scene.Placed("mammals", file, box);
    }
}
