package dev.sightline.reconcile;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which images are indexed, by the generation that is served. Safe for all threads. */
public final class IndexedImages {

    private static final int BATCH = 1000;

    private final VisualSearcher searcher;
    private final IndexInventory inventory;

    public IndexedImages(VisualSearcher searcher, IndexInventory inventory) {
        this.searcher = searcher;
        this.inventory = inventory;
    }

    /**
     * Those of some images that are indexed; none while no generation is served.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INDEX_UNAVAILABLE} if the index does not answer
     */
    Set<ImageSignature> among(Set<ImageSignature> asked) {
        Optional<IndexGeneration> served = searcher.open().generation();
        if (served.isEmpty()) {
            return Set.of();
        }
        Set<ImageSignature> indexed = new HashSet<>();
        List<ImageSignature> all = List.copyOf(asked);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<ImageSignature> batch = all.subList(start, Math.min(start + BATCH, all.size()));
            indexed.addAll(inventory.present(served.get(), Set.copyOf(batch)));
        }
        return indexed;
    }
}
