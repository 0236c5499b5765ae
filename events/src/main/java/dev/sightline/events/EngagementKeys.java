package dev.sightline.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the engagement log and what is rolled up from it lie in their bucket: the one place for infrastructure and code. */
public final class EngagementKeys {

    /** What the keys of all files of events begin with. */
    public static final String EVENTS = "events/";

    /** What the keys of all files of answers begin with. */
    public static final String ANSWERS = "answers/";

    /** What the keys of all notes of erased users begin with. */
    public static final String ERASURES = "erasures/";

    /** What the keys of all roll-ups begin with. */
    public static final String ROLL_UPS = "rollups/";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern ERASURE = Pattern.compile("erasures/([0-9a-f]{64})/([0-9]{1,18})\\.json");
    private static final Pattern ROLL_UP = Pattern.compile("rollups/([0-9]{4}-[0-9]{2}-[0-9]{2})\\.json");

    private EngagementKeys() {}

    /**
     * The key of a file of a day in one of the two logs.
     *
     * @param log {@link #EVENTS} or {@link #ANSWERS}
     * @throws IllegalArgumentException if the name is not 1 to 64 of {@code a-z0-9-}
     */
    public static String file(String log, LocalDate day, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a name of 1 to 64 of a-z0-9-, got '%s'".formatted(name));
        }
        return "%s%s.jsonl".formatted(folder(log, day), name);
    }

    /** What the keys of all files of a day begin with. */
    public static String folder(String log, LocalDate day) {
        return "%s%s/".formatted(log, day);
    }

    /** The key of the note that a user's events up to a time are erased; to the millisecond, rounded up. */
    public static String erasure(String user, Instant upTo) {
        return "%s%s/%d.json".formatted(ERASURES, user, upTo.plusNanos(999_999).toEpochMilli());
    }

    /** What a note of an erasure says, if the key is that of one: all of it is in the key, so that a listing tells it. */
    public static Optional<Erasure> erasureOf(String key) {
        Matcher matcher = ERASURE.matcher(key);
        return matcher.matches()
                ? Optional.of(new Erasure(matcher.group(1), Instant.ofEpochMilli(Long.parseLong(matcher.group(2)))))
                : Optional.empty();
    }

    /** The key of a day's roll-up. */
    public static String rollUp(LocalDate day) {
        return "%s%s.json".formatted(ROLL_UPS, day);
    }

    /** The day whose roll-up has this key, if it is one. */
    public static Optional<LocalDate> rollUpOf(String key) {
        Matcher matcher = ROLL_UP.matcher(key);
        return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
    }
}
