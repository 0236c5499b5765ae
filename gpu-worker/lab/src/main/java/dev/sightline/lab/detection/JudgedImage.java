package dev.sightline.lab.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * What detections of one category are worth in one image: {@code objects} are to be found, and each judgement is one detection.
 *
 * @throws IllegalArgumentException if more are found than there are
 */
public record JudgedImage(int objects, List<Judgement> judgements) {

    public JudgedImage {
        judgements = List.copyOf(judgements);
        long right = judgements.stream().filter(Judgement::right).count();
        if (objects < right) {
            throw new IllegalArgumentException(
                    "expected at most %d right detections, got %d".formatted(objects, right));
        }
    }

    /** Several categories of one image together. */
    static JudgedImage pooled(List<JudgedImage> categories) {
        List<Judgement> all = new ArrayList<>();
        categories.forEach(category -> all.addAll(category.judgements()));
        return new JudgedImage(
                categories.stream().mapToInt(JudgedImage::objects).sum(), all);
    }
}
