package dev.sightline.lab.search;

import dev.sightline.index.KnnMode;
import dev.sightline.index.VectorBytes;
import java.util.List;

/** All that is measured on one task, in an index of that mode. */
record SearchFindings(SearchTask task, KnnMode mode, Ways ways, VectorBytes bytes) {

    /**
     * {@code exact} is the scan that the others are compared with, {@code hamming} the first stage alone (its recall is against a scan
     * of all codes), {@code twoStage} what the blender asks; both by shortlist, ascending.
     */
    record Ways(Measured exact, List<Measured> hamming, List<Measured> twoStage) {

        Ways {
            hamming = List.copyOf(hamming);
            twoStage = List.copyOf(twoStage);
        }
    }

    Measured exact() {
        return ways.exact();
    }

    List<Measured> hamming() {
        return ways.hamming();
    }

    List<Measured> twoStage() {
        return ways.twoStage();
    }

    /** The data, models, seed and index, for a section's summary. */
    String provenance() {
        String candidates = switch (mode) {
            case EXACT -> "candidates by comparing all codes";
            case HNSW -> "candidates from a graph (HNSW)";
        };
        return task.provenance() + " Index: OpenSearch, " + candidates + ".";
    }
}
