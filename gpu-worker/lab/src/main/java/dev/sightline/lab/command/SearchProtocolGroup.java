package dev.sightline.lab.command;

import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.features.EmbedderFeatures;
import dev.sightline.lab.features.FeatureCache;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.search.CorpusViews;
import dev.sightline.lab.search.SearchCorpus;
import dev.sightline.lab.search.SearchProtocols;
import dev.sightline.lab.search.SearchTask;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** P4 and P5: the reference embedder in a real index, over several views of each picture. */
final class SearchProtocolGroup implements ProtocolGroup {

    @Override
    public List<String> protocols() {
        return List.of("p4", "p5");
    }

    @Override
    public boolean canRun(EvaluationSettings settings) {
        return settings.search().url() != null;
    }

    @Override
    public String needs() {
        return "--search-url";
    }

    @Override
    public List<Section> run(EvaluationInput input, Set<String> wanted) {
        URI url = input.settings().search().url();
        if (url == null) {
            throw new IllegalArgumentException("expected the URL of OpenSearch, got none");
        }
        SearchTask task = task(input);
        try (OpenSearchConnection connection =
                OpenSearchConnection.open(new OpenSearchSettings(url, OpenSearchAuth.NONE))) {
            var protocols = new SearchProtocols(
                    connection,
                    input.settings().search().mode(),
                    line -> input.console().progress("  … " + line));
            return protocols.run(task).stream()
                    .filter(section -> wanted.contains(section.id()))
                    .toList();
        }
    }

    private static SearchTask task(EvaluationInput input) {
        EvaluationSettings settings = input.settings();
        EmbedderFeatures embedder = input.corpus().embedders().getFirst();
        int dimensions = embedder.embedding().dimensions();
        int bits = settings.search().bits();
        Calibration calibration = Calibration.rotation(dimensions, bits == 0 ? dimensions : bits, settings.seed());
        var corpus = new SearchCorpus(input.corpus(), embedder, calibration, settings.seed());
        var cache =
                new FeatureCache(settings.cache().resolve("features"), LabWiring.clock(), input.console()::progress);
        return settings.search().views() == 1
                ? corpus.pictures()
                : corpus.views(
                        new CorpusViews(settings.search().views(), settings.seed()),
                        settings.cache().resolve("corpus-views"),
                        cache);
    }
}
