package dev.sightline.lab.search;

import dev.sightline.index.IndexProbe.Candidate;
import dev.sightline.index.IndexProbe.Scanned;
import dev.sightline.index.Neighbor;
import dev.sightline.index.VisualSearch;
import dev.sightline.lab.metrics.PrecisionAtK;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks all queries of a task in every way, one after the other. */
final class SearchMeasurement {

    /** Results of each query. */
    static final int K = 10;

    /** Candidates of the first stage, for each way to search. */
    static final List<Integer> SHORTLISTS = List.of(10, 20, 50, 100, 200, 500);

    private static final PrecisionAtK PRECISION = new PrecisionAtK(K);
    private static final int WARM_UP = 20;

    private final SearchTask task;
    private final FilledIndex index;
    private final Consumer<String> progress;
    private final Map<ImageSignature, String> labels;

    SearchMeasurement(SearchTask task, FilledIndex index, Consumer<String> progress) {
        this.task = task;
        this.index = index;
        this.progress = progress;
        labels = task.indexed().stream().collect(Collectors.toMap(Embedded::signature, Embedded::label));
    }

    /** The first results of an answer, and how near they are: larger is nearer. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one query
    private record Answer(List<ImageSignature> results, double[] nearness) {}

    /** One way to search. */
    private interface Way {
        Answer ask(Embedded query);
    }

    SearchFindings.Ways measure() {
        progress.accept(
                "comparing all images with %d queries".formatted(task.queries().size()));
        List<double[]> byCosine =
                task.queries().stream().map(query -> exact(query).nearness()).toList();
        List<double[]> byHamming =
                task.queries().stream().map(this::nearestCodes).toList();
        Measured exact = measured(task.indexed().size(), this::exact, byCosine);
        List<Measured> hamming = new ArrayList<>();
        List<Measured> twoStage = new ArrayList<>();
        for (int shortlist : SHORTLISTS) {
            progress.accept("searching with %d candidates".formatted(shortlist));
            hamming.add(measured(shortlist, query -> hamming(query, shortlist), byHamming));
            twoStage.add(measured(shortlist, query -> twoStage(query, shortlist), byCosine));
        }
        return new SearchFindings.Ways(exact, hamming, twoStage);
    }

    private Measured measured(int shortlist, Way way, List<double[]> nearest) {
        int queries = task.queries().size();
        task.queries().stream().limit(WARM_UP).forEach(way::ask);
        double[] recall = new double[queries];
        double[] precision = new double[queries];
        long[] nanos = new long[queries];
        for (int i = 0; i < queries; i++) {
            Embedded query = task.queries().get(i);
            long start = System.nanoTime();
            Answer answer = way.ask(query);
            nanos[i] = System.nanoTime() - start;
            recall[i] = Recall.of(answer.nearness(), nearest.get(i));
            precision[i] = PRECISION.of(query.label(), labels(answer.results()));
        }
        return new Measured(shortlist, recall, precision, Latencies.ofNanos(nanos));
    }

    private Answer exact(Embedded query) {
        List<Scanned> scanned = index.probe().exact(search(query, K));
        return new Answer(
                scanned.stream().map(Scanned::signature).toList(),
                scanned.stream().mapToDouble(Scanned::cosine).toArray());
    }

    private Answer hamming(Embedded query, int shortlist) {
        List<Candidate> candidates = index.probe().candidates(search(query, shortlist));
        return new Answer(
                candidates.stream().map(Candidate::signature).limit(K).toList(),
                candidates.stream()
                        .mapToDouble(candidate -> -candidate.hammingDistance())
                        .limit(K)
                        .toArray());
    }

    private Answer twoStage(Embedded query, int shortlist) {
        List<Neighbor> neighbors = index.view().nearest(search(query, shortlist));
        return new Answer(
                neighbors.stream().map(neighbor -> neighbor.image().signature()).toList(),
                neighbors.stream().mapToDouble(Neighbor::cosine).toArray());
    }

    /** The Hamming distances of the nearest codes, computed here, negated. */
    private double[] nearestCodes(Embedded query) {
        return task.indexed().stream()
                .mapToInt(image -> HammingDistance.between(
                        query.embedding().binary(), image.embedding().binary()))
                .sorted()
                .limit(K)
                .mapToDouble(distance -> -distance)
                .toArray();
    }

    private VisualSearch search(Embedded query, int shortlist) {
        return new VisualSearch(query.embedding(), task.modelSet().id(), K, shortlist / K, Set.of());
    }

    private List<String> labels(List<ImageSignature> results) {
        return results.stream().map(result -> labels.getOrDefault(result, "")).toList();
    }
}
