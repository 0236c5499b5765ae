package dev.sightline.local.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {

    private final InMemoryEngagementLog log = new InMemoryEngagementLog();

    @TempDir
    private Path folder;

    @Test
    void to_linesThatStandInTwoFiles_areExportedOnce() {
        log.addEvents(Engagements.TODAY, "a", List.of(Engagements.anEvent("1"), Engagements.anEvent("2")));
        log.addEvents(Engagements.TODAY.plusDays(1), "b", List.of(Engagements.anEvent("2"), Engagements.anEvent("3")));
        log.addAnswers(Engagements.TODAY, "a", List.of(Engagements.anAnswer("r", 1), Engagements.anAnswer("r", 1)));

        assertThat(export()).isEqualTo(new LogExport.Exported(1, 3));
        ExportedLog read = ExportedLog.read(folder);
        assertThat(read.events()).extracting(EngagementEvent::eventId).containsExactly("1", "2", "3");
        assertThat(read.answers()).extracting(AnswerServed::requestId).containsExactly("r");
    }

    @Test
    void to_erasedUser_leavesOutWhatWasReceivedUntilThen() {
        log.addEvents(Engagements.TODAY, "a", List.of(Engagements.anEvent("1"), anEventOfUserTwo("2")));
        log.addAnswers(Engagements.TODAY, "a", List.of(Engagements.anAnswer("r1", 1), Engagements.anAnswer("r2", 2)));
        log.noteErasure(Engagements.aUser(1), Fixtures.NOW.plusSeconds(1));
        log.noteErasure(Engagements.aUser(2), Fixtures.NOW.minusSeconds(1));

        export();

        ExportedLog read = ExportedLog.read(folder);
        assertThat(read.events()).extracting(EngagementEvent::eventId).containsExactly("2");
        assertThat(read.answers()).extracting(AnswerServed::requestId).containsExactly("r2");
    }

    @Test
    void to_secondExport_replacesTheFirst() {
        log.addEvents(Engagements.TODAY, "a", List.of(Engagements.anEvent("1")));
        export();
        log.noteErasure(Engagements.aUser(1), Fixtures.NOW.plusSeconds(1));

        export();

        assertThat(ExportedLog.read(folder)).isEqualTo(new ExportedLog(List.of(), List.of()));
    }

    @Test
    void to_progress_namesEachDay() {
        log.addEvents(Engagements.TODAY, "a", List.of(Engagements.anEvent("1")));
        List<Object> days = new ArrayList<>();

        new LogExport(log, days::add).to(folder);

        assertThat(days).contains(Engagements.TODAY);
    }

    private static EngagementEvent anEventOfUserTwo(String id) {
        return Engagements.anEvent(id, EngagementKind.SAVE, 2);
    }

    private LogExport.Exported export() {
        return new LogExport(log, day -> {}).to(folder);
    }
}
