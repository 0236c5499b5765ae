package dev.sightline.worker;

import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Analyzes the pixels of a query, with models of its own: a query does not wait behind the queue. Safe for all threads. */
final class QueryAnalysis {

    private final ImageDecoder decoder;
    private final List<ModelAnalyzers> sets;

    /** The first of the sets is the one of queries that ask for none. */
    QueryAnalysis(ImageDecoder decoder, List<ModelAnalyzers> sets) {
        this.decoder = decoder;
        this.sets = List.copyOf(sets);
    }

    /**
     * What the models of a set, null for the first, see in the image; throws with the decoder's codes if the bytes are no image.
     *
     * @throws SightlineException with {@code MODEL_SET_MISMATCH} if that set is not loaded; the message names all ids
     */
    ImageAnalysis analyze(byte[] bytes, @Nullable ModelSetId modelSet) {
        AnalyzerPool analyzers = analyzers(modelSet);
        NormalizedImage image = decoder.decode(bytes);
        return analyzers.use(analyzer -> analyzer.analyze(image));
    }

    /** What the embedder sees inside the box of the displayed frame; no objects. Otherwise as {@link #analyze}. */
    ImageAnalysis analyzeCrop(byte[] bytes, NormalizedBox box, @Nullable ModelSetId modelSet) {
        AnalyzerPool analyzers = analyzers(modelSet);
        NormalizedImage image = decoder.decode(bytes);
        return analyzers.use(analyzer -> analyzer.analyzeCrop(image, box));
    }

    private AnalyzerPool analyzers(@Nullable ModelSetId modelSet) {
        return sets.stream()
                .filter(set -> modelSet == null || set.modelSet().id().equals(modelSet))
                .findFirst()
                .orElseThrow(() -> notLoaded(modelSet))
                .pool();
    }

    private SightlineException notLoaded(@Nullable ModelSetId asked) {
        String loaded = sets.stream().map(set -> set.modelSet().id().value()).collect(Collectors.joining(" and "));
        return new SightlineException(
                ErrorCode.MODEL_SET_MISMATCH,
                "asked for model set %s, this worker has loaded %s".formatted(asked, loaded));
    }
}
