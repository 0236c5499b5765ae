package dev.sightline.events;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * S3's order of the events of one key: hex digits, compared after padding the shorter with zeros on the right.
 *
 * <p>Orders puts and deletes of one key only; says nothing across keys. Two writings of the same number compare as equal but are not
 * {@code equals}.
 *
 * @throws IllegalArgumentException if the text is not 1 to 64 hex digits
 */
public record Sequencer(String value) implements Comparable<Sequencer> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{1,64}");

    public Sequencer {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("expected a sequencer of 1 to 64 hex digits, got '%s'".formatted(value));
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Sequencer other) {
        int length = Math.max(value.length(), other.value.length());
        return padded(length).compareTo(other.padded(length));
    }

    private String padded(int length) {
        return value + "0".repeat(length - value.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
