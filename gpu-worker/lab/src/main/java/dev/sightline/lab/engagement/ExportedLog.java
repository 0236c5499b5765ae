package dev.sightline.lab.engagement;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An engagement log that was exported to a folder: one JSON line per answer in {@value #ANSWERS}, one per event in {@value #EVENTS}. Every answer
 * and event stands there once, and nothing of erased users. Ours.
 */
public record ExportedLog(List<AnswerServed> answers, List<EngagementEvent> events) {

    /** The file of answers. */
    public static final String ANSWERS = "answers.jsonl";

    /** The file of events. */
    public static final String EVENTS = "events.jsonl";

    public ExportedLog {
        answers = List.copyOf(answers);
        events = List.copyOf(events);
    }

    /**
     * Reads a folder.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if a file is missing, or a line is not what it should be; the message
     *     names file and line
     */
    public static ExportedLog read(Path folder) {
        return new ExportedLog(
                lines(folder.resolve(ANSWERS), AnswerServed.class),
                lines(folder.resolve(EVENTS), EngagementEvent.class));
    }

    /** Writes both files; makes the folder if it is not there, and replaces what was there. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(ANSWERS),
                    answers.stream().map(EventJson::write).toList());
            Files.write(
                    folder.resolve(EVENTS),
                    events.stream().map(EventJson::write).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("writing the log to " + folder, e);
        }
    }

    private static <T> List<T> lines(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a folder with %s and %s, got none of %s".formatted(ANSWERS, EVENTS, file));
        }
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<T> read = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read.add(value(line, type, "%s:%d".formatted(file, read.size() + 1)));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static <T> T value(String line, Class<T> type, String place) {
        try {
            return EventJson.read(line, type);
        } catch (SightlineException e) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "%s: %s".formatted(place, e.getMessage()), e);
        }
    }
}
