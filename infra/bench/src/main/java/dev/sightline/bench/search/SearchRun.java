package dev.sightline.bench.search;

import dev.sightline.bench.figures.Curve;
import dev.sightline.bench.figures.Spread;
import dev.sightline.bench.figures.StepData;
import dev.sightline.index.OpenSearchConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Fills an index of each size and searches it in every way.
 *
 * @param storeBytes how many bytes the node holds now
 * @param progress takes a line whenever a part is done
 */
public record SearchRun(
        RealVectors vectors,
        OpenSearchConnection connection,
        LongSupplier storeBytes,
        Extent extent,
        Consumer<String> progress) {

    private static final List<String> DRAWN = List.of(
            SizedIndex.MEMORY_SCAN,
            SizedIndex.TWO_STAGE,
            SizedIndex.DENSE_ONLY,
            SizedIndex.HAMMING_ONLY,
            SizedIndex.GRAPH);

    /** How much is done; {@code rounds}: how often all queries are asked, each round gives one value of each percentile. */
    public record Extent(List<Integer> sizes, int queries, int rounds, boolean quick) {
        public Extent {
            sizes = List.copyOf(sizes);
        }
    }

    /** Measures; {@code version} is that of OpenSearch. */
    public StepData run(String version) {
        List<SizedResult> results = new ArrayList<>();
        for (int size : extent.sizes()) {
            try (SizedIndex index = new SizedIndex(this, size)) {
                results.add(index.measured());
            }
        }
        results.sort(Comparator.comparingInt(SizedResult::size));
        return new StepData(
                "search",
                "Search",
                "./sightline bench --only search",
                extent.quick(),
                summary(),
                Map.of("OpenSearch", version),
                results.stream()
                        .flatMap(result -> result.figures(results.getFirst()).stream())
                        .toList(),
                List.of(growth(results)),
                List.of());
    }

    private String summary() {
        return ("A real OpenSearch node with the k-NN plugin, which compares all vectors, in pure Java; one client, one question at a time, all ways in turn; %d questions,"
                        + " each value is a percentile of one round of them; a way that takes longer than half a second is asked the first 20 only. Two clients fill the index. Vectors are derived from %d real ones: mixtures of two, each feature times exp(0.3 g)."
                        + " Recall at 10 is against all cosines, computed here. The limit beside each way is the median of a scan over one array of longs in memory,"
                        + " which gives the ten nearest codes. Graphs (HNSW) of the faiss engine need a native library that is not published as a package: hamming-graph is one of Lucene's"
                        + " over the codes alone, with the same number of candidates as hamming-only; its recall is that of codes, against the scan; up to 200,000 codes.")
                .formatted(extent.queries(), vectors.raw().size());
    }

    private static Curve growth(List<SizedResult> results) {
        List<Curve.Line> lines = DRAWN.stream()
                .map(way -> new Curve.Line(
                        way,
                        results.stream()
                                .filter(result -> result.ways().containsKey(way))
                                .map(result -> point(way, result))
                                .toList()))
                .toList();
        return new Curve("growth", "Median latency over the size of the index", "images", "ms", lines);
    }

    private static List<Double> point(String way, SizedResult result) {
        SizedResult.Percentiles percentiles = result.ways().get(way);
        if (percentiles == null) {
            throw new IllegalStateException("%s was not measured".formatted(way));
        }
        return List.of((double) result.size(), Spread.of(percentiles.p50()).median());
    }
}
