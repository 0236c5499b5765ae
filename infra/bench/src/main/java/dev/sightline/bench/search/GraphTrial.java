package dev.sightline.bench.search;

import dev.sightline.index.CodeGraph;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.visual.BinaryEmbedding;
import java.util.List;
import java.util.stream.IntStream;

/** The codes of a scan in a graph, to show from which size on that pays. Not thread-safe. */
final class GraphTrial implements AutoCloseable {

    /** Larger graphs are not built: it would take longer than all the rest. */
    static final int LARGEST = 200_000;

    private static final int BATCH = 500;
    private static final double NANOS = 1e9;

    private final CodeGraph graph;
    private final MemoryScan memory;
    private final int candidates;

    /** @param candidates how many codes each question asks for */
    GraphTrial(OpenSearchConnection connection, MemoryScan memory, int candidates) {
        this.graph = new CodeGraph(connection, memory.bits());
        this.memory = memory;
        this.candidates = candidates;
    }

    /** Takes over what the scan holds; returns the codes a second of one client, with the merge into one graph, which builds it anew. */
    double fill() {
        long start = System.nanoTime();
        for (int first = 0; first < memory.size(); first += BATCH) {
            graph.write(IntStream.range(first, Math.min(memory.size(), first + BATCH))
                    .mapToObj(memory::code)
                    .toList());
        }
        graph.settle();
        return memory.size() / ((System.nanoTime() - start) / NANOS);
    }

    List<Integer> nearest(BinaryEmbedding code) {
        return graph.nearest(code, candidates);
    }

    /** The share of the graph's candidates that are as near as the last of those that the scan finds. */
    double recall(List<BinaryEmbedding> codes) {
        int right = 0;
        for (BinaryEmbedding code : codes) {
            int[] scanned = memory.nearest(code, candidates);
            int last = memory.distance(code, scanned[scanned.length - 1]);
            right += (int) nearest(code).stream()
                    .filter(place -> memory.distance(code, place) <= last)
                    .count();
        }
        return (double) right / (codes.size() * candidates);
    }

    @Override
    public void close() {
        graph.close();
    }
}
