package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Changes of aliases that happen together or not at all. Not thread-safe. */
final class AliasActions {

    private final ArrayNode actions = JsonNodeFactory.instance.arrayNode();

    /** Leaves an alias on one index only. Refused as a whole if an index to take it from has lost it meanwhile. */
    AliasActions move(String alias, AliasTable table, String index) {
        for (String holder : table.holders(alias)) {
            if (!holder.equals(index)) {
                remove(alias, holder);
            }
        }
        if (!table.holders(alias).contains(index)) {
            actions.addObject().putObject("add").put("index", index).put("alias", alias);
        }
        return this;
    }

    private void remove(String alias, String index) {
        actions.addObject()
                .putObject("remove")
                .put("index", index)
                .put("alias", alias)
                .put("must_exist", true);
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    OpenSearchRequest request() {
        JsonNode body = JsonNodeFactory.instance.objectNode().set("actions", actions);
        return OpenSearchRequest.post("/_aliases", body);
    }
}
