package dev.sightline.local.demo;

import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.upload.LabelledFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a good answer to one query is. */
final class DemoTruth {

    private final String label;
    private final @Nullable String key;
    private final Map<String, Set<String>> labelsByKey;

    private DemoTruth(String label, @Nullable String key, Map<String, Set<String>> labelsByKey) {
        this.label = label;
        this.key = key;
        this.labelsByKey = labelsByKey;
    }

    /** Images with the label of this one. */
    static DemoTruth sameLabel(String key, Map<String, Set<String>> labelsByKey) {
        return new DemoTruth(LabelledFile.labelOf(key), null, labelsByKey);
    }

    /** This image first of all, and others with its label. */
    static DemoTruth theImage(String key, Map<String, Set<String>> labelsByKey) {
        return new DemoTruth(LabelledFile.labelOf(key), key, labelsByKey);
    }

    String label() {
        return label;
    }

    /** The image that should be found, if one should. */
    Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** Whether the result shows something of the label; a scene shows several things. */
    boolean isRight(Result result) {
        return result.keys().stream()
                .anyMatch(name -> labelsByKey.getOrDefault(name, Set.of()).contains(label));
    }
}
