package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: what an evaluation asks of one generation of the index beyond answers: a sample of its images, the first stage of a search
 * alone, the exact scan that answers are compared with, and all that it holds. Ours.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface IndexProbe {

    /**
     * Images chosen by a seed, {@code min(size, number of images)} of them: as long as the index holds the same images, the same seed
     * gives the same sample.
     *
     * @throws IllegalArgumentException if size is not 1..10,000
     */
    List<ImageSignature> sample(int size, long seed);

    /**
     * The nearest {@code limit x oversample} images by Hamming distance, nearest first: what the second stage chooses from.
     *
     * @throws dev.sightline.visual.SightlineException with {@code MODEL_SET_MISMATCH} if the generation is of another model set
     */
    List<Candidate> candidates(VisualSearch search);

    /**
     * The nearest {@code limit} images by cosine, nearest first, equal ones by signature: every image is compared.
     *
     * @throws dev.sightline.visual.SightlineException with {@code MODEL_SET_MISMATCH} if the generation is of another model set
     */
    List<Scanned> exact(VisualSearch search);

    /** Makes everything that was acknowledged so far visible to searches. */
    void refresh();

    /**
     * The images with the next signatures after {@code after}, in their order, at most {@code limit} of them, 1 to 1,000; null comes
     * before all others.
     */
    List<Held> contents(@Nullable ImageSignature after, int limit);

    /** An image document, and the number of the documents of its objects. */
    record Held(ImageSignature signature, int objects) {}

    /** A result of the first stage; {@code hammingDistance} in bits, smaller is nearer. */
    record Candidate(ImageSignature signature, int hammingDistance) {}

    /** A result of the exact scan; {@code cosine} -1..1, larger is nearer. */
    record Scanned(ImageSignature signature, double cosine) {}
}
