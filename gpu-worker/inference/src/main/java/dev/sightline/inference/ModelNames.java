package dev.sightline.inference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bundles make a model set, by the names of their folders: the detector for images that are indexed, the one for the pixels of
 * queries, and the embedder, as {@code <folder>} or {@code <folder>@<layer>}.
 *
 * <p>The two detectors are the profiles <em>fast</em> and <em>accurate</em>: only the boxes may differ. Embedder and binarizer are the
 * same for both, so that the vectors of a query and of the index are of one model set and stay comparable. Paper: SSD, chosen for
 * speed, beside Faster R-CNN, chosen for accuracy. Ours: that a query may use another detector than the index.
 *
 * @throws IllegalArgumentException if the embedder has an empty folder or layer
 */
public record ModelNames(String detector, String queryDetector, String embedder) {

    private static final char LAYER = '@';

    /** What the worker uses unless told otherwise. */
    public static final ModelNames DEFAULT = new ModelNames("nanodet", "nanodet", "efficientnet-lite0");

    public ModelNames {
        int at = embedder.indexOf(LAYER);
        if (embedder.isEmpty() || at == 0 || at == embedder.length() - 1) {
            throw new IllegalArgumentException("expected <folder> or <folder>@<layer>, got '%s'".formatted(embedder));
        }
    }

    /** The folders of all bundles, each once. */
    public Set<String> folders() {
        return new LinkedHashSet<>(List.of(detector, queryDetector, embedderFolder()));
    }

    /** The embedder's folder. */
    public String embedderFolder() {
        int at = embedder.indexOf(LAYER);
        return at < 0 ? embedder : embedder.substring(0, at);
    }

    /** The layer of the embedder, null for the one that its description chooses. */
    @Nullable String embedderLayer() {
        int at = embedder.indexOf(LAYER);
        return at < 0 ? null : embedder.substring(at + 1);
    }
}
