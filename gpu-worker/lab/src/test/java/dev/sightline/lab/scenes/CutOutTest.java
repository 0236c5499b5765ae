package dev.sightline.lab.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.corpus.CorpusFolder;
import dev.sightline.lab.corpus.LabelledImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutOutTest {

    @TempDir
    private Path root;

    private CorpusFolder corpus;

    @BeforeEach
    void openCorpus() {
        corpus = new CorpusFolder(root);
    }

    @Test
    void of_transparentPicture_isTrimmedToItsOpaqueArea() throws IOException {
        CutOut cutOut = cutOut(corpus.addCutOut("a/1.png", 0x123456)).orElseThrow();
        assertThat(cutOut.width()).isEqualTo(120);
        assertThat(cutOut.height()).isEqualTo(80);
        assertThat(cutOut.onWhite().packed()).containsOnly(0x123456);
        assertThat(cutOut.coverage().packed()).containsOnly(0xFFFFFF);
    }

    @Test
    void of_opaquePicture_isARectangle() throws IOException {
        Path file = corpus.write("a/1.png", new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB));
        assertThat(cutOut(file).orElseThrow().width()).isEqualTo(9);
    }

    @Test
    void of_whollyTransparentPicture_isEmpty() throws IOException {
        assertThat(cutOut(corpus.write("a/1.png", new BufferedImage(9, 7, BufferedImage.TYPE_INT_ARGB))))
                .isEmpty();
    }

    @Test
    void of_text_isEmpty() throws IOException {
        assertThat(cutOut(Files.writeString(root.resolve("a.png"), "no image"))).isEmpty();
    }

    /** Red of half coverage looks 255, 127, 127 on white; on blue it is 128 red and 127 blue. */
    @Test
    void blend_ofHalfCoverage_replacesTheWhite() {
        assertThat(Canvas.blend(0xFF7F7F, 0x0000FF, 128)).isEqualTo(0x80007F);
        assertThat(Canvas.blend(0xFFFFFF, 0x102030, 0)).isEqualTo(0x102030);
        assertThat(Canvas.blend(0x405060, 0x102030, 255)).isEqualTo(0x405060);
    }

    private static Optional<CutOut> cutOut(Path file) {
        return CutOut.of(new LabelledImage(file, "a", "a/1.png"), new ImageDecoder(ImageLimits.DEFAULT));
    }
}
