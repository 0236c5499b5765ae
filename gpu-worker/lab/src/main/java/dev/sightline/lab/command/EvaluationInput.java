package dev.sightline.lab.command;

import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.CorpusReport;
import java.nio.file.Path;

/** What a protocol measures: the corpus under all embedders. {@code models} holds all bundles. */
record EvaluationInput(CorpusFeatures corpus, Path models, EvaluationSettings settings, LabConsole console) {

    /** Data set, models and seed in a few words, for the summaries. */
    String about() {
        return new CorpusReport(corpus, settings.seed()).about();
    }
}
