package dev.sightline.local.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.testkit.Engagements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundLogTest {

    private final AnswerServed answer = Engagements.anAnswer("request-1", 1);
    private final EngagementEvent event = Engagements.anEvent("event-1");

    @Test
    void of_policyOfTheAnswer_keepsTheAnswerAndItsEvents() {
        ExportedLog log = new ExportedLog(List.of(answer), List.of(event));

        assertThat(RoundLog.of(log, Set.of(answer.policy()))).isEqualTo(log);
    }

    @Test
    void of_anotherPolicy_keepsNothing() {
        ExportedLog log = new ExportedLog(List.of(answer), List.of(event));

        assertThat(RoundLog.of(log, Set.of("another"))).isEqualTo(new ExportedLog(List.of(), List.of()));
    }

    @Test
    void of_eventOfAnotherAnswer_isLeftOut() {
        ExportedLog log = new ExportedLog(List.of(Engagements.anAnswer("request-2", 1)), List.of(event));

        assertThat(RoundLog.of(log, Set.of(answer.policy())).events()).isEmpty();
    }
}
