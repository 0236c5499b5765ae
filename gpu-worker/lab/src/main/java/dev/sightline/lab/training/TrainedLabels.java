package dev.sightline.lab.training;

import java.util.List;

/**
 * A softmax layer for labels: {@code raw} gives the logits as trained, {@code temperature} makes them honest; the number of a label is
 * its position in {@code labels}.
 */
public record TrainedLabels(List<String> labels, LinearHead raw, Temperature temperature) {

    public TrainedLabels {
        labels = List.copyOf(labels);
    }

    /** The layer to serve: its softmax is the calibrated confidence. */
    public LinearHead calibrated() {
        return temperature.foldInto(raw);
    }
}
