package dev.sightline.reconcile;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.PinIndex;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people saved: pins and boards in S3, and the views of them and of engagement in the index. Safe for all threads.
 *
 * <p>A pin whose board is gone goes too: an id of a board is never used again, so that it cannot come back. It goes when its image is looked at, or
 * never counts.
 */
public final class Catalogue {

    private final PinStore pins;
    private final BoardStore boards;
    private final PinIndex index;
    private final EngagementIndex engagement;
    private final int parallelLoads;

    /** @param parallelLoads of how many images pins are read at the same time, 1 or more */
    public Catalogue(PinStore pins, BoardStore boards, PinIndex index, EngagementIndex engagement, int parallelLoads) {
        if (parallelLoads < 1) {
            throw new IllegalArgumentException("expected parallel-loads >= 1, got " + parallelLoads);
        }
        this.pins = pins;
        this.boards = boards;
        this.index = index;
        this.engagement = engagement;
        this.parallelLoads = parallelLoads;
    }

    /**
     * The pins of images and their boards; deletes those whose board is gone.
     *
     * @param failures where the images go whose pins cannot be read now, with the reason
     */
    Map<ImageSignature, SavedPins> load(
            Collection<ImageSignature> images, Map<ImageSignature, SightlineException> failures) {
        Map<ImageSignature, SavedPins> loaded = new HashMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(parallelLoads, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Loading>> loadings = images.stream()
                    .map(image -> CompletableFuture.supplyAsync(() -> load(image), threads))
                    .toList();
            for (CompletableFuture<Loading> loading : loadings) {
                switch (loading.join()) {
                    case Loading.Read(var image, var saved) -> loaded.put(image, saved);
                    case Loading.Failed(var image, var reason) -> failures.put(image, reason);
                }
            }
        }
        return loaded;
    }

    private Loading load(ImageSignature image) {
        try {
            return new Loading.Read(image, withBoards(pins.ofImage(image)));
        } catch (SightlineException e) {
            return new Loading.Failed(image, e);
        }
    }

    private SavedPins withBoards(List<PinRecord> all) {
        SavedPins saved = saved(all);
        all.stream()
                .filter(pin -> !saved.boards().containsKey(pin.board()))
                .map(PinRecord::id)
                .forEach(pins::delete);
        return saved;
    }

    private SavedPins saved(List<PinRecord> all) {
        if (all.isEmpty()) {
            return SavedPins.NONE;
        }
        Map<BoardId, BoardRecord> there =
                boards.find(all.stream().map(PinRecord::board).collect(Collectors.toUnmodifiableSet()));
        return new SavedPins(
                all.stream().filter(pin -> there.containsKey(pin.board())).toList(), there);
    }

    /** A page of the images that have pins, in S3 or in the view, by signature; {@code after} as of {@link PinIndex#images}. */
    public List<ImageSignature> images(@Nullable ImageSignature after, int limit) {
        return Stream.concat(pins.images(after, limit).stream(), index.images(after, limit).stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    /** The pins of a live image whose boards are there, and these boards; changes nothing. */
    public SavedPins saved(ImageSignature image) {
        return saved(pins.ofImage(image));
    }

    /** What the view shows of images; absent: nothing. */
    public Map<ImageSignature, List<PinRecord>> shown(Set<ImageSignature> images) {
        return index.ofImages(images);
    }

    /** Shows the pins of live images, and nothing else of them; gives those that failed, with the reason. */
    Map<ImageSignature, SightlineException> show(Collection<LiveImage> live) {
        return index.replace(live.stream()
                .collect(Collectors.toMap(
                        LiveImage::signature, image -> image.saved().pins())));
    }

    /** Leaves nothing of images that are gone in the views; gives those that failed, with the reason. Their pins stay in S3. */
    Map<ImageSignature, SightlineException> forget(Set<ImageSignature> gone) {
        if (gone.isEmpty()) {
            return Map.of();
        }
        engagement.forget(gone);
        return index.replace(gone.stream().collect(Collectors.toMap(Function.identity(), image -> List.of())));
    }

    private sealed interface Loading {

        record Read(ImageSignature image, SavedPins saved) implements Loading {}

        record Failed(ImageSignature image, SightlineException reason) implements Loading {}
    }
}
