package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adds the fields that a generation lacks because an older version made it: its mapping is strict, and would refuse documents that have
 * them. Asked once for each generation in the life of a process; harmless if others ask the same. Safe for all threads.
 */
final class IndexFields {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final Set<IndexGeneration> complete = ConcurrentHashMap.newKeySet();

    IndexFields(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    /**
     * Returns when the generation has all fields, or is gone: then the write says so.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INDEX_UNAVAILABLE} if the index does not answer
     */
    void complete(IndexGeneration generation) {
        if (!complete.contains(generation)
                && added(names.objects(generation), IndexMapping.objectFields())
                && added(names.images(generation), IndexMapping.imageFields())) {
            complete.add(generation);
        }
    }

    private boolean added(String index, JsonNode fields) {
        OpenSearchRequest request = OpenSearchRequest.put("/%s/_mapping".formatted(index), fields);
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.lacksIndex()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.succeeded();
    }
}
