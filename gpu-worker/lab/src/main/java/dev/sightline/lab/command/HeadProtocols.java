package dev.sightline.lab.command;

import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.training.HeadSplit;
import dev.sightline.lab.training.LabelReport;
import dev.sightline.lab.training.LabelTraining;
import dev.sightline.lab.training.LinearHead;
import dev.sightline.lab.training.ProjectionReport;
import dev.sightline.lab.training.ProjectionTraining;
import dev.sightline.lab.training.TrainableImages;
import dev.sightline.lab.training.TrainedLabels;
import dev.sightline.lab.training.TrainingSettings;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What layers gain that are trained on the reference embedder's features: on the calibration part, stopped by the tuning part, judged
 * on the evaluation part. A corpus that is too small for that has no such sections.
 */
final class HeadProtocols implements ProtocolGroup {

    private static final String LABELS = "labels";
    private static final String PROJECTION = "projection";
    private static final int FEWEST_IMAGES = 5;

    @Override
    public List<String> protocols() {
        return List.of(LABELS, PROJECTION);
    }

    @Override
    public boolean canRun(EvaluationSettings settings) {
        return settings.projection() > 0;
    }

    @Override
    public String needs() {
        return "--projection above 0";
    }

    @Override
    public List<Section> run(EvaluationInput input, Set<String> wanted) {
        try {
            return sections(input, wanted);
        } catch (SightlineException e) {
            input.console().note("left out: %s: %s".formatted(String.join(", ", protocols()), e.getMessage()));
            return List.of();
        }
    }

    private static List<Section> sections(EvaluationInput input, Set<String> wanted) {
        CorpusFeatures corpus = input.corpus();
        var images = new TrainableImages(corpus.embedders().getFirst().embedding(), corpus.clusters(), FEWEST_IMAGES);
        HeadSplit split = images.split(input.settings().seed());
        List<Section> sections = new ArrayList<>();
        if (wanted.contains(LABELS)) {
            sections.add(labels(input, split));
        }
        if (wanted.contains(PROJECTION)) {
            sections.add(projection(input, split, images));
        }
        return sections;
    }

    private static Section labels(EvaluationInput input, HeadSplit split) {
        long seed = input.settings().seed();
        TrainedLabels trained = new LabelTraining(TrainingSettings.labels(seed), epoch -> {}).train(split);
        return new LabelReport(dataSet(input), split, trained, seed).toSection();
    }

    private static Section projection(EvaluationInput input, HeadSplit split, TrainableImages images) {
        long seed = input.settings().seed();
        LinearHead head = new ProjectionTraining(
                        input.settings().projection(), TrainingSettings.projection(seed), epoch -> {})
                .train(split.training(), split.validation());
        return new ProjectionReport(dataSet(input), split, images.clusterOf(), head, seed).toSection();
    }

    private static String dataSet(EvaluationInput input) {
        return input.corpus().folder().root().getFileName().toString();
    }
}
