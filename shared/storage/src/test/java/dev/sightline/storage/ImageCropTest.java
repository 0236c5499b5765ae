package dev.sightline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import org.junit.jupiter.api.Test;

class ImageCropTest {

    private static final ImageSignature IMAGE = ImageSignature.of(new byte[] {1});

    @Test
    void new_edgesOnTheGrid_stay() {
        NormalizedBox box = new NormalizedBox(0.25, 0.5, 0.125, 1.0 / 1024);

        assertThat(crop(0.25, 0.5, 0.125, 1.0 / 1024).box()).isEqualTo(box);
        assertThat(crop(0.25, 0.5, 0.125, 1.0 / 1024).lines()).isEqualTo("256-512-384-513");
    }

    @Test
    void new_edgesBetweenTheLines_moveToTheNearest() {
        assertThat(crop(0.1, 0.2, 0.3, 0.4).lines()).isEqualTo("102-205-410-614");
        assertThat(crop(0.0999, 0.2, 0.3001, 0.4)).isEqualTo(crop(0.1, 0.2, 0.3, 0.4));
        assertThat(crop(0.101, 0.2, 0.3, 0.4)).isNotEqualTo(crop(0.1, 0.2, 0.3, 0.4));
    }

    @Test
    void new_wholeFrame_staysWhole() {
        assertThat(new ImageCrop(IMAGE, NormalizedBox.FULL).box()).isEqualTo(NormalizedBox.FULL);
    }

    @Test
    void new_thinnerThanACell_isOneCell() {
        assertThat(crop(0.5, 0.5, 1e-6, 1e-6).lines()).isEqualTo("512-512-513-513");
        assertThat(crop(1 - 1e-6, 1 - 1e-6, 1e-6, 1e-6).lines()).isEqualTo("1023-1023-1024-1024");
    }

    private static ImageCrop crop(double x, double y, double w, double h) {
        return new ImageCrop(IMAGE, new NormalizedBox(x, y, w, h));
    }
}
