package dev.sightline.storage;

import dev.sightline.events.DayRollUp;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Port: the engagement log as counts, one roll-up a UTC day. Each can be made again from the log.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface RollUpStore {

    /** Keeps the roll-up of a day in place of the one before. */
    void save(DayRollUp rollUp);

    /** The roll-up of a day; empty too if it is in a form that this version does not read, since it can be made again. */
    Optional<DayRollUp> find(LocalDate day);

    /** Removes the roll-up of a day. Safe to repeat. */
    void remove(LocalDate day);

    /** The days of which there is a roll-up. */
    NavigableSet<LocalDate> days();
}
