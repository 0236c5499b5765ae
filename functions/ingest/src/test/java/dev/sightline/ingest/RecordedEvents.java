package dev.sightline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Events as AWS sends them, from {@code src/test/resources/events}. */
final class RecordedEvents {

    private RecordedEvents() {}

    static String read(String name) {
        try (InputStream file = RecordedEvents.class.getResourceAsStream("/events/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
