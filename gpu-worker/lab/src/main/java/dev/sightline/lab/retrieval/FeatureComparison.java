package dev.sightline.lab.retrieval;

import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rankings of one task under many representations; those of a layer stand together, in the order of the tables given.
 *
 * <p>{@code about}: data set, models and seed in a few words, for the summaries.
 */
public record FeatureComparison(RetrievalTask task, List<Ranking> rankings, Bootstrap bootstrap, String about) {

    public FeatureComparison {
        rankings = List.copyOf(rankings);
    }

    /** One layer, divided: binarizers are fitted to {@code calibration}, {@code evaluation} has the rows of the task's images. */
    public record Layer(FeatureTable calibration, FeatureTable evaluation) {}

    /**
     * Ranks under all representations of all layers.
     *
     * @throws IllegalArgumentException if a layer's evaluation does not hold exactly the images of the task, or its calibration is
     *     too small to fit to
     */
    public static FeatureComparison of(
            RetrievalTask task, List<Layer> layers, Bootstrap bootstrap, String about, Consumer<String> progress) {
        List<Ranking> rankings = new ArrayList<>();
        for (Layer layer : layers) {
            if (!layer.evaluation().images().equals(task.images())) {
                throw new IllegalArgumentException(
                        "expected the task's images in " + layer.evaluation().layer());
            }
            progress.accept("  … ranking by %s %s"
                    .formatted(
                            layer.evaluation().embedder().id(),
                            layer.evaluation().layer()));
            new Representations(layer.calibration(), layer.evaluation(), bootstrap.seed())
                    .all()
                    .forEach(representation -> rankings.add(Ranking.of(task, representation)));
        }
        return new FeatureComparison(task, rankings, bootstrap, about);
    }

    /** The ranking of the first layer, which is the reference, by a distance. */
    Ranking reference(String distance) {
        return rankings.stream()
                .filter(ranking -> ranking.representation().distance().equals(distance))
                .findFirst()
                .orElseThrow();
    }

    /** The ranking of the same layer by a distance, if there is one. */
    Optional<Ranking> sibling(Ranking ranking, String distance) {
        return rankings.stream()
                .filter(other -> other.representation()
                                .embedder()
                                .equals(ranking.representation().embedder())
                        && other.representation()
                                .layer()
                                .equals(ranking.representation().layer())
                        && other.representation().distance().equals(distance))
                .findFirst();
    }
}
