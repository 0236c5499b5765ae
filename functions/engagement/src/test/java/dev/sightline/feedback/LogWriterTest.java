package dev.sightline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EventJson;
import dev.sightline.events.EventsReported;
import dev.sightline.storage.EngagementLog;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.InMemoryEngagementLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    private final InMemoryEngagementLog log = new InMemoryEngagementLog();
    private final LogWriter writer = new LogWriter(log);
    private final EngagementEvent event = Engagements.anEvent("e-1");
    private final AnswerServed answer = Engagements.anAnswer("req-1", 1);

    @Test
    void write_eventsAndAnswers_addsEachToItsDay() {
        assertThat(writer.write(Map.of("m-1", events(event), "m-2", EventJson.write(answer))))
                .isEmpty();

        assertThat(eventsOf(day(event))).containsExactly(event);
        assertThat(log.answerFiles(LocalDate.ofInstant(answer.servedAt(), ZoneOffset.UTC)).stream()
                        .flatMap(file -> log.answers(file).stream()))
                .containsExactly(answer);
    }

    @Test
    void write_sameBatchTwice_leavesOneFile() {
        Map<String, String> batch = Map.of("m-1", events(event));

        writer.write(batch);
        writer.write(Map.of("m-9", events(event)));

        assertThat(eventsOf(day(event))).containsExactly(event);
    }

    @Test
    void write_oneUnreadableMessage_failsAlone() {
        assertThat(writer.write(Map.of("m-1", events(event), "m-2", "{}"))).containsExactly("m-2");

        assertThat(eventsOf(day(event))).containsExactly(event);
    }

    @Test
    void write_erasedUser_storesNothingReceivedBefore() {
        log.noteErasure(event.user(), event.receivedAt());

        assertThat(writer.write(Map.of("m-1", events(event)))).isEmpty();

        assertThat(eventsOf(day(event))).isEmpty();
    }

    @Test
    void write_logUnavailable_receivesAllAgain() {
        log.becomeUnavailable();

        assertThat(writer.write(Map.of("m-1", events(event), "m-2", "{}"))).containsExactlyInAnyOrder("m-1", "m-2");
    }

    private static String events(EngagementEvent event) {
        return EventJson.write(new EventsReported(List.of(event)));
    }

    private static LocalDate day(EngagementEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }

    private Stream<EngagementEvent> eventsOf(LocalDate day) {
        EngagementLog stored = log;
        return stored.eventFiles(day).stream().flatMap(file -> stored.events(file).stream());
    }
}
