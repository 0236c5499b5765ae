package dev.sightline.local.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.EventJson;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Records of keys in a JSON file, which a deployment takes as the context value {@code accessKeys}; it holds no secret, so that it may lie beside
 * the code. One process at a time may change it. Not thread-safe.
 */
public final class FileAccessKeyStore implements AccessKeyStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public FileAccessKeyStore(Path file) {
        this.file = file;
    }

    @Override
    public boolean create(AccessKeyRecord key) {
        List<AccessKeyRecord> keys = new ArrayList<>(list());
        if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
            return false;
        }
        keys.add(key);
        write(keys);
        return true;
    }

    @Override
    public Optional<Versioned<AccessKeyRecord>> find(String id) {
        return list().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(key -> new Versioned<>(key, etag(key)));
    }

    @Override
    public boolean replace(AccessKeyRecord key, String expectedEtag) {
        if (find(key.id()).filter(kept -> kept.etag().equals(expectedEtag)).isEmpty()) {
            return false;
        }
        write(list().stream()
                .map(other -> other.id().equals(key.id()) ? key : other)
                .toList());
        return true;
    }

    @Override
    public List<AccessKeyRecord> list() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode records = JSON.readTree(file.toFile());
            if (!records.isArray()) {
                throw new LauncherException("expected a JSON array of keys in " + file);
            }
            return records.valueStream()
                    .map(record -> EventJson.read(record.toString(), AccessKeyRecord.class))
                    .sorted(Comparator.comparing(AccessKeyRecord::id))
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    private void write(List<AccessKeyRecord> keys) {
        ArrayNode records = JSON.createArrayNode();
        keys.stream().sorted(Comparator.comparing(AccessKeyRecord::id)).forEach(key -> records.add(tree(key)));
        try {
            Files.writeString(file, records.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file, e);
        }
    }

    private static JsonNode tree(AccessKeyRecord key) {
        try {
            return JSON.readTree(EventJson.write(key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String etag(AccessKeyRecord key) {
        return ImageSignature.of(EventJson.write(key).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
