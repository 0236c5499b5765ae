package dev.sightline.index;

import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port: pins as lists and boards need them, a view of the pins in S3. Of images that are not indexed there is nothing in it. What is written is
 * found within about a second.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface PinIndex {

    /** Makes the view hold exactly these pins of each image. Safe to repeat. */
    void replace(Map<ImageSignature, List<PinRecord>> pins);

    /**
     * A page of a board's pins, newest first, equal ones by id.
     *
     * @param after the last pin of the page before; null: the first page
     */
    List<PinRecord> ofBoard(BoardId board, @Nullable PinRecord after, int limit);

    /** A page of the images that have pins on a board or, being views, had them a moment ago, in order; everything written so far is seen. */
    List<ImageSignature> imagesOfBoard(BoardId board, @Nullable ImageSignature after, int limit);

    /** The images that share boards with one of these, best first, equal ones by signature; none of {@code exclude}. */
    List<CoSavedImage> coSaved(Set<ImageSignature> images, int limit, Set<ImageSignature> exclude);

    /** How many boards hold each image and one of {@code with}, in the order of scores of {@link #coSaved}; absent: none. */
    Map<ImageSignature, CoSavedImage> coSaves(Set<ImageSignature> with, Set<ImageSignature> images);

    /** A pin of the view. */
    Optional<PinRecord> find(PinId id);
}
