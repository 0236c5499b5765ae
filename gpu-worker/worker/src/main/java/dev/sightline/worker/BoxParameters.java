package dev.sightline.worker;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query parameters x, y, w, h: fractions of the displayed frame, all four or none. Filled by JAX-RS, hence not a record. */
public final class BoxParameters {

    @QueryParam("x")
    @Nullable String x;

    @QueryParam("y")
    @Nullable String y;

    @QueryParam("w")
    @Nullable String w;

    @QueryParam("h")
    @Nullable String h;

    /** The box, if there is one. */
    Optional<NormalizedBox> box() {
        if (Stream.of(x, y, w, h).allMatch(Objects::isNull)) {
            return Optional.empty();
        }
        return Optional.of(new NormalizedBox(fraction("x", x), fraction("y", y), fraction("w", w), fraction("h", h)));
    }

    private static double fraction(String name, @Nullable String value) {
        try {
            return Double.parseDouble(Objects.requireNonNullElse(value, "nothing"));
        } catch (NumberFormatException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected a number for %s, got %s".formatted(name, value), e);
        }
    }
}
