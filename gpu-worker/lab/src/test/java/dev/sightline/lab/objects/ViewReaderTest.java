package dev.sightline.lab.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewReaderTest {

    @TempDir
    private Path folder;

    private final FakeEmbedder embedder = new FakeEmbedder();
    private ScenePictures pictures;
    private BoxedPicture scene;

    @BeforeEach
    void writeScene() throws IOException {
        pictures = new ScenePictures(folder);
        scene = pictures.scene(20, ScenePictures.RED, ScenePictures.BLUE);
    }

    @Test
    void read_eachBox_seesItsContentOnly() {
        List<ViewReader.View> views = read(ScenePictures.LEFT, ScenePictures.RIGHT);
        assertThat(views).extracting(ViewReader.View::labels).containsExactly(labels("reddish"), labels("bluish"));
        assertThat(views.getFirst().embedding().binary().toPacked()).containsExactly((byte) 0b10001100);
        assertThat(views.getLast().embedding().binary().toPacked()).containsExactly(0b00111000);
        assertThat(views.getFirst()
                        .embedding()
                        .dense()
                        .cosine(views.getLast().embedding().dense()))
                .isCloseTo(-1 / 3.0, within(0.03));
    }

    @Test
    void read_again_runsNoModel() {
        List<ViewReader.View> first = read(ScenePictures.LEFT, NormalizedBox.FULL);
        assertThat(read(ScenePictures.LEFT, NormalizedBox.FULL)).isEqualTo(first);
        assertThat(embedder.batches()).containsExactly(2);
    }

    @Test
    void read_otherBoxes_runsAgain() {
        read(ScenePictures.LEFT);
        read(ScenePictures.RIGHT);
        assertThat(embedder.batches()).containsExactly(1, 1);
    }

    @Test
    void read_noBoxes_isNothing() {
        assertThat(read()).isEmpty();
        assertThat(embedder.batches()).isEmpty();
    }

    @Test
    void read_ofMissingFile_namesIt() {
        Path missing = folder.resolve("none.png");
        try (ViewReader reader = pictures.reader(embedder.encoder())) {
            assertThatThrownBy(() -> reader.read(missing, List.of(NormalizedBox.FULL)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("expected a readable picture, got " + missing);
        }
    }

    private List<ViewReader.View> read(NormalizedBox... boxes) {
        try (ViewReader reader = pictures.reader(embedder.encoder())) {
            return reader.read(scene.file(), List.of(boxes));
        }
    }

    private static List<Label> labels(String name) {
        return List.of(new Label(name, 0.5));
    }
}
