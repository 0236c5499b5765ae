package dev.sightline.local.operate;

/**
 * How an index is rebuilt: {@code sample} images are asked for, whose recall@10 must be at least {@code minRecall}, 0..1; {@code keep}
 * generations that were served before are kept.
 *
 * @throws IllegalArgumentException if a number is out of its range
 */
public record RebuildPlan(int sample, double minRecall, int keep) {

    public RebuildPlan {
        if (sample < 1 || sample > 10_000 || minRecall < 0 || minRecall > 1 || keep < 0) {
            throw new IllegalArgumentException(
                    "expected a sample of 1..10000, a recall of 0..1 and keep >= 0, got %d, %s and %d"
                            .formatted(sample, minRecall, keep));
        }
    }
}
