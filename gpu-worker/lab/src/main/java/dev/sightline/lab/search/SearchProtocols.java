package dev.sightline.lab.search;

import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.lab.report.Section;
import java.util.List;
import java.util.function.Consumer;

/**
 * Protocols P4 and P5: puts the images of a task into an index of their own in a real OpenSearch, asks all queries in every way, and
 * deletes the index.
 */
public final class SearchProtocols {

    private final OpenSearchConnection connection;
    private final KnnMode mode;
    private final Consumer<String> progress;

    /** {@code progress} is told what is going on, in one line. */
    public SearchProtocols(OpenSearchConnection connection, KnnMode mode, Consumer<String> progress) {
        this.connection = connection;
        this.mode = mode;
        this.progress = progress;
    }

    /**
     * The sections {@code p4} and {@code p5}.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INDEX_UNAVAILABLE} if OpenSearch does not answer
     */
    public List<Section> run(SearchTask task) {
        progress.accept("indexing %d images".formatted(task.indexed().size()));
        try (FilledIndex index = FilledIndex.of(task, connection, mode)) {
            SearchFindings.Ways ways = new SearchMeasurement(task, index, progress).measure();
            progress.accept("measuring the vectors on disk");
            SearchFindings findings = new SearchFindings(task, mode, ways, index.vectorBytes());
            return List.of(new RecallSection(findings).toSection(), new ShortlistSection(findings).toSection());
        }
    }
}
