package dev.sightline.bench.search;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.KnnMode;
import dev.sightline.index.ScratchIndex;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearch;
import dev.sightline.lab.search.Latencies;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An index of derived vectors, with the same codes in memory. Not thread-safe. */
final class SizedIndex implements AutoCloseable {

    static final String MEMORY_SCAN = "memory-scan";
    static final String TWO_STAGE = "two-stage";
    static final String DENSE_ONLY = "dense-only";
    static final String HAMMING_ONLY = "hamming-only";

    private static final int K = 10;
    private static final int OVERSAMPLE = 10;
    private static final int BATCH = 250;
    /** The index is filled in so many parts, each of which gives a rate. */
    private static final int PARTS = 4;

    private static final int WARM_UP = 20;
    private static final double NANOS = 1e9;
    private static final Frame FRAME = new Frame("png", 1, 1);

    /** Labels by how many images there are for each that has it. */
    private static final Map<String, Integer> SHARES = Map.of("in-100", 100, "in-10", 10, "in-2", 2);

    private final SearchRun run;
    private final int size;
    private final ScratchIndex index;
    private final MemoryScan memory;
    private final List<Embedding> queries;
    private final List<Nearest> truth;
    private final Map<ImageSignature, Integer> places = new HashMap<>();

    SizedIndex(SearchRun run, int size) {
        this.run = run;
        this.size = size;
        index = new ScratchIndex(run.connection(), run.vectors().modelSet(), KnnMode.EXACT);
        memory = new MemoryScan(run.vectors().binarizer().bits(), size);
        DerivedVectors asked = DerivedVectors.asked(run.vectors().raw());
        queries = IntStream.range(0, run.extent().queries())
                .mapToObj(i -> embedding(asked.vector(i)))
                .toList();
        truth = queries.stream().map(query -> new Nearest(K)).toList();
    }

    private Embedding embedding(float[] raw) {
        return new Embedding(
                DenseEmbedding.normalized(raw), run.vectors().binarizer().binarize(raw));
    }

    /** Fills it, searches it in all ways, and says what was found. */
    SizedResult measured() {
        long before = run.storeBytes().getAsLong();
        List<Double> rates = fill();
        index.settle();
        long bytes = run.storeBytes().getAsLong() - before;
        Map<String, Consumer<Embedding>> ways = ways();
        queries.stream().limit(WARM_UP).forEach(query -> ways.values().forEach(way -> way.accept(query)));
        Map<String, SizedResult.Percentiles> latencies = new LinkedHashMap<>();
        for (int round = 0; round < run.extent().rounds(); round++) {
            ask(ways).forEach((way, nanos) -> add(way, Latencies.ofNanos(nanos), latencies));
        }
        long vectorBytes = (long) size
                * (run.vectors().modelSet().bits() / Byte.SIZE
                        + (long) run.vectors().modelSet().dimensions() * Float.BYTES);
        return new SizedResult(size, latencies, recall(), rates, vectorBytes, bytes);
    }

    private List<Double> fill() {
        DerivedVectors indexed = DerivedVectors.indexed(run.vectors().raw());
        List<Double> rates = new ArrayList<>();
        int part = Math.ceilDiv(size, PARTS);
        for (int from = 0; from < size; from += part) {
            rates.add(fill(indexed, from, Math.min(size, from + part)));
        }
        return rates;
    }

    /** Returns the images a second that the index took; making them does not count. */
    private double fill(DerivedVectors indexed, int from, int to) {
        long nanos = 0;
        for (int first = from; first < to; first += BATCH) {
            List<IndexedImage> batch = IntStream.range(first, Math.min(to, first + BATCH))
                    .mapToObj(i -> image(i, indexed.vector(i)))
                    .toList();
            long start = System.nanoTime();
            index.write(batch);
            nanos += System.nanoTime() - start;
        }
        return (to - from) / (nanos / NANOS);
    }

