package dev.sightline.reconcile;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Erases a user from the engagement log: notes it, so that nothing that is on its way is stored or counted any more, then rewrites the files that
 * hold something of the user, then counts again, then looks whether something is left.
 *
 * <p>Reads the whole log twice. Breaking off and repeating it at any point is harmless. Ours.
 */
public final class UserErasure {

    private static final int ATTEMPTS = 5;

    private final EngagementLog log;
    private final EngagementRollUp rollUp;

    public UserErasure(EngagementLog log, EngagementRollUp rollUp) {
        this.log = log;
        this.rollUp = rollUp;
    }

    /**
     * Erases what was received of a user up to a time.
     *
     * @param user the salted hash
     * @param progress is told each day before its files are read
     * @throws SightlineException with {@code STORAGE_UNAVAILABLE} if something is left because others kept changing it; another try is harmless
     */
    public ErasureReport erase(String user, Instant upTo, Consumer<LocalDate> progress) {
        log.noteErasure(user, upTo);
        Erasures erasure = new Erasures(Map.of(user, upTo));
        long events = 0;
        long answers = 0;
        for (LocalDate day : log.days()) {
            progress.accept(day);
            events += erase(eventsOf(day), erasure::cover);
            answers += erase(answersOf(day), erasure::cover);
        }
        rollUp.run();
        requireNothingLeft(erasure, progress);
        return new ErasureReport(events, answers);
    }

    private static <T> long erase(Folder<T> folder, Predicate<T> erased) {
        long lines = 0;
        for (LogFile file : folder.files()) {
            lines += erase(folder, file, erased);
        }
        return lines;
    }

    private static <T> int erase(Folder<T> folder, LogFile listed, Predicate<T> erased) {
        LogFile file = listed;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<T> all = folder.read(file);
            List<T> left = all.stream().filter(erased.negate()).toList();
            if (left.size() == all.size() || folder.rewrite(file, left)) {
                return all.size() - left.size();
            }
            String key = file.key();
            List<LogFile> now = folder.files().stream()
                    .filter(other -> other.key().equals(key))
                    .toList();
            if (now.isEmpty()) {
                return 0;
            }
            file = now.getFirst();
        }
        throw new SightlineException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "expected to rewrite %s, but others changed it %d times".formatted(listed.key(), ATTEMPTS));
    }

    private void requireNothingLeft(Erasures erasure, Consumer<LocalDate> progress) {
        for (LocalDate day : log.days()) {
            progress.accept(day);
            requireNone(eventsOf(day), erasure::cover);
            requireNone(answersOf(day), erasure::cover);
        }
    }

    private static <T> void requireNone(Folder<T> folder, Predicate<T> erased) {
        for (LogFile file : folder.files()) {
            long left = folder.read(file).stream().filter(erased).count();
            if (left > 0) {
                throw new SightlineException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "expected nothing of the user in %s, found %d lines: they came meanwhile; erase again"
                                .formatted(file.key(), left));
            }
        }
    }

    private Folder<EngagementEvent> eventsOf(LocalDate day) {
        return new Folder<>() {
            @Override
            public List<LogFile> files() {
                return log.eventFiles(day);
            }

            @Override
            public List<EngagementEvent> read(LogFile file) {
                return log.events(file);
            }

            @Override
            public boolean rewrite(LogFile file, List<EngagementEvent> left) {
                return log.rewriteEvents(file, left);
            }
        };
    }

    private Folder<AnswerServed> answersOf(LocalDate day) {
        return new Folder<>() {
            @Override
            public List<LogFile> files() {
                return log.answerFiles(day);
            }

            @Override
            public List<AnswerServed> read(LogFile file) {
                return log.answers(file);
            }

            @Override
            public boolean rewrite(LogFile file, List<AnswerServed> left) {
                return log.rewriteAnswers(file, left);
            }
        };
    }

    /** The files of a day, of one of the two logs. */
    private interface Folder<T> {

        List<LogFile> files();

        List<T> read(LogFile file);

        boolean rewrite(LogFile file, List<T> left);
    }

    /** How many lines were removed. */
    public record ErasureReport(long events, long answers) {}
}
