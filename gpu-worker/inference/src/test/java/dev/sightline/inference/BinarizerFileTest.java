package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinarizerFileTest {

    private static final float[] THRESHOLDS = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir
    private Path folder;

    @Test
    void readOrZero_withoutFile_isZero() {
        assertThat(BinarizerFile.readOrZero(folder, 8).ref())
                .isEqualTo(Binarizer.zero(8).ref());
    }

    @Test
    void readOrZero_withFile_appliesItsThresholds() throws IOException {
        write(ImageSignature.of(bytes()).hex());

        Binarizer binarizer = BinarizerFile.readOrZero(folder, 8);

        assertThat(binarizer.ref().id()).isEqualTo("median");
        // Only the second and the last value are above their threshold.
        assertThat(binarizer.binarize(new float[] {1, 2.5f, 3, 0, 0, 0, 0, 9}).toPacked())
                .containsExactly(0b0100_0001);
    }

    @Test
    void readOrZero_withOtherHash_isRefused() throws IOException {
        write("0".repeat(64));

        assertThatThrownBy(() -> BinarizerFile.readOrZero(folder, 8))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("0".repeat(64));
    }

    @Test
    void readOrZero_withOtherDimensions_namesBothNumbers() throws IOException {
        write(ImageSignature.of(bytes()).hex());

        assertThatThrownBy(() -> BinarizerFile.readOrZero(folder, 16))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected 64 bytes of thresholds, got 32");
    }

    private void write(String sha256) throws IOException {
        Files.writeString(folder.resolve("binarizer.json"), """
                {"id": "median", "version": "1", "sha256": "%s", "thresholds": "%s"}
                """.formatted(
                        sha256, Base64.getEncoder().encodeToString(bytes())));
    }

    private static byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(THRESHOLDS.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(THRESHOLDS);
        return bytes.array();
    }
}
