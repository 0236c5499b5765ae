package dev.sightline.policy;

/**
 * One reason why a document is no policy: where (a JSON pointer, empty for the whole document), what is allowed there, and what was
 * found.
 */
public record PolicyMistake(String pointer, String expected, String got) {

    /** One line for people. */
    @Override
    public String toString() {
        return "%s: expected %s, got %s".formatted(pointer.isEmpty() ? "document" : pointer, expected, got);
    }
}
