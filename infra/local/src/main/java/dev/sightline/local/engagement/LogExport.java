package dev.sightline.local.engagement;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EventJson;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Copies the engagement log to a folder that the lab reads ({@link ExportedLog}): each event id and each request id once, nothing of erased users
 * up to the time of their erasure. Files are read one by one, so only the ids take memory. What was in the folder is replaced when all is read.
 *
 * @param progress is told of each day before it is read
 */
public record LogExport(EngagementLog log, Consumer<LocalDate> progress) {

    private static final String UNFINISHED = ".unfinished";

    /** How much was exported. */
    public record Exported(long answers, long events) {}

    /**
     * Exports all days.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public Exported to(Path folder) {
        Map<String, Instant> erasures = log.erasures();
        Path answers = folder.resolve(ExportedLog.ANSWERS);
        Path events = folder.resolve(ExportedLog.EVENTS);
        try {
            Files.createDirectories(folder);
            long answersWritten = write(
                    answers,
                    new Lines<>(
                            log::answerFiles,
                            log::answers,
                            AnswerServed::requestId,
                            answer -> !erased(erasures, answer.user(), answer.servedAt())));
            long eventsWritten = write(
                    events,
                    new Lines<>(
                            log::eventFiles,
                            log::events,
                            EngagementEvent::eventId,
                            event -> !erased(erasures, event.user(), event.receivedAt())));
            return new Exported(answersWritten, eventsWritten);
        } catch (IOException e) {
            throw new UncheckedIOException("exporting the log to " + folder, e);
        }
    }

    private static boolean erased(Map<String, Instant> erasures, String user, Instant received) {
        Instant upTo = erasures.get(user);
        return upTo != null && !received.isAfter(upTo);
    }

    private <T> long write(Path target, Lines<T> lines) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Set<String> seen = new HashSet<>();
        try (BufferedWriter writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            for (LocalDate day : log.days()) {
                progress.accept(day);
                for (LogFile file : lines.files().apply(day)) {
                    for (T value : lines.read().apply(file)) {
                        if (lines.kept().apply(value) && seen.add(lines.id().apply(value))) {
                            writer.write(EventJson.write(value));
                            writer.newLine();
                        }
                    }
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        return seen.size();
    }

    /** One of the two kinds of lines: where they are, how they are read and named, and which are kept. */
    private record Lines<T>(
            Function<LocalDate, List<LogFile>> files,
            Function<LogFile, List<T>> read,
            Function<T, String> id,
            Function<T, Boolean> kept) {}
}
