package dev.sightline.blender.pins;

import dev.sightline.storage.Versioned;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client's change is based on: the header {@code If-Match}. Without one the change holds whatever is stored, and is tried again when another
 * one comes between.
 */
public final class Precondition {

    private static final int ATTEMPTS = 5;
    private static final String ANY = "*";

    private final @Nullable List<String> etags;

    private Precondition(@Nullable List<String> etags) {
        this.etags = etags;
    }

    /** The precondition of a header, {@code "a", "b"} or {@code *}; null: none. A weak ETag matches nothing, as HTTP says. */
    public static Precondition ofHeader(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals(ANY)) {
            return new Precondition(null);
        }
        return new Precondition(Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .filter(etag -> !etag.startsWith("W/"))
                .map(etag -> etag.replace("\"", ""))
                .toList());
    }

    /** How one kind of thing is read and replaced. */
    interface Place<T> {

        Versioned<T> stored();

        boolean replace(T value, String expectedEtag);
    }

    /** Changes what is stored and returns what is stored then. */
    <T> Versioned<T> change(Place<T> place, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Versioned<T> base = place.stored();
            requireMatch(base.etag());
            if (place.replace(change.apply(base.value()), base.etag())) {
                return place.stored();
            }
        }
        throw failed("expected a moment without other changes, got %d of them".formatted(ATTEMPTS));
    }

    private void requireMatch(String etag) {
        if (etags != null && !etags.contains(etag)) {
            throw failed("expected what has the ETag %s, got a change of %s".formatted(etag, etags));
        }
    }

    private static SightlineException failed(String message) {
        return new SightlineException(ErrorCode.PRECONDITION_FAILED, message);
    }
}
