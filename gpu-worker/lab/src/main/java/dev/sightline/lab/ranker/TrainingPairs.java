package dev.sightline.lab.ranker;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pairs of results of one answer: one that was saved or long-clicked above one that was shown and passed over. Where one user and one answer give
 * many pairs, all are kept.
 *
 * <p>{@code handling}: how position bias was handled, never {@link BiasHandling#AUTO}.
 */
public record TrainingPairs(List<RankedPair> pairs, BiasHandling handling) {

    /** So many pairs of randomised answers are enough to leave the other answers out. */
    public static final int ENOUGH = 500;

    /** Fewer say nothing. */
    public static final int FEWEST = 50;

    public TrainingPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * Collects the pairs of a log.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if there are fewer than {@value #FEWEST}
     */
    public static TrainingPairs of(ExportedLog log, BiasHandling asked) {
        Engaged engaged = Engaged.of(log);
        List<RankedPair> random = pairs(log, engaged, AnswerServed::randomized, new Examination(Map.of()));
        boolean drawn = asked == BiasHandling.RANDOMIZED || (asked == BiasHandling.AUTO && random.size() >= ENOUGH);
        List<RankedPair> pairs = drawn ? random : pairs(log, engaged, all -> true, Examination.of(log, engaged));
        if (pairs.size() < FEWEST) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected at least %d pairs of a saved and a passed-over result, got %d from %d answers and %d events"
                            .formatted(
                                    FEWEST,
                                    pairs.size(),
                                    log.answers().size(),
                                    log.events().size()));
        }
        return new TrainingPairs(pairs, drawn ? BiasHandling.RANDOMIZED : BiasHandling.WEIGHTED);
    }

    private static List<RankedPair> pairs(
            ExportedLog log, Engaged engaged, Predicate<AnswerServed> wanted, Examination examination) {
        return log.answers().stream()
                .filter(wanted)
                .flatMap(answer -> pairs(answer, engaged, examination))
                .toList();
    }

    private static Stream<RankedPair> pairs(AnswerServed answer, Engaged engaged, Examination examination) {
        String user = answer.user().isEmpty() ? answer.requestId() : answer.user();
        List<ServedResult> passedOver = answer.results().stream()
                .filter(result -> engaged.passedOver(answer, result))
                .toList();
        return answer.results().stream()
                .filter(result -> engaged.liked(answer, result))
                .flatMap(liked -> {
                    boolean weighs = !answer.randomized();
                    double weight = weighs ? examination.weight(liked.rank()) : 1;
                    return passedOver.stream()
                            .map(worse -> new RankedPair(LoggedResult.of(liked), LoggedResult.of(worse), user, weight));
                });
    }

    /** The same pairs with the features of all their results dealt out anew: nothing can be learned from them. */
    public TrainingPairs shuffled(long seed) {
        List<FeatureValues> features = new ArrayList<>();
        pairs.forEach(pair -> {
            features.add(pair.better().features());
            features.add(pair.worse().features());
        });
        Collections.shuffle(features, new Random(seed));
        List<RankedPair> dealt = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            RankedPair pair = pairs.get(i);
            dealt.add(new RankedPair(
                    pair.better().with(features.get(2 * i)),
                    pair.worse().with(features.get(2 * i + 1)),
                    pair.user(),
                    pair.weight()));
        }
        return new TrainingPairs(dealt, handling);
    }

    /** How many users these are of. */
    public long users() {
        return pairs.stream().map(RankedPair::user).distinct().count();
    }
}
