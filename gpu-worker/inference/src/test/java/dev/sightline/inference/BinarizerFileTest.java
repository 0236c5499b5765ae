package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.Rotation;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinarizerFileTest {

    /** The floats 1 to 8, little-endian. */
    private static final byte[] BYTES =
            HexFormat.of().parseHex("0000803f0000004000004040000080400000a0400000c0400000e04000000041");

    private static final String BASE64 = "AACAPwAAAEAAAEBAAACAQAAAoEAAAMBAAADgQAAAAEE=";
    private static final float[] THRESHOLDS = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final ModelRef ANY = ModelRef.builtIn("any", "1", "any");

    @TempDir
    private Path folder;

    @Test
    void readOrZero_withoutFile_isZero() {
        assertThat(BinarizerFile.readOrZero(folder, "pooled", 8).ref())
                .isEqualTo(Binarizer.zero(8).ref());
    }

    @Test
    void readOrZero_withFile_appliesItsThresholds() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "median", 8);

        Binarizer binarizer = BinarizerFile.readOrZero(folder, "pooled", 8);

        assertThat(binarizer.ref().id()).isEqualTo("test");
        // Only the second and the last value are above their threshold.
        assertThat(binarizer.binarize(new float[] {1, 2.5f, 3, 0, 0, 0, 0, 9}).toPacked())
                .containsExactly(0b0100_0001);
    }

    @Test
    void readOrZero_withOtherHash_isRefused() throws IOException {
        write("0".repeat(64), "median", 8);

        assertRefused("0".repeat(64));
    }

    @Test
    void readOrZero_withOtherDimensions_namesBothNumbers() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "median", 8);

        assertThatThrownBy(() -> BinarizerFile.readOrZero(folder, "pooled", 16))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected a binarizer of 16 dimensions, got one of 8 for layer pooled");
    }

    @Test
    void readOrZero_withAnotherLayer_namesBoth() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "median", 8);

        assertThatThrownBy(() -> BinarizerFile.readOrZero(folder, "logits", 8))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("for layer logits, got one for layer pooled");
    }

    @Test
    void readOrZero_withFewerThresholdsThanBits_namesBothNumbers() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "median", 16);

        assertRefused("expected 64 bytes of thresholds, got 32");
    }

    @Test
    void readOrZero_withUnknownMethod_isRefused() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "modal", 8);

        assertRefused("got 'modal'");
    }

    @Test
    void readOrZero_withRotationButNoSeed_isRefused() throws IOException {
        write(ImageSignature.of(BYTES).hex(), "rotation", 8);

        assertRefused("got seed null with method rotation");
    }

    @Test
    void readOrZero_withoutThresholds_isRefused() throws IOException {
        Files.writeString(folder.resolve("binarizer.json"), """
                {"id": "test", "version": "1", "method": "zero", "layer": "pooled", "dimensions": 8, "bits": 8}
                """);

        assertRefused("thresholds are missing");
    }

    @Test
    void write_thenRead_isTheSameThresholds() throws IOException {
        BinarizerFile file = BinarizerFile.of(BinarizerMethod.MEAN, "logits", new Binarizer(ANY, THRESHOLDS));
        file.write(folder.resolve(BinarizerFile.FILE));

        assertThat(BinarizerFile.read(folder.resolve(BinarizerFile.FILE))).isEqualTo(file);
        assertThat(file.thresholds()).isEqualTo(BASE64);
        assertThat(file.sha256()).isEqualTo(ImageSignature.of(BYTES).hex());
        assertThat(file.seed()).isNull();
        Binarizer read = BinarizerFile.readOrZero(folder, "logits", 8);
        assertThat(read.thresholds()).containsExactly(THRESHOLDS);
        assertThat(read.ref())
                .isEqualTo(new ModelRef("mean-8", "1", ImageSignature.of(BYTES).hex()));
    }

    @Test
    void write_thenReadRotation_givesTheSameBits() throws IOException {
        Binarizer fitted = new Binarizer(ANY, new Rotation(5, 8, -3), THRESHOLDS);
        BinarizerFile.of(BinarizerMethod.ROTATION, "pooled", fitted).write(folder.resolve(BinarizerFile.FILE));

        Binarizer read = BinarizerFile.readOrZero(folder, "pooled", 5);

        float[] raw = {10, -20, 30, 4, 1};
        assertThat(read.binarize(raw)).isEqualTo(fitted.binarize(raw));
        assertThat(read.dimensions()).isEqualTo(5);
        assertThat(read.bits()).isEqualTo(8);
    }

    @Test
    void of_otherSeed_isAnotherArtefact() {
        BinarizerFile one = BinarizerFile.of(
                BinarizerMethod.ROTATION, "pooled", new Binarizer(ANY, new Rotation(8, 8, 1), THRESHOLDS));
        BinarizerFile two = BinarizerFile.of(
                BinarizerMethod.ROTATION, "pooled", new Binarizer(ANY, new Rotation(8, 8, 2), THRESHOLDS));

        assertThat(one.sha256()).isNotEqualTo(two.sha256());
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> BinarizerFile.readOrZero(folder, "pooled", 8))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining(message);
    }

    private void write(String sha256, String method, int bits) throws IOException {
        Files.writeString(folder.resolve("binarizer.json"), """
                {"id": "test", "version": "1", "sha256": "%s", "method": "%s", "layer": "pooled",
                 "dimensions": 8, "bits": %d, "thresholds": "%s"}
                """.formatted(sha256, method, bits, BASE64));
    }
}
