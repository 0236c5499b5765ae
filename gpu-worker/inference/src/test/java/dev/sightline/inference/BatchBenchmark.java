package dev.sightline.inference;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the embedder is faster on several pictures at once: milliseconds for each of eleven, an image and ten objects, in batches of 1 to
 * 16, each size in turn in each round.
 *
 * <p>Arguments: models folder, rounds. Prints the shortest and the median time of each size.
 */
final class BatchBenchmark {

    private static final int PICTURES = 11;
    private static final List<Integer> SIZES = List.of(1, 2, 4, 8, 16);
    private static final double NANOS_PER_MILLI = 1e6;

    private BatchBenchmark() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        List<NormalizedImage> pictures =
                Corpus.of(folder).files(PICTURES).stream().map(decoder::decode).toList();
        Map<Integer, List<Double>> times = new TreeMap<>();
        try (AnalysisModels models = AnalysisModels.load(InferenceSettings.ofFolder(folder));
                ImageEmbedder embedder = models.newEmbedder()) {
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                for (int size : SIZES) {
                    times.computeIfAbsent(size, any -> new ArrayList<>()).add(millis(embedder, size, pictures));
                }
            }
        }
        times.forEach((size, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "batch %d: shortest %.2f ms, median %.2f ms a picture%n",
                    size, sorted.getFirst(), sorted.get(sorted.size() / 2));
        });
    }

    private static double millis(ImageEmbedder embedder, int size, List<NormalizedImage> pictures) {
        BatchedEmbedder batched = new BatchedEmbedder(embedder, size);
        long start = System.nanoTime();
        batched.embed(pictures);
        return (System.nanoTime() - start) / NANOS_PER_MILLI / pictures.size();
    }
}
