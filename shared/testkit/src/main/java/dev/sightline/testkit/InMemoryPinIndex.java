package dev.sightline.testkit;

import static java.util.Comparator.comparing;

import dev.sightline.events.PinRecord;
import dev.sightline.index.CoSaveScore;
import dev.sightline.index.CoSavedImage;
import dev.sightline.index.PinIndex;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fake of {@link PinIndex}, visible at once; scores all boards and images. Safe for all threads. */
public final class InMemoryPinIndex implements PinIndex {

    private static final Comparator<PinRecord> BY_ID = comparing(pin -> pin.id().toString());
    private static final Comparator<PinRecord> OLDEST_FIRST =
            comparing(PinRecord::createdAt).thenComparing(BY_ID);
    private static final Comparator<PinRecord> NEWEST_FIRST = comparing(
                    (PinRecord pin) -> pin.createdAt().toEpochMilli(), Comparator.reverseOrder())
            .thenComparing(BY_ID);
    private static final Comparator<CoSavedImage> BEST_FIRST = Comparator.comparingDouble(CoSavedImage::score)
            .reversed()
            .thenComparing(found -> found.image().hex());

    private final SortedMap<String, List<PinRecord>> pins = new TreeMap<>();
    private final Set<ImageSignature> refused = new HashSet<>();
    private boolean available = true;

    /** From now on every call fails with {@link ErrorCode#INDEX_UNAVAILABLE}. */
    public synchronized void becomeUnavailable() {
        available = false;
    }

    /** Ends {@link #becomeUnavailable}. */
    public synchronized void becomeAvailable() {
        available = true;
    }

    /** From now on, writes for this image fail with {@link ErrorCode#INDEX_UNAVAILABLE}. */
    public synchronized void refuse(ImageSignature image) {
        refused.add(image);
    }

    /** Ends {@link #refuse}. */
    public synchronized void accept(ImageSignature image) {
        refused.remove(image);
    }

    @Override
    public synchronized Map<ImageSignature, SightlineException> replace(Map<ImageSignature, List<PinRecord>> given) {
        requireAvailable();
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        given.forEach((image, ofImage) -> {
            if (refused.contains(image)) {
                failures.put(image, unavailable());
            } else if (ofImage.isEmpty()) {
                pins.remove(image.hex());
            } else {
                pins.put(image.hex(), ofImage.stream().sorted(OLDEST_FIRST).toList());
            }
        });
        return failures;
    }

    @Override
    public synchronized List<PinRecord> ofBoard(BoardId board, @Nullable PinRecord after, int limit) {
        requireAvailable();
        return all().filter(pin -> pin.board().equals(board))
                .sorted(NEWEST_FIRST)
                .filter(pin -> after == null || NEWEST_FIRST.compare(pin, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<ImageSignature> imagesOfBoard(BoardId board, @Nullable ImageSignature after, int limit) {
        return images(pin -> pin.board().equals(board), after, limit);
    }

    @Override
    public synchronized List<ImageSignature> images(@Nullable ImageSignature after, int limit) {
        return images(pin -> true, after, limit);
    }

    private List<ImageSignature> images(Predicate<PinRecord> wanted, @Nullable ImageSignature after, int limit) {
        requireAvailable();
        return all().filter(wanted)
                .map(pin -> pin.id().image())
                .distinct()
                .filter(image -> after == null || image.hex().compareTo(after.hex()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<ImageSignature, List<PinRecord>> ofImages(Set<ImageSignature> images) {
        requireAvailable();
        return images.stream()
                .filter(image -> pins.containsKey(image.hex()))
                .collect(Collectors.toMap(image -> image, image -> pins.getOrDefault(image.hex(), List.of())));
    }

    @Override
    public synchronized List<CoSavedImage> coSaved(Set<ImageSignature> images, int limit, Set<ImageSignature> exclude) {
        Set<ImageSignature> others = all().map(pin -> pin.id().image()).collect(Collectors.toSet());
        others.removeAll(exclude);
        return coSaves(images, others).values().stream()
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<ImageSignature, CoSavedImage> coSaves(
            Set<ImageSignature> with, Set<ImageSignature> images) {
        requireAvailable();
        Set<BoardId> queryBoards = boards(with);
        Map<ImageSignature, CoSavedImage> found = new HashMap<>();
        for (ImageSignature image : images) {
            Set<BoardId> all = boards(Set.of(image));
            Set<BoardId> together = new HashSet<>(all);
            together.retainAll(queryBoards);
            if (!with.contains(image) && !together.isEmpty()) {
                double score = CoSaveScore.of(together.size(), queryBoards.size(), all.size());
                found.put(image, new CoSavedImage(image, together.size(), score));
            }
        }
        return found;
    }

    private Set<BoardId> boards(Set<ImageSignature> images) {
        return images.stream()
                .flatMap(image -> pins.getOrDefault(image.hex(), List.of()).stream())
                .map(PinRecord::board)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<PinRecord> find(PinId id) {
        requireAvailable();
        return all().filter(pin -> pin.id().equals(id)).findFirst();
    }

    private Stream<PinRecord> all() {
        return pins.values().stream().flatMap(List::stream);
    }

    private void requireAvailable() {
        if (!available) {
            throw unavailable();
        }
    }

    private static SightlineException unavailable() {
        return new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "the fake index was told to be unavailable");
    }
}
