package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sources in the order of a time, each list from one search. */
final class SourceLists {

    private static final String CHANGED_AT = "changedAt";

    private final Function<ObjectNode, JsonNode> search;

    /** @param search gives the answer to the body of a search; if there is no index, one without hits */
    SourceLists(Function<ObjectNode, JsonNode> search) {
        this.search = search;
    }

    List<Source> newest(Set<SourceState> states, @Nullable SourcePlace after, int limit, AccessScope scope) {
        ObjectNode body = latestFirst(SourceDocument.RECEIVED_AT, states, limit, scope);
        if (after != null) {
            body.putArray("search_after").add(after.receivedAt().toEpochMilli()).add(after.key());
        }
        return read(body);
    }

    List<Source> lastIndexed(int limit) {
        return read(latestFirst(CHANGED_AT, Set.of(SourceState.INDEXED), limit, AccessScope.ALL));
    }

    /** A document without the time counts as of 1970, as it does when it is read; an index may lack the field too. */
    private static ObjectNode latestFirst(String time, Set<SourceState> states, int limit, AccessScope scope) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", limit);
        ArrayNode required = body.putObject("query").putObject("bool").putArray("filter");
        scope.only().ifPresent(collection -> addKeysOf(required, collection));
        ArrayNode wanted = required.addObject().putObject("terms").putArray("state");
        states.stream().map(SourceState::name).sorted().forEach(wanted::add);
        ArrayNode sort = body.putArray("sort");
        sort.addObject().putObject(time).put("order", "desc").put("missing", 0).put("unmapped_type", "date");
        sort.addObject().put("key", "asc");
        return body;
    }

    /** As {@link ImageCollection#ofKey}: a key in no named collection is in the default one. */
    private static void addKeysOf(ArrayNode required, ImageCollection collection) {
        ArrayNode either = required.addObject().putObject("bool").putArray("should");
        either.addObject().putObject("prefix").put("key", ImageCollection.FOLDER + collection.name() + "/");
        if (collection.equals(ImageCollection.DEFAULT)) {
            either.addObject()
                    .putObject("bool")
                    .putObject("must_not")
                    .putObject("regexp")
                    .put("key", ImageCollection.FOLDER + ImageCollection.FORM + "/.*");
        }
    }

    private List<Source> read(ObjectNode body) {
        List<Source> sources = new ArrayList<>();
        search.apply(body)
                .path("hits")
                .path("hits")
                .forEach(hit -> sources.add(SourceDocument.read(hit.path("_source"))));
        return sources;
    }
}
