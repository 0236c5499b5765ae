package dev.sightline.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What an hour of a worker costs, from the table that {@code ./sightline size} reckons with. */
record Prices(JsonNode table) {

    static Prices read(Path file) throws IOException {
        return new Prices(new ObjectMapper().readTree(file.toFile()));
    }

    /** USD an hour of a worker that computes on {@code cpu} or {@code gpu}; empty for another. */
    OptionalDouble ofWorker(String device) {
        JsonNode price = table.at("/values/%s-worker/value".formatted(device));
        return price.isNumber() ? OptionalDouble.of(price.asDouble()) : OptionalDouble.empty();
    }
}
