package dev.sightline.inference;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link NonMaximumSuppression} of the hundred boxes that are compared at most, beside comparing each with each. */
@State(Scope.Benchmark)
public class SuppressionBenchmark {

    private static final int CATEGORIES = 5;
    private static final float SIDE = 416;
    private static final long SEED = 1;

    private final List<Detection> proposals = proposals();
    private final NonMaximumSuppression suppression = new NonMaximumSuppression(
            DetectionLimits.DEFAULT.maxOverlap(), DetectionLimits.DEFAULT.maxOverlapOfCategories());

    private static List<Detection> proposals() {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, DetectionLimits.DEFAULT.maxProposals())
                .mapToObj(i -> new Detection(
                        random.nextInt(CATEGORIES),
                        (float) random.nextDouble(),
                        Detection.Edges.around(
                                (float) random.nextDouble(SIDE),
                                (float) random.nextDouble(SIDE),
                                (float) random.nextDouble(SIDE / 8, SIDE / 2),
                                (float) random.nextDouble(SIDE / 8, SIDE / 2))))
                .toList();
    }

    @Benchmark
    public float everyPair() {
        float overlap = 0;
        for (int i = 0; i < proposals.size(); i++) {
            for (int j = 0; j < i; j++) {
                overlap += proposals.get(i).edges().iou(proposals.get(j).edges());
            }
        }
        return overlap;
    }

    @Benchmark
    public Object suppress() {
        return suppression.suppress(proposals);
    }
}
