package dev.sightline.lab.ranker;

import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.TreeModel;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees with a pairwise logistic loss, by XGBoost: each pair is a group of two. A missing feature goes the way that training found best.
 * Values are compared as 32-bit floats there and as doubles when serving; they differ only for values next to a threshold. Ours.
 */
public record XgboostTraining(int rounds, int depth, long seed) implements RankerTraining {

    private static final float NONE = Float.NaN;

    /** Small trees: a log has few features and much noise. */
    public static XgboostTraining standard(long seed) {
        return new XgboostTraining(60, 3, seed);
    }

    @Override
    public String name() {
        return "boosted trees";
    }

    @Override
    public TreeModel train(List<RankedPair> pairs, String version) {
        try {
            DMatrix matrix = matrix(pairs);
            try {
                return model(matrix, version);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new SightlineException(ErrorCode.DEFECT, "XGBoost cannot train: " + e.getMessage(), e);
        }
    }

    private TreeModel model(DMatrix matrix, String version) throws XGBoostError {
        Booster booster = XGBoost.train(matrix, parameters(), rounds, new HashMap<>(), null, null);
        try {
            String[] dump = booster.getModelDump((String) null, false, "json");
            return new TreeModel(
                    version, 0, Arrays.stream(dump).map(XgboostTree::read).toList());
        } finally {
            booster.dispose();
        }
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "rank:pairwise");
        parameters.put("lambdarank_pair_method", "mean");
        parameters.put("lambdarank_num_pair_per_sample", 1);
        parameters.put("lambdarank_normalization", false);
        parameters.put("max_depth", depth);
        parameters.put("eta", 0.1);
        parameters.put("min_child_weight", 5);
        parameters.put("nthread", 1);
        parameters.put("seed", seed);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static DMatrix matrix(List<RankedPair> pairs) throws XGBoostError {
        RankingFeature[] features = RankingFeature.values();
        float[] values = new float[2 * pairs.size() * features.length];
        float[] labels = new float[2 * pairs.size()];
        float[] weights = new float[pairs.size()];
        int[] groups = new int[pairs.size()];
        int at = 0;
        for (int i = 0; i < pairs.size(); i++) {
            RankedPair pair = pairs.get(i);
            for (LoggedResult result : List.of(pair.better(), pair.worse())) {
                for (RankingFeature feature : features) {
                    values[at++] = (float) result.features().value(feature).orElse(NONE);
                }
            }
            labels[2 * i] = 1;
            weights[i] = (float) pair.weight();
            groups[i] = 2;
        }
        DMatrix matrix = new DMatrix(values, labels.length, features.length, NONE);
        matrix.setLabel(labels);
        matrix.setGroup(groups);
        matrix.setWeight(weights);
        return matrix;
    }
}
