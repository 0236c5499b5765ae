package dev.sightline.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.simulation.Behaviour;
import dev.sightline.lab.simulation.Behaviour.Look;
import dev.sightline.lab.simulation.InMemoryDiscovery;
import dev.sightline.lab.simulation.Round;
import dev.sightline.lab.simulation.Round.World;
import dev.sightline.lab.simulation.SimulatedUser;
import dev.sightline.lab.simulation.SimulatedWorlds;
import dev.sightline.lab.simulation.Topics;
import dev.sightline.visual.ImageSignature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replay of logged randomised answers against what the simulator knows to be true, in a hundred seeded runs. */
class ReplayOfSimulationTest {

    private static final int RUNS = 100;
    private static final int ENOUGH = 90;
    private static final int USERS = 300;
    private static final int MANY_USERS = 1500;
    private static final int RUNS_OF_MANY = 20;
    private static final int REQUESTS = 5;
    private static final int LIMIT = 8;
    private static final int USERS_OF_TRUTH = 20_000;
    private static final Topics TOPICS = SimulatedWorlds.topics(1);
    private static final World WORLD = new World(TOPICS, Behaviour.STANDARD);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** By appeal and place, as a learnt ranker might; the engine that logged knew nothing of it. */
    private static final Contender LEARNT = new Contender(
            "learnt",
            result -> result.features().getOrDefault("popularity-boost", 0.0)
                    + 0.1 * result.features().getOrDefault("hamming", 0.0));

    @Test
    void replay_ofRandomisedAnswers_holdsTheTruthInNinetyOfAHundredRuns() {
        double truth = truth(LEARNT);
        double lead = truth - truth(Contender.mixed());

        List<Replay> replays = IntStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> replay(seed, USERS))
                .toList();

        List<ReplayEstimate> estimates =
                replays.stream().map(replay -> replay.estimate(LEARNT)).toList();
        assertThat(held(estimates.stream().map(ReplayEstimate::selfNormalized).toList(), truth))
                .isGreaterThanOrEqualTo(ENOUGH);
        assertThat(held(
                        estimates.stream()
                                .map(ReplayEstimate::inversePropensity)
                                .toList(),
                        truth))
                .isGreaterThanOrEqualTo(ENOUGH);
        assertThat(held(
                        replays.stream()
                                .map(replay -> replay.lead(LEARNT, Contender.mixed()))
                                .toList(),
                        lead))
                .isGreaterThanOrEqualTo(ENOUGH);
    }

    /** What the test above would be worth if the replay looked at the wrong order: it must not hold the truth then. */
    @Test
    void replay_ofAnotherOrder_doesNotHoldThisTruth() {
        double truth = truth(LEARNT);
        Contender reversed = new Contender("reversed", result -> -LEARNT.score().applyAsDouble(result));

        List<Interval> estimates = IntStream.rangeClosed(1, RUNS_OF_MANY)
                .mapToObj(seed -> replay(seed, MANY_USERS).estimate(reversed).selfNormalized())
                .toList();

        assertThat(held(estimates, truth)).isLessThan(RUNS_OF_MANY / 2);
    }

    private static long held(List<Interval> intervals, double truth) {
        return intervals.stream()
                .filter(interval -> interval.low() <= truth && truth <= interval.high())
                .count();
    }

    private static Replay replay(long seed, int users) {
        InMemoryDiscovery discovery =
                new InMemoryDiscovery(TOPICS, (query, limit) -> SimulatedWorlds.mixed(TOPICS, query, limit), 1, seed);
        new Round("replayed", users, REQUESTS, LIMIT, seed).play(WORLD, discovery, CLOCK, done -> {});
        return Replay.of(discovery.answers(), discovery.events(), EngagementKind.SAVE, seed);
    }

    /** Saves an answer that users of this behaviour do, on average over very many other users: no action is drawn. */
    private static double truth(Contender contender) {
        Round round = new Round("truth", USERS_OF_TRUTH, 1, LIMIT, -1);
        return IntStream.range(0, USERS_OF_TRUTH)
                .mapToDouble(number -> expected(contender, round.user(TOPICS, number), number))
                .average()
                .orElseThrow();
    }

    private static double expected(Contender contender, SimulatedUser user, int number) {
        List<ImageSignature> own =
                TOPICS.members(user.favourites().get(number % user.favourites().size()));
        ImageSignature query = own.get(number / 3 % own.size());
        List<ImageSignature> mixed = SimulatedWorlds.mixed(TOPICS, query, LIMIT);
        List<ServedResult> order = contender.order(IntStream.range(0, mixed.size())
                .mapToObj(i -> served(mixed.get(i), i + 1))
                .toList());
        return IntStream.range(0, order.size())
                .mapToDouble(i -> Behaviour.STANDARD.probability(
                        EngagementKind.SAVE,
                        new Look(TOPICS, user, query, order.get(i).image()),
                        i + 1))
                .sum();
    }

    private static ServedResult served(ImageSignature image, int place) {
        return new ServedResult(
                image,
                place,
                place,
                1,
                0,
                "",
                List.of(),
                Map.of("hamming", 1.0 / place, "popularity-boost", TOPICS.appeal(image)));
    }
}
