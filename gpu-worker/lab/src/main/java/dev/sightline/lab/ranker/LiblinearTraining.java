package dev.sightline.lab.ranker;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.sightline.lab.ranker.Scaling.Moments;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Squared pairwise hinge loss (Rank-SVM): a linear separation of {@code better - worse} from {@code worse - better}, with L2 regularisation, by liblinear.
 *
 * <p>Features are standardised for training, and that is folded into the weights; a missing feature counts as its mean. The library knows no weight of
 * a single pair, so pairs are drawn by weight. At most {@value #MOST} pairs are drawn.
 *
 * <p>Paper: a linear pairwise ranker. Loss, library and regularisation are ours.
 */
public record LiblinearTraining(double cost, long seed) implements RankerTraining {

    private static final int MOST = 200_000;
    private static final double TOLERANCE = 1e-4;
    private static final int ITERATIONS = 1000;

    /** With strong regularisation: a log has few features and much noise. */
    public static LiblinearTraining standard(long seed) {
        return new LiblinearTraining(0.01, seed);
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public LinearModel train(List<RankedPair> pairs, String version) {
        Scaling scaling = Scaling.of(pairs);
        List<RankingFeature> features = scaling.features();
        if (features.isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a feature that differs between results, got none in %d pairs".formatted(pairs.size()));
        }
        Linear.disableDebugOutput();
        Model model = Linear.train(
                problem(drawn(pairs), scaling),
                new Parameter(SolverType.L2R_L2LOSS_SVC, cost, TOLERANCE, ITERATIONS, 0));
        // The library calls the label of the first pair the positive one; problem() makes that 1.
        return unscaled(model.getFeatureWeights(), scaling, version);
    }

    private List<RankedPair> drawn(List<RankedPair> pairs) {
        double heaviest = pairs.stream().mapToDouble(RankedPair::weight).max().orElse(1);
        double share = Math.min(1, (double) MOST / pairs.size());
        var random = new SplittableRandom(seed);
        List<RankedPair> drawn = new ArrayList<>();
        for (RankedPair pair : pairs) {
            if (random.nextDouble() < share * pair.weight() / heaviest) {
                drawn.add(pair);
            }
        }
        return drawn.isEmpty() ? pairs : drawn;
    }

    private static Problem problem(List<RankedPair> pairs, Scaling scaling) {
        var problem = new Problem();
        problem.l = pairs.size();
        problem.n = scaling.features().size();
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            // Every second pair is turned round, so that both classes are as large.
            int sign = i % 2 == 0 ? 1 : -1;
            problem.y[i] = sign;
            problem.x[i] = difference(pairs.get(i), scaling, sign);
        }
        return problem;
    }

    private static Feature[] difference(RankedPair pair, Scaling scaling, int sign) {
        double[] better = scaling.scaled(pair.better().features());
        double[] worse = scaling.scaled(pair.worse().features());
        Feature[] difference = new Feature[better.length];
        for (int i = 0; i < better.length; i++) {
            difference[i] = new FeatureNode(i + 1, sign * (better[i] - worse[i]));
        }
        return difference;
    }

    private static LinearModel unscaled(double[] weights, Scaling scaling, String version) {
        Map<RankingFeature, Double> unscaled = new EnumMap<>(RankingFeature.class);
        Map<RankingFeature, Double> missing = new EnumMap<>(RankingFeature.class);
        List<RankingFeature> features = scaling.features();
        double intercept = 0;
        for (int i = 0; i < features.size(); i++) {
            Moments moments = scaling.of(features.get(i));
            double weight = weights[i] / moments.deviation();
            unscaled.put(features.get(i), weight);
            missing.put(features.get(i), moments.mean());
            intercept -= weight * moments.mean();
        }
        return new LinearModel(version, intercept, unscaled, missing);
    }
}
