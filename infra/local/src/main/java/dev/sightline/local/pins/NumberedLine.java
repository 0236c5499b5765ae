package dev.sightline.local.pins;

import org.jspecify.annotations.Nullable;

/** One pin of a file: {@code number} is that of the line on which it begins, from 1. Exactly one of {@code pin} and {@code problem} is there. */
record NumberedLine(
        long number, @Nullable PinLine pin, @Nullable String problem) {

    static NumberedLine of(long number, PinLine pin) {
        return new NumberedLine(number, pin, null);
    }

    static NumberedLine bad(long number, String problem) {
        return new NumberedLine(number, null, problem);
    }
}
