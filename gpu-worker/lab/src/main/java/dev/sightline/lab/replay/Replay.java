package dev.sightline.lab.replay;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.lab.metrics.GroupBootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * P11, off-policy replay: what another order of the results would have earned, from answers whose order was drawn at random.
 *
 * <p>A logged place counts if the contender would put the same image there, with the weight w = 1 / propensity. With r = 1 if the user acted
 * on it, n places an answer on average and N answers: inverse propensity = sum(w r) / N; self-normalised = n sum(w r) / sum(w); effective
 * sample size = sum(w)^2 / sum(w^2). Intervals draw whole users, since the answers to one user are alike.
 *
 * <p>Assumes that what a user does with a result depends on the image, the query, the user and the place, and not on the other results. Orders
 * the logged results only: what was never shown cannot be estimated. The paper does not describe such a replay; the protocol is ours.
 */
public final class Replay {

    /** Below this effective sample size nothing is estimated. Ours. */
    public static final int FEWEST = 50;

    private static final int RESAMPLES = 1000;

    private final RandomizedSlice slice;
    private final List<List<RandomizedAnswer>> users;
    private final GroupBootstrap bootstrap;

    private Replay(RandomizedSlice slice, List<List<RandomizedAnswer>> users, GroupBootstrap bootstrap) {
        this.slice = slice;
        this.users = users;
        this.bootstrap = bootstrap;
    }

    /**
     * A log to replay; {@code kind} is what counts.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if no answer of the log was drawn at random and seen by anybody
     */
    public static Replay of(List<AnswerServed> answers, List<EngagementEvent> events, EngagementKind kind, long seed) {
        RandomizedSlice slice = RandomizedSlice.of(answers, events, kind);
        Map<String, List<RandomizedAnswer>> byUser = new LinkedHashMap<>();
        slice.answers()
                .forEach(answer -> byUser.computeIfAbsent(answer.user(), user -> new ArrayList<>())
                        .add(answer));
        return new Replay(slice, List.copyOf(byUser.values()), new GroupBootstrap(byUser.size(), RESAMPLES, seed));
    }

    /**
     * What a contender would have earned.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the effective sample size is below {@value #FEWEST}
     */
    public ReplayEstimate estimate(Contender contender) {
        List<WeightedPlaces> perUser = perUser(contender);
        WeightedPlaces all = enough(contender, WeightedPlaces.sum(perUser));
        return new ReplayEstimate(
                contender.name(),
                interval(perUser, WeightedPlaces::selfNormalized),
                interval(perUser, WeightedPlaces::inversePropensity),
                all.effectiveSize(),
                Math.round(all.matches()));
    }

    /**
     * By how much more a contender would have earned than another, self-normalised, on the same draws of users.
     *
     * @throws SightlineException as {@link #estimate}
     */
    public Interval lead(Contender contender, Contender other) {
        List<WeightedPlaces> first = perUser(contender);
        List<WeightedPlaces> second = perUser(other);
        enough(contender, WeightedPlaces.sum(first));
        enough(other, WeightedPlaces.sum(second));
        return bootstrap
                .interval(times -> finite(WeightedPlaces.sum(first, times).selfNormalized()
                        - WeightedPlaces.sum(second, times).selfNormalized()))
                .orElseThrow();
    }

    /** What the drawn orders themselves earned. */
    public Interval logged() {
        List<WeightedPlaces> perUser = users.stream()
                .map(answers -> new WeightedPlaces(
                        answers.size(),
                        0,
                        0,
                        0,
                        0,
                        answers.stream()
                                .mapToInt(answer -> answer.ranks().size())
                                .sum()))
                .toList();
        return interval(perUser, WeightedPlaces::inversePropensity);
    }

    /** Answers of the log in all. */
    public int answers() {
        return slice.logged();
    }

    /** Those whose order was drawn and that somebody saw. */
    public int drawnAnswers() {
        return slice.answers().size();
    }

    /** The users who saw those. */
    public int users() {
        return users.size();
    }

    /** What counts. */
    public EngagementKind kind() {
        return slice.kind();
    }

    private List<WeightedPlaces> perUser(Contender contender) {
        return users.stream()
                .map(answers -> WeightedPlaces.sum(answers.stream()
                        .map(answer -> WeightedPlaces.of(answer, contender))
                        .toList()))
                .toList();
    }

    private static WeightedPlaces enough(Contender contender, WeightedPlaces sums) {
        if (sums.effectiveSize() < FEWEST) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected an effective sample size of at least %d for %s, got %.1f: the log has too few answers whose order was drawn"
                            .formatted(FEWEST, contender.name(), sums.effectiveSize()));
        }
        return sums;
    }

    private Interval interval(List<WeightedPlaces> perUser, ToDoubleFunction<WeightedPlaces> figure) {
        return bootstrap
                .interval(times -> finite(figure.applyAsDouble(WeightedPlaces.sum(perUser, times))))
                .orElseThrow();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
