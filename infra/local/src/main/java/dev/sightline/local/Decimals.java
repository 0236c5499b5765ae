package dev.sightline.local;

import java.util.Locale;

/** Numbers for people, the same in every locale. */
final class Decimals {

    private Decimals() {}

    static String of(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
