package dev.sightline.local.upload;

import java.time.Duration;

/**
 * How far an upload is on its way.
 *
 * @param total files
 * @param uploaded of them in the bucket
 * @param notUploaded of them that never will be
 * @param analyzed images that the worker is done with
 * @param indexed images that answer queries; also those removed since
 * @param rejected files that are no usable image
 * @param failed images that the worker gave up
 */
public record StageCounts(
        int total, int uploaded, int notUploaded, int analyzed, int indexed, int rejected, int failed) {

    /** Whether nothing more will happen. */
    boolean complete() {
        return notUploaded + indexed + rejected + failed == total;
    }

    /** How many files still can be indexed, or are. */
    int indexable() {
        return total - notUploaded - rejected - failed;
    }

    /** Files a second, 0 at the start. */
    public static double rate(int done, Duration elapsed) {
        return elapsed.isZero() ? 0 : done * 1000.0 / Math.max(1, elapsed.toMillis());
    }

    /** What is left at this rate; negative if that cannot be said yet. */
    static Duration left(int done, int target, Duration elapsed) {
        if (done >= target) {
            return Duration.ZERO;
        }
        double rate = rate(done, elapsed);
        return rate == 0 ? Duration.ofSeconds(-1) : Duration.ofMillis(Math.round((target - done) / rate * 1000));
    }
}
