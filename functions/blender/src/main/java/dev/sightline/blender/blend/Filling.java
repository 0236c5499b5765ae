package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.policy.CandidateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the places of one group: turns first, then back-fill; see {@link CandidateBlender}. Not thread-safe. */
final class Filling {

    private final List<CandidateSource> turns;
    private final List<CandidateSource> heaviestFirst;
    private final DuplicateCollapse results;

    Filling(List<Claim> claims, Map<CandidateSource, Integer> quotas, DuplicateCollapse results) {
        this.turns = RoundRobin.turns(quotas);
        // A source that claims nothing still fills places that would stay empty.
        this.heaviestFirst = Stream.concat(
                        claims.stream().sorted(Claims.HEAVIEST_FIRST).map(Claim::source),
                        Stream.of(CandidateSource.values()))
                .distinct()
                .toList();
        this.results = results;
    }

    List<BlendedResult> fill(List<SourceOutcome> outcomes, int limit) {
        Offers asked = new Offers(outcomes, candidate -> !candidate.fallback());
        Offers fallback = new Offers(outcomes, Candidate::fallback);
        fill(asked, limit);
        fill(fallback, limit);
        Stream.concat(asked.rest().stream(), fallback.rest().stream()).forEach(results::absorb);
        return results.results();
    }

    private void fill(Offers offers, int limit) {
        for (CandidateSource source : turns) {
            if (results.size() < limit) {
                giveOne(source, offers);
            }
        }
        for (CandidateSource source : heaviestFirst) {
            boolean gave = true;
            while (gave && results.size() < limit) {
                gave = giveOne(source, offers);
            }
        }
    }

    /** Whether the source had one more that is not among the results. */
    private boolean giveOne(CandidateSource source, Offers offers) {
        Optional<Offer> next = offers.next(source);
        while (next.isPresent() && !results.take(next.get())) {
            next = offers.next(source);
        }
        return next.isPresent();
    }
}
