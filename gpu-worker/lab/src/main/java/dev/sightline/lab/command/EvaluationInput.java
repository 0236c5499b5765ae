package dev.sightline.lab.command;

import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.CorpusReport;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;

/** What a protocol measures: the corpus under all embedders. */
record EvaluationInput(CorpusFeatures corpus, EvaluationSettings settings, LabConsole console) {

    /** The binarizer of the reference embedder as it is served: one rotated bit per feature, here fitted to the calibration part. */
    Binarizer binarizer() {
        FeatureTable table = corpus.embedders().getFirst().embedding();
        return Calibration.rotation(table.dimensions(), table.dimensions(), settings.seed())
                .fit(table.select(corpus.split().part(Part.CALIBRATION)));
    }

    /** Data set, models and seed in a few words, for the summaries. */
    String about() {
        return new CorpusReport(corpus, settings.seed()).about();
    }
}
