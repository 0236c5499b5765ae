package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of pins: written and read by image, such that everything acknowledged so far is seen. Safe for all threads. */
final class PinDocuments {

    private static final int PAGE = 1000;

    private static final Comparator<PinRecord> OLDEST_FIRST = Comparator.comparing(PinRecord::createdAt)
            .thenComparing(pin -> pin.id().toString());

    private final OpenSearchConnection connection;
    private final String index;
    private final BulkWriter bulk;

    PinDocuments(OpenSearchConnection connection, String index) {
        this.connection = connection;
        this.index = index;
        this.bulk =
                new BulkWriter(lines -> connection.require(OpenSearchRequest.bulk(lines)), RetryDelays.ofRefusals());
    }

    /** As {@link PinIndex#replace}. */
    Map<ImageSignature, SightlineException> replace(Map<ImageSignature, List<PinRecord>> pins) {
        List<BulkItem> items = new ArrayList<>();
        pins.forEach((image, ofImage) -> items.addAll(writes(image, ofImage)));
        if (!refresh() && !items.isEmpty()) {
            connection.create(index, IndexMapping.pins(IndexNames.writes(index)));
        }
        Set<PinId> kept = new HashSet<>();
        pins.values().forEach(ofImage -> ofImage.forEach(pin -> kept.add(pin.id())));
        for (PinRecord there : read(pins.keySet())) {
            if (!kept.contains(there.id())) {
                items.add(BulkItem.delete(
                        IndexNames.writes(index),
                        there.id().toString(),
                        there.id().image()));
            }
        }
        return items.isEmpty() ? Map.of() : bulk.run(items);
    }

    private List<BulkItem> writes(ImageSignature image, List<PinRecord> pins) {
        Set<BoardId> boards = new HashSet<>();
        return pins.stream()
                .sorted(OLDEST_FIRST)
                .map(pin -> BulkItem.write(
                        IndexNames.writes(index),
                        pin.id().toString(),
                        image,
                        PinDocument.write(pin, boards.add(pin.board()))))
                .toList();
    }

    /** All pins of some images, oldest first, equal ones by id. */
    List<PinRecord> of(Set<ImageSignature> images) {
        refresh();
        return read(images).stream().sorted(OLDEST_FIRST).toList();
    }

    private List<PinRecord> read(Set<ImageSignature> images) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", PAGE);
        var terms = body.putObject("query").putObject("terms").putArray(PinDocument.IMAGE);
        images.forEach(image -> terms.add(image.hex()));
        body.putArray("sort").addObject().put(PinDocument.PIN, "asc");
        List<PinRecord> pins = new ArrayList<>();
        JsonNode hits;
        do {
            hits = search(body).path("hits").path("hits");
            for (JsonNode hit : hits) {
                pins.add(PinDocument.read(hit.path("_source")));
                body.set("search_after", hit.path("sort"));
            }
        } while (hits.size() == PAGE);
        return pins;
    }

    /** Makes everything acknowledged so far visible to searches; false if there is no index. */
    boolean refresh() {
        OpenSearchRequest request = OpenSearchRequest.post("/%s/_refresh".formatted(index));
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.lacksIndex()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        JsonNode shards = reply.body().path("_shards");
        if (shards.path("failed").asInt() > 0) {
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE,
                    "%s: expected all shards to show what was written, got %s".formatted(index, shards));
        }
        return reply.succeeded();
    }

    /** Of all shards or not at all: what one of them did not tell would pass for pins that are gone. */
    JsonNode search(ObjectNode body) {
        return connection.require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
                .with("ignore_unavailable", true)
                .with("allow_partial_search_results", false));
    }
}
