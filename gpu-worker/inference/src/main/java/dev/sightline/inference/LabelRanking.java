package dev.sightline.inference;

import dev.sightline.visual.Label;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Picks the surest class names out of probabilities that follow the order of {@code names}. Pure; safe for all threads. */
record LabelRanking(List<String> names, LabelLimits limits) {

    LabelRanking {
        names = List.copyOf(names);
    }

    /** The surest first; of equally sure ones the earlier in the model's order first. */
    List<Label> surest(float[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= limits.minConfidence())
                .mapToObj(i -> new Label(names.get(i), Math.clamp(probabilities[i], 0f, 1f)))
                .sorted(Comparator.comparingDouble(Label::confidence).reversed())
                .limit(limits.maxLabels())
                .toList();
    }
}
