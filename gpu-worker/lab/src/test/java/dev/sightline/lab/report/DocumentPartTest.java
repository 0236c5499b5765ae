package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentPartTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("page.md");
    }

    @Test
    void write_twice_replacesThePartAndLeavesTheRest() throws IOException {
        Files.writeString(file, "before\n%s\nold\n%s\nafter\n".formatted(DocumentPart.BEGIN, DocumentPart.END));

        new DocumentPart(file).write("first");
        new DocumentPart(file).write("second");

        assertThat(file).hasContent("before\n%s\nsecond\n%s\nafter\n".formatted(DocumentPart.BEGIN, DocumentPart.END));
    }

    @Test
    void write_withoutBothLinesInOrder_isRefusedAndLeavesTheFile() throws IOException {
        String wrong = "%s\n%s\n".formatted(DocumentPart.END, DocumentPart.BEGIN);
        Files.writeString(file, wrong);

        assertThatThrownBy(() -> new DocumentPart(file).write("text"))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("page.md: expected the lines");
        assertThat(file).hasContent(wrong);
    }
}
