package dev.sightline.inference;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which models to load and how to run them.
 *
 * <p>{@code models} is the folder that holds one folder per bundle, {@code names} says which of them. {@code threads} is the number of
 * threads inside one model run (CPU only). {@code minConfidence}: the score floor of every detector, 0..1; null: each has the one that its
 * bundle names, and one that names none that of {@code detectionLimits}.
 *
 * @throws IllegalArgumentException if {@code threads} is not positive, or the floor lies outside 0..1
 */
public record InferenceSettings(
        Path models,
        ModelNames names,
        ComputeDevice device,
        int threads,
        @Nullable Double minConfidence,
        DetectionLimits detectionLimits,
        LabelLimits labelLimits) {

    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("expected threads >= 1, got " + threads);
        }
        if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("expected minConfidence in 0..1, got " + minConfidence);
        }
    }

    /** The default models of a folder on one CPU thread, with the default limits. */
    public static InferenceSettings ofFolder(Path models) {
        return ofFolder(models, ModelNames.DEFAULT);
    }

    /** These models of a folder on one CPU thread, with the default limits. */
    public static InferenceSettings ofFolder(Path models, ModelNames names) {
        return new InferenceSettings(
                models, names, ComputeDevice.CPU, 1, null, DetectionLimits.DEFAULT, LabelLimits.DEFAULT);
    }

    /** The same settings for other models. */
    InferenceSettings withNames(ModelNames others) {
        return new InferenceSettings(models, others, device, threads, minConfidence, detectionLimits, labelLimits);
    }

    /** The limits of one detector, with the score floor that counts for it. */
    DetectionLimits limitsOf(ModelBundle detector) {
        return minConfidence == null
                ? detector.withOwnFloor(detectionLimits)
                : detectionLimits.withMinConfidence(minConfidence);
    }
}
