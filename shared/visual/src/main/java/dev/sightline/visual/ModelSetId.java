package dev.sightline.visual;

import java.util.regex.Pattern;

/**
 * Short name of a {@link ModelSet}: lower-case letters, digits, dots and dashes, at most 100 characters; safe in S3 keys and index
 * names.
 *
 * @throws IllegalArgumentException if the text does not have this form
 */
public record ModelSetId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

    public ModelSetId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected lower-case letters, digits, dots and dashes, got '%s'".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
