package dev.sightline.lab.report;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a command writes: between the lines {@value #BEGIN} and {@value #END}. The rest is left to people. */
public record DocumentPart(Path file) {

    static final String BEGIN = "<!-- begin: written by the command above -->";
    static final String END = "<!-- end -->";

    /**
     * Writes that part.
     *
     * @throws SightlineException with {@code INVALID_REQUEST} if the document does not have both lines, in this order
     * @throws UncheckedIOException if it cannot be read or written
     */
    public void write(String text) {
        ReportFile.write(file, replaced(read(), text));
    }

    private String replaced(String document, String text) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "%s: expected the lines %s and %s".formatted(file, BEGIN, END));
        }
        return "%s%s\n%s\n%s".formatted(document.substring(0, begin), BEGIN, text, document.substring(end));
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }
}
