package dev.sightline.local.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMaterialTest {

    @TempDir
    private Path folder;

    private Path images = Path.of("");

    @BeforeEach
    void makeCorpus() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        Files.writeString(images.resolve("corpus.json"), "{}");
        for (String name : new String[] {"birds/owl", "birds/kiwi", "fruit/fig", "fruit/plum"}) {
            Path file = images.resolve(name + ".jpg");
            Files.createDirectories(file.getParent());
            int[] pixels = new int[160 * 120];
            Arrays.fill(pixels, name.hashCode());
            Files.write(file, RgbPixels.of(160, 120, pixels).encodeJpeg(160));
        }
    }

    @Test
    void make_withLabelledFolders_addsScenesAndTwoUnusableFiles() {
        DemoMaterial material = DemoMaterial.make(images, folder.resolve("demo"));

        assertThat(material.files().keySet())
                .hasSize(4 + 40 + 2)
                .contains(
                        "corpus/birds/owl.jpg",
                        "corpus/fruit/fig.jpg",
                        "demo/scenes/scene-000.jpg",
                        "demo/unusable/notes.txt",
                        "demo/unusable/broken.jpg")
                .noneMatch(key -> key.contains("corpus.json"));
    }

    @Test
    void labels_ofAScene_areThoseOfItsParts() {
        DemoMaterial material = DemoMaterial.make(images, folder.resolve("demo"));

        assertThat(material.labels().get("corpus/birds/owl.jpg")).containsExactly("birds");
        DemoScene scene = material.scene("demo/scenes/scene-000.jpg");
        assertThat(scene.placed()).extracting(DemoScene.Placed::key).allMatch(key -> key.startsWith("corpus/"));
        assertThat(material.labels().get("demo/scenes/scene-000.jpg"))
                .containsExactlyInAnyOrderElementsOf(scene.placed().stream()
                        .map(placed -> LabelledFile.labelOf(placed.key()))
                        .distinct()
                        .toList());
    }

    @Test
    void make_unusableFiles_areRefusedByTheDecoder() {
        DemoMaterial material = DemoMaterial.make(images, folder.resolve("demo"));

        assertThat(refusal(material, "demo/unusable/notes.txt")).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(refusal(material, "demo/unusable/broken.jpg")).isEqualTo(ErrorCode.BROKEN_IMAGE);
    }

    @Test
    void make_withoutFolders_saysWhatIsExpected() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> DemoMaterial.make(empty, folder.resolve("demo")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("one for each label");
    }

    private static ErrorCode refusal(DemoMaterial material, String key) {
        byte[] bytes =
                DemoMaterial.read(requireNonNull(material.files().get(key)).path());
        try {
            new ImageDecoder(ImageLimits.DEFAULT).decode(bytes);
        } catch (SightlineException e) {
            return e.code();
        }
        throw new AssertionError(key + " was decoded");
    }
}
