package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusViewsTest {

    @TempDir
    private Path folder;

    private LabelledFolder corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        int[] packed = new int[40 * 30];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = i * 37;
        }
        Path fruit = Files.createDirectories(folder.resolve("corpus/fruit"));
        Files.write(fruit.resolve("pear.jpg"), RgbPixels.of(40, 30, packed).encodeJpeg(40));
        Files.writeString(fruit.resolve("readme.txt"), "no picture");
        corpus = LabelledFolder.read(folder.resolve("corpus"));
    }

    @Test
    void write_givesThatManyViewsOfEachPicture() {
        LabelledFolder views = new CorpusViews(4, 1).write(corpus.images(), folder.resolve("views"));

        assertThat(views.images())
                .extracting(LabelledImage::name)
                .containsExactly(
                        "fruit/fruit-pear.jpg-00.jpg",
                        "fruit/fruit-pear.jpg-01.jpg",
                        "fruit/fruit-pear.jpg-02.jpg",
                        "fruit/fruit-pear.jpg-03.jpg");
        assertThat(views.images()).extracting(LabelledImage::label).containsOnly("fruit");
    }

    @Test
    void write_sameSeed_givesTheSameBytes() throws IOException {
        Path first = new CorpusViews(3, 5)
                .write(corpus.images(), folder.resolve("a"))
                .images()
                .get(2)
                .path();
        Path second = new CorpusViews(3, 5)
                .write(corpus.images(), folder.resolve("b"))
                .images()
                .get(2)
                .path();
        Path other = new CorpusViews(3, 6)
                .write(corpus.images(), folder.resolve("c"))
                .images()
                .get(2)
                .path();

        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(other));
    }

    @Test
    void write_again_keepsWhatIsThere() throws IOException {
        Path target = folder.resolve("views");
        Path kept = new CorpusViews(2, 1)
                .write(corpus.images(), target)
                .images()
                .getFirst()
                .path();
        Files.writeString(kept, "marked");

        new CorpusViews(2, 1).write(corpus.images(), target);

        assertThat(kept).hasContent("marked");
    }

    @Test
    void cutOut_isInsideThePicture() {
        RgbPixels picture = RgbPixels.of(10, 5, new int[50]);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            RgbPixels cut = CorpusViews.cutOut(picture, random);
            assertThat(cut.width()).isBetween(4, 10);
            assertThat(cut.height()).isBetween(2, 5);
        }
    }

    @Test
    void mirrored_swapsLeftAndRight() {
        RgbPixels picture = RgbPixels.of(3, 2, new int[] {1, 2, 3, 4, 5, 6});
        assertThat(CorpusViews.mirrored(picture).packed()).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void constructor_withoutViews_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorpusViews(0, 1))
                .withMessage("expected at least 1 view of each picture, got 0");
    }
}
