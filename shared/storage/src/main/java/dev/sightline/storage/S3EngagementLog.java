package dev.sightline.storage;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKeys;
import dev.sightline.events.Erasure;
import dev.sightline.events.EventJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The engagement log in a bucket, under {@link EngagementKeys}, a line of {@link EventJson} for each event and answer. A file that is there is
 * left as it is by who adds it again. Safe for all threads.
 */
public final class S3EngagementLog implements EngagementLog {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final S3Texts files;

    public S3EngagementLog(S3Client s3, String bucket) {
        this.files = new S3Texts(s3, bucket);
    }

    @Override
    public void addEvents(LocalDate day, String name, List<EngagementEvent> events) {
        files.create(EngagementKeys.file(EngagementKeys.EVENTS, day, name), lines(events));
    }

    @Override
    public void addAnswers(LocalDate day, String name, List<AnswerServed> answers) {
        files.create(EngagementKeys.file(EngagementKeys.ANSWERS, day, name), lines(answers));
    }

    @Override
    public NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (String log : List.of(EngagementKeys.EVENTS, EngagementKeys.ANSWERS)) {
            files.folders(log).stream()
                    .filter(folder -> DAY.matcher(folder).matches())
                    .map(LocalDate::parse)
                    .forEach(days::add);
        }
        return days;
    }

    @Override
    public List<LogFile> eventFiles(LocalDate day) {
        return files(EngagementKeys.EVENTS, day);
    }

    @Override
    public List<LogFile> answerFiles(LocalDate day) {
        return files(EngagementKeys.ANSWERS, day);
    }

    private List<LogFile> files(String log, LocalDate day) {
        return files.list(EngagementKeys.folder(log, day)).stream()
                .map(object -> new LogFile(day, object.key(), object.eTag().replace("\"", ""), object.size()))
                .toList();
    }

    @Override
    public List<EngagementEvent> events(LogFile file) {
        return read(file, EngagementEvent.class);
    }

    @Override
    public List<AnswerServed> answers(LogFile file) {
        return read(file, AnswerServed.class);
    }

    private <T> List<T> read(LogFile file, Class<T> type) {
        return files.read(file.key())
                .map(text ->
                        text.lines().map(line -> EventJson.read(line, type)).toList())
                .orElse(List.of());
    }

    @Override
    public boolean rewriteEvents(LogFile file, List<EngagementEvent> events) {
        return rewrite(file, events);
    }

    @Override
    public boolean rewriteAnswers(LogFile file, List<AnswerServed> answers) {
        return rewrite(file, answers);
    }

    /** Empty before it is gone: what is deleted is what was read. */
    private boolean rewrite(LogFile file, List<?> values) {
        boolean rewritten = files.replace(file.key(), lines(values), file.etag());
        if (rewritten && values.isEmpty()) {
            files.delete(file.key());
        }
        return rewritten;
    }

    private static String lines(List<?> values) {
        return values.stream().map(value -> EventJson.write(value) + "\n").collect(Collectors.joining());
    }

    @Override
    public void noteErasure(String user, Instant upTo) {
        files.create(EngagementKeys.erasure(user, upTo), EventJson.write(new Erasure(user, upTo)));
    }

    @Override
    public Map<String, Instant> erasures() {
        Map<String, Instant> erasures = new HashMap<>();
        files.list(EngagementKeys.ERASURES).stream()
                .map(S3Object::key)
                .flatMap(key -> EngagementKeys.erasureOf(key).stream())
                .forEach(erasure -> erasures.merge(erasure.user(), erasure.upTo(), (a, b) -> a.isAfter(b) ? a : b));
        return erasures;
    }
}
