package dev.sightline.lab.training;

import java.util.List;
import java.util.function.Consumer;

/**
 * Trains a softmax layer for the labels of a folder on frozen features, and fits its temperature.
 *
 * <p>Rare labels: an image counts 1 / sqrt(images with its label) in the loss (ours): halfway between counting each image the same,
 * which neglects rare labels, and counting each label the same, which distorts how frequent they are and with it the confidence.
 * Early stopping watches the likelihood of the validation images, and the temperature is fitted on the same ones.
 *
 * <p>Paper: fine-tuning, with the softmax layer replaced by one for the own classes. Differs: the lower layers stay as they are.
 */
public final class LabelTraining {

    private final TrainingSettings settings;
    private final Consumer<TrainedEpoch> progress;

    public LabelTraining(TrainingSettings settings, Consumer<TrainedEpoch> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Trains on the training images and stops by the validation images; the test images are not looked at. Same split and settings,
     * same layer on the same machine.
     *
     * @throws IllegalArgumentException if a validation image has a label that no training image has
     */
    public TrainedLabels train(HeadSplit split) {
        List<String> labels = split.labels();
        LabelledRows training = LabelledRows.of(split.training(), labels);
        LabelledRows validation = LabelledRows.of(split.validation(), labels);
        Standardization standardization = Standardization.of(training.rows());
        LabelledRows watched = validation.withRows(standardization.apply(validation.rows()));
        LinearHead head = new DjlTraining(settings, progress)
                .best(
                        training.withRows(standardization.apply(training.rows())),
                        manager -> new DjlSoftmaxObjective(
                                manager, split.training().dimensions(), training.labelWeights()),
                        candidate -> -negativeLogLikelihood(candidate, watched));
        LinearHead raw = standardization.foldInto(head);
        return new TrainedLabels(labels, raw, Temperature.fit(raw.apply(validation.rows()), validation.labels()));
    }

    private static double negativeLogLikelihood(LinearHead head, LabelledRows images) {
        return Temperature.negativeLogLikelihood(head.apply(images.rows()), images.labels());
    }
}
