package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CorpusSplit;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.retrieval.BinarizingReport;
import dev.sightline.lab.retrieval.FeatureComparison;
import dev.sightline.lab.retrieval.FeatureComparison.Layer;
import dev.sightline.lab.retrieval.GridReport;
import dev.sightline.lab.retrieval.PrecisionReport;
import dev.sightline.lab.retrieval.RetrievalTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** P1 to P3. */
final class RetrievalProtocols implements ProtocolGroup {

    @Override
    public List<String> protocols() {
        return List.of("p1", "p2", "p3");
    }

    @Override
    public boolean canRun(EvaluationSettings settings) {
        return true;
    }

    @Override
    public String needs() {
        return "DIR";
    }

    @Override
    public List<Section> run(EvaluationInput input, Set<String> wanted) {
        FeatureComparison comparison = comparison(input);
        List<Section> sections = new ArrayList<>();
        if (wanted.contains("p1")) {
            sections.add(new PrecisionReport(comparison).toSection());
        }
        if (wanted.contains("p2")) {
            sections.add(new GridReport(comparison).toSection());
        }
        if (wanted.contains("p3")) {
            sections.add(new BinarizingReport(comparison).toSection());
        }
        return sections;
    }

    private static FeatureComparison comparison(EvaluationInput input) {
        CorpusFeatures corpus = input.corpus();
        long seed = input.settings().seed();
        List<LabelledImage> images = corpus.split().part(Part.EVALUATION).stream()
                .map(image -> corpus.images().get(image).image())
                .toList();
        RetrievalTask task = RetrievalTask.of(
                images, corpus.clustersOf(Part.EVALUATION), input.settings().queries(), seed);
        List<Layer> layers =
                tables(input).map(table -> layer(table, corpus.split())).toList();
        return FeatureComparison.of(task, layers, Bootstrap.of(seed), input.about(), input.console()::progress);
    }

    /** All layers of all embedders, and the projection of the reference. */
    private static Stream<FeatureTable> tables(EvaluationInput input) {
        CorpusFeatures corpus = input.corpus();
        Stream<FeatureTable> layers = corpus.embedders().stream().flatMap(features -> features.layers().stream());
        int dimensions = input.settings().projection();
        if (dimensions == 0) {
            return layers;
        }
        input.console().progress("  … training a projection");
        FeatureTable embedding = corpus.embedders().getFirst().embedding();
        var projection = new ProjectionLayer(dimensions, input.settings().seed());
        return Stream.concat(layers, Stream.of(projection.of(embedding, corpus.split())));
    }

    private static Layer layer(FeatureTable table, CorpusSplit split) {
        return new Layer(table.select(split.part(Part.CALIBRATION)), table.select(split.part(Part.EVALUATION)));
    }
}
