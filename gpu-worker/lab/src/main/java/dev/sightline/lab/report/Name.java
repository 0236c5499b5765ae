package dev.sightline.lab.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names by which programs find parts of a report, and which become names of files and anchors. */
final class Name {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private Name() {}

    /** The name itself, if it can stand in a file's name and in a link as it is. */
    static String checked(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a name of letters, digits, dots, dashes and underscores, got \"%s\"".formatted(name));
        }
        return name;
    }

    /** Refuses a name that stands twice; {@code what} says of what, for the message. */
    static void checkDistinct(String what, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("expected distinct %s, got \"%s\" twice".formatted(what, name));
            }
        }
    }
}
