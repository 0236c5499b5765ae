package dev.sightline.lab.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.testkit.Engagements;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngagementReportTest {

    private final List<AnswerServed> answers = new ArrayList<>();
    private final List<EngagementEvent> events = new ArrayList<>();

    @Test
    void toSection_savePropensity_isUsersWhoSavedByUsersWhoSaw() {
        users("standard", 200, 50);
        users("trial", 200, 100);

        Section section = report().toSection();

        List<Cell> standard = row(section, "standard");
        assertThat(standard.subList(1, 3)).containsExactly(new Cell.Count(200), new Cell.Count(50));
        assertThat(standard.get(3)).isEqualTo(new Cell.Decimal(0.25, 3));
        assertThat(row(section, "trial").get(6)).isInstanceOfSatisfying(Cell.Estimate.class, lift -> {
            assertThat(lift.interval().value()).isCloseTo(1.0, within(1e-9));
            assertThat(lift.interval().low()).isGreaterThan(0.4);
            assertThat(lift.interval().high()).isLessThan(2.0);
        });
    }

    @Test
    void toSection_oneUserWhoSavesOften_countsOnce() {
        users("standard", 200, 50);
        int saver = answers.size();
        user("standard", saver, true);
        for (int i = 0; i < 30; i++) {
            event(answers.getLast(), "again-" + i, EngagementKind.SAVE, saver);
        }

        assertThat(row(report().toSection(), "standard").get(2)).isEqualTo(new Cell.Count(51));
    }

    @Test
    void toSection_sameBehaviour_liftIntervalHoldsZero() {
        users("standard", 300, 90);
        users("trial", 300, 90);

        Cell lift = row(report().toSection(), "trial").get(6);

        assertThat(lift).isInstanceOfSatisfying(Cell.Estimate.class, estimate -> {
            Interval interval = estimate.interval();
            assertThat(interval.low()).isNegative();
            assertThat(interval.high()).isPositive();
        });
    }

    @Test
    void toSection_fewUsers_saysSoInsteadOfALift() {
        users("standard", 200, 50);
        users("trial", 99, 60);

        Section section = report().toSection();

        assertThat(row(section, "trial").get(6))
                .isInstanceOfSatisfying(
                        Cell.Missing.class,
                        cell -> assertThat(cell.reason()).contains("too few data", "100 users who saw"));
        assertThat(section.plots()).hasSize(1);
    }

    @Test
    void toSection_clickRates_areByImpressions() {
        users("standard", 100, 20);
        event(answers.getFirst(), "click", EngagementKind.CLICK, 0);
        event(answers.getFirst(), "long", EngagementKind.LONG_CLICK, 0);

        List<Cell> row = row(report().toSection(), "standard");

        assertThat(row.subList(4, 6)).containsExactly(new Cell.Decimal(0.01, 3), new Cell.Decimal(0.01, 3));
    }

    @Test
    void toSection_drawnAnswers_standApart() {
        users("standard", 100, 20);
        AnswerServed drawn = answer("standard", 1000, true);
        answers.add(drawn);
        event(drawn, "seen-drawn", EngagementKind.IMPRESSION, 1000);

        Section section = report().toSection();

        assertThat(row(section, "standard").get(1)).isEqualTo(new Cell.Count(100));
        assertThat(row(section, Grouping.DRAWN).get(1)).isEqualTo(new Cell.Count(1));
    }

    @Test
    void toSection_categories_areThoseOfTheResults() {
        users("standard", 100, 20);

        Table table = report().toSection().tables().get(1);

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().getFirst().getFirst()).isEqualTo(new Cell.Text("chair"));
    }

    @Test
    void toSection_noEventsOfTheBaseline_isRefusedNamingTheVariants() {
        users("trial", 10, 5);

        assertThatThrownBy(() -> report().toSection())
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("'standard'")
                .hasMessageContaining("[trial]");
    }

    private EngagementReport report() {
        return new EngagementReport(new ExportedLog(answers, events), "standard", 1);
    }

    private void users(String variant, int saw, int saved) {
        for (int i = 0; i < saw; i++) {
            user(variant, answers.size(), i < saved);
        }
    }

    private void user(String variant, int user, boolean saves) {
        AnswerServed answer = answer(variant, user, false);
        answers.add(answer);
        event(answer, "seen-" + user, EngagementKind.IMPRESSION, user);
        if (saves) {
            event(answer, "saved-" + user, EngagementKind.SAVE, user);
        }
    }

    private static AnswerServed answer(String variant, int user, boolean randomized) {
        AnswerServed plain = Engagements.anAnswer("request-" + user, user);
        List<ServedResult> results = plain.results();
        return new AnswerServed(
                plain.requestId(),
                plain.servedAt(),
                plain.query(),
                plain.user(),
                plain.policy(),
                variant,
                "none",
                randomized,
                results);
    }

    private void event(AnswerServed answer, String id, EngagementKind kind, int user) {
        EngagementEvent plain = Engagements.anEvent(id, kind, user);
        events.add(new EngagementEvent(
                id,
                kind,
                answer.requestId(),
                plain.query(),
                plain.image(),
                plain.rank(),
                plain.platform(),
                plain.user(),
                plain.occurredAt(),
                plain.receivedAt()));
    }

    private static List<Cell> row(Section section, String variant) {
        return section.tables().getFirst().rows().stream()
                .filter(row -> row.getFirst().equals(new Cell.Text(variant)))
                .findFirst()
                .orElseThrow();
    }
}
