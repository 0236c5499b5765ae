package dev.sightline.blender.receive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a client has already: the header {@code If-None-Match}, compared weakly as HTTP says. */
public record IfNoneMatch(@Nullable String header) {

    private static final String ANY = "*";

    /** Whether the client has what has this ETag, given without quotes. */
    public boolean matches(String etag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(given -> given.equals(ANY) || unquoted(given).equals(etag));
    }

    private static String unquoted(String etag) {
        String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
        return strong.replace("\"", "");
    }
}
