package dev.sightline.lab.retrieval;

import dev.sightline.lab.calibration.BitShares;
import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.retrieval.DenseDistances.Norm;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * All representations of one layer: its floats under three distances, and its codes under each binarizer. Binarizers are fitted to
 * {@code calibration}; {@code evaluation} holds what is compared.
 */
record Representations(FeatureTable calibration, FeatureTable evaluation, long seed) {

    /** The lengths of rotated codes, beside one bit per feature; 4,096 bits are the paper's. */
    private static final List<Integer> ROTATED_BITS = List.of(256, 4096);

    private static final List<BinarizerMethod> PLAIN =
            List.of(BinarizerMethod.ZERO, BinarizerMethod.MEAN, BinarizerMethod.MEDIAN);

    List<Representation> all() {
        List<Representation> all = new ArrayList<>();
        for (Norm norm : Norm.values()) {
            all.add(dense(norm));
        }
        int dimensions = evaluation.dimensions();
        if (dimensions % 8 == 0) {
            PLAIN.forEach(method -> all.add(binary(method.slug(), Calibration.of(method, dimensions))));
            all.add(rotated(dimensions));
        }
        ROTATED_BITS.stream()
                .filter(bits -> bits != dimensions)
                .map(this::rotated)
                .forEach(all::add);
        return all;
    }

    private Representation rotated(int bits) {
        return binary("rotation-" + bits, Calibration.rotation(evaluation.dimensions(), bits, seed));
    }

    private Representation dense(Norm norm) {
        return new Representation(
                evaluation.embedder().id(),
                evaluation.layer(),
                norm.name().toLowerCase(Locale.ROOT),
                evaluation.dimensions() * Float.BYTES,
                null,
                DenseDistances.of(evaluation.rows(), norm));
    }

    private Representation binary(String method, Calibration fitting) {
        Binarizer binarizer = fitting.fit(calibration);
        return new Representation(
                evaluation.embedder().id(),
                evaluation.layer(),
                "hamming-" + method,
                binarizer.bits() / 8,
                BitShares.of(binarizer, Arrays.asList(evaluation.rows())).mean(),
                HammingDistances.of(binarizer, evaluation.rows()));
    }
}
