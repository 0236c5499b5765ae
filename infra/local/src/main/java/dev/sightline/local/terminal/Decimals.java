package dev.sightline.local.terminal;

import java.util.Locale;

/** Numbers for people, the same in every locale. */
public final class Decimals {

    private Decimals() {}

    public static String of(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
