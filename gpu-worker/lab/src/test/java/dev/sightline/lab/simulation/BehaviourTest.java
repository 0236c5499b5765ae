package dev.sightline.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.EngagementKind;
import dev.sightline.lab.simulation.Behaviour.Act;
import dev.sightline.lab.simulation.Behaviour.Look;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static final Topics TOPICS = SimulatedWorlds.topics(1);
    private static final List<ImageSignature> CATS = TOPICS.members("topic-0");
    private static final List<ImageSignature> DOGS = TOPICS.members("topic-1");
    private static final SimulatedUser CAT_LOVER = new SimulatedUser("user", List.of("topic-0"));
    private static final Behaviour BEHAVIOUR = new Behaviour(1, 0.1, 1, 0.01, Map.of(EngagementKind.SAVE, 0.5));

    @Test
    void probability_fallsWithRankAndWithWhatDoesNotFit() {
        Look fitting = new Look(TOPICS, CAT_LOVER, CATS.get(0), CATS.get(1));
        Look stray = new Look(TOPICS, CAT_LOVER, CATS.get(0), DOGS.get(1));

        // Appeal does not matter at minAppeal 1: 0.5 x 1 x 1 + 0.01, by rank.
        assertThat(BEHAVIOUR.probability(EngagementKind.SAVE, fitting, 1)).isCloseTo(0.51, within(1e-9));
        assertThat(BEHAVIOUR.probability(EngagementKind.SAVE, fitting, 2)).isCloseTo(0.255, within(1e-9));
        // Neither the query's topic nor a favourite: 0.5 x 0.1 x 0.1 + 0.01.
        assertThat(BEHAVIOUR.probability(EngagementKind.SAVE, stray, 1)).isCloseTo(0.015, within(1e-9));
        assertThat(BEHAVIOUR.probability(EngagementKind.CLICK, fitting, 1)).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void acts_overManyAnswers_areAsLikelyAsStated() {
        int answers = 20_000;
        int saves = 0;
        for (int i = 0; i < answers; i++) {
            List<Act> acts = BEHAVIOUR.acts(
                    TOPICS, CAT_LOVER, CATS.get(0), List.of(DOGS.get(0), CATS.get(1)), Draws.of(i, "acts"));
            assertThat(acts.stream().filter(act -> act.kind() == EngagementKind.IMPRESSION))
                    .hasSize(2);
            saves += (int) acts.stream()
                    .filter(act -> act.kind() == EngagementKind.SAVE && act.rank() == 2)
                    .count();
        }

        // 0.255, standard error 0.0031.
        assertThat((double) saves / answers).isCloseTo(0.255, within(0.012));
    }

    @Test
    void number_outsideItsRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Behaviour(1, 2, 1, 0, Map.of()))
                .withMessage("expected strayInterest in 0..1.0, got 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Behaviour(4, 0, 1, 0, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Behaviour(1, 0, 1, 0, Map.of(EngagementKind.SAVE, 1.5)));
    }
}
