package dev.sightline.local.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which this machine's key of the API lies; read for each request, since the key may be made anew. */
record KeyFile(Path file) {

    /** The key; empty if there is none. */
    Optional<String> key() throws IOException {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
