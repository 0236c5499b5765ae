package dev.sightline.lab.cosave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.report.Section;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClosenessTest {

    /** Image 0 is on every board, 1 and 2 share two, 3 is on one of them, 4 is alone with 0. */
    private final Boards boards =
            Boards.of(5, List.of(Set.of(0, 1, 2), Set.of(0, 1, 2, 3), Set.of(0, 4), Set.of(0, 4)));

    @Test
    void closest_everyWay_leavesOutTheImageAndWhatSharesNoBoard() {
        for (Closeness way : Closeness.all()) {
            List<Integer> closest = way.closest(1, boards, 10);

            assertThat(closest).as(way.name()).contains(0, 2, 3).doesNotContain(1);
        }
    }

    @Test
    void closest_popularImage_isCorrectedByTheCosineButNotByTheCount() {
        Closeness count = Closeness.all().getFirst();
        Closeness index = Closeness.all().get(1);

        assertThat(count.closest(1, boards, 3)).containsExactly(0, 2, 3);
        assertThat(index.closest(1, boards, 3)).containsExactly(2, 0, 3);
    }

    @Test
    void toSection_sameSeed_measuresEveryWayAlike() {
        Section section = measurement().toSection();

        assertThat(section.tables().getFirst().rows()).hasSize(Closeness.all().size());
        assertThat(measurement().toSection()).isEqualTo(section);
    }

    private static CoSaveMeasurement measurement() {
        return new CoSaveMeasurement(1000, 400, 100, 1, new AtomicLong()::incrementAndGet);
    }
}
