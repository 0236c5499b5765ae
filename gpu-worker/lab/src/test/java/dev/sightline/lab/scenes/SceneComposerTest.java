package dev.sightline.lab.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.lab.corpus.CorpusFolder;
import dev.sightline.visual.NormalizedBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneComposerTest {

    private static final List<String> LABELS = List.of("red", "green", "blue", "black");
    private static final int SCENES = 5;
    private static final int[] COLORS = {0xE00000, 0x00A000, 0x0000E0, 0x000000};

    @TempDir
    private Path corpus;

    @TempDir
    private Path target;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final SceneComposer composer = new SceneComposer(decoder);

    @BeforeEach
    void fillCorpus() throws IOException {
        var folder = new CorpusFolder(corpus);
        for (int i = 0; i < COLORS.length; i++) {
            folder.addCutOut(LABELS.get(i) + "/1.png", COLORS[i]);
        }
        folder.write("tiny/1.png", new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        Files.writeString(corpus.resolve("red/notes.txt"), "no image");
    }

    @Test
    void compose_eachScene_showsItsObjectsInTheirBoxes() throws IOException {
        for (Scene scene : compose(7).scenes()) {
            NormalizedImage picture = decoder.decode(Files.readAllBytes(target.resolve(scene.file())));
            assertThat(picture.width()).isEqualTo(scene.width());
            for (Scene.Placed placed : scene.objects()) {
                int color = COLORS[LABELS.indexOf(placed.label())];
                assertNear(color, center(picture, placed.box()));
            }
        }
    }

    @Test
    void compose_eachScene_keepsItsPromises() {
        Scenes scenes = compose(8);
        assertThat(scenes.scenes()).hasSize(SCENES).extracting(Scene::file).contains("scene-000.jpg", "scene-004.jpg");
        for (Scene scene : scenes.scenes()) {
            List<Scene.Placed> objects = scene.objects();
            assertThat(objects).hasSizeBetween(2, 4);
            assertThat(objects).extracting(Scene.Placed::file).doesNotHaveDuplicates();
            for (Scene.Placed placed : objects) {
                double larger = Math.max(placed.box().w(), placed.box().h());
                assertThat(larger).isBetween(0.245, 0.505);
                assertThat(objects)
                        .filteredOn(other -> !other.equals(placed))
                        .allSatisfy(other ->
                                assertThat(other.box().iou(placed.box())).isZero());
            }
        }
    }

    @Test
    void compose_twice_writesTheSameBytes() throws IOException {
        compose(9);
        byte[] first = Files.readAllBytes(target.resolve("scene-003.jpg"));
        byte[] index = Files.readAllBytes(target.resolve(Scenes.FILE));
        compose(9);
        assertThat(Files.readAllBytes(target.resolve("scene-003.jpg"))).isEqualTo(first);
        assertThat(Files.readAllBytes(target.resolve(Scenes.FILE))).isEqualTo(index);
    }

    @Test
    void compose_withAnotherSeed_placesDifferently() {
        assertThat(compose(1).scenes()).isNotEqualTo(compose(2).scenes());
    }

    @Test
    void read_afterCompose_givesTheSameScenes() {
        Scenes written = compose(10);
        assertThat(Scenes.read(target)).isEqualTo(written);
    }

    @Test
    void compose_ofTooSmallCorpus_namesBothNumbers() throws IOException {
        Files.delete(corpus.resolve("red/1.png"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compose(1))
                .withMessageMatching("expected at least 4 usable pictures in .*, got 3");
    }

    @Test
    void settings_ofNoScenes_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComposerSettings(corpus, target, 0, 1))
                .withMessage("expected 1..1000 scenes, got 0");
    }

    private Scenes compose(long seed) {
        return composer.compose(new ComposerSettings(corpus, target, SCENES, seed));
    }

    private static int center(NormalizedImage picture, NormalizedBox box) {
        int x = (int) ((box.x() + box.w() / 2) * picture.width());
        int y = (int) ((box.y() + box.h() / 2) * picture.height());
        return picture.pixels().rgb(x, y);
    }

    private static void assertNear(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, within(12));
        }
    }
}
