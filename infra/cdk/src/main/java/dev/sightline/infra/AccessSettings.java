package dev.sightline.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may ask the API, and how much.
 *
 * @param requestsPerSecond all callers together, on average (context {@code apiRate}, default 100)
 * @param burst at once, beyond that (context {@code apiBurst}, default 200)
 * @param requestsPerAddress in 5 minutes from one IP address (context {@code apiRatePerAddress}, default 3000, at least 10); those who come
 *     through the page's CloudFront share the addresses of its edges
 * @param origins whose pages may ask from a browser (context {@code apiOrigins}, separated by commas; default: none but the API's own)
 * @param keys records of keys, which hold no secret (context {@code accessKeys}: a JSON file as {@code ./sightline keys issue --file} writes
 *     it; default: none, the keys are managed by the launcher alone)
 */
public record AccessSettings(
        int requestsPerSecond, int burst, int requestsPerAddress, List<String> origins, List<AccessKeyRecord> keys) {

    private static final int MIN_PER_ADDRESS = 10;

    static final AccessSettings DEFAULT = new AccessSettings(100, 200, 3000, List.of(), List.of());

    public AccessSettings {
        origins = List.copyOf(origins);
        keys = List.copyOf(keys);
        requireAtLeast("apiRate", requestsPerSecond, 1);
        requireAtLeast("apiBurst", burst, 1);
        requireAtLeast("apiRatePerAddress", requestsPerAddress, MIN_PER_ADDRESS);
        Origins.require("apiOrigins", origins);
        Set<String> ids = new HashSet<>();
        keys.stream().map(AccessKeyRecord::id).forEach(id -> requireNew(id, ids));
    }

    static AccessSettings fromContext(DeploymentContext context) {
        return new AccessSettings(
                context.number("apiRate", DEFAULT.requestsPerSecond),
                context.number("apiBurst", DEFAULT.burst),
                context.number("apiRatePerAddress", DEFAULT.requestsPerAddress),
                context.values("apiOrigins"),
                context.value("accessKeys")
                        .map(Path::of)
                        .map(AccessSettings::read)
                        .orElse(List.of()));
    }

    /** The records of a file; one that is no record of a key is refused before anything is deployed. */
    static List<AccessKeyRecord> read(Path file) {
        try {
            JsonNode records = new ObjectMapper().readTree(file.toFile());
            if (!records.isArray()) {
                throw new IllegalArgumentException("expected a JSON array of keys in " + file);
            }
            return records.valueStream()
                    .map(record -> EventJson.read(record.toString(), AccessKeyRecord.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("expected %s >= %d, got %d".formatted(name, least, value));
        }
    }

    private static void requireNew(String id, Set<String> ids) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("expected one record of each key in accessKeys, got several of " + id);
        }
    }
}
