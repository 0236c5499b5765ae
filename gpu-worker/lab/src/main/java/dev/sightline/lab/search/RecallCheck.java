package dev.sightline.lab.search;

import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexProbe.Scanned;
import dev.sightline.index.Neighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearch;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the recall of a generation of the index: asks for images like a sample of its own, as the blender does, and compares the answers with
 * an exact scan.
 *
 * <p>{@code oversample}: candidates of the first stage per result, as the blender is set.
 */
public final class RecallCheck {

    /** Results of each query. */
    public static final int K = 10;

    private final SearchView view;
    private final IndexProbe probe;
    private final int oversample;

    public RecallCheck(SearchView view, IndexProbe probe, int oversample) {
        this.view = view;
        this.probe = probe;
        this.oversample = oversample;
    }

    /**
     * Recall@10 over a sample, each image left out of its own answer; same index and seed, same numbers.
     *
     * @throws SightlineException with {@code NOT_FOUND} if fewer than two images are indexed, and as the ports say
     */
    public CheckedRecall check(int sample, long seed) {
        ModelSetId modelSet = view.modelSet().orElseThrow(() -> tooFew(0));
        long images = view.sizes().images();
        if (images < 2) {
            throw tooFew(images);
        }
        List<ImageSignature> queries = probe.sample(sample, seed);
        double[] recall = queries.stream()
                .map(query -> recall(query, modelSet))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (recall.length == 0) {
            throw tooFew(0);
        }
        long imperfect = Arrays.stream(recall).filter(value -> value < 1).count();
        return new CheckedRecall(
                modelSet, images, recall.length, imperfect, Bootstrap.of(seed).mean(recall));
    }

    /** Empty for an image that was removed since the sample was taken. */
    private Optional<Double> recall(ImageSignature query, ModelSetId modelSet) {
        return view.imageEmbedding(query).map(embedding -> recall(query, embedding, modelSet));
    }

    private double recall(ImageSignature query, Embedding embedding, ModelSetId modelSet) {
        VisualSearch search = new VisualSearch(embedding, modelSet, K, oversample, Set.of(query));
        return Recall.of(
                view.nearest(search).stream().mapToDouble(Neighbor::cosine).toArray(),
                probe.exact(search).stream().mapToDouble(Scanned::cosine).toArray());
    }

    private static SightlineException tooFew(long images) {
        return new SightlineException(
                ErrorCode.NOT_FOUND, "expected at least 2 indexed images to compare, got " + images);
    }
}
