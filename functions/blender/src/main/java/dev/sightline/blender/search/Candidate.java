package dev.sightline.blender.search;

import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.StoredImage;
import java.util.List;

/**
 * An image that a source found, and why. {@code fallback}: it lacks the preferred category and fills up for want of those that have it.
 */
public record Candidate(StoredImage image, Finding finding, boolean fallback) {

    /** An image of the kind that was asked for. */
    public Candidate(StoredImage image, Finding finding) {
        this(image, finding, false);
    }

    /** Why an image was found. */
    public sealed interface Finding {}

    /** It looks like the query: distance in bits and as a share of them, cosine in -1..1. */
    public record Lookalike(int hammingDistance, double hammingFraction, double cosine) implements Finding {}

    /**
     * It holds objects like those of the query: {@code best} matches best, {@code others} too, nearest first. {@code score}: that of {@code
     * ObjectMatchRule}, 0..1.
     */
    public record HeldObjects(ObjectNeighbor best, List<ObjectNeighbor> others, double score) implements Finding {

        public HeldObjects {
            others = List.copyOf(others);
        }
    }

    /** Its labels or texts hold these words: {@code score} in 0..1, the best match of the search has 1. */
    public record HeldWords(List<String> terms, double score, boolean preferred) implements Finding {

        public HeldWords {
            terms = List.copyOf(terms);
        }
    }

    /** People saved it to boards that hold the query: to {@code boards} of them; {@code score} in 0..1, that of {@code CoSaveScore}. */
    public record CoSaved(int boards, double score) implements Finding {}

    /** People preferred it among earlier results for the query: {@code boost} is that of {@code Memboost}, at least the policy's least one. */
    public record Remembered(double boost) implements Finding {}
}
