package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CorpusSplit;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.training.LinearHead;
import dev.sightline.lab.training.ProjectionTraining;
import dev.sightline.lab.training.TrainingSettings;
import dev.sightline.visual.ModelRef;

/**
 * The features of a projection that is trained on the calibration part of a corpus and stopped by its tuning part: the evaluation part
 * shows it nothing that it has seen.
 */
record ProjectionLayer(int dimensions, long seed) {

    private static final String NAME = "projection";

    FeatureTable of(FeatureTable embedding, CorpusSplit split) {
        LinearHead head = new ProjectionTraining(dimensions, TrainingSettings.projection(seed), epoch -> {})
                .train(embedding.select(split.part(Part.CALIBRATION)), embedding.select(split.part(Part.TUNING)));
        ModelRef embedder = embedding.embedder();
        ModelRef projection = ModelRef.builtIn(
                embedder.id() + "." + NAME,
                embedder.version(),
                "%s to %d dimensions, trained with seed %d".formatted(embedder, dimensions, seed));
        return head.project(embedding, projection, NAME);
    }
}
