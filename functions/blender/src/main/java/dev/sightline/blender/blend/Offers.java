package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.policy.CandidateSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the sources of a group still have to offer, each its best first. Not thread-safe. */
final class Offers {

    private final Map<CandidateSource, Queue<Offer>> waiting = new EnumMap<>(CandidateSource.class);

    /** Those whose candidate is of a kind; each keeps its rank among all. */
    Offers(List<SourceOutcome> outcomes, Predicate<Candidate> kind) {
        for (SourceOutcome outcome : outcomes) {
            if (outcome instanceof Found found) {
                waiting.put(found.source(), new ArrayDeque<>(offers(found, kind)));
            }
        }
    }

    private static List<Offer> offers(Found found, Predicate<Candidate> kind) {
        return IntStream.range(0, found.candidates().size())
                .mapToObj(
                        i -> new Offer(found.source(), i + 1, found.candidates().get(i)))
                .filter(offer -> kind.test(offer.candidate()))
                .toList();
    }

    /** The best of a source, which it does not offer again; empty if it has nothing left. */
    Optional<Offer> next(CandidateSource source) {
        Queue<Offer> offers = waiting.get(source);
        return offers == null ? Optional.empty() : Optional.ofNullable(offers.poll());
    }

    /** All that is left, in the order of the sources. */
    List<Offer> rest() {
        return waiting.values().stream()
                .flatMap(Queue::stream)
                .sorted(Comparator.comparing(Offer::source).thenComparing(Offer::rank))
                .toList();
    }
}
