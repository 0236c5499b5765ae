package dev.sightline.blender.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much a query speaks for a source. {@code confidence}: 0..1. {@code expected} and {@code got}: the words of a reason for not asking it; a
 * number of the policy stands between them.
 */
record Trigger(double confidence, String expected, String got) {

    private static final int DIGITS = 4;
    private static final int MIN_DIGITS = 2;

    /** Why the source is not asked, with both numbers; empty if it is. */
    Optional<String> reasonAgainst(double minConfidence) {
        return confidence > 0 && confidence >= minConfidence
                ? Optional.empty()
                : Optional.of("expected %s, got %s".formatted(expected, got));
    }

    /** A number as it stands in a reason: two digits or more, never rounded up to what it misses. */
    static String number(double value) {
        BigDecimal cut =
                BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.DOWN).stripTrailingZeros();
        return (cut.scale() < MIN_DIGITS ? cut.setScale(MIN_DIGITS, RoundingMode.UNNECESSARY) : cut).toPlainString();
    }
}
