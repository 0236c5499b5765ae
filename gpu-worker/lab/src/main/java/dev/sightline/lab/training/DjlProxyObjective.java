package dev.sightline.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Random;

/**
 * Metric learning by classification against one proxy per label: the weighted cross-entropy of softmax over {@value #SCALE} x
 * cosine(projected image, proxy), with both normalised and without bias.
 *
 * <p>Source: NormFace (Wang et al., 2017); Proxy-NCA (Movshovitz-Attias et al., 2017); "Classification is a Strong Baseline for Deep
 * Metric Learning" (Zhai and Wu, 2019). Ours: the loss is the mean of that of the projected values and that of their hyperbolic
 * tangent, a smooth stand-in for their signs, so that what is lost by binarizing is felt in training. Since few images are learned by
 * heart quickly, the scale is fixed and small, and a share of {@value #DROPPED} of the features is dropped at random, anew for each
 * image and step, the others enlarged to make up for it.
 */
final class DjlProxyObjective implements DjlObjective {

    private static final float SCALE = 4;
    private static final float DROPPED = 0.3f;
    private static final double TINY = 1e-12;

    private final NDArray weight;
    private final NDArray proxies;
    private final NDArray labelWeights;
    private final Random random;

    /** Starts from these projection rows and proxies; the seed decides what is dropped. */
    DjlProxyObjective(NDManager manager, LinearHead first, float[][] proxies, float[] labelWeights, long seed) {
        weight = DjlTensors.parameter(DjlTensors.matrix(manager, first.weight()), "weight");
        this.proxies = DjlTensors.parameter(DjlTensors.matrix(manager, proxies), "proxies");
        this.labelWeights = manager.create(labelWeights);
        random = new Random(seed);
    }

    @Override
    public NDList parameters() {
        return new NDList(weight, proxies);
    }

    @Override
    public NDArray loss(NDArray rows, NDArray labels) {
        NDArray projected = rows.mul(mask(rows)).matMul(weight.transpose());
        NDArray weighted = labels.oneHot((int) labelWeights.size()).mul(labelWeights);
        return crossEntropy(projected, weighted)
                .add(crossEntropy(projected.tanh(), weighted))
                .div(2);
    }

    @Override
    public LinearHead head() {
        float[][] rows = DjlTensors.rows(weight);
        return new LinearHead(rows, new float[rows.length]);
    }

    private NDArray mask(NDArray rows) {
        float[] mask = new float[(int) rows.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextFloat() < DROPPED ? 0 : 1 / (1 - DROPPED);
        }
        return rows.getManager().create(mask, rows.getShape());
    }

    private NDArray crossEntropy(NDArray projected, NDArray weighted) {
        NDArray cosines = unit(projected).matMul(unit(proxies).transpose());
        return cosines.mul(SCALE).logSoftmax(1).mul(weighted).sum().neg().div(weighted.sum());
    }

    private static NDArray unit(NDArray rows) {
        return rows.div(rows.square().sum(new int[] {1}, true).add(TINY).sqrt());
    }
}
