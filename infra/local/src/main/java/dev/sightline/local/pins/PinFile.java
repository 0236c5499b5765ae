package dev.sightline.local.pins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.local.terminal.LauncherException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of pins in UTF-8: CSV with a header line if its name ends in {@code .csv}, else one JSON object a line. Fields: {@code image} and {@code
 * board}, and, each of them optional, {@code title}, {@code description}, {@code link}, {@code savedAt}.
 */
public final class PinFile {

    private static final Set<String> REQUIRED = Set.of("image", "board");
    private static final Set<String> FIELDS = Set.of("image", "board", "title", "description", "link", "savedAt");
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(false)
            .get();
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(PinLine.class);

    /** No pin, and not to be counted. */
    private static final NumberedLine EMPTY = NumberedLine.bad(0, "empty");

    private final Path path;

    public PinFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * The number of pins, good or bad.
     *
     * @throws LauncherException as {@link #lines}
     */
    long count() {
        try (Stream<NumberedLine> lines = lines()) {
            return lines.count();
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /**
     * All pins in order; empty lines count, and are none. The caller closes the stream, which fails with an {@link UncheckedIOException} where
     * the file cannot be read any further.
     *
     * @throws LauncherException if the file cannot be opened, or its header is not one of pins
     */
    Stream<NumberedLine> lines() {
        try {
            BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
            return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(reader) : json(reader);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    LauncherException unreadable(Exception e) {
        return new LauncherException("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }

    private static Stream<NumberedLine> json(BufferedReader reader) {
        AtomicLong number = new AtomicLong();
        return reader.lines()
                .map(line -> line.isBlank() ? skipped(number) : json(number.incrementAndGet(), line))
                .filter(line -> line.number() > 0)
                .onClose(() -> close(reader));
    }

    private static NumberedLine skipped(AtomicLong number) {
        number.incrementAndGet();
        return EMPTY;
    }

    private static NumberedLine json(long number, String line) {
        try {
            @Nullable PinLine pin = JSON.readValue(line);
            return pin == null
                    ? NumberedLine.bad(number, "expected a JSON object, got null")
                    : NumberedLine.of(number, pin);
        } catch (UnrecognizedPropertyException e) {
            return NumberedLine.bad(
                    number, "expected fields among %s, got '%s'".formatted(new TreeSet<>(FIELDS), e.getPropertyName()));
        } catch (JsonProcessingException e) {
            return NumberedLine.bad(number, "expected a JSON object of texts: " + e.getOriginalMessage());
        }
    }

    private Stream<NumberedLine> csv(BufferedReader reader) throws IOException {
        CSVParser parser = CSVParser.parse(reader, CSV);
        Set<String> header = new TreeSet<>(parser.getHeaderNames());
        if (!header.containsAll(REQUIRED) || !FIELDS.containsAll(header)) {
            close(parser);
            throw new LauncherException("expected a header with %s and any of %s in %s, got %s"
                    .formatted(new TreeSet<>(REQUIRED), new TreeSet<>(FIELDS), path, header));
        }
        AtomicLong ended = new AtomicLong(parser.getCurrentLineNumber());
        return StreamSupport.stream(parser.spliterator(), false)
                .map(csv -> csv(ended.getAndSet(parser.getCurrentLineNumber()) + 1, csv))
                .filter(line -> line.number() > 0)
                .onClose(() -> close(parser));
    }

    private static NumberedLine csv(long number, CSVRecord csv) {
        if (csv.size() == 1 && csv.get(0).isBlank()) {
            return EMPTY;
        }
        if (!csv.isConsistent()) {
            return NumberedLine.bad(
                    number,
                    "expected %d columns, got %d"
                            .formatted(csv.getParser().getHeaderNames().size(), csv.size()));
        }
        return NumberedLine.of(
                number,
                new PinLine(
                        field(csv, "image"),
                        field(csv, "board"),
                        field(csv, "title"),
                        field(csv, "description"),
                        field(csv, "link"),
                        field(csv, "savedAt")));
    }

    private static @Nullable String field(CSVRecord csv, String name) {
        return csv.isSet(name) ? csv.get(name) : null;
    }

    private static void close(Closeable file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
