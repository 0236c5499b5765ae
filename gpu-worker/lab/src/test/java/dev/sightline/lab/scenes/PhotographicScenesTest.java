package dev.sightline.lab.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoObject;
import dev.sightline.lab.corpus.CorpusFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographicScenesTest {

    private static final int SCENES = 6;

    @TempDir
    private Path corpus;

    @TempDir
    private Path backgrounds;

    @TempDir
    private Path target;

    @BeforeEach
    void fillFolders() throws IOException {
        var folder = new CorpusFolder(corpus);
        for (String name : List.of("mammals/zebra.png", "fruit/banana.png", "mammals/goat.png", "tools/saw.png")) {
            folder.addCutOut(name, 0xE00000);
        }
        new CorpusFolder(backgrounds).write("a/blue.png", picture(0x0000FF));
    }

    @Test
    void scenes_ofPhotographicLook_hideAndTurnObjectsButKeepThemInTheFrame() {
        Scenes scenes = Scenes.read(scenes(3).folder());
        List<Scene.Placed> placed = scenes.scenes().stream()
                .flatMap(scene -> scene.objects().stream())
                .toList();
        assertThat(placed)
                .allSatisfy(each -> assertThat(each.visible()).isGreaterThan(0).isLessThanOrEqualTo(1));
        assertThat(placed).anySatisfy(each -> assertThat(each.visible()).isLessThan(1));
        assertThat(placed).anySatisfy(each -> assertThat(each.visible()).isEqualTo(1));
    }

    @Test
    void scenes_haveTheBackgroundWhereNoObjectIs() throws IOException {
        DetectionData data = scenes(3);
        Scene scene = Scenes.read(data.folder()).scenes().getFirst();
        NormalizedImage picture = new ImageDecoder(ImageLimits.DEFAULT)
                .decode(Files.readAllBytes(data.folder().resolve(scene.file())));
        long blue = Arrays.stream(picture.pixels().packed())
                .filter(rgb -> (rgb & 0xFF) > 230 && rgb >> 16 < 30)
                .count();
        double covered =
                scene.objects().stream().mapToDouble(each -> each.box().area()).sum();
        assertThat((double) blue / (scene.width() * scene.height())).isGreaterThan(0.98 - covered);
    }

    @Test
    void scenes_asGroundTruth_annotateWhatCocoKnows() {
        CocoDataset dataset = scenes(3).dataset();
        List<CocoObject> objects = dataset.images().stream()
                .flatMap(image -> image.objects().stream())
                .toList();
        assertThat(objects).extracting(CocoObject::category).containsOnly("zebra", "banana", "sheep");
        assertThat(objects)
                .filteredOn(object -> object.category().equals("sheep"))
                .extracting(CocoObject::role)
                .containsOnly(CocoObject.Role.IGNORED);
    }

    @Test
    void scenes_again_areNotComposedAgain() throws IOException {
        DetectionData first = scenes(4);
        Files.delete(backgrounds.resolve("a/blue.png"));
        assertThat(scenes(4)).isEqualTo(first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenes(5))
                .withMessageMatching("expected folders of photographs in .*, got none");
    }

    /** The pictures are part of the measurement: other bytes for the same settings need another recipe number. */
    @Test
    void scenes_ofAnotherTarget_haveTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(scenes(4).folder().resolve("scene-002.jpg"));
        DetectionData other = DetectionData.scenes(settings(4).into(target.resolve("other")));
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(other.folder().resolve("scene-002.jpg"))))
                .isEqualTo(HexFormat.of().formatHex(first));
    }

    @Test
    void photographs_ofPreparedFolder_areReadWithTheirBoxes() throws IOException {
        Files.copy(Path.of("ground-truth/photos.json"), target.resolve(DetectionData.PHOTOS_FILE));
        DetectionData data = DetectionData.photographs(target);
        assertThat(data.name()).isEqualTo("photographs");
        assertThat(data.folder()).isEqualTo(target);
        assertThat(data.dataset().images().getFirst().file()).isEqualTo("darknet/dog.jpg");
    }

    private DetectionData scenes(long seed) {
        return DetectionData.scenes(settings(seed));
    }

    private ComposerSettings settings(long seed) {
        return new ComposerSettings(corpus, target, SCENES, seed, new Look.Photographic(backgrounds));
    }

    private static BufferedImage picture(int rgb) {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 320 * 240; i++) {
            image.setRGB(i % 320, i / 320, rgb);
        }
        return image;
    }
}
