package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link EngagementLog} does. */
public abstract class EngagementLogContract {

    private static final LocalDate DAY = Engagements.TODAY;
    private static final EngagementEvent SAVE = Engagements.anEvent("e-1");
    private static final EngagementEvent CLICK = Engagements.anEvent("e-2", EngagementKind.CLICK, 2);
    private static final AnswerServed ANSWER = Engagements.anAnswer("request-1", 1);

    /** The log, empty before each test. */
    protected abstract EngagementLog log();

    @Test
    void log_withoutFiles_isEmpty() {
        assertThat(log().days()).isEmpty();
        assertThat(log().eventFiles(DAY)).isEmpty();
        assertThat(log().answerFiles(DAY)).isEmpty();
        assertThat(log().erasures()).isEmpty();
        assertThat(log().events(new LogFile(DAY, "events/2026-01-02/none.jsonl", "0", 1)))
                .isEmpty();
    }

    @Test
    void added_files_areReadAsTheyWereWritten() {
        log().addEvents(DAY, "b", List.of(SAVE, CLICK));
        log().addEvents(DAY, "a", List.of(CLICK));
        log().addAnswers(DAY, "a", List.of(ANSWER));

        List<LogFile> files = log().eventFiles(DAY);
        assertThat(files)
                .hasSize(2)
                .allMatch(file -> file.size() > 0 && file.day().equals(DAY));
        assertThat(log().events(files.getFirst())).containsExactly(CLICK);
        assertThat(log().events(files.getLast())).containsExactly(SAVE, CLICK);
        assertThat(log().answers(log().answerFiles(DAY).getFirst())).containsExactly(ANSWER);
    }

    @Test
    void days_ofEventsAndAnswers_areThereOnceInOrder() {
        log().addEvents(DAY, "a", List.of(SAVE));
        log().addEvents(DAY.minusDays(2), "a", List.of(SAVE));
        log().addAnswers(DAY, "a", List.of(ANSWER));
        log().addAnswers(DAY.plusDays(1), "a", List.of(ANSWER));

        assertThat(log().days()).containsExactly(DAY.minusDays(2), DAY, DAY.plusDays(1));
        assertThat(log().eventFiles(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void add_ofTheSameFileAgain_changesNothing() {
        log().addEvents(DAY, "a", List.of(SAVE, CLICK));
        LogFile file = log().eventFiles(DAY).getFirst();
        log().rewriteEvents(file, List.of(CLICK));
        LogFile rewritten = log().eventFiles(DAY).getFirst();

        log().addEvents(DAY, "a", List.of(SAVE, CLICK));

        assertThat(log().eventFiles(DAY)).containsExactly(rewritten);
        assertThat(log().events(rewritten)).containsExactly(CLICK);
    }

    @Test
    void add_underANameThatCannotBe_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().addEvents(DAY, "../x", List.of(SAVE)))
                .withMessageContaining("../x");
    }

    @Test
    void rewrite_ofAFile_replacesItsLinesAndETag() {
        log().addEvents(DAY, "a", List.of(SAVE, CLICK));
        log().addAnswers(DAY, "a", List.of(ANSWER, Engagements.anAnswer("request-2", 2)));
        LogFile events = log().eventFiles(DAY).getFirst();
        LogFile answers = log().answerFiles(DAY).getFirst();

        assertThat(log().rewriteEvents(events, List.of(CLICK))).isTrue();
        assertThat(log().rewriteAnswers(answers, List.of(ANSWER))).isTrue();

        LogFile after = log().eventFiles(DAY).getFirst();
        assertThat(after.etag()).isNotEqualTo(events.etag());
        assertThat(log().events(after)).containsExactly(CLICK);
        assertThat(log().answers(log().answerFiles(DAY).getFirst())).containsExactly(ANSWER);
    }

    @Test
    void rewrite_withoutLines_removesTheFile() {
        log().addEvents(DAY, "a", List.of(SAVE));

        assertThat(log().rewriteEvents(log().eventFiles(DAY).getFirst(), List.of()))
                .isTrue();

        assertThat(log().eventFiles(DAY)).isEmpty();
        assertThat(log().days()).isEmpty();
    }

    @Test
    void rewrite_ofAFileThatChangedOrIsGone_changesNothing() {
        log().addEvents(DAY, "a", List.of(SAVE, CLICK));
        LogFile before = log().eventFiles(DAY).getFirst();
        log().rewriteEvents(before, List.of(CLICK));

        assertThat(log().rewriteEvents(before, List.of())).isFalse();
        assertThat(log().events(log().eventFiles(DAY).getFirst())).containsExactly(CLICK);

        log().rewriteEvents(log().eventFiles(DAY).getFirst(), List.of());
        assertThat(log().rewriteEvents(before, List.of(SAVE))).isFalse();
        assertThat(log().days()).isEmpty();
    }

    @Test
    void erasures_ofAUser_areTheLatest() {
        Instant early = Fixtures.NOW;
        log().noteErasure(Engagements.aUser(1), early.plusSeconds(60));
        log().noteErasure(Engagements.aUser(1), early);
        log().noteErasure(Engagements.aUser(2), early);
        log().noteErasure(Engagements.aUser(2), early);

        assertThat(log().erasures())
                .isEqualTo(Map.of(Engagements.aUser(1), early.plusSeconds(60), Engagements.aUser(2), early));
    }
}
