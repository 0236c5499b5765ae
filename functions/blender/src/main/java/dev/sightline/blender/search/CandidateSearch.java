package dev.sightline.blender.search;

import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.CategoryRule;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stage search: asks the sources of all foci at once. Each may take its budget, none more than is left of the request's; what is late or fails is
 * left out, and named.
 */
public final class CandidateSearch {

    private final List<Finder> finders;
    private final Clock clock;

    /**
     * @param oversample candidates by Hamming distance for each that is compared by cosine
     * @param learned what people did
     * @param clock tells how long sources took
     */
    public CandidateSearch(int oversample, LearnedViews learned, Clock clock) {
        this.clock = clock;
        this.finders = List.of(
                new VisualFinder(oversample),
                new ObjectFinder(oversample),
                new WordFinder(),
                new CoSaveFinder(learned.pins()),
                new RememberedWinnersFinder(learned.engagement()));
    }

    /** A source of one focus: what is known of it already, or it is still at work. */
    private record Part(
            @Nullable SourceOutcome known, @Nullable AskedSource asked) {}

    /** A focus with the sources of its mix. */
    private record Parts(QueryFocus focus, List<Part> parts) {}

    /**
     * Searches a view for every focus; an empty index gives empty candidates.
     *
     * @throws SightlineException with {@link ErrorCode#MODEL_SET_MISMATCH} if the index was made by another model set; if every source that
     *     was asked is late or fails, with the code of the first that failed, or {@link ErrorCode#INDEX_UNAVAILABLE}
     */
    public SearchedQuery search(UnderstoodQuery understood, QueryContext context) {
        context.view().modelSet().ifPresent(modelSet -> requireSame(modelSet, understood.modelSet()));
        @Nullable CategoryRule rule = CategoryFit.of(understood, context.policy()).orElse(null);
        List<Parts> started = understood.focuses().stream()
                .map(focus -> new Parts(focus, start(new Question(understood, focus, context, rule))))
                .toList();
        Map<AskedSource, SourceOutcome> outcomes = await(started);
        List<SearchedFocus> focuses = started.stream()
                .map(parts -> new SearchedFocus(
                        parts.focus(),
                        rule,
                        parts.parts().stream()
                                .map(part -> outcome(part, outcomes))
                                .toList()))
                .toList();
        requireAnyAnswer(focuses);
        return new SearchedQuery(understood, context.policy(), focuses);
    }

    private List<Part> start(Question question) {
        return finders.stream()
                .flatMap(finder -> question.policy().source(question.focus().mix(), finder.source()).stream()
                        .map(policy -> start(finder, question, policy)))
                .toList();
    }

    private Part start(Finder finder, Question question, SourcePolicy policy) {
        Trigger trigger = finder.trigger(question);
        Optional<String> against = trigger.reasonAgainst(policy.minConfidence());
        if (against.isPresent()) {
            return new Part(new NotTriggered(finder.source(), trigger.confidence(), against.get()), null);
        }
        Duration left = question.context().budget().left();
        Duration budget = policy.budget().compareTo(left) < 0 ? policy.budget() : left;
        return new Part(
                null,
                AskedSource.start(
                        finder.source(), trigger.confidence(), budget, () -> find(finder, question, trigger)));
    }

    private Found find(Finder finder, Question question, Trigger trigger) {
        Instant start = clock.instant();
        List<Candidate> candidates = PreferredCategory.find(finder, question);
        return new Found(finder.source(), trigger.confidence(), candidates, Duration.between(start, clock.instant()));
    }

    /** The shortest budgets are waited for first, so that nobody gets more because another has more. */
    private static Map<AskedSource, SourceOutcome> await(List<Parts> started) {
        List<AskedSource> asked = started.stream()
                .flatMap(parts -> parts.parts().stream())
                .flatMap(part -> Stream.ofNullable(part.asked()))
                .sorted(Comparator.comparing(AskedSource::budget))
                .toList();
        try {
            Map<AskedSource, SourceOutcome> outcomes = new HashMap<>();
            asked.forEach(source -> outcomes.put(source, source.outcome()));
            return outcomes;
        } finally {
            asked.forEach(AskedSource::cancel);
        }
    }

    private static SourceOutcome outcome(Part part, Map<AskedSource, SourceOutcome> outcomes) {
        return Stream.concat(
                        Stream.ofNullable(part.known()),
                        Stream.ofNullable(part.asked()).flatMap(asked -> Stream.ofNullable(outcomes.get(asked))))
                .findFirst()
                .orElseThrow();
    }

    private static void requireAnyAnswer(List<SearchedFocus> focuses) {
        List<SourceOutcome> outcomes =
                focuses.stream().flatMap(focus -> focus.outcomes().stream()).toList();
        List<String> missing =
                outcomes.stream().flatMap(CandidateSearch::missing).distinct().toList();
        if (missing.isEmpty() || outcomes.stream().anyMatch(Found.class::isInstance)) {
            return;
        }
        ErrorCode code = outcomes.stream()
                .filter(Failed.class::isInstance)
                .map(failed -> ((Failed) failed).code())
                .findFirst()
                .orElse(ErrorCode.INDEX_UNAVAILABLE);
        throw new SightlineException(
                code, "no source answered: " + missing.stream().collect(Collectors.joining(", ")));
    }

    private static Stream<String> missing(SourceOutcome outcome) {
        return switch (outcome) {
            case Late late ->
                Stream.of("%s did not within %d ms"
                        .formatted(late.source().slug(), late.budget().toMillis()));
            case Failed failed ->
                Stream.of("%s failed with %s"
                        .formatted(failed.source().slug(), failed.code().slug()));
            case Found found -> Stream.empty();
            case NotTriggered not -> Stream.empty();
        };
    }

    private static void requireSame(ModelSetId served, ModelSetId asked) {
        if (!served.equals(asked)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH,
                    "expected model set %s, which the index serves, got %s".formatted(served, asked));
        }
    }
}
