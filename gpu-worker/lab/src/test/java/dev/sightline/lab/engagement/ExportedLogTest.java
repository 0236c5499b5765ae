package dev.sightline.lab.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testkit.Engagements;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedLogTest {

    @TempDir
    private Path folder;

    @Test
    void read_whatWasWritten_isTheSameLog() {
        var log = new ExportedLog(
                List.of(Engagements.anAnswer("request-1", 1), Engagements.anAnswer("request-2", 2)),
                List.of(Engagements.anEvent("event-1")));

        log.write(folder.resolve("new"));

        assertThat(ExportedLog.read(folder.resolve("new"))).isEqualTo(log);
    }

    @Test
    void read_folderWithoutLog_isRefusedNamingTheFile() {
        assertThatThrownBy(() -> ExportedLog.read(folder))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageContaining(ExportedLog.ANSWERS);
    }

    @Test
    void read_brokenLine_isRefusedNamingTheLine() throws IOException {
        new ExportedLog(List.of(Engagements.anAnswer("request-1", 1)), List.of()).write(folder);
        Files.writeString(folder.resolve(ExportedLog.EVENTS), "{\n");

        assertThatThrownBy(() -> ExportedLog.read(folder)).hasMessageContaining(ExportedLog.EVENTS + ":1");
    }
}
