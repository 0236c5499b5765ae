package dev.sightline.lab.command;

import dev.sightline.inference.ModelBundle;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.CorpusReport;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.report.Provenance.Model;
import dev.sightline.lab.report.Provenance.Times;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which data and models an evaluation measures; {@code detection} says whether detectors are among them. */
record EvaluationProvenance(CorpusFeatures corpus, EvaluationSettings settings, boolean detection) {

    Provenance at(Times times) {
        return new Provenance(dataSets(), models(), settings.seed(), Machine.here(), times);
    }

    private List<DataSet> dataSets() {
        var report = new CorpusReport(corpus, settings.seed());
        List<DataSet> dataSets = new ArrayList<>();
        dataSets.add(
                new DataSet(report.name(), report.contents(), corpus.folder().sha256()));
        if (detection) {
            settings.boxes().read().forEach(data -> dataSets.add(DetectionSource.described(data)));
        }
        return dataSets;
    }

    private List<Model> models() {
        List<Model> models = new ArrayList<>();
        corpus.embedders()
                .forEach(features ->
                        models.add(model("embedder", features.bundle().ref())));
        if (detection) {
            for (Path detector : settings.detectors()) {
                models.add(model("detector", ModelBundle.read(detector).ref()));
            }
        }
        return models;
    }

    private static Model model(String role, ModelRef ref) {
        return new Model(role, ref.id(), ref.version(), ref.sha256());
    }
}
