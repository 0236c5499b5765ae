package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client narrows a question. {@code tags}: names of labels that every result must have, all of them; {@code category}: results that show
 * an object of it come first, others only where there are too few.
 *
 * <p>A tag or a category that no model knows is no mistake: models change, so there is no list of them here. Such a tag finds nothing, such a
 * category is missing in every result, and every result says so.
 */
public record Refinement(List<String> tags, @Nullable String category) {

    /** Most tags at once: each narrows what all others left, and a few leave nothing. */
    public static final int MAX_TAGS = 8;

    /** Most characters of a tag or of a category. */
    public static final int MAX_NAME_LENGTH = 100;

    /** Nothing is narrowed. */
    public static final Refinement NONE = new Refinement(List.of(), null);

    public Refinement {
        tags = List.copyOf(tags);
    }

    /**
     * Reads the JSON fields {@code tags} and {@code category}; absent ones narrow nothing.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} for too many or equal tags, and for names that are blank, too long or no Unicode text
     */
    public static Refinement ofFields(@Nullable List<@Nullable String> tags, @Nullable String category) {
        List<@Nullable String> given = tags == null ? List.of() : tags;
        if (given.size() > MAX_TAGS) {
            throw invalid("expected at most %d tags, got %d".formatted(MAX_TAGS, given.size()));
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String name = requireName("tags[%d]".formatted(i), given.get(i));
            Integer earlier = places.putIfAbsent(name, i);
            if (earlier != null) {
                throw invalid("expected each tag once, got '%s' in tags[%d] and tags[%d]".formatted(name, earlier, i));
            }
        }
        return new Refinement(
                List.copyOf(places.keySet()), category == null ? null : requireName("category", category));
    }

    private static String requireName(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw invalid("expected a name in %s, got %s".formatted(field, name == null ? "null" : "'" + name + "'"));
        }
        if (name.length() > MAX_NAME_LENGTH) {
            throw invalid("expected at most %d characters in %s, got %d: '%s...'"
                    .formatted(MAX_NAME_LENGTH, field, name.length(), name.substring(0, MAX_NAME_LENGTH)));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw invalid("expected Unicode text in %s, got half of a surrogate pair".formatted(field));
        }
        return name;
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    /** The category, if one is preferred. */
    public Optional<String> preferredCategory() {
        return Optional.ofNullable(category);
    }
}
