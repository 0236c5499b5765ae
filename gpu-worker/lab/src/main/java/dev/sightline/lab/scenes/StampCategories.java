package dev.sightline.lab.scenes;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.lab.corpus.CocoCategories;
import dev.sightline.lab.corpus.CocoObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which of the COCO categories the pictures of the default corpus depict, chosen by looking at each of them.
 *
 * <p>{@code objects}: category to the names of pictures that a detector has to find. {@code doubtful}: those that it may call by that
 * category or not (a goat a sheep, a drawing of a slice of pizza). A picture may be doubtful in several categories. All others show
 * nothing that COCO annotates.
 *
 * @throws IllegalArgumentException if a category is none of {@link CocoCategories#NAMES}
 */
public record StampCategories(Map<String, List<String>> objects, Map<String, List<String>> doubtful) {

    private static final String RESOURCE = "stamps.json";

    public StampCategories {
        objects = checked(objects);
        doubtful = checked(doubtful);
    }

    /** Those of the default corpus. */
    public static StampCategories ours() {
        try (InputStream json = StampCategories.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(json, RESOURCE), StampCategories.class);
        } catch (IOException e) {
            throw new UncheckedIOException("expected the resource " + RESOURCE, e);
        }
    }

    /** What a placed picture means to a detector; one of which less than {@code minVisible} is seen need not be found. */
    List<CocoObject> depicted(Scene.Placed placed, double minVisible) {
        List<CocoObject> depicted = new ArrayList<>();
        CocoObject.Role seen = placed.visible() < minVisible ? CocoObject.Role.IGNORED : CocoObject.Role.OBJECT;
        categories(objects, placed.file())
                .forEach(category -> depicted.add(new CocoObject(category, placed.box(), seen, placed.visible())));
        categories(doubtful, placed.file())
                .forEach(category -> depicted.add(
                        new CocoObject(category, placed.box(), CocoObject.Role.IGNORED, placed.visible())));
        return depicted;
    }

    private static List<String> categories(Map<String, List<String>> files, String file) {
        return CocoCategories.NAMES.stream()
                .filter(category -> files.getOrDefault(category, List.of()).contains(file))
                .toList();
    }

    private static Map<String, List<String>> checked(Map<String, List<String>> files) {
        for (String category : files.keySet()) {
            if (!CocoCategories.NAMES.contains(category)) {
                throw new IllegalArgumentException("expected a category of COCO, got '%s'".formatted(category));
            }
        }
        // In the order of the file, which decides what a seed gives.
        return Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
