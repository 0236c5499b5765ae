package dev.sightline.reconcile;

import static dev.sightline.reconcile.EngagementWorld.QUERY;
import static dev.sightline.reconcile.EngagementWorld.RESULT;
import static dev.sightline.reconcile.EngagementWorld.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.reconcile.UserErasure.ErasureReport;
import dev.sightline.storage.LogFile;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.SightlineException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserErasureTest {

    private static final String USER = Engagements.aUser(1);

    private final EngagementWorld world = new EngagementWorld();
    private final UserErasure erasure = new UserErasure(world.log, world.rollUp);

    @Test
    void erase_ofAUser_leavesTheLinesOfOthersAndNothingElse() {
        fill();

        assertThat(erasure.erase(USER, Fixtures.NOW.plusSeconds(60), day -> {})).isEqualTo(new ErasureReport(3, 1));

        assertThat(world.log.days()).containsExactly(TODAY);
        for (LogFile file : world.log.eventFiles(TODAY)) {
            assertThat(world.log.events(file)).extracting(event -> event.user()).containsOnly(Engagements.aUser(2));
        }
        assertThat(world.log.answerFiles(TODAY))
                .hasSize(1)
                .allSatisfy(file -> assertThat(world.log.answers(file))
                        .extracting(answer -> answer.user())
                        .containsOnly(Engagements.aUser(2)));
        assertThat(saves()).isEqualTo(1);
        assertThat(world.rollUps.days()).containsExactly(TODAY);
    }

    @Test
    void erase_again_findsNothingMore() {
        fill();
        erasure.erase(USER, Fixtures.NOW.plusSeconds(60), day -> {});
        List<LogFile> files = world.log.eventFiles(TODAY);

        assertThat(erasure.erase(USER, Fixtures.NOW.plusSeconds(90), day -> {})).isEqualTo(new ErasureReport(0, 0));
        assertThat(world.log.eventFiles(TODAY)).isEqualTo(files);
    }

    @Test
    void erase_thatBrokeOff_neverCountsTheUserAndGoesOn() {
        fill();
        List<LocalDate> seen = new ArrayList<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> erasure.erase(USER, Fixtures.NOW.plusSeconds(60), day -> {
                    seen.add(day);
                    if (seen.size() == 2) {
                        throw new IllegalStateException("power cut");
                    }
                }));
        world.rollUp.run();
        assertThat(saves()).isEqualTo(1);

        assertThat(erasure.erase(USER, Fixtures.NOW.plusSeconds(60), day -> {})).isEqualTo(new ErasureReport(2, 1));
    }

    @Test
    void erase_ofLinesThatComeBehindIt_saysSo() {
        fill();
        List<LocalDate> seen = new ArrayList<>();
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> erasure.erase(USER, Fixtures.NOW.plusSeconds(60), day -> {
                    seen.add(day);
                    if (seen.size() == 3) {
                        world.add(TODAY, "late", Engagements.anEvent("9", EngagementKind.SAVE, 1));
                    }
                }))
                .withMessageContaining("late.jsonl")
                .withMessageContaining("1 lines");
        assertThat(saves()).isEqualTo(1);
    }

    /** User 1 on two days, once alone in a file; user 2 on one. */
    private void fill() {
        world.add(TODAY.minusDays(1), "a", Engagements.anEvent("1", EngagementKind.SAVE, 1));
        world.add(TODAY, "a", Engagements.anEvent("2", EngagementKind.SAVE, 1));
        world.add(
                TODAY,
                "b",
                Engagements.anEvent("3", EngagementKind.SAVE, 1),
                Engagements.anEvent("4", EngagementKind.SAVE, 2));
        world.log.addAnswers(
                TODAY, "a", List.of(Engagements.anAnswer("request-1", 1), Engagements.anAnswer("request-2", 2)));
        world.rollUp.run();
        assertThat(saves()).isEqualTo(4);
    }

    private long saves() {
        return world.view
                .pairs(QUERY, Set.of(RESULT))
                .getOrDefault(RESULT, EngagementCounts.NONE)
                .actions()
                .getOrDefault(EngagementKind.SAVE, 0L);
    }
}
