package dev.sightline.visual;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named part of a deployment's images, which a key of the API can be bound to. Ours.
 *
 * <p>Which one an image's S3 key belongs to, the key itself says: {@code collections/<name>/...} to that name, every other one to {@link #DEFAULT}.
 *
 * @throws IllegalArgumentException if the name is not 1 to 40 characters a-z, 0-9 and -
 */
public record ImageCollection(String name) {

    /** What the keys of all named collections begin with. */
    public static final String FOLDER = "collections/";

    /** The form of a name, as a regular expression. */
    public static final String FORM = "[a-z0-9-]{1,40}";

    private static final Pattern NAME = Pattern.compile(FORM);
    private static final Pattern KEY = Pattern.compile(FOLDER + "(" + FORM + ")/.*", Pattern.DOTALL);

    /** What lies in no named collection. */
    public static final ImageCollection DEFAULT = new ImageCollection("default");

    public ImageCollection {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a collection of 1..40 characters a-z, 0-9 and -, got '%s'".formatted(name));
        }
    }

    /** The collection that an S3 key belongs to. */
    public static ImageCollection ofKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? new ImageCollection(matcher.group(1)) : DEFAULT;
    }

    /** What uploads into this collection have before their keys; empty for {@link #DEFAULT}. */
    public String keyPrefix() {
        return equals(DEFAULT) ? "" : "%s%s/".formatted(FOLDER, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
