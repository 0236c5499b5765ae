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
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** An index of derived vectors, with the same codes in memory. Not thread-safe. */
final class SizedIndex implements AutoCloseable {

    static final String MEMORY_SCAN = "memory-scan";
    static final String TWO_STAGE = "two-stage";
    static final String DENSE_ONLY = "dense-only";
    static final String HAMMING_ONLY = "hamming-only";
    static final String GRAPH = "hamming-graph";

    private static final int K = 10;
    private static final int OVERSAMPLE = 10;
    private static final int BATCH = 250;
    /** Batches that are written at once, as several indexer functions do. */
    private static final int WRITERS = 2;
    /** The index is filled in so many parts, each of which gives a rate. */
    private static final int PARTS = 4;

    private static final int WARM_UP = 20;
    /** A way that took longer than this for a question is asked the first few of each round only. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private static final int FEW = 20;
    private static final double NANOS = 1e9;
    private static final Frame FRAME = new Frame("png", 1, 1);

    /** Labels by how many images there are for each that has it. */
    private static final Map<String, Integer> SHARES = Map.of("in-100", 100, "in-10", 10, "in-2", 2);

    private final SearchRun run;
    private final int size;
    private final ScratchIndex index;
    private final MemoryScan memory;
    private final @Nullable GraphTrial graph;
    private final List<Embedding> queries;
    private final List<float[]> asked;
    private final List<Nearest> truth;
    private final Map<ImageSignature, Integer> places = new HashMap<>();

    SizedIndex(SearchRun run, int size) {
        this.run = run;
        this.size = size;
        index = new ScratchIndex(run.connection(), run.vectors().modelSet(), KnnMode.EXACT);
        memory = new MemoryScan(run.vectors().binarizer().bits(), size);
        graph = size > GraphTrial.LARGEST ? null : new GraphTrial(run.connection(), memory, K * OVERSAMPLE);
        DerivedVectors derived = DerivedVectors.asked(run.vectors().raw());
        queries = IntStream.range(0, run.extent().queries())
                .mapToObj(i -> embedding(derived.vector(i)))
                .toList();
        asked = queries.stream().map(query -> query.dense().toArray()).toList();
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
        index.awaitLeases();
        index.settle();
        long bytes = run.storeBytes().getAsLong() - before;
        tell("merged, %,d bytes".formatted(bytes));
        double graphRate = graph == null ? 0 : graph.fill();
        if (graph != null) {
            tell("graph of the codes built, %,.0f a second".formatted(graphRate));
        }
        Map<String, Consumer<Embedding>> ways = ways();
        Map<String, Integer> counts = warmUp(ways);
        Map<String, SizedResult.Percentiles> latencies = new LinkedHashMap<>();
        for (int round = 0; round < run.extent().rounds(); round++) {
            ask(ways, counts).forEach((way, nanos) -> add(way, Latencies.ofNanos(nanos), latencies));
            tell("round %d of %d asked".formatted(round + 1, run.extent().rounds()));
        }
        long vectorBytes = (long) size
                * (run.vectors().modelSet().bits() / Byte.SIZE
                        + (long) run.vectors().modelSet().dimensions() * Float.BYTES);
        return new SizedResult(
                size,
                latencies,
                recall(),
                new SizedResult.Filling(rates, vectorBytes, bytes),
                graph == null ? null : new SizedResult.Graph(graphRate, graph.recall(codes())));
    }

    private void tell(String done) {
        run.progress().accept("search: %,d images: %s".formatted(size, done));
    }

    private List<BinaryEmbedding> codes() {
        return queries.stream().map(Embedding::binary).toList();
    }

