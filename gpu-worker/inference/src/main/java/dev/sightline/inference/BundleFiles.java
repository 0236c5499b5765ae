package dev.sightline.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The files of a bundle's folder: their names, and whether they are what the description says. */
final class BundleFiles {

    static final String DESCRIPTION = "bundle.json";
    static final String MODEL = "model.onnx";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private BundleFiles() {}

    /** A name that stays inside the folder. */
    static String requirePlainName(String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected the name of a file beside bundle.json, got '%s'".formatted(name));
        }
        return name;
    }

    /**
     * Passes if the file's content has this SHA-256.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if not; the message names both
     */
    static void requireHash(Path file, String sha256) {
        try {
            String actual = FileHash.sha256(file);
            if (!actual.equals(sha256)) {
                throw ModelBundle.invalid("expected %s with sha256 %s, got %s".formatted(file, sha256, actual));
            }
        } catch (IOException e) {
            throw ModelBundle.invalid("expected a readable %s: %s".formatted(file, e), e);
        }
    }
}
