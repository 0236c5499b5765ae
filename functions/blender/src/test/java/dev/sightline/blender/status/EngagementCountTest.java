package dev.sightline.blender.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.status.EngagementAnswer.Day;
import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryRollUpStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngagementCountTest {

    private static final LocalDate TODAY = Engagements.TODAY;

    private final InMemoryRollUpStore rollUps = new InMemoryRollUpStore();
    private final EngagementCount count = new EngagementCount(rollUps, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));

    @Test
    void count_nothingRolledUp_isFourteenDaysOfZeros() {
        EngagementAnswer answer = count.count();

        assertThat(answer.days()).hasSize(14);
        assertThat(answer.days().getFirst().day()).isEqualTo(TODAY.minusDays(13));
        assertThat(answer.days().getLast().day()).isEqualTo(TODAY);
        assertThat(answer.days().getLast().counts().keySet())
                .containsExactly("impression", "close-up", "click", "long-click", "save", "hide", "crop");
        assertThat(answer.days())
                .allSatisfy(day -> assertThat(day.counts().values()).containsOnly(0L));
        assertThat(answer.countedAt()).isEqualTo(Fixtures.NOW);
    }

    /** Of all queries, images, platforms and ranks. */
    @Test
    void count_always_addsUpEachKindOfEachDay() {
        save(TODAY, counted(1, "web", EngagementKind.SAVE, 2), counted(2, "ios", EngagementKind.SAVE, 3));
        save(TODAY.minusDays(13), counted(1, "web", EngagementKind.CLICK, 7));
        save(TODAY.minusDays(14), counted(1, "web", EngagementKind.CLICK, 100));
        save(TODAY.plusDays(1), counted(1, "web", EngagementKind.CLICK, 100));

        List<Day> days = count.count().days();

        assertThat(days.getLast().counts()).containsEntry("save", 5L).containsEntry("click", 0L);
        assertThat(days.getFirst().counts()).containsEntry("click", 7L);
        assertThat(days.stream().mapToLong(day -> day.counts().get("click")).sum())
                .isEqualTo(7);
    }

    private void save(LocalDate day, RolledUpCount... counts) {
        rollUps.save(new DayRollUp(day, Fixtures.aSignature(9).hex(), List.of(), List.of(counts)));
    }

    private static RolledUpCount counted(int rank, String platform, EngagementKind kind, long count) {
        return new RolledUpCount("", Fixtures.aSignature(rank), platform, rank, kind, count);
    }
}
