package dev.sightline.visual;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One versioned artefact of a {@link ModelSet}: id and version in lower-case letters, digits, dots and dashes, and the SHA-256 of
 * its content as 64 hex digits.
 *
 * @throws IllegalArgumentException if a part does not have this form
 */
public record ModelRef(String id, String version, String sha256) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ModelRef {
        requireName("id", id);
        requireName("version", version);
        if (!ImageSignature.matches(sha256)) {
            throw new IllegalArgumentException("expected a sha256 of 64 hex digits, got '%s'".formatted(sha256));
        }
    }

    /** An artefact that is code, not a file: its hash is that of its description. */
    public static ModelRef builtIn(String id, String version, String description) {
        return new ModelRef(
                id,
                version,
                ImageSignature.of(description.getBytes(StandardCharsets.UTF_8)).hex());
    }

    private static void requireName(String part, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected %s of lower-case letters, digits, dots and dashes, got '%s'".formatted(part, value));
        }
    }
}
