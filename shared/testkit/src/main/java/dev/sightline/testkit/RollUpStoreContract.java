package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.DayRollUp;
import dev.sightline.storage.RollUpStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RollUpStore} does. */
public abstract class RollUpStoreContract {

    private static final DayRollUp ROLL_UP = Engagements.aDayRollUp();
    private static final LocalDate DAY = ROLL_UP.day();

    /** The store, empty before each test. */
    protected abstract RollUpStore store();

    @Test
    void find_ofADayThatWasNotSaved_isEmpty() {
        assertThat(store().find(DAY)).isEmpty();
        assertThat(store().days()).isEmpty();
        store().remove(DAY);
    }

    @Test
    void find_ofASavedDay_isExactlyThat() {
        DayRollUp other = new DayRollUp(DAY.minusDays(1), ROLL_UP.inputs(), List.of(), List.of());
        store().save(ROLL_UP);
        store().save(other);

        assertThat(store().find(DAY)).contains(ROLL_UP);
        assertThat(store().find(other.day())).contains(other);
        assertThat(store().days()).containsExactly(other.day(), DAY);
    }

    @Test
    void save_again_replacesTheOneBefore() {
        DayRollUp later = new DayRollUp(DAY, Fixtures.aSignature(5).hex(), List.of(), List.of());
        store().save(ROLL_UP);
        store().save(later);

        assertThat(store().find(DAY)).contains(later);
    }

    @Test
    void remove_ofADay_leavesTheOthers() {
        store().save(ROLL_UP);
        store().save(new DayRollUp(DAY.plusDays(1), ROLL_UP.inputs(), List.of(), List.of()));

        store().remove(DAY);
        store().remove(DAY);

        assertThat(store().find(DAY)).isEmpty();
        assertThat(store().days()).containsExactly(DAY.plusDays(1));
    }
}
