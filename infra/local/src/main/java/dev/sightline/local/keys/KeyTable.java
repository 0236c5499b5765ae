package dev.sightline.local.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.AccessKeyRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys as people and programs read them: neither secrets nor their hashes. */
public final class KeyTable {

    private static final String LINE = "%-16s  %-5s  %-14s  %-8s  %-20s  %-20s  %s";

    private KeyTable() {}

    /** A line for each key, with a head. */
    public static List<String> lines(List<AccessKeyRecord> keys, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted("id", "role", "collection", "state", "created", "expires", "name"));
        keys.forEach(key -> lines.add(LINE.formatted(
                key.id(),
                key.role(),
                Optional.ofNullable(key.collection()).orElse("all"),
                state(key, now),
                key.createdAt(),
                Optional.ofNullable(key.expiresAt()).map(Instant::toString).orElse("never"),
                key.name())));
        return lines;
    }

    /** The same as JSON. */
    public static ArrayNode json(List<AccessKeyRecord> keys, Instant now) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (AccessKeyRecord key : keys) {
            ObjectNode one = all.addObject()
                    .put("id", key.id())
                    .put("name", key.name())
                    .put("role", key.role().slug())
                    .put("state", state(key, now))
                    .put("createdAt", key.createdAt().toString());
            Optional.ofNullable(key.collection()).ifPresent(collection -> one.put("collection", collection));
            Optional.ofNullable(key.expiresAt()).ifPresent(moment -> one.put("expiresAt", moment.toString()));
            Optional.ofNullable(key.revokedAt()).ifPresent(moment -> one.put("revokedAt", moment.toString()));
        }
        return all;
    }

    private static String state(AccessKeyRecord key, Instant now) {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        return key.isUsableAt(now) ? "in force" : "expired";
    }
}
