package dev.sightline.lab.simulation;

import dev.sightline.events.EngagementKind;
import dev.sightline.lab.simulation.Behaviour.Act;
import dev.sightline.lab.simulation.Discovery.Page;
import dev.sightline.lab.simulation.Discovery.Reported;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Everybody asks and acts once through: {@code users} users, {@code requests} questions each. The {@code name} of the round and the seed decide all that
 * users do, given what they are shown; tastes depend on the seed and the user alone, so that users keep them in all rounds.
 *
 * @throws IllegalArgumentException if a number is below 1
 */
public record Round(String name, int users, int requests, int limit, long seed) {

    private static final int FAVOURITES = 3;
    private static final int EVENT_ID = 32;

    public Round {
        if (users < 1 || requests < 1 || limit < 1) {
            throw new IllegalArgumentException(
                    "expected users, requests and limit >= 1, got %d, %d and %d".formatted(users, requests, limit));
        }
    }

    /** The user of a number, from 0. */
    public SimulatedUser user(Topics topics, int number) {
        return SimulatedUser.draw("simulated-%d-%d".formatted(seed, number), topics, FAVOURITES, seed);
    }

    /**
     * Lets all users ask and act, some side by side.
     *
     * @param done is told how many users are through
     */
    public RoundOutcome play(World world, Discovery discovery, Clock clock, IntConsumer done) {
        AtomicInteger through = new AtomicInteger();
        return IntStream.range(0, users)
                .parallel()
                .mapToObj(number -> {
                    RoundOutcome outcome = play(world, discovery, clock, user(world.topics(), number));
                    done.accept(through.incrementAndGet());
                    return outcome;
                })
                .reduce(RoundOutcome.NONE, RoundOutcome::plus);
    }

    private RoundOutcome play(World world, Discovery discovery, Clock clock, SimulatedUser user) {
        SplittableRandom random = Draws.of(seed, "%s/%s".formatted(name, user.id()));
        List<Reported> events = new ArrayList<>();
        boolean saved = false;
        for (int i = 0; i < requests; i++) {
            ImageSignature query = user.question(world.topics(), random);
            SplittableRandom acting = random.split();
            Page page = discovery.related(query, user.id(), limit);
            List<Act> acts = world.behaviour().acts(world.topics(), user, query, page.results(), acting);
            acts.forEach(act -> events.add(reported(act, page, query, user, clock)));
            saved |= acts.stream().anyMatch(act -> act.kind() == EngagementKind.SAVE);
        }
        int accepted = events.isEmpty() ? 0 : discovery.report(events);
        return new RoundOutcome(1, saved ? 1 : 0, requests, events.size(), accepted);
    }

    private static Reported reported(Act act, Page page, ImageSignature query, SimulatedUser user, Clock clock) {
        String name = "%s/%s/%s".formatted(page.requestId(), act.kind().slug(), act.image());
        String eventId =
                ImageSignature.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, EVENT_ID);
        return new Reported(
                eventId, act.kind(), page.requestId(), query, act.image(), act.rank(), user.id(), clock.instant());
    }

    /** The images, and how users behave. */
    public record World(Topics topics, Behaviour behaviour) {}
}
