package dev.sightline.index;

import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port: pins as lists and boards need them, a view of the pins in S3. Of images that are not indexed there is nothing in it. What is written is
 * found within about a second, by {@link #find}, {@link #imagesOfBoard}, {@link #images} and {@link #ofImages} at once.
 *
 * <p>All methods throw {@link SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface PinIndex {

    /**
     * Makes the view hold exactly these pins of each image; an empty list forgets the image. Safe to repeat.
     *
     * @return the images for which that failed, each with its reason
     */
    Map<ImageSignature, SightlineException> replace(Map<ImageSignature, List<PinRecord>> pins);

    /**
     * A page of a board's pins, newest first by {@code createdAt} to the millisecond, equal ones by id.
     *
     * @param after the last pin of the page before; null: the first page
     */
    List<PinRecord> ofBoard(BoardId board, @Nullable PinRecord after, int limit);

    /**
     * A page of the images that have pins on a board or, being views, had them a moment ago, by signature.
     *
     * @param after the last image of the page before; null: the first page
     */
    List<ImageSignature> imagesOfBoard(BoardId board, @Nullable ImageSignature after, int limit);

    /** A page of all images that the view holds pins of, by signature; {@code after} as of {@link #imagesOfBoard}. */
    List<ImageSignature> images(@Nullable ImageSignature after, int limit);

    /** All pins of some images that the view holds, by image, oldest first, equal ones by id; absent: none. */
    Map<ImageSignature, List<PinRecord>> ofImages(Set<ImageSignature> images);

    /**
     * The images that share boards with one of these, by {@link CoSaveScore}, best first, equal ones by signature; none of {@code images} and none
     * of {@code exclude}. Looks at the {@value CoSaves#MAX_BOARDS} boards with most pins of these images, and at the {@value
     * CoSaves#MAX_CANDIDATES} images with most boards in common; at each choice equal ones by id.
     */
    List<CoSavedImage> coSaved(Set<ImageSignature> images, int limit, Set<ImageSignature> exclude);

    /** The same for given images; absent: no board in common, or one of {@code with}. */
    Map<ImageSignature, CoSavedImage> coSaves(Set<ImageSignature> with, Set<ImageSignature> images);

    /** A pin of the view. */
    Optional<PinRecord> find(PinId id);
}
