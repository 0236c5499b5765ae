package dev.sightline.inference;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Images per second of the two models alone, of the analyzer, and of decoding plus analyzer, on the same cores in one run.
 *
 * <p>{@code bare} runs detector and embedder on pixels that are ready, with as many crops as the analyzer finds, and reads no boxes.
 * Arguments: models folder, workers, threads inside a model, images. Prints one line of JSON.
 */
final class AnalysisBenchmark {

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);
    private static final NormalizedImage GREY =
            new NormalizedImage(ImageFormat.PNG, 1, 1, RgbPixels.of(1, 1, new int[] {0x808080}));

    private final AnalysisModels models;
    private final int workers;

    private AnalysisBenchmark(AnalysisModels models, int workers) {
        this.models = models;
        this.workers = workers;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int workers = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        List<byte[]> files = Corpus.of(folder).files(Integer.parseInt(arguments[3]));
        InferenceSettings defaults = InferenceSettings.ofFolder(folder);
        InferenceSettings settings = new InferenceSettings(
                folder,
                defaults.names(),
                defaults.device(),
                threads,
                defaults.minConfidence(),
                defaults.detectionLimits(),
                defaults.labelLimits());
        try (AnalysisModels models = AnalysisModels.load(settings)) {
            new AnalysisBenchmark(models, workers).run(files, threads);
        }
    }

    private void run(List<byte[]> files, int threads) throws Exception {
        List<NormalizedImage> images = files.stream().map(DECODER::decode).toList();
        List<Integer> views = views(images);
        double bare = best(views, this::bareModels);
        double analyze = best(images, () -> {
            ImageAnalyzer analyzer = models.newAnalyzer();
            return analyzer::analyze;
        });
        double decodeAndAnalyze = best(files, () -> {
            ImageAnalyzer analyzer = models.newAnalyzer();
            return file -> analyzer.analyze(DECODER.decode(file));
        });
        System.out.printf(
                "{\"workers\":%d,\"threads\":%d,\"images\":%d,\"views\":%d,"
                        + "\"bare\":%.1f,\"analyze\":%.1f,\"decodeAndAnalyze\":%.1f}%n",
                workers,
                threads,
                files.size(),
                views.stream().mapToInt(Integer::intValue).sum(),
                bare,
                analyze,
                decodeAndAnalyze);
    }

    /** For each image how many pictures the embedder gets: the whole and its crops. */
    private List<Integer> views(List<NormalizedImage> images) {
        try (ImageAnalyzer analyzer = models.newAnalyzer()) {
            return images.stream()
                    .map(image -> 1 + analyzer.analyze(image).objects().size())
                    .toList();
        }
    }

    /** Runs both models on grey pixels that are already in their buffers. */
    private Consumer<Integer> bareModels() {
        BareModel detector = BareModel.of(models.detectorModel());
        BareModel embedder = BareModel.of(models.embedderModel());
        return views -> {
            detector.run(1);
            embedder.run(views);
        };
    }

    private record BareModel(Predictor<DjlInput, ModelTensors> predictor, List<FloatBuffer> planes) {

        static BareModel of(DjlModel model) {
            InputSpec spec = model.bundle().input();
            List<FloatBuffer> planes = IntStream.rangeClosed(1, 1 + DetectionLimits.DEFAULT.maxObjects())
                    .mapToObj(count -> new InputPlanes(spec).fill(Collections.nCopies(count, GREY)))
                    .toList();
            return new BareModel(model.newPredictor(), planes);
        }

        void run(int images) {
            try {
                predictor.predict(new DjlInput(planes.get(images - 1), images));
            } catch (TranslateException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Images per second: the best of three rounds after one to warm up. */
    private <T> double best(List<T> inputs, Supplier<Consumer<T>> perWorker) throws Exception {
        List<Consumer<T>> steps = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            steps.add(perWorker.get());
        }
        List<Double> rates = new ArrayList<>();
        round(inputs, steps);
        for (int round = 0; round < 3; round++) {
            rates.add(round(inputs, steps));
        }
        return Collections.max(rates);
    }

    private <T> double round(List<T> inputs, List<Consumer<T>> steps) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                running.add(threads.submit(() -> {
                    for (int i = first; i < inputs.size(); i += workers) {
                        steps.get(first).accept(inputs.get(i));
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return inputs.size() / ((System.nanoTime() - start) / 1e9);
    }
}
