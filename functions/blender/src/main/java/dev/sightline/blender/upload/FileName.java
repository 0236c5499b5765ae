package dev.sightline.blender.upload;

import java.util.regex.Pattern;

/** The last part of an upload's key: a client's file name without path, in letters, digits, dots, dashes and underscores. */
record FileName(String value) {

    private static final int MAX_LENGTH = 100;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[._-]+");
    private static final String NAMELESS = "image";

    /** Makes a client's name safe; the end of a long one is kept, since it says the type. */
    static FileName sanitized(String clientName) {
        String last = PATH.matcher(clientName).replaceFirst("");
        String plain = OTHERS.matcher(last).replaceAll("-");
        String shortened = plain.substring(Math.max(0, plain.length() - MAX_LENGTH));
        String name = LEADING_MARKS.matcher(shortened).replaceFirst("");
        return new FileName(name.isEmpty() ? NAMELESS : name);
    }
}
