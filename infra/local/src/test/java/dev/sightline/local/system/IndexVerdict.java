package dev.sightline.local.system;

import java.util.List;

/**
 * How an index differs from its bucket.
 *
 * @param lost keys whose image is not in the index with the right bytes, or, of a file that is no image, whose refusal is not told
 * @param duplicated documents beyond one per image or object, and documents for which no live key stands
 * @param stuck keys whose source is still pending
 */
record IndexVerdict(List<String> lost, List<String> duplicated, List<String> stuck) {

    boolean isClean() {
        return lost.isEmpty() && duplicated.isEmpty() && stuck.isEmpty();
    }

    String counts() {
        return "lost = %d, duplicated = %d, stuck = %d".formatted(lost.size(), duplicated.size(), stuck.size());
    }
}
