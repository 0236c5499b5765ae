package dev.sightline.local.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers that functions and workers tell of themselves, from the logs of this system: the lines of which CloudWatch makes metrics in AWS. Of each log the
 * last {@value #MOST_BYTES} bytes are read.
 */
final class MetricLogs {

    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String START = "{\"_aws\":{";
    private static final int DEPTH = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder of the logs: those of functions lie in a folder below it */
    MetricLogs(Path folder) {
        this.folder = folder;
    }

    /** Numbers of one moment, under their names; their dimension is a text among them. */
    record Told(long timestamp, JsonNode values) {

        Optional<Double> number(String name) {
            return Optional.ofNullable(values.get(name))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asDouble);
        }

        Optional<String> dimension(String name) {
            return Optional.ofNullable(values.get(name))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }
    }

    /** All that was told from then on, in no order. */
    List<Told> since(Instant start) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, DEPTH) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .flatMap(MetricLogs::lastLines)
                    .flatMap(line -> told(line).stream())
                    .filter(told -> told.timestamp() >= start.toEpochMilli())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Stream<String> lastLines(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            file.seek(Math.max(0, length - MOST_BYTES));
            byte[] bytes = new byte[(int) Math.min(length, MOST_BYTES)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(START));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /** A line that is cut off, at the beginning of what is read or by a writer that is at work, tells nothing. */
    private static Optional<Told> told(String line) {
        try {
            JsonNode values = JSON.readTree(line);
            return Optional.of(new Told(values.at("/_aws/Timestamp").asLong(), values));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
