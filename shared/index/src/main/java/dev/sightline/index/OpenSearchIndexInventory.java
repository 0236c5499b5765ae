package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link IndexInventory} in OpenSearch; reads no vectors. Safe for all threads. */
public final class OpenSearchIndexInventory implements IndexInventory {

    private static final String SIGNATURE = "signature";
    private static final String OWNERS = "owners";

    private final OpenSearchConnection connection;
    private final IndexNames names;

    public OpenSearchIndexInventory(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    @Override
    public List<InventoriedImage> images(IndexGeneration generation, @Nullable ImageSignature after, int limit) {
        String index = names.images(generation);
        refreshFirst(index, after);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", limit);
        body.putArray("_source").add(SIGNATURE).add("keys").add("indexedAt");
        body.putArray("sort").addObject().put(SIGNATURE, "asc");
        if (after != null) {
            body.putArray("search_after").add(after.hex());
        }
        List<InventoriedImage> images = new ArrayList<>();
        search(index, body).path("hits").path("hits").forEach(hit -> images.add(image(hit.path("_source"))));
        return images;
    }

    private static InventoriedImage image(JsonNode document) {
        List<String> keys = new ArrayList<>();
        document.path("keys").forEach(key -> keys.add(key.asText()));
        return new InventoriedImage(
                new ImageSignature(document.path(SIGNATURE).asText()),
                keys,
                Instant.parse(document.path("indexedAt").asText()));
    }

    @Override
    public Set<ImageSignature> present(IndexGeneration generation, Set<ImageSignature> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = body.putArray("ids");
        asked.forEach(signature -> ids.add(signature.hex()));
        OpenSearchRequest request = OpenSearchRequest.post("/" + names.images(generation) + "/_mget", body)
                .with("_source", false);
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.lacksIndex()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        Set<ImageSignature> present = new HashSet<>();
        for (JsonNode document : reply.body().path("docs")) {
            if (document.path("found").asBoolean()) {
                present.add(new ImageSignature(document.path("_id").asText()));
            }
        }
        return present;
    }

    @Override
    public List<ImageSignature> objectOwners(IndexGeneration generation, @Nullable ImageSignature after, int limit) {
        String index = names.objects(generation);
        refreshFirst(index, after);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", 0);
        ObjectNode composite =
                body.putObject("aggs").putObject(OWNERS).putObject("composite").put("size", limit);
        composite
                .putArray("sources")
                .addObject()
                .putObject(SIGNATURE)
                .putObject("terms")
                .put("field", SIGNATURE);
        if (after != null) {
            composite.putObject("after").put(SIGNATURE, after.hex());
        }
        List<ImageSignature> owners = new ArrayList<>();
        for (JsonNode bucket :
                search(index, body).path("aggregations").path(OWNERS).path("buckets")) {
            owners.add(new ImageSignature(bucket.path("key").path(SIGNATURE).asText()));
        }
        return owners;
    }

    private void refreshFirst(String index, @Nullable ImageSignature after) {
        if (after == null) {
            connection.require(
                    OpenSearchRequest.post("/%s/_refresh".formatted(index)).with("ignore_unavailable", true));
        }
    }

    private JsonNode search(String index, ObjectNode body) {
        return connection.require(
                OpenSearchRequest.post("/%s/_search".formatted(index), body).with("ignore_unavailable", true));
    }
}