    private IndexedImage image(int i, float[] raw) {
        Embedding embedding = embedding(raw);
        memory.add(embedding.binary());
        float[] vector = embedding.dense().toArray();
        for (int query = 0; query < queries.size(); query++) {
            truth.get(query).offer(i, dot(queries.get(query).dense().toArray(), vector));
        }
        ImageSignature signature = ImageSignature.of(("derived " + i).getBytes(StandardCharsets.UTF_8));
        places.put(signature, i);
        List<Label> labels = SHARES.entrySet().stream()
                .filter(share -> i % share.getValue() == 0)
                .map(share -> new Label(share.getKey(), 1))
                .toList();
        ImageAnalysis analysis =
                new ImageAnalysis(run.vectors().modelSet(), FRAME, embedding, labels, List.of(), List.of());
        return new IndexedImage(
                new FeatureRecord(signature, analysis, Instant.EPOCH), List.of("derived/" + i), Instant.EPOCH);
    }

    private static double dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private Map<String, Consumer<Embedding>> ways() {
        SearchView view = index.searcher().open();
        IndexProbe probe = index.probe();
        Map<String, Consumer<Embedding>> ways = new LinkedHashMap<>();
        ways.put(MEMORY_SCAN, query -> memory.nearest(query.binary(), K));
        ways.put(TWO_STAGE, query -> view.nearest(search(query, SearchFilter.NONE)));
        ways.put(DENSE_ONLY, query -> probe.exact(search(query, SearchFilter.NONE)));
        ways.put(HAMMING_ONLY, query -> probe.candidates(search(query, SearchFilter.NONE)));
        SHARES.keySet().stream()
                .sorted()
                .forEach(label -> ways.put(
                        "two-stage-1-" + label,
                        query -> view.nearest(search(query, new SearchFilter(Set.of(label), null)))));
        return ways;
    }

    private VisualSearch search(Embedding query, SearchFilter filter) {
        return new VisualSearch(query, run.vectors().modelSet().id(), K, OVERSAMPLE, Set.of(), filter);
    }

    /** The nanoseconds of each query, by way: all ways in turn for each query. */
    private Map<String, long[]> ask(Map<String, Consumer<Embedding>> ways) {
        Map<String, long[]> nanos = new LinkedHashMap<>();
        ways.keySet().forEach(way -> nanos.put(way, new long[queries.size()]));
        for (int i = 0; i < queries.size(); i++) {
            int query = i;
            ways.forEach((way, search) -> {
                long start = System.nanoTime();
                search.accept(queries.get(query));
                nanos.getOrDefault(way, new long[queries.size()])[query] = System.nanoTime() - start;
            });
        }
        return nanos;
    }

    private static void add(String way, Latencies round, Map<String, SizedResult.Percentiles> latencies) {
        SizedResult.Percentiles all = latencies.computeIfAbsent(
                way, first -> new SizedResult.Percentiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        all.p50().add(round.p50());
        all.p95().add(round.p95());
        all.p99().add(round.p99());
    }

    private Map<String, Double> recall() {
        SearchView view = index.searcher().open();
        Map<String, Double> recall = new LinkedHashMap<>();
        recall.put(
                TWO_STAGE,
                recall(query -> view.nearest(search(query, SearchFilter.NONE)).stream()
                        .map(neighbor -> places.getOrDefault(neighbor.image().signature(), -1))
                        .toList()));
        recall.put(
                MEMORY_SCAN,
                recall(query ->
                        IntStream.of(memory.nearest(query.binary(), K)).boxed().toList()));
        return recall;
    }

    private double recall(Function<Embedding, List<Integer>> way) {
        int right = 0;
        for (int i = 0; i < queries.size(); i++) {
            Set<Integer> found = new HashSet<>(way.apply(queries.get(i)));
            right += (int)
                    IntStream.of(truth.get(i).places()).filter(found::contains).count();
        }
        return (double) right / (queries.size() * K);
    }

    @Override
    public void close() {
        index.close();
    }
}
