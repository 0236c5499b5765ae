package dev.sightline.testkit;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKeys;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An engagement log in memory; ETags are hashes of the content, as in S3. Safe for all threads. */
public final class InMemoryEngagementLog implements EngagementLog {

    private final Map<String, Lines<EngagementEvent>> events = new TreeMap<>();
    private final Map<String, Lines<AnswerServed>> answers = new TreeMap<>();
    private final Map<String, Instant> erasures = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean available = true;

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** How many files were read. */
    public int reads() {
        return reads.get();
    }

    /** Removes all files of a day, as the lifecycle of the bucket does. */
    public synchronized void expire(LocalDate day) {
        events.values().removeIf(file -> file.day().equals(day));
        answers.values().removeIf(file -> file.day().equals(day));
    }

    @Override
    public synchronized void addEvents(LocalDate day, String name, List<EngagementEvent> added) {
        requireAvailable();
        events.putIfAbsent(EngagementKeys.file(EngagementKeys.EVENTS, day, name), new Lines<>(day, List.copyOf(added)));
    }

    @Override
    public synchronized void addAnswers(LocalDate day, String name, List<AnswerServed> added) {
        requireAvailable();
        answers.putIfAbsent(
                EngagementKeys.file(EngagementKeys.ANSWERS, day, name), new Lines<>(day, List.copyOf(added)));
    }

    @Override
    public synchronized NavigableSet<LocalDate> days() {
        requireAvailable();
        NavigableSet<LocalDate> days = new TreeSet<>();
        events.values().forEach(file -> days.add(file.day()));
        answers.values().forEach(file -> days.add(file.day()));
        return days;
    }

    @Override
    public synchronized List<LogFile> eventFiles(LocalDate day) {
        return files(events, day);
    }

    @Override
    public synchronized List<LogFile> answerFiles(LocalDate day) {
        return files(answers, day);
    }

    private <T> List<LogFile> files(Map<String, Lines<T>> log, LocalDate day) {
        requireAvailable();
        return log.entrySet().stream()
                .filter(file -> file.getValue().day().equals(day))
                .map(file -> file.getValue().file(file.getKey()))
                .toList();
    }

    @Override
    public synchronized List<EngagementEvent> events(LogFile file) {
        return read(events, file);
    }

    @Override
    public synchronized List<AnswerServed> answers(LogFile file) {
        return read(answers, file);
    }

    private <T> List<T> read(Map<String, Lines<T>> log, LogFile file) {
        requireAvailable();
        reads.incrementAndGet();
        return log.getOrDefault(file.key(), new Lines<>(file.day(), List.of())).values();
    }

    @Override
    public synchronized boolean rewriteEvents(LogFile file, List<EngagementEvent> left) {
        return rewrite(events, file, left);
    }

    @Override
    public synchronized boolean rewriteAnswers(LogFile file, List<AnswerServed> left) {
        return rewrite(answers, file, left);
    }

    private <T> boolean rewrite(Map<String, Lines<T>> log, LogFile file, List<T> left) {
        requireAvailable();
        Lines<T> before = log.get(file.key());
        if (before == null || !before.file(file.key()).etag().equals(file.etag())) {
            return false;
        }
        if (left.isEmpty()) {
            log.remove(file.key());
        } else {
            log.put(file.key(), new Lines<>(file.day(), List.copyOf(left)));
        }
        return true;
    }

    @Override
    public void noteErasure(String user, Instant upTo) {
        requireAvailable();
        erasures.merge(user, upTo, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public Map<String, Instant> erasures() {
        requireAvailable();
        return Map.copyOf(erasures);
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "engagement log: told to be unavailable");
        }
    }

    private record Lines<T>(LocalDate day, List<T> values) {

        LogFile file(String key) {
            byte[] content = values.toString().getBytes(StandardCharsets.UTF_8);
            return new LogFile(day, key, ImageSignature.of(content).hex(), content.length);
        }
    }
}
