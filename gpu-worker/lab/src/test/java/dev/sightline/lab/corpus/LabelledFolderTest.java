package dev.sightline.lab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFolderTest {

    @TempDir
    private Path root;

    @Test
    void read_ofFolders_isSortedAndLabelled() throws IOException {
        write("b/2.png");
        write("b/1.png");
        write("a-b/1.png");
        write("a/deep/1.png");
        assertThat(LabelledFolder.read(root).images())
                .extracting(image -> image.label() + ":" + image.name())
                .containsExactly("a-b:a-b/1.png", "deep:a/deep/1.png", "b:b/1.png", "b:b/2.png");
    }

    @Test
    void read_leavesOutHiddenUnlabelledAndIrregularFiles() throws IOException {
        write("corpus.json");
        write(".git/x.png");
        write("a/.hidden.png");
        Files.createDirectories(root.resolve("a/empty"));
        assertThat(LabelledFolder.read(root).images()).isEmpty();
    }

    @Test
    void read_ofMissingFolder_namesIt() {
        assertThatThrownBy(() -> LabelledFolder.read(root.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("expected a readable folder, got ")
                .hasMessageEndingWith("none");
    }

    private void write(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1});
    }
}
