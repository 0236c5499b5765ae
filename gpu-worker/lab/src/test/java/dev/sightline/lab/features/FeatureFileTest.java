package dev.sightline.lab.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeOne() {
        file = folder.resolve("ab/ab12.features");
        FeatureFile.write(file, Map.of("pooled", new float[] {1.5f, -0f, Float.MIN_VALUE}, "logits", new float[] {}));
    }

    @Test
    void read_ofWhatWasWritten_isTheSameBitForBit() throws IOException {
        Map<String, float[]> layers = FeatureFile.read(file).orElseThrow();

        assertThat(layers).containsOnlyKeys("pooled", "logits");
        assertThat(layers.get("pooled")).containsExactly(1.5f, -0f, Float.MIN_VALUE);
        assertThat(layers.get("logits")).isEmpty();
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void read_ofAFileCutShort_isEmpty() throws IOException {
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(FeatureFile.read(file)).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void read_ofAFileWithOneChangedByte_isEmpty() throws IOException {
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);

        assertThat(FeatureFile.read(file)).isEmpty();
    }

    @Test
    void read_ofAMissingFile_isEmpty() {
        assertThat(FeatureFile.read(folder.resolve("none"))).isEmpty();
    }
}
