package dev.sightline.bench.analysis;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.DjlBareModels;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.storage.ThumbnailStore;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Images a second of the networks alone, and of decoding, analyzing and thumbnail, by {@code workers} threads with a model each. Ways are measured in
 * turn, so that what else the machine does hits them all.
 */
public record AnalysisRates(AnalysisModels models, int workers, int rounds) {

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Rates of each round; {@code views}: pictures that the embedder got, of one round; {@code processorMillis}: processor time of an image in the
     * rounds of decoding and analyzing, which does not depend on what else the machine does.
     */
    public record Rates(
            int images, int views, List<Double> bare, List<Double> decodeAndAnalyze, List<Double> processorMillis) {}

    /** What one thread does with image i. */
    private interface Step {
        void image(int i);
    }

    /** Measures, after one round to warm up. */
    public Rates measure(List<byte[]> files) throws InterruptedException {
        List<DjlBareModels> bare = new ArrayList<>();
        List<ImageAnalyzer> analyzers = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            bare.add(DjlBareModels.of(models));
            analyzers.add(models.newAnalyzer());
        }
        try {
            int[] views = views(files, analyzers.getFirst());
            List<Step> networks =
                    bare.stream().map(each -> (Step) i -> each.run(views[i])).toList();
            List<Step> whole = analyzers.stream()
                    .map(each -> (Step) i -> analyze(each, files.get(i)))
                    .toList();
            return measure(files.size(), views, networks, whole);
        } finally {
            bare.forEach(DjlBareModels::close);
            analyzers.forEach(ImageAnalyzer::close);
        }
    }

    private Rates measure(int images, int[] views, List<Step> networks, List<Step> whole) throws InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> decodeAndAnalyze = new ArrayList<>();
        List<Double> processorMillis = new ArrayList<>();
        rate(images, networks);
        rate(images, whole);
        for (int round = 0; round < rounds; round++) {
            bare.add(rate(images, networks));
            long before = processorNanos();
            decodeAndAnalyze.add(rate(images, whole));
            processorMillis.add((processorNanos() - before) / NANOS_PER_MILLI / images);
        }
        return new Rates(images, Arrays.stream(views).sum(), bare, decodeAndAnalyze, processorMillis);
    }

    private static long processorNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        throw new IllegalStateException("expected a JVM that tells its processor time");
    }

    /** As the worker does, which makes a thumbnail too. */
    private static void analyze(ImageAnalyzer analyzer, byte[] file) {
        NormalizedImage image = DECODER.decode(file);
        analyzer.analyze(image);
        image.pixels().encodeJpeg(ThumbnailStore.MAX_SIDE);
    }

    private static int[] views(List<byte[]> files, ImageAnalyzer analyzer) {
        return files.stream()
                .mapToInt(file ->
                        1 + analyzer.analyze(DECODER.decode(file)).objects().size())
                .toArray();
    }

    private static double rate(int images, List<Step> steps) throws InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < steps.size(); worker++) {
                int first = worker;
                running.add(threads.submit(() -> {
                    for (int i = first; i < images; i += steps.size()) {
                        steps.get(first).image(i);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return images / ((System.nanoTime() - start) / NANOS);
    }
}
