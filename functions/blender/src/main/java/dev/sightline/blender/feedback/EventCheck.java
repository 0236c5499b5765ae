package dev.sightline.blender.feedback;

import dev.sightline.engagement.UserHash;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns an event as a client writes it into one of the log. Messages show what was sent, but never the user. */
final class EventCheck {

    static final String EVENT_ID = "[A-Za-z0-9._-]{1,64}";
    /** Printable, as API Gateway writes ids of requests. */
    static final String REQUEST_ID = "[!-~]{1,128}";

    static final String PLATFORM = "[a-z0-9-]{1,20}";

    /** How late an event may come. Days of the log that are older change by erasures only. */
    static final Duration OLDEST = Duration.ofDays(7);

    /** How much a client's clock may be ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int MAX_RANK = 1000;
    private static final int LONGEST_SHOWN = 64;
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

    private final UserHash users;

    EventCheck(UserHash users) {
        this.users = users;
    }

    /**
     * The event of the log.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} and the reason if a field is missing or wrong; as {@link
     *     UserHash#of} and its salt
     */
    EngagementEvent check(EventBody body, Instant now) {
        return new EngagementEvent(
                text("eventId", body.eventId(), EVENT_ID),
                kind(required("kind", body.kind())),
                text("requestId", body.requestId(), REQUEST_ID),
                query(required("query", body.query())),
                new ImageSignature(text("imageId", body.imageId(), SIGNATURE.pattern())),
                rank(required("rank", body.rank())),
                text("platform", body.platform(), PLATFORM),
                users.of(required("user", body.user())),
                occurredAt(required("occurredAt", body.occurredAt()), now),
                now);
    }

    private static String text(String name, @Nullable String value, String form) {
        String given = required(name, value);
        if (!given.matches(form)) {
            throw invalid("expected %s %s, got '%s'".formatted(name, form, shown(given)));
        }
        return given;
    }

    private static EngagementKind kind(String slug) {
        return EngagementKind.ofSlug(slug)
                .orElseThrow(() -> invalid("expected kind among %s, got '%s'".formatted(kinds(), shown(slug))));
    }

    private static String kinds() {
        return Arrays.stream(EngagementKind.values()).map(EngagementKind::slug).collect(Collectors.joining(", "));
    }

    private static String query(String query) {
        return SIGNATURE.matcher(query).matches() ? query : new QueryId(query).value();
    }

    private static int rank(int rank) {
        if (rank < 1 || rank > MAX_RANK) {
            throw invalid("expected rank in 1..%d, got %d".formatted(MAX_RANK, rank));
        }
        return rank;
    }

    private static Instant occurredAt(String text, Instant now) {
        Instant occurredAt = instant(text);
        Instant first = now.minus(OLDEST);
        Instant last = now.plus(AHEAD);
        if (occurredAt.isBefore(first) || occurredAt.isAfter(last)) {
            throw invalid("expected occurredAt in %s..%s, got %s".formatted(first, last, occurredAt));
        }
        return occurredAt;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected occurredAt such as 2026-01-02T03:04:05Z, got '%s'".formatted(shown(text)),
                    e);
        }
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw invalid("expected %s, got none".formatted(name));
        }
        return value;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
