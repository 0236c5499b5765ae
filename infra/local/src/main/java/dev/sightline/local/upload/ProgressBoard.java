package dev.sightline.local.upload;

import dev.sightline.local.terminal.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stage counts as text: a bar for each stage, or all in one line. */
public final class ProgressBoard {

    private static final int WIDTH = 28;

    private ProgressBoard() {}

    /** One bar for each stage. */
    static List<String> bars(StageCounts counts, Duration elapsed) {
        int inBucket = counts.total() - counts.notUploaded();
        List<String> lines = new ArrayList<>();
        lines.add(bar("uploaded", counts.uploaded(), inBucket, elapsed));
        lines.add(bar("analyzed", counts.analyzed(), inBucket, elapsed));
        lines.add(bar("indexed", counts.indexed(), counts.indexable(), elapsed));
        lines.add(count("rejected", counts.rejected(), inBucket));
        if (counts.failed() > 0) {
            lines.add(count("failed", counts.failed(), inBucket));
        }
        return lines;
    }

    /** All stages in one line, with the rate and time left of the last. */
    static String line(StageCounts counts, Duration elapsed) {
        return "%d files: %d uploaded, %d analyzed, %d indexed, %d rejected, %d failed; %s"
                .formatted(
                        counts.total(),
                        counts.uploaded(),
                        counts.analyzed(),
                        counts.indexed(),
                        counts.rejected(),
                        counts.failed() + counts.notUploaded(),
                        pace(counts.indexed(), counts.indexable(), elapsed));
    }

    private static String bar(String stage, int done, int target, Duration elapsed) {
        return "%s   %s".formatted(count(stage, done, target), pace(done, target, elapsed));
    }

    private static String count(String stage, int done, int target) {
        return "  %-9s %s %9s".formatted(stage, blocks(done, target), done + "/" + target);
    }

    private static String pace(int done, int target, Duration elapsed) {
        String rate = Decimals.of(StageCounts.rate(done, elapsed), 1) + "/s";
        Duration left = StageCounts.left(done, target, elapsed);
        if (left.isNegative()) {
            return rate;
        }
        return left.isZero() ? rate + ", done" : "%s, %s left".formatted(rate, clock(left));
    }

    public static String blocks(int done, int target) {
        int filled = target == 0 ? 0 : (int) ((long) Math.min(done, target) * WIDTH / target);
        return "█".repeat(filled) + "░".repeat(WIDTH - filled);
    }

    /** Such as 1:05. */
    static String clock(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
