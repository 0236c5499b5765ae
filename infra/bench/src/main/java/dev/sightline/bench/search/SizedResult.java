package dev.sightline.bench.search;

import dev.sightline.bench.figures.Figure;
import dev.sightline.bench.figures.Figure.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index of {@code size} images gave: latencies and recall by way, how it was filled, and what a graph of its codes gave, if there was one.
 */
record SizedResult(
        int size,
        Map<String, Percentiles> ways,
        Map<String, Double> recall,
        Filling filling,
        @Nullable Graph graph) {

    /** Images a second of each part, and bytes: of the vectors alone, and of all that the node holds. */
    record Filling(List<Double> indexRates, long vectorBytes, long storeBytes) {}

    /** Codes a second into the graph, and the share of its candidates that a scan finds too. */
    record Graph(double rate, double recall) {}

    /** One value for each round, in milliseconds. */
    record Percentiles(List<Double> p50, List<Double> p95, List<Double> p99) {}

    /** As figures; rates are compared with those of {@code smallest}. */
    List<Figure> figures(SizedResult smallest) {
        List<Figure> figures = new ArrayList<>();
        String limit = id(SizedIndex.MEMORY_SCAN + "-p50");
        ways.forEach((way, percentiles) -> {
            Figure median = latency(way, "p50", percentiles.p50());
            figures.add(way.equals(SizedIndex.MEMORY_SCAN) ? median : median.against(limit));
            figures.add(latency(way, "p95", percentiles.p95()).against(limit));
            figures.add(latency(way, "p99", percentiles.p99()).against(limit));
        });
        addRecall(figures);
        addBytes(figures);
        Figure rate = Figure.baseline(
                id("index-rate"), "indexing," + ofSize(), "images/s", Better.HIGHER, filling.indexRates());
        figures.add(smallest.equals(this) ? rate : rate.against(smallest.id("index-rate")));
        addGraph(figures);
        return figures;
    }

    private Figure latency(String way, String percentile, List<Double> values) {
        return Figure.baseline(
                id(way + "-" + percentile),
                "%s, %s,%s".formatted(way, percentile, ofSize()),
                "ms",
                Better.LOWER,
                values);
    }

    private void addRecall(List<Figure> figures) {
        figures.add(Figure.baseline(
                id("recall-exact"), "recall at 10, all cosines," + ofSize(), "share", Better.HIGHER, List.of(1.0)));
        recall.forEach((way, found) -> figures.add(Figure.baseline(
                        id("recall-" + way),
                        "recall at 10, %s,%s".formatted(way, ofSize()),
                        "share",
                        Better.HIGHER,
                        List.of(found))
                .against(id("recall-exact"))));
    }

    private void addGraph(List<Figure> figures) {
        if (graph == null) {
            return;
        }
        figures.add(Figure.baseline(
                        id("graph-rate"),
                        "codes into the graph," + ofSize(),
                        "codes/s",
                        Better.HIGHER,
                        List.of(graph.rate()))
                .against(id("index-rate")));
        figures.add(Figure.baseline(
                        id("graph-recall"),
                        "recall at 100 of codes, %s,%s".formatted(SizedIndex.GRAPH, ofSize()),
                        "share",
                        Better.HIGHER,
                        List.of(graph.recall()))
                .against(id("recall-exact")));
    }

    private void addBytes(List<Figure> figures) {
        figures.add(Figure.baseline(
                id("vector-bytes"), "the vectors alone," + ofSize(), "bytes", Better.LOWER, List.of((double)
                        filling.vectorBytes())));
        figures.add(Figure.baseline(id("index-bytes"), "the index," + ofSize(), "bytes", Better.LOWER, List.of((double)
                        filling.storeBytes()))
                .against(id("vector-bytes")));
    }

    private String id(String name) {
        return "%s-%d".formatted(name, size);
    }

    private String ofSize() {
        return " %,d images".formatted(size);
    }
}
