package dev.sightline.ranking;

import java.util.regex.Pattern;

/** What all rankers have to follow. */
final class RankerRules {

    private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private RankerRules() {}

    /** The name of a ranker is part of a key in S3, and not the word that answers say without one. */
    static void requireVersion(String version) {
        if (!VERSION.matcher(version).matches() || version.equals(RankerDocument.NO_RANKER)) {
            throw new IllegalArgumentException("expected a version that matches %s and is not '%s', got '%s'"
                    .formatted(VERSION, RankerDocument.NO_RANKER, version));
        }
    }

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite number for %s, got %s".formatted(name, value));
        }
    }
}
