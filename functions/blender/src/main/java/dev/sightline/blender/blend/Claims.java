package dev.sightline.blender.blend;

import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.SourcePolicy;
import java.util.Comparator;
import java.util.List;

/** Says what each source may claim: {@code weight x confidence}, where the weight is that of the mix or of the category that fits. */
final class Claims {

    /** Largest weight first; equal ones in the order of the sources. */
    static final Comparator<Claim> HEAVIEST_FIRST =
            Comparator.comparingLong(Claim::billionths).reversed().thenComparing(Claim::source);

    private Claims() {}

    /**
     * The claims of a group's sources, in the order of the sources. One that was not triggered has none; one that was late or failed keeps
     * its claim, so that the answer says what it would have got.
     */
    static List<Claim> of(SearchedFocus focus, BlenderPolicy policy) {
        return focus.outcomes().stream()
                .filter(Claims::isTriggered)
                .map(outcome -> claim(outcome, focus, policy))
                .sorted(Comparator.comparing(Claim::source))
                .toList();
    }

    private static boolean isTriggered(SourceOutcome outcome) {
        return switch (outcome) {
            case NotTriggered not -> false;
            case Found found -> found.confidence() > 0;
            case Late late -> late.confidence() > 0;
            case Failed failed -> failed.confidence() > 0;
        };
    }

    private static Claim claim(SourceOutcome outcome, SearchedFocus focus, BlenderPolicy policy) {
        CandidateSource source = outcome.source();
        SourcePolicy part = policy.source(focus.focus().mix(), source)
                .orElseThrow(() -> new IllegalStateException("expected outcomes of the sources of mix %s, got one of %s"
                        .formatted(focus.focus().mix().slug(), source.slug())));
        double weight =
                focus.categoryRule().map(rule -> rule.weights().get(source)).orElse(part.weight());
        return new Claim(source, weight * outcome.confidence(), part.floor());
    }
}
