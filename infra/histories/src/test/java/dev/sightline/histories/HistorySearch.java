package dev.sightline.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Looks for a history that goes wrong, and makes it as short as it can: what jqwik does with a property, but as a value. */
final class HistorySearch {

    private static final int GENERATION_SIZE = 1_000;

    private HistorySearch() {}

    /** A short history with which the predicate fails, if one of {@code tries} does; the same for the same seed. */
    static Optional<History> failing(Predicate<History> goesWell, long seed, int tries) {
        List<History> found = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<History> generator = Histories.ofMessages().generator(GENERATION_SIZE);
            Random random = new Random(seed);
            Stream.generate(() -> generator.next(random))
                    .limit(tries)
                    .filter(history -> !goesWell.test(history.value()))
                    .findFirst()
                    .map(history -> shrunk(history, goesWell).value())
                    .ifPresent(found::add);
        });
        return found.stream().findFirst();
    }

    private static Shrinkable<History> shrunk(Shrinkable<History> failing, Predicate<History> goesWell) {
        Shrinkable<History> shortest = failing;
        Optional<Shrinkable<History>> next = Optional.of(failing);
        while (next.isPresent()) {
            shortest = next.get();
            next = shortest.shrink()
                    .filter(history -> !goesWell.test(history.value()))
                    .findFirst();
        }
        return shortest;
    }
}
