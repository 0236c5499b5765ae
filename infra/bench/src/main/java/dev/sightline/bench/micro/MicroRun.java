package dev.sightline.bench.micro;

import dev.sightline.bench.figures.Figure;
import dev.sightline.bench.figures.Figure.Better;
import dev.sightline.bench.figures.StepData;
import dev.sightline.inference.SuppressionBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** All micro benchmarks in JVMs of their own; {@code quick}: only to see that they run. */
public record MicroRun(boolean quick) {

    private static final List<Class<?>> BENCHMARKS = List.of(
            ScanBenchmark.class,
            BinarizeBenchmark.class,
            SuppressionBenchmark.class,
            AnswerBenchmark.class,
            DecodeBenchmark.class);

    private static final List<String> FILES = List.of("jpeg", "png", "gif", "bmp", "tiff", "jpeg-12mp");

    /** A benchmark as a figure; {@code benchmark} is class and method, with the parameter behind it. */
    private record Entry(
            String id,
            String benchmark,
            String name,
            String unit,
            @Nullable String baseline) {}

    /** Runs them, in about five minutes, or half of one. */
    public StepData run() throws RunnerException {
        Map<String, List<Double>> scores = scores(new Runner(options()).run());
        List<Figure> figures = entries().stream()
                .map(entry -> new Figure(
                        entry.id(),
                        entry.name(),
                        entry.unit(),
                        Better.HIGHER,
                        scores.getOrDefault(entry.benchmark(), List.of()),
                        entry.baseline(),
                        null))
                .toList();
        return new StepData(
                "micro",
                "Small parts",
                "./sightline bench --only micro",
                quick,
                "JMH, one thread, each benchmark in JVMs of its own, one value for each second. Codes have 1,280 bits; the scan goes over 400,000 of"
                        + " them (64 MB). Boxes: 100 of five categories. Blend: five sources with 200 candidates each, none alike, 100 places. Files: waves"
                        + " with noise, 640 x 480 and 4000 x 3000 pixels, into pixels that fit into 416 x 416; the JDK's decoder beside it does not resize.",
                Map.of(),
                figures,
                List.of(),
                List.of());
    }

    private Options options() {
        OptionsBuilder options = new OptionsBuilder();
        BENCHMARKS.forEach(benchmark -> options.include(benchmark.getName().replace(".", "\\.") + "\\."));
        options.mode(Mode.Throughput)
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 1 : 2)
                .measurementIterations(quick ? 2 : 3)
                .warmupTime(time())
                .measurementTime(time())
                .jvmArgs(
                        "-Djava.awt.headless=true",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Xmx2g")
                .shouldFailOnError(true);
        return options.build();
    }

    private TimeValue time() {
        return TimeValue.milliseconds(quick ? 200 : 1000);
    }

    private static Map<String, List<Double>> scores(Collection<RunResult> results) {
        Map<String, List<Double>> scores = new HashMap<>();
        for (RunResult result : results) {
            String parameter = result.getParams().getParam("file");
            String name = result.getParams().getBenchmark();
            String key = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1)
                    + (parameter == null ? "" : " " + parameter);
            List<Double> values = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(IterationResult::getPrimaryResult)
                    .map(primary -> primary.getScore())
                    .toList();
            scores.put(key, values);
        }
        return scores;
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry("read", "ScanBenchmark.read", "codes, only read from memory", "codes/s", null),
                new Entry("compare", "ScanBenchmark.compare", "codes in one array, compared", "codes/s", "read"),
                new Entry("nearest", "ScanBenchmark.nearest", "codes in one array, nearest ten", "codes/s", "read"),
                new Entry("hamming", "ScanBenchmark.hammingDistance", "HammingDistance", "codes/s", "read"),
                new Entry("features", "BinarizeBenchmark.readFeatures", "1,280 features, only read", "vectors/s", null),
                new Entry("pack", "BinarizeBenchmark.pack", "BinaryEmbedding of a bit set", "vectors/s", "features"),
                new Entry(
                        "thresholds", "BinarizeBenchmark.thresholds", "Binarizer, thresholds", "vectors/s", "features"),
                new Entry("rotation", "BinarizeBenchmark.rotation", "Binarizer, rotation", "vectors/s", "features"),
                new Entry(
                        "pairs", "SuppressionBenchmark.everyPair", "overlaps of all pairs of boxes", "images/s", null),
                new Entry("suppress", "SuppressionBenchmark.suppress", "NonMaximumSuppression", "images/s", "pairs"),
                new Entry("in-turn", "AnswerBenchmark.inTurn", "candidates, only taken in turn", "answers/s", null),
                new Entry("blend", "AnswerBenchmark.blend", "CandidateBlender", "answers/s", "in-turn"),
                new Entry("text", "AnswerBenchmark.readyText", "a text that is ready, to bytes", "answers/s", null),
                new Entry("json", "AnswerBenchmark.json", "the answer, to JSON", "answers/s", "text")));
        for (String file : FILES) {
            String decoded = "imageio-" + file;
            entries.add(new Entry(decoded, "DecodeBenchmark.imageIo " + file, file + ": ImageIO", "images/s", null));
            entries.add(new Entry(
                    "decode-" + file,
                    "DecodeBenchmark.decodeAndResize " + file,
                    file + ": decode and resize",
                    "images/s",
                    decoded));
        }
        return entries;
    }
}
