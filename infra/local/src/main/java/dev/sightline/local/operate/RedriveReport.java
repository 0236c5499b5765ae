package dev.sightline.local.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the dead letters of one queue, or would in a dry run. {@code moved} and {@code passedBy} by reason; {@code useless} are those that
 * nobody can do anything with, by reason and what they are; {@code discarded} of them were deleted; {@code refused} are those that the
 * queue did not take, which stay.
 */
public record RedriveReport(
        QueuedStage stage,
        Map<String, Long> moved,
        Map<String, Long> passedBy,
        List<String> useless,
        long discarded,
        long refused) {

    public RedriveReport {
        moved = Map.copyOf(moved);
        passedBy = Map.copyOf(passedBy);
        useless = List.copyOf(useless);
    }

    public long movedTotal() {
        return total(moved);
    }

    public long passedByTotal() {
        return total(passedBy);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts as they come. Not thread-safe: it belongs to one redrive. */
    static final class Tally {

        private final QueuedStage stage;
        private final Map<String, Long> moved = new TreeMap<>();
        private final Map<String, Long> passedBy = new TreeMap<>();
        private final List<String> useless = new ArrayList<>();
        private long discarded;
        private long refused;

        Tally(QueuedStage stage) {
            this.stage = stage;
        }

        void move(DeadLetter letter) {
            moved.merge(letter.reason(), 1L, Long::sum);
        }

        void passBy(DeadLetter letter) {
            passedBy.merge(letter.reason(), 1L, Long::sum);
        }

        void nameUseless(DeadLetter letter) {
            useless.add("%s: %s".formatted(letter.reason(), letter.about()));
        }

        void discard(int letters) {
            discarded += letters;
        }

        void refuse(int letters) {
            refused += letters;
        }

        RedriveReport report() {
            return new RedriveReport(stage, moved, passedBy, useless, discarded, refused);
        }
    }
}
