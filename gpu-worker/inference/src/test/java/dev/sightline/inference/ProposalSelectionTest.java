package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.Detection.Edges;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProposalSelectionTest {

    private static final List<Detection> PROPOSALS = Stream.of(0.25f, 1f, 0.5f, 0.5f, 0.125f)
            .map(confidence -> new Detection(0, confidence, new Edges(0, 0, 1, 1)))
            .toList();

    @Test
    void select_withoutLimits_sortsBySurety() {
        assertThat(confidences(new ProposalSelection(0, 100))).containsExactly(1f, 0.5f, 0.5f, 0.25f, 0.125f);
    }

    @Test
    void select_withShareOfBest_keepsThoseThatReachIt() {
        assertThat(confidences(new ProposalSelection(0.5, 100))).containsExactly(1f, 0.5f, 0.5f);
        assertThat(confidences(new ProposalSelection(0.51, 100))).containsExactly(1f);
        assertThat(confidences(new ProposalSelection(1, 100))).containsExactly(1f);
    }

    @Test
    void select_withCap_keepsTheSurestAndOfATieTheEarlier() {
        List<Detection> kept = new ProposalSelection(0, 2).select(PROPOSALS);

        assertThat(kept).extracting(Detection::confidence).containsExactly(1f, 0.5f);
        assertThat(kept.get(1)).isSameAs(PROPOSALS.get(2));
    }

    @Test
    void select_ofNothing_isNothing() {
        assertThat(new ProposalSelection(0.5, 100).select(List.of())).isEmpty();
    }

    private static List<Float> confidences(ProposalSelection selection) {
        return selection.select(PROPOSALS).stream().map(Detection::confidence).toList();
    }
}
