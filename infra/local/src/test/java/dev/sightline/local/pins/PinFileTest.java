package dev.sightline.local.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinFileTest {

    private static final PinLine CHAIR = new PinLine("a.png", "Porch", "Chair", null, null, null);

    @TempDir
    Path folder;

    @Test
    void jsonLines_goodAndBad_areNumberedByTheirLine() throws IOException {
        List<NumberedLine> lines = lines("pins.jsonl", """
            {"image":"a.png","board":"Porch","title":"Chair"}

            nonsense
            {"image":"a.png","board":"Porch","colour":"red"}
            {"image":["a.png"],"board":"Porch"}
            null
            {"image":"a.png","board":"Porch","title":"Chair"} {}
            {"image":"a.png","board":"Porch","title":"Chair"}
            """);

        assertThat(lines).extracting(NumberedLine::number).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(lines.getFirst().pin()).isEqualTo(CHAIR);
        assertThat(lines.getLast().pin()).isEqualTo(CHAIR);
        assertThat(lines.subList(1, 6))
                .allSatisfy(line -> assertThat(line.pin()).isNull());
        assertThat(lines.get(2).problem()).contains("colour", "savedAt");
    }

    @Test
    void csv_quotedFields_holdCommasAndLineBreaks() throws IOException {
        List<NumberedLine> lines = lines("pins.CSV", """
            board,image,title,description
            Porch,a.png,"Chair, ""old""\","one
            two"
            Porch,b.png
            "Dé cor",c.png,,
            """);

        assertThat(lines)
                .containsExactly(
                        NumberedLine.of(2, new PinLine("a.png", "Porch", "Chair, \"old\"", "one\ntwo", null, null)),
                        NumberedLine.bad(4, "expected 4 columns, got 2"),
                        NumberedLine.of(5, new PinLine("c.png", "Dé cor", "", "", null, null)));
    }

    @Test
    void csv_headerWithoutBoardOrWithOthers_isRefused() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> lines("pins.csv", "image,title\na.png,Chair\n"))
                .withMessageContaining("[board, image]");
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> lines("pins.csv", "image,board,colour\na.png,Porch,red\n"))
                .withMessageContaining("colour");
    }

    @Test
    void lines_ofNoFile_saysSo() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> new PinFile(folder.resolve("missing.jsonl")).lines())
                .withMessageContaining("missing.jsonl");
    }

    private List<NumberedLine> lines(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.writeString(path, content);
        PinFile file = new PinFile(path);
        try (Stream<NumberedLine> lines = file.lines()) {
            List<NumberedLine> read = lines.toList();
            assertThat(file.count()).isEqualTo(read.size());
            return read;
        }
    }
}
