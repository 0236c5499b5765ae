package dev.sightline.lab.replay;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a log whose order was drawn at random, joined with what users did.
 *
 * <p>A request id and an event id count once. Answers of which no result was reported as shown are left out: nobody saw them, so that
 * nothing done says nothing. An action counts once for each result, on the image that the answer held.
 */
record RandomizedSlice(EngagementKind kind, int logged, List<RandomizedAnswer> answers) {

    RandomizedSlice {
        answers = List.copyOf(answers);
    }

    /**
     * Takes the slice out of a log.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if no answer of the log was drawn and seen, or a propensity lies outside
     *     0..1 or is 0
     */
    static RandomizedSlice of(List<AnswerServed> answers, List<EngagementEvent> events, EngagementKind kind) {
        Map<String, Set<String>> seen = images(events, EngagementKind.IMPRESSION);
        Map<String, Set<String>> done = images(events, kind);
        Set<String> requests = new HashSet<>();
        List<RandomizedAnswer> slice = new ArrayList<>();
        for (AnswerServed answer : answers) {
            if (requests.add(answer.requestId()) && answer.randomized() && seen.containsKey(answer.requestId())) {
                answer.results().forEach(RandomizedSlice::requirePropensity);
                slice.add(joined(answer, done.getOrDefault(answer.requestId(), Set.of())));
            }
        }
        if (slice.isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a log with answers whose order was drawn at random and that somebody saw, got %d answers and none of that kind: raise randomizedShare of the policy, and wait"
                            .formatted(requests.size()));
        }
        return new RandomizedSlice(kind, requests.size(), slice);
    }

    private static RandomizedAnswer joined(AnswerServed answer, Set<String> images) {
        Set<Integer> ranks = answer.results().stream()
                .filter(result -> images.contains(result.image().hex()))
                .map(ServedResult::rank)
                .collect(Collectors.toSet());
        String user = answer.user().isEmpty() ? answer.requestId() : answer.user();
        return new RandomizedAnswer(user, answer.results(), ranks);
    }

    private static Map<String, Set<String>> images(List<EngagementEvent> events, EngagementKind kind) {
        Map<String, Set<String>> images = new HashMap<>();
        for (EngagementEvent event : events) {
            if (event.kind() == kind) {
                images.computeIfAbsent(event.requestId(), request -> new HashSet<>())
                        .add(event.image().hex());
            }
        }
        return images;
    }

    private static void requirePropensity(ServedResult result) {
        if (!(result.propensity() > 0 && result.propensity() <= 1)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a propensity above 0 and at most 1 of %s, got %s"
                            .formatted(result.image(), result.propensity()));
        }
    }
}
