package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes all counts into an index of their own and lets the alias name it, in one step with the end of the index before: readers see either
 * all of the old counts or all of the new ones. Of two writers at once the later swap wins whole.
 */
final class EngagementWriter {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final RetryDelays delays = new RetryDelays(4, Duration.ofMillis(200));

    EngagementWriter(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** What an index of counts says, in the order in which it is written. */
    static List<BulkItem> items(List<PairCounts> pairs, Map<ImageSignature, EngagementCounts> images) {
        List<BulkItem> items = new ArrayList<>();
        pairs.stream()
                .sorted(Comparator.comparing(PairCounts::query).thenComparing(PairCounts::result))
                .map(pair -> BulkItem.write("", pairId(pair), pair.result(), EngagementDocument.pair(pair)))
                .forEach(items::add);
        new TreeMap<>(images)
                .forEach((image, counts) ->
                        items.add(BulkItem.write("", image.hex(), image, EngagementDocument.image(image, counts))));
        return items;
    }

    private static String pairId(PairCounts pair) {
        return "%s-%s".formatted(pair.query().hex(), pair.result().hex());
    }

    /** A text that is the same exactly for the same counts. */
    static String digest(List<BulkItem> items, EngagementRates rates) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            items.forEach(item -> sha256.update(item.lines().getBytes(StandardCharsets.UTF_8)));
            sha256.update(EngagementDocument.rates(rates).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes all again if another writer swapped meanwhile, which ends the index that this one fills. */
    void write(List<BulkItem> items, EngagementRates rates) {
        for (int attempt = 1; ; attempt++) {
            try {
                writeOnce(items, rates);
                return;
            } catch (SightlineException e) {
                if (e.code() != ErrorCode.INDEX_UNAVAILABLE || attempt == delays.attempts()) {
                    throw e;
                }
                delays.pauseAfter(attempt);
            }
        }
    }

    private void writeOnce(List<BulkItem> items, EngagementRates rates) {
        String index = names.engagement(UUID.randomUUID().toString().substring(0, 8));
        connection.create(index, withWriteAlias(index));
        Map<ImageSignature, SightlineException> failures = new BulkWriter(
                        lines -> connection.require(OpenSearchRequest.bulk(lines)), RetryDelays.ofRefusals())
                .run(items.stream()
                        .map(item -> item.in(IndexNames.writes(index)))
                        .toList());
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
        put(index, "rates", EngagementDocument.rates(rates));
        put(index, EngagementDocument.DIGEST, EngagementDocument.digest(digest(items, rates)));
        connection.require(OpenSearchRequest.post("/%s/_refresh".formatted(index)));
        connection.require(swapTo(index));
    }

    private static JsonNode withWriteAlias(String index) {
        ObjectNode body = (ObjectNode) IndexMapping.engagement();
        body.putObject("aliases").putObject(IndexNames.writes(index));
        return body;
    }

    private void put(String index, String id, ObjectNode document) {
        connection.require(OpenSearchRequest.put("/%s/_doc/%s".formatted(IndexNames.writes(index), id), document)
                .with("require_alias", true));
    }

    /** Ends every other index of counts too: one that a writer left behind half-written, or one that is being written and would be late. */
    private OpenSearchRequest swapTo(String index) {
        ArrayNode actions = JsonNodeFactory.instance.arrayNode();
        actions.addObject().putObject("add").put("index", index).put("alias", names.engagementAlias());
        connection
                .require(OpenSearchRequest.get("/%s/_alias".formatted(names.engagement("*"))))
                .fieldNames()
                .forEachRemaining(other -> {
                    if (!other.equals(index)) {
                        actions.addObject().putObject("remove_index").put("index", other);
                    }
                });
        return OpenSearchRequest.post(
                "/_aliases", JsonNodeFactory.instance.objectNode().set("actions", actions));
    }
}
