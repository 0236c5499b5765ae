package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Identity of a source, safe in URLs and index ids: {@code src-} and the SHA-256 of the S3 key in UTF-8, hex.
 *
 * @throws IllegalArgumentException if the text does not have this form
 */
public record SourceId(String value) {

    private static final Pattern FORM = Pattern.compile("src-[0-9a-f]{64}");

    public SourceId {
        if (!matches(value)) {
            throw new IllegalArgumentException("expected src-<64 hex digits>, got '%s'".formatted(value));
        }
    }

    /** The id of an S3 key. */
    public static SourceId ofKey(String key) {
        return new SourceId(
                "src-" + ImageSignature.of(key.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** Whether {@code text} has the form of a source id. */
    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
