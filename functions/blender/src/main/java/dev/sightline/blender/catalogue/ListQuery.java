package dev.sightline.blender.catalogue;

import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.PageCursor;
import dev.sightline.index.SourcePlace;
import dev.sightline.index.SourceState;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question for a page of the catalogue: sources in some states, and after which one the page begins. Its cursors fit no other question. */
public record ListQuery(
        Set<SourceState> states, Limit limit, @Nullable SourcePlace after) {

    private static final Set<SourceState> LISTED =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(SourceState.REMOVED)));
    private static final Pattern PLACE = Pattern.compile("([a-z,]+)/([0-9]{1,15})/(.+)", Pattern.DOTALL);

    public ListQuery {
        states = Collections.unmodifiableSet(EnumSet.copyOf(states));
    }

    /**
     * Reads query parameters; without a state all that are listed.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} for a state that is not listed, or a cursor of another question
     */
    public static ListQuery parse(@Nullable String state, @Nullable String limit, @Nullable String cursor) {
        Set<SourceState> states = state == null ? LISTED : Set.of(listed(state));
        SourcePlace after = cursor == null ? null : PageCursor.read(cursor, text -> place(text, states));
        return new ListQuery(states, Limit.parse(limit), after);
    }

    /** The cursor of the page behind a place. */
    String cursorAfter(SourcePlace place) {
        return "%s/%d/%s".formatted(names(states), place.receivedAt().toEpochMilli(), place.key());
    }

    private static SourcePlace place(String text, Set<SourceState> states) {
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches() || !matcher.group(1).equals(names(states))) {
            throw new IllegalArgumentException("expected %s/<milliseconds>/<key>".formatted(names(states)));
        }
        return new SourcePlace(Instant.ofEpochMilli(Long.parseLong(matcher.group(2))), matcher.group(3));
    }

    private static String names(Set<SourceState> states) {
        return String.join(",", states.stream().sorted().map(SourceState::slug).toList());
    }

    private static SourceState listed(String slug) {
        return LISTED.stream()
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.INVALID_REQUEST,
                        "expected state to be one of %s, got '%s'"
                                .formatted(Arrays.asList(names(LISTED).split(",", -1)), slug)));
    }
}
