package dev.sightline.feedback;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventJson;
import dev.sightline.events.EventsReported;
import dev.sightline.queue.PartialBatch;
import dev.sightline.storage.EngagementLog;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds a batch of messages to the engagement log: one file for each day and kind. The name of the files comes from the messages, so that a batch
 * that is delivered again as it was, replaces its own files; in any other way lines may come twice, and readers count ids.
 *
 * <p>Nothing of a user who was erased after the lines were received is stored. Safe for all threads.
 */
final class LogWriter {

    private static final int NAME_DIGITS = 40;

    private final EngagementLog log;

    LogWriter(EngagementLog log) {
        this.log = log;
    }

    /**
     * Writes the messages.
     *
     * @param bodies by message id
     * @return the ids of the messages that are to be received again: those that cannot be read, and all if the log cannot be written
     */
    Set<String> write(Map<String, String> bodies) {
        PartialBatch batch = new PartialBatch();
        Map<String, EngagementMessage> messages =
                batch.each(bodies, body -> EventJson.read(body, EngagementMessage.class));
        try {
            add(messages.values(), name(bodies.values()));
            return batch.failedIds();
        } catch (SightlineException e) {
            Set<String> failed = new HashSet<>(batch.failedIds());
            messages.keySet().forEach(id -> {
                batch.fail(id, e);
                failed.add(id);
            });
            return failed;
        }
    }

    private void add(Collection<EngagementMessage> messages, String name) {
        Map<String, Instant> erasures = log.erasures();
        List<EngagementEvent> events = messages.stream()
                .filter(EventsReported.class::isInstance)
                .flatMap(message -> ((EventsReported) message).events().stream())
                .filter(event -> !isErased(event.user(), event.receivedAt(), erasures))
                .toList();
        List<AnswerServed> answers = messages.stream()
                .filter(AnswerServed.class::isInstance)
                .map(AnswerServed.class::cast)
                .filter(answer -> !isErased(answer.user(), answer.servedAt(), erasures))
                .toList();
        byDay(events, EngagementEvent::occurredAt).forEach((day, lines) -> log.addEvents(day, name, lines));
        byDay(answers, AnswerServed::servedAt).forEach((day, lines) -> log.addAnswers(day, name, lines));
    }

    private static boolean isErased(String user, Instant at, Map<String, Instant> erasures) {
        Instant upTo = erasures.get(user);
        return upTo != null && !at.isAfter(upTo);
    }

    private static <T> Map<LocalDate, List<T>> byDay(List<T> lines, Function<T, Instant> time) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> LocalDate.ofInstant(time.apply(line), ZoneOffset.UTC),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String name(Collection<String> bodies) {
        String all = bodies.stream().sorted().collect(Collectors.joining("\n"));
        return ImageSignature.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, NAME_DIGITS);
    }
}
