package dev.sightline.blender.understand;

import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import org.jspecify.annotations.Nullable;

/** Lets the time that another analyzer takes not count for a request: it has a limit of its own. */
public final class UncountedAnalyzer implements QueryAnalyzer {

    private final QueryAnalyzer analyzer;

    public UncountedAnalyzer(QueryAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public ImageAnalysis analyze(byte[] image, @Nullable ModelSetId modelSet) {
        return TimeBudget.uncounted(() -> analyzer.analyze(image, modelSet));
    }

    @Override
    public ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box, @Nullable ModelSetId modelSet) {
        return TimeBudget.uncounted(() -> analyzer.analyzeCrop(image, box, modelSet));
    }
}
