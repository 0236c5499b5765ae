package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the indexes of model sets when they are needed first, and knows which model set queries are answered from. */
final class VisualIndexes {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final Set<ModelSetId> ensured = ConcurrentHashMap.newKeySet();

    VisualIndexes(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** Makes the indexes of a model set if they are missing; the first model set ever gets the aliases. */
    void ensure(ModelSet modelSet, KnnMode mode) {
        if (ensured.contains(modelSet.id())) {
            return;
        }
        create(connection, names.objects(modelSet.id()), IndexMapping.objects(modelSet, mode));
        create(connection, names.images(modelSet.id()), IndexMapping.images(modelSet, mode));
        if (served().isEmpty()) {
            serve(modelSet.id());
        }
        ensured.add(modelSet.id());
    }

    /** For when an index turns out to have been deleted. */
    void forget(ModelSet modelSet) {
        ensured.remove(modelSet.id());
    }

    /** The model set behind the aliases, if there is one. */
    Optional<ModelSetId> served() {
        OpenSearchRequest request = OpenSearchRequest.get("/_alias/" + names.imagesAlias());
        OpenSearchReply reply = connection.ask(request);
        if (reply.notFound()) {
            return Optional.empty();
        }
        if (!reply.succeeded()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        if (reply.body().size() > 1) {
            throw new SightlineException(
                    ErrorCode.DEFECT,
                    "expected the alias %s on one index, got %s".formatted(names.imagesAlias(), reply.body()));
        }
        return names.modelSetOfImages(reply.body().fieldNames().next());
    }

    /**
     * The image index of the model set that queries are answered from, or empty while nothing was ever indexed.
     *
     * @throws SightlineException with {@code MODEL_SET_MISMATCH} if that is another one than the asked one
     */
    Optional<String> imagesServed(ModelSetId asked) {
        Optional<ModelSetId> served = served();
        if (served.isPresent() && !served.get().equals(asked)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH, "expected model set %s, got %s".formatted(served.get(), asked));
        }
        return served.map(names::images);
    }

    private void serve(ModelSetId modelSet) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode actions = body.putArray("actions");
        actions.addObject()
                .putObject("add")
                .put("index", names.images(modelSet))
                .put("alias", names.imagesAlias());
        actions.addObject()
                .putObject("add")
                .put("index", names.objects(modelSet))
                .put("alias", names.objectsAlias());
        connection.require(OpenSearchRequest.post("/_aliases", body));
    }

    /** Makes an index, unless somebody was faster. */
    static void create(OpenSearchConnection connection, String name, JsonNode body) {
        OpenSearchRequest request = OpenSearchRequest.put("/" + name, body);
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.isError("resource_already_exists_exception")) {
            throw OpenSearchConnection.refused(request, reply);
        }
    }
}