    private List<Double> fill() {
        DerivedVectors indexed = DerivedVectors.indexed(run.vectors().raw());
        List<Double> rates = new ArrayList<>();
        int part = Math.ceilDiv(size, PARTS);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int from = 0; from < size; from += part) {
                int to = Math.min(size, from + part);
                rates.add(fill(indexed, writers, from, to));
                tell("%,d indexed, the last %,.0f a second".formatted(to, rates.getLast()));
            }
        }
        return rates;
    }

    /** Returns the images a second that the index took; making them does not count. */
    private double fill(DerivedVectors indexed, ExecutorService writers, int from, int to) {
        long nanos = 0;
        for (int first = from; first < to; first += WRITERS * BATCH) {
            List<IndexedImage> images = images(indexed, first, Math.min(to, first + WRITERS * BATCH));
            long start = System.nanoTime();
            write(writers, images);
            nanos += System.nanoTime() - start;
        }
        return (to - from) / (nanos / NANOS);
    }

    private void write(ExecutorService writers, List<IndexedImage> images) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int first = 0; first < images.size(); first += BATCH) {
            List<IndexedImage> batch = images.subList(first, Math.min(images.size(), first + BATCH));
            running.add(CompletableFuture.runAsync(() -> index.write(batch), writers));
        }
        running.forEach(CompletableFuture::join);
    }

    private List<IndexedImage> images(DerivedVectors indexed, int from, int to) {
        List<Embedding> embeddings = IntStream.range(from, to)
                .parallel()
                .mapToObj(i -> embedding(indexed.vector(i)))
                .toList();
        return IntStream.range(from, to)
                .mapToObj(i -> image(i, embeddings.get(i - from)))
                .toList();
    }

    private IndexedImage image(int i, Embedding embedding) {
        memory.add(embedding.binary());
        float[] vector = embedding.dense().toArray();
        for (int query = 0; query < queries.size(); query++) {
            truth.get(query).offer(i, dot(asked.get(query), vector));
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

    /** In four sums that do not wait for each other; lengths are multiples of four. */
    private static double dot(float[] one, float[] other) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        return first + second + third + fourth;
    }

    private Map<String, Consumer<Embedding>> ways() {
        SearchView view = index.searcher().open();
        IndexProbe probe = index.probe();
        Map<String, Consumer<Embedding>> ways = new LinkedHashMap<>();
        ways.put(MEMORY_SCAN, query -> memory.nearest(query.binary(), K));
        ways.put(TWO_STAGE, query -> view.nearest(search(query, SearchFilter.NONE)));
        ways.put(DENSE_ONLY, query -> probe.exact(search(query, SearchFilter.NONE)));
        ways.put(HAMMING_ONLY, query -> probe.candidates(search(query, SearchFilter.NONE)));
        if (graph != null) {
            ways.put(GRAPH, query -> graph.nearest(query.binary()));
        }
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

    /** Asks each way the first questions, and returns how many each is asked in a round. */
    private Map<String, Integer> warmUp(Map<String, Consumer<Embedding>> ways) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ways.forEach((way, search) -> {
            long fastest = Long.MAX_VALUE;
            for (Embedding query : queries.subList(0, Math.min(WARM_UP, queries.size()))) {
                fastest = Math.min(fastest, nanos(search, query));
            }
            counts.put(way, fastest > SLOW.toNanos() ? Math.min(FEW, queries.size()) : queries.size());
        });
        return counts;
    }

    /** The nanoseconds of each query, by way: all ways in turn for each query. */
    private Map<String, long[]> ask(Map<String, Consumer<Embedding>> ways, Map<String, Integer> counts) {
        Map<String, LongStream.Builder> taken = new LinkedHashMap<>();
        for (int i = 0; i < queries.size(); i++) {
            Embedding query = queries.get(i);
            int number = i;
            ways.forEach((way, search) -> {
                if (number < counts.getOrDefault(way, 0)) {
                    taken.computeIfAbsent(way, first -> LongStream.builder()).add(nanos(search, query));
                }
            });
        }
        Map<String, long[]> nanos = new LinkedHashMap<>();
        taken.forEach((way, times) -> nanos.put(way, times.build().toArray()));
        return nanos;
    }

    private static long nanos(Consumer<Embedding> search, Embedding query) {
        long start = System.nanoTime();
        search.accept(query);
        return System.nanoTime() - start;
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
        if (graph != null) {
            graph.close();
        }
        index.close();
    }
}
