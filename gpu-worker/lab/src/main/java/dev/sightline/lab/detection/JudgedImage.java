package dev.sightline.lab.detection;

import java.util.List;

/**
 * What detections are worth in one image: {@code objects} are to be found, and each judgement is one detection.
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
}
