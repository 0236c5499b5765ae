package dev.sightline.lab.burst;

/**
 * The pipeline at the end of a second.
 *
 * @param uploads messages in the upload queue
 * @param analyses messages in the analysis queue, hidden ones of lost workers included
 * @param changes messages in the index queue
 * @param running workers that take messages
 * @param booting workers that will
 * @param found images that can be found
 * @param lagSeconds how long the oldest image has waited that cannot be found yet
 */
public record Moment(
        long second, long uploads, long analyses, long changes, int running, int booting, long found, long lagSeconds) {

    /** Images that came and cannot be found yet. */
    public long waiting() {
        return uploads + analyses + changes;
    }
}
