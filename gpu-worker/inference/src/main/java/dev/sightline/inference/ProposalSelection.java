package dev.sightline.inference;

import java.util.Comparator;
import java.util.List;

/**
 * The proposals of one image that are worth comparing: those with a confidence of at least {@code minShareOfBest} times the best, the
 * {@code maxProposals} surest of them. Of equally sure ones the earlier comes first. Pure; safe for all threads.
 */
record ProposalSelection(double minShareOfBest, int maxProposals) {

    /** What remains, the surest first. */
    List<Detection> select(List<Detection> proposals) {
        double best =
                proposals.stream().mapToDouble(Detection::confidence).max().orElse(0);
        return proposals.stream()
                .filter(proposal -> proposal.confidence() >= minShareOfBest * best)
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .limit(maxProposals)
                .toList();
    }
}
