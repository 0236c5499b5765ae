package dev.sightline.blender.status;

import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.storage.RollUpStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds up the roll-ups of the last days. A day without one, or with one that this version cannot read, counts nothing. */
public final class EngagementCount {

    /** Today is one of them. */
    static final int DAYS = 14;

    private final RollUpStore rollUps;
    private final Clock clock;

    public EngagementCount(RollUpStore rollUps, Clock clock) {
        this.rollUps = rollUps;
        this.clock = clock;
    }

    /** The counts as they were rolled up last. */
    public EngagementAnswer count() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<EngagementAnswer.Day> days = IntStream.range(0, DAYS)
                .mapToObj(i -> today.minusDays(DAYS - 1L - i))
                .map(this::day)
                .toList();
        return new EngagementAnswer(days, now);
    }

    private EngagementAnswer.Day day(LocalDate day) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (EngagementKind kind : EngagementKind.values()) {
            counts.put(kind.slug(), 0L);
        }
        List<RolledUpCount> rolledUp = rollUps.find(day).map(DayRollUp::counts).orElse(List.of());
        rolledUp.forEach(counted -> counts.merge(counted.kind().slug(), counted.count(), Long::sum));
        return new EngagementAnswer.Day(day, counts);
    }
}
