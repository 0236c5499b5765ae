package dev.sightline.lab.training;

/**
 * How long and how fast to train.
 *
 * <p>{@code epochs}: at most so many passes over the training images; {@code patience}: stop after so many passes without a better
 * score on the validation images; {@code batch}: images per step; {@code learningRate} and {@code weightDecay}: those of AdamW;
 * {@code seed}: of the order of the images and of the first weights.
 *
 * @throws IllegalArgumentException if a count or the learning rate is not positive, or the weight decay is negative
 */
public record TrainingSettings(int epochs, int patience, int batch, float learningRate, float weightDecay, long seed) {

    public TrainingSettings {
        if (epochs < 1 || patience < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "expected epochs, patience and batch >= 1, got %d, %d, %d".formatted(epochs, patience, batch));
        }
        if (!(learningRate > 0) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException("expected a learning rate > 0 and a weight decay >= 0, got %s and %s"
                    .formatted(learningRate, weightDecay));
        }
    }

    /** For a softmax layer over labels. */
    public static TrainingSettings labels(long seed) {
        return new TrainingSettings(200, 20, 32, 1e-3f, 1e-2f, seed);
    }

    /** For a projection. */
    public static TrainingSettings projection(long seed) {
        return new TrainingSettings(60, 12, 32, 1e-3f, 1e-2f, seed);
    }
}
