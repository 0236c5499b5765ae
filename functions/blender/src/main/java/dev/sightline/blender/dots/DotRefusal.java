package dev.sightline.blender.dots;

import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignal;
import dev.sightline.visual.DotSignals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Why a box gets no dot: the signal that speaks against it, and its limit and value in words. */
public record DotRefusal(DotSignal signal, String reason) {

    private static final int DECIMALS = 3;

    /** One for each signal that fails, in the order of {@link DotSignal}. */
    static List<DotRefusal> of(DotSignals signals, DotGate gate) {
        return gate.failures(signals).stream()
                .map(failed -> new DotRefusal(failed, reason(failed, signals, gate)))
                .toList();
    }

    private static String reason(DotSignal failed, DotSignals signals, DotGate gate) {
        return switch (failed) {
            case TOP_DISTANCE ->
                words(
                        "a nearest result with a Hamming fraction of at most",
                        gate.maxTopDistance(),
                        signals.topDistance());
            case TOP_ANNOTATION ->
                words("an annotation with a weight of at least", gate.minTopAnnotation(), signals.topAnnotation());
            case CONFORMITY -> {
                Double conformity = signals.conformity();
                yield words(
                        "results of one category with a share of at least",
                        gate.minConformity(),
                        conformity == null ? 0 : conformity);
            }
        };
    }

    private static String words(String expected, double limit, double value) {
        String shortLimit = rounded(limit);
        String shortValue = rounded(value);
        boolean apart = !shortLimit.equals(shortValue);
        return "expected %s %s, got %s".formatted(expected, apart ? shortLimit : limit, apart ? shortValue : value);
    }

    private static String rounded(double share) {
        return BigDecimal.valueOf(share)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
