package dev.sightline.blender.understand;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Evidence for one name. The name is in lower case with single spaces; the synonyms of one class of a classifier stay together, as the
 * class is written.
 */
record NamedEvidence(String name, Annotation.Evidence evidence) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    NamedEvidence {
        name = normalized(name);
    }

    /** A name as annotations write it. */
    static String normalized(String name) {
        return SPACES.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
