package dev.sightline.inference;

import java.nio.file.Path;

/**
 * Which models to load and how to run them.
 *
 * <p>{@code models} is the folder that holds one folder per bundle, {@code names} says which of them. {@code threads} is the number of
 * threads inside one model run (CPU only).
 *
 * @throws IllegalArgumentException if {@code threads} is not positive
 */
public record InferenceSettings(
        Path models,
        ModelNames names,
        ComputeDevice device,
        int threads,
        DetectionLimits detectionLimits,
        LabelLimits labelLimits) {

    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("expected threads >= 1, got " + threads);
        }
    }

    /** The default models of a folder on one CPU thread, with the default limits. */
    public static InferenceSettings ofFolder(Path models) {
        return ofFolder(models, ModelNames.DEFAULT);
    }

    /** These models of a folder on one CPU thread, with the default limits. */
    public static InferenceSettings ofFolder(Path models, ModelNames names) {
        return new InferenceSettings(models, names, ComputeDevice.CPU, 1, DetectionLimits.DEFAULT, LabelLimits.DEFAULT);
    }
}
