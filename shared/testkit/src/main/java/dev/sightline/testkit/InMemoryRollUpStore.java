package dev.sightline.testkit;

import dev.sightline.events.DayRollUp;
import dev.sightline.storage.RollUpStore;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Roll-ups in memory. Safe for all threads. */
public final class InMemoryRollUpStore implements RollUpStore {

    private final ConcurrentSkipListMap<LocalDate, DayRollUp> rollUps = new ConcurrentSkipListMap<>();
    private final AtomicInteger saves = new AtomicInteger();

    /** How often a roll-up was kept. */
    public int saves() {
        return saves.get();
    }

    @Override
    public void save(DayRollUp rollUp) {
        saves.incrementAndGet();
        rollUps.put(rollUp.day(), rollUp);
    }

    @Override
    public Optional<DayRollUp> find(LocalDate day) {
        return Optional.ofNullable(rollUps.get(day));
    }

    @Override
    public void remove(LocalDate day) {
        rollUps.remove(day);
    }

    @Override
    public NavigableSet<LocalDate> days() {
        return new TreeSet<>(rollUps.keySet());
    }
}
