package dev.sightline.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.events.EngagementEvent;
import dev.sightline.lab.simulation.Round.World;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Topics TOPICS = SimulatedWorlds.topics(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void play_allUsers_reportsAllThatTheyDid() {
        InMemoryDiscovery discovery = discovery();

        RoundOutcome outcome = play(new Round("1", 50, 2, 5, 7), discovery);

        assertThat(outcome.users()).isEqualTo(50);
        assertThat(outcome.requests()).isEqualTo(100);
        assertThat(outcome.events()).isEqualTo(discovery.events().size()).isGreaterThan(500);
        assertThat(outcome.accepted()).isEqualTo(outcome.events());
        assertThat(outcome.savers()).isBetween(1, 49);
        assertThat(discovery.events().stream().map(EngagementEvent::eventId).distinct())
                .hasSize(outcome.events());
    }

    @Test
    void play_again_isTheSame_andAnotherRoundIsNot() {
        RoundOutcome first = play(new Round("1", 200, 2, 5, 7), discovery());

        assertThat(play(new Round("1", 200, 2, 5, 7), discovery())).isEqualTo(first);
        assertThat(play(new Round("2", 200, 2, 5, 7), discovery())).isNotEqualTo(first);
    }

    @Test
    void play_ofDrawnOrders_isTheSame_whoeverAsksFirst() {
        InMemoryDiscovery first = drawn();
        InMemoryDiscovery again = drawn();

        play(new Round("1", 200, 2, 5, 7), first);
        play(new Round("1", 200, 2, 5, 7), again);

        assertThat(again.answers()).isEqualTo(first.answers());
        assertThat(again.events()).containsExactlyInAnyOrderElementsOf(first.events());
    }

    @Test
    void user_inAnotherRound_keepsTaste() {
        SimulatedUser user = new Round("1", 9, 1, 5, 7).user(TOPICS, 3);

        assertThat(new Round("2", 9, 1, 5, 7).user(TOPICS, 3)).isEqualTo(user);
        assertThat(user.favourites()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void boards_ofTopics_holdMostlyTheirOwn() {
        List<SimulatedBoard> boards = SimulatedBoard.draw(TOPICS, 12, 5);
        Set<String> names = new HashSet<>();

        assertThat(boards).hasSize(12).isEqualTo(SimulatedBoard.draw(TOPICS, 12, 5));
        for (SimulatedBoard board : boards) {
            long own = board.images().stream()
                    .filter(image -> TOPICS.topic(image).orElseThrow().equals(board.topic()))
                    .count();
            assertThat(own).as(board.name()).isGreaterThan(board.images().size() / 2);
            assertThat(board.images()).doesNotHaveDuplicates();
            names.add(board.name());
        }
        assertThat(names).hasSize(12);
    }

    @Test
    void round_ofNobody_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Round("1", 0, 1, 1, 1));
    }

    private static RoundOutcome play(Round round, InMemoryDiscovery discovery) {
        return round.play(new World(TOPICS, Behaviour.STANDARD), discovery, CLOCK, done -> {});
    }

    private static InMemoryDiscovery discovery() {
        return discovery(0);
    }

    private static InMemoryDiscovery drawn() {
        return discovery(1);
    }

    private static InMemoryDiscovery discovery(double randomizedShare) {
        return new InMemoryDiscovery(
                TOPICS, (query, limit) -> SimulatedWorlds.mixed(TOPICS, query, limit), randomizedShare, 1);
    }
}
