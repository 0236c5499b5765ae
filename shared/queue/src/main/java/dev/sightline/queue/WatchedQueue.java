package dev.sightline.queue;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A queue with that of its dead letters; as text {@code name|url|url of the dead letters}. */
public record WatchedQueue(String name, String url, String deadLetterUrl) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+)\\|([^|]+)\\|([^|]+)");

    /** The form that {@link #parse} reads. */
    public String text() {
        return String.join("|", List.of(name, url, deadLetterUrl));
    }

    /**
     * Reads a queue.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has another form
     */
    public static WatchedQueue parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected <name>|<url>|<url of dead letters> of a queue, got '%s'".formatted(text));
        }
        return new WatchedQueue(matcher.group(1), matcher.group(2), matcher.group(3));
    }
}
