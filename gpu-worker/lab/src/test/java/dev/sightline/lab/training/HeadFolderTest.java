package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFolderTest {

    private final LinearHead head = new LinearHead(new float[][] {{1, 2}, {3, 4}}, new float[] {5, 6});
    private final TrainedLabels trained = new TrainedLabels(List.of("cat", "dog"), head, new Temperature(2));

    @TempDir
    private Path root;

    @Test
    void writeLabels_describesTheHead() throws IOException {
        Path folder = root.resolve("deep/head");
        ModelRef ref = new HeadFolder(folder).writeLabels(trained, "pets-labels", "pooled", "pets");
        JsonNode description =
                new JsonMapper().readTree(folder.resolve("head.json").toFile());
        assertThat(description).isEqualTo(new JsonMapper().readTree("""
                                {"kind": "labels", "id": "pets-labels", "version": "%s", "layer": "pooled",
                                 "source": "pets", "labels": ["cat", "dog"]}
                                """.formatted(ref.version())));
        assertThat(ref.sha256()).startsWith(ref.version());
    }

    @Test
    void writeLabels_writesTheCalibratedWeights() throws IOException {
        new HeadFolder(root.resolve("labels")).writeLabels(trained, "pets", "pooled", "pets");
        new HeadFolder(root.resolve("halved")).writeProjection(head.times(0.5), "pets", "pooled", "pets");
        assertThat(root.resolve("labels/head.npz")).hasSameBinaryContentAs(root.resolve("halved/head.npz"));
    }

    @Test
    void writeProjection_hasNoLabelsAndAVersionOfItsWeights() throws IOException {
        ModelRef one = new HeadFolder(root.resolve("1")).writeProjection(head, "p", "pooled", "pets");
        ModelRef other = new HeadFolder(root.resolve("2")).writeProjection(head.times(2), "p", "pooled", "pets");
        assertThat(one.version()).isNotEqualTo(other.version());
        assertThat(Files.readString(root.resolve("1/head.json")))
                .contains("projection")
                .doesNotContain("labels");
    }

    @Test
    void write_ofABadId_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadFolder(root).writeProjection(head, "My Pets", "pooled", "pets"))
                .withMessageContaining("'My Pets'");
    }

    @Test
    void write_whereAFileIs_namesTheFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> new HeadFolder(file).writeProjection(head, "p", "pooled", "pets"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("expected a writable folder, got " + file);
    }
}
