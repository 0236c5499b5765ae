package dev.sightline.local.operate;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexProbe.Candidate;
import dev.sightline.index.Neighbor;
import dev.sightline.index.VisualSearch;
import dev.sightline.local.system.Readiness;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks two generations of a model set for the same images and compares the first ten results of each, in their order. While images
 * come and go the two are not asked at the same moment, and what is written to both is for a moment in one of them only: so a query that differs is
 * asked again, a few times and later each time.
 */
final class AnswerComparison {

    private static final int K = 10;
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final RebuildParts parts;
    private final IndexGeneration before;
    private final IndexGeneration after;
    private final int oversample;

    AnswerComparison(RebuildParts parts, IndexGeneration before, IndexGeneration after, int oversample) {
        this.parts = parts;
        this.before = before;
        this.after = after;
        this.oversample = oversample;
    }

    /** The queries that were answered differently each time. */
    List<ImageSignature> differing(List<ImageSignature> queries) {
        List<ImageSignature> open = queries;
        for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
            if (attempt > 0) {
                Readiness.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
            }
            refresh(before);
            refresh(after);
            List<ImageSignature> differing = new ArrayList<>();
            open.stream().filter(this::differs).forEach(differing::add);
            open = differing;
        }
        return open;
    }

    private void refresh(IndexGeneration generation) {
        IndexProbe probe = parts.probes().apply(generation);
        probe.refresh();
    }

    /** Not for an image that was removed meanwhile. */
    private boolean differs(ImageSignature query) {
        Optional<Embedding> embedding = parts.searcher().open(after).imageEmbedding(query);
        if (embedding.isEmpty()) {
            return false;
        }
        var search = new VisualSearch(embedding.get(), after.modelSet(), K, oversample, Set.of(query));
        List<ImageSignature> one = answer(before, search);
        List<ImageSignature> other = answer(after, search);
        return !one.equals(other) && !tiesExplain(search, one, other);
    }

    /**
     * Whether the shortlists differ in nothing but which of the images at their largest distance still found a place: that is left to
     * chance, also within one index from one day to the next. What is nearer than these has to be the same, and in the same order.
     */
    private boolean tiesExplain(VisualSearch search, List<ImageSignature> one, List<ImageSignature> other) {
        Set<Candidate> nearer = nearerThanTheLast(before, search);
        if (!nearer.equals(nearerThanTheLast(after, search))) {
            return false;
        }
        Set<ImageSignature> sure = nearer.stream().map(Candidate::signature).collect(Collectors.toSet());
        List<ImageSignature> sureOfOne = one.stream().filter(sure::contains).toList();
        List<ImageSignature> sureOfOther = other.stream().filter(sure::contains).toList();
        int common = Math.min(sureOfOne.size(), sureOfOther.size());
        return one.size() == other.size() && sureOfOne.subList(0, common).equals(sureOfOther.subList(0, common));
    }

    private Set<Candidate> nearerThanTheLast(IndexGeneration generation, VisualSearch search) {
        List<Candidate> candidates = parts.probes().apply(generation).candidates(search);
        return candidates.stream()
                .filter(candidate ->
                        candidate.hammingDistance() < candidates.getLast().hammingDistance())
                .collect(Collectors.toSet());
    }

    private List<ImageSignature> answer(IndexGeneration generation, VisualSearch search) {
        return parts.searcher().open(generation).nearest(search).stream()
                .map(Neighbor::image)
                .map(image -> image.signature())
                .toList();
    }
}
