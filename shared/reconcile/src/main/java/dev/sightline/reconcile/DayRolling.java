package dev.sightline.reconcile;

import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.RolledUpCount;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import dev.sightline.storage.RollUpStore;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rolls up one day: reads its files again if one of them or an erasure came, changed or went, or if an image of it came back; leaves images out
 * that are no longer indexed.
 */
final class DayRolling {

    private final EngagementLog log;
    private final RollUpStore rollUps;
    private final IndexedImages images;

    DayRolling(EngagementLog log, RollUpStore rollUps, IndexedImages images) {
        this.log = log;
        this.rollUps = rollUps;
        this.images = images;
    }

    /** The roll-up of a day as it has to be now; kept if it is another one than before. */
    Outcome roll(LocalDate day, Erasures erasures) {
        List<LogFile> files = log.eventFiles(day);
        String inputs = digest(files, erasures);
        Optional<DayRollUp> before = rollUps.find(day);
        DayRollUp after = before.filter(rollUp -> rollUp.inputs().equals(inputs))
                .flatMap(this::withoutReading)
                .orElseGet(() -> counted(day, inputs, count(files, erasures), new TreeSet<>()));
        boolean changed = before.filter(after::equals).isEmpty();
        if (changed) {
            rollUps.save(after);
        }
        return new Outcome(after, changed);
    }

    /** The same events with the images that are indexed now; empty if one is back of which nothing was counted. */
    private Optional<DayRollUp> withoutReading(DayRollUp before) {
        if (!images.among(Set.copyOf(before.leftOut())).isEmpty()) {
            return Optional.empty();
        }
        DayCounts counts = new DayCounts();
        before.counts().forEach(counts::add);
        return Optional.of(counted(before.day(), before.inputs(), counts, new TreeSet<>(before.leftOut())));
    }

    private DayRollUp counted(
            LocalDate day, String inputs, DayCounts counts, NavigableSet<ImageSignature> leftOutBefore) {
        NavigableSet<ImageSignature> mentioned = counts.mentioned();
        Set<ImageSignature> indexed = images.among(mentioned);
        NavigableSet<ImageSignature> leftOut = new TreeSet<>(leftOutBefore);
        leftOut.addAll(mentioned);
        leftOut.removeAll(indexed);
        List<RolledUpCount> left = counts.of(indexed);
        return new DayRollUp(day, inputs, List.copyOf(leftOut), left);
    }

    private DayCounts count(List<LogFile> files, Erasures erasures) {
        DayCounts counts = new DayCounts();
        for (LogFile file : files) {
            for (EngagementEvent event : log.events(file)) {
                if (!erasures.cover(event)) {
                    counts.add(event);
                }
            }
        }
        return counts;
    }

    private static String digest(List<LogFile> files, Erasures erasures) {
        StringBuilder text = new StringBuilder();
        files.forEach(
                file -> text.append(file.key()).append(' ').append(file.etag()).append('\n'));
        for (Map.Entry<String, Instant> erasure : new TreeMap<>(erasures.upTo()).entrySet()) {
            text.append(erasure.getKey()).append(' ').append(erasure.getValue()).append('\n');
        }
        return ImageSignature.of(text.toString().getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** The roll-up of a day, and whether it is another one than before. */
    record Outcome(DayRollUp rollUp, boolean changed) {}
}
