package dev.sightline.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Weighted cross-entropy of a softmax layer: an image of label c counts {@code weights[c]}. The layer starts at zero, which is as good
 * a start as any, since the loss is convex.
 */
final class DjlSoftmaxObjective implements DjlObjective {

    private final NDArray weight;
    private final NDArray bias;
    private final NDArray classWeights;

    DjlSoftmaxObjective(NDManager manager, int features, float[] classWeights) {
        weight = DjlTensors.parameter(manager.zeros(new Shape(classWeights.length, features)), "weight");
        bias = DjlTensors.parameter(manager.zeros(new Shape(classWeights.length)), "bias");
        this.classWeights = manager.create(classWeights);
    }

    @Override
    public NDList parameters() {
        return new NDList(weight, bias);
    }

    @Override
    public NDArray loss(NDArray rows, NDArray labels) {
        NDArray logits = rows.matMul(weight.transpose()).add(bias);
        NDArray weighted = labels.oneHot((int) classWeights.size()).mul(classWeights);
        return logits.logSoftmax(1).mul(weighted).sum().neg().div(weighted.sum());
    }

    @Override
    public LinearHead head() {
        return new LinearHead(DjlTensors.rows(weight), bias.toFloatArray());
    }
}
