package dev.sightline.local.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFileTest {

    @TempDir
    private Path folder;

    @Test
    void in_withFolders_findsFilesBelowAndLeavesOutHidden() throws IOException {
        write("birds/owl.png");
        write("birds/.DS_Store");
        write(".cache/x.png");
        write("fruit/red/apple.png");

        assertThat(LabelledFile.in(List.of(folder)))
                .extracting(file -> file.key("corpus"))
                .containsExactly("corpus/birds/owl.png", "corpus/red/apple.png");
    }

    @Test
    void in_withFile_takesItsFolderAsLabel() throws IOException {
        Path owl = write("birds/owl.png");

        assertThat(LabelledFile.in(List.of(owl))).containsExactly(new LabelledFile(owl, "birds"));
    }

    @Test
    void in_withMissingPath_namesIt() {
        assertThatThrownBy(() -> LabelledFile.in(List.of(folder.resolve("none"))))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("none");
    }

    @Test
    void byKey_withTwoFilesOfOneKey_namesBoth() throws IOException {
        LabelledFile first = LabelledFile.of(write("a/birds/owl.png"));
        LabelledFile second = LabelledFile.of(write("b/birds/owl.png"));

        assertThatThrownBy(() -> LabelledFile.byKey(List.of(first, second), "corpus"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("a/birds/owl.png")
                .hasMessageContaining("b/birds/owl.png")
                .hasMessageContaining("corpus/birds/owl.png");
    }

    @Test
    void key_withoutPrefix_startsWithTheLabel() {
        assertThat(new LabelledFile(Path.of("x/birds/owl.png"), "birds").key(""))
                .isEqualTo("birds/owl.png");
    }

    @Test
    void labelOf_isTheLastButOnePart() {
        assertThat(LabelledFile.labelOf("corpus/birds/owl.png")).isEqualTo("birds");
        assertThat(LabelledFile.labelOf("owl.png")).isEmpty();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
