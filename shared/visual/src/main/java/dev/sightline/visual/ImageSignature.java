package dev.sightline.visual;

import java.util.regex.Pattern;

/**
 * Identity of an image: the SHA-256 of its bytes, as 64 lower-case hex digits.
 *
 * <p>Paper: an image signature, there MD5. Differs: SHA-256, since callers choose the bytes.
 *
 * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hex digits
 */
public record ImageSignature(String hex) implements Comparable<ImageSignature> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ImageSignature {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("expected 64 lower-case hex digits, got '%s'".formatted(hex));
        }
    }

    /** The signature of an image file's bytes. */
    public static ImageSignature of(byte[] bytes) {
        return new ImageSignature(Sha256.hex(bytes));
    }

    /** Whether {@code text} has the form of a signature. */
    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ImageSignature other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
