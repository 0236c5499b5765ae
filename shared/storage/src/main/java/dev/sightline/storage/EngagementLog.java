package dev.sightline.storage;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Port: what was shown and what users did with it, as JSON lines in S3, one folder a UTC day. Of events the day is that of {@code occurredAt},
 * of answers that of {@code servedAt}.
 *
 * <p>Files are added and never changed, but by an erasure. A line may stand in two files, since messages may come twice: readers count an
 * event id or a request id once. All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does
 * not answer.
 */
public interface EngagementLog {

    /**
     * Adds a file.
     *
     * @param name of the file, from its content, so that the same content lands in the same file; 1 to 64 of {@code a-z0-9-}
     */
    void addEvents(LocalDate day, String name, List<EngagementEvent> events);

    /** As {@link #addEvents}. */
    void addAnswers(LocalDate day, String name, List<AnswerServed> answers);

    /** The days of which there are files, of events or of answers. */
    NavigableSet<LocalDate> days();

    /** The files of events of a day, by key. */
    List<LogFile> eventFiles(LocalDate day);

    /** The files of answers of a day, by key. */
    List<LogFile> answerFiles(LocalDate day);

    /** The lines of a file of events; none if it is gone. */
    List<EngagementEvent> events(LogFile file);

    /** The lines of a file of answers; none if it is gone. */
    List<AnswerServed> answers(LogFile file);

    /**
     * Replaces the lines of a file, or deletes it if there are none left, provided that it still has its ETag.
     *
     * @return false if it changed meanwhile or is gone, and nothing was changed
     */
    boolean rewriteEvents(LogFile file, List<EngagementEvent> events);

    /** As {@link #rewriteEvents}. */
    boolean rewriteAnswers(LogFile file, List<AnswerServed> answers);

    /** Notes that nothing of a user that was received up to a time may be stored or counted; kept for ever. A later time replaces an earlier one. */
    void noteErasure(String user, Instant upTo);

    /** What is noted, by user. */
    Map<String, Instant> erasures();
}
