package dev.sightline.lab.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Mini-batch training with AdamW on DJL's PyTorch engine, with early stopping; the best layer wins, not the last one. */
final class DjlTraining {

    private static final String ENGINE = "PyTorch";

    private final TrainingSettings settings;
    private final Consumer<TrainedEpoch> progress;

    DjlTraining(TrainingSettings settings, Consumer<TrainedEpoch> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** The layer with the best score, larger is better; {@code training} holds standardized rows, as the layer takes them. */
    LinearHead best(
            LabelledRows training, Function<NDManager, DjlObjective> objective, ToDoubleFunction<LinearHead> score) {
        DjlEngines.makeRepeatable();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
            return new Run(training, objective.apply(manager), manager).best(score);
        }
    }

    /** One training run. */
    private final class Run {

        private final LabelledRows training;
        private final DjlObjective objective;
        private final NDManager manager;
        private final Optimizer optimizer = Optimizer.adamW()
                .optLearningRateTracker(Tracker.fixed(settings.learningRate()))
                .optWeightDecays(settings.weightDecay())
                .build();
        private final Random random = new Random(settings.seed());

        Run(LabelledRows training, DjlObjective objective, NDManager manager) {
            this.training = training;
            this.objective = objective;
            this.manager = manager;
        }

        LinearHead best(ToDoubleFunction<LinearHead> score) {
            LinearHead best = objective.head();
            double bestScore = score.applyAsDouble(best);
            int bestEpoch = 0;
            for (int epoch = 1; epoch <= settings.epochs() && epoch - bestEpoch <= settings.patience(); epoch++) {
                double loss = passOver(shuffled());
                LinearHead head = objective.head();
                double reached = score.applyAsDouble(head);
                progress.accept(new TrainedEpoch(epoch, loss, reached, reached > bestScore));
                if (reached > bestScore) {
                    best = head;
                    bestScore = reached;
                    bestEpoch = epoch;
                }
            }
            return best;
        }

        private int[] shuffled() {
            int[] order = IntStream.range(0, training.size()).toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            return order;
        }

        private double passOver(int[] order) {
            double sum = 0;
            for (int from = 0; from < order.length; from += settings.batch()) {
                int to = Math.min(order.length, from + settings.batch());
                sum += (to - from)
                        * step(IntStream.range(from, to).map(i -> order[i]).toArray());
            }
            return sum / order.length;
        }

        private double step(int[] positions) {
            try (NDManager batch = manager.newSubManager()) {
                double loss = gradients(positions, batch);
                for (NDArray parameter : objective.parameters()) {
                    NDArray gradient = parameter.getGradient();
                    gradient.attach(batch);
                    optimizer.update(parameter.getName(), parameter, gradient);
                    gradient.subi(gradient);
                }
                return loss;
            }
        }

        private double gradients(int[] positions, NDManager batch) {
            float[][] rows =
                    IntStream.of(positions).mapToObj(i -> training.rows()[i]).toArray(float[][]::new);
            long[] labels =
                    IntStream.of(positions).mapToLong(i -> training.labels()[i]).toArray();
            try (NDScope scope = new NDScope();
                    GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                scope.suppressNotUsedWarning();
                NDArray loss = objective.loss(DjlTensors.matrix(batch, rows), batch.create(labels));
                collector.backward(loss);
                return loss.toFloatArray()[0];
            }
        }
    }
}
