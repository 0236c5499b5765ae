package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SalientColor;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client narrows a question. {@code tags}: names of labels that every result must have, all of them; {@code category}: results that show
 * an object of it come first, others only where there are too few; {@code color}: one of {@link SalientColor#NAMES}, that every result must have
 * among its salient colours; {@code exclude}: images that are no results; {@code collection}: the one that every
 * result must lie in, of those that the caller may see.
 *
 * <p>A tag or a category that no model knows is no mistake: models change, so there is no list of them here. Such a tag finds nothing, such a
 * category is missing in every result, and every result says so. Colours have names of ours, so another one is a mistake.
 */
public record Refinement(
        List<String> tags,
        @Nullable String category,
        @Nullable String color,
        Set<ImageSignature> exclude,
        @Nullable ImageCollection collection) {

    /** Most tags at once: each narrows what all others left, and a few leave nothing. */
    public static final int MAX_TAGS = 8;

    /** Most characters of a tag or of a category. */
    public static final int MAX_NAME_LENGTH = 100;

    /** Most images that are left out: those that somebody has seen, page after page. */
    public static final int MAX_EXCLUDED = 200;

    /** Nothing is narrowed. */
    public static final Refinement NONE = new Refinement(List.of(), null);

    public Refinement {
        tags = List.copyOf(tags);
        exclude = Set.copyOf(exclude);
    }

    /** Results of any colour, none of them left out. */
    public Refinement(List<String> tags, @Nullable String category) {
        this(tags, category, null, Set.of());
    }

    /** Results of any collection. */
    public Refinement(
            List<String> tags, @Nullable String category, @Nullable String color, Set<ImageSignature> exclude) {
        this(tags, category, color, exclude, null);
    }

    /** The fields of a JSON body that narrow a question, as they came. */
    public record Fields(
            @Nullable List<@Nullable String> tags,
            @Nullable String category,
            @Nullable String color,
            @Nullable List<@Nullable String> exclude,
            @Nullable String collection) {}

    /**
     * Reads the fields; absent ones narrow nothing.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} for too many or equal tags, for names that are blank, too long or no Unicode text, for
     *     an unknown colour, for too many images or what is no image id, and for what is no name of a collection
     */
    public static Refinement of(Fields fields) {
        return new Refinement(
                tags(orEmpty(fields.tags())),
                fields.category() == null ? null : requireName("category", fields.category()),
                fields.color() == null ? null : requireColor(fields.color()),
                excluded(orEmpty(fields.exclude())),
                fields.collection() == null ? null : collection(fields.collection()));
    }

    private static List<@Nullable String> orEmpty(@Nullable List<@Nullable String> given) {
        return given == null ? List.of() : given;
    }

    private static List<String> tags(List<@Nullable String> given) {
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
        return List.copyOf(places.keySet());
    }

    /** By image id only: a key can come to stand for another image. An image that is named twice is left out once. */
    private static Set<ImageSignature> excluded(List<@Nullable String> given) {
        if (given.size() > MAX_EXCLUDED) {
            throw invalid("expected at most %d images in exclude, got %d".formatted(MAX_EXCLUDED, given.size()));
        }
        Set<ImageSignature> images = new HashSet<>();
        for (@Nullable String id : given) {
            if (id == null || !ImageSignature.matches(id)) {
                throw invalid("expected image ids of 64 hex digits in exclude, got '%s'".formatted(shown(id)));
            }
            images.add(new ImageSignature(id));
        }
        return images;
    }

    private static ImageCollection collection(String name) {
        if (!name.matches(ImageCollection.FORM)) {
            throw invalid("expected collection to match %s, got '%s'".formatted(ImageCollection.FORM, shown(name)));
        }
        return new ImageCollection(name);
    }

    private static String requireColor(String name) {
        if (!SalientColor.NAMES.contains(name)) {
            throw invalid("expected color to be one of %s, got '%s'".formatted(SalientColor.NAMES, shown(name)));
        }
        return name;
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

    private static String shown(@Nullable String given) {
        return given == null || given.length() <= MAX_NAME_LENGTH
                ? String.valueOf(given)
                : given.substring(0, MAX_NAME_LENGTH) + "...";
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    /** The category, if one is preferred. */
    public Optional<String> preferredCategory() {
        return Optional.ofNullable(category);
    }
}
