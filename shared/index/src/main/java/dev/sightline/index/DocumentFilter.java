package dev.sightline.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;
import java.util.Set;

/**
 * What the documents of a search must have, whose must not be among them, and who asks; {@code categoryField} is where their categories are.
 */
record DocumentFilter(Set<ImageSignature> exclude, SearchFilter filter, String categoryField, AccessScope scope) {

    private static final String SIGNATURE = "signature";
    private static final String COLOR = "colors.name";

    DocumentFilter {
        exclude = Set.copyOf(exclude);
    }

    /** Whether every document passes. */
    boolean isOpen() {
        return exclude.isEmpty() && filter.equals(SearchFilter.NONE) && scope.equals(AccessScope.ALL);
    }

    /** The clauses of a {@code bool} query that scores nothing; without any, it matches all. */
    ObjectNode clauses() {
        ObjectNode bool = JsonNodeFactory.instance.objectNode();
        ArrayNode required = bool.putArray("filter");
        filter.labels().stream().sorted().forEach(label -> addTerm(required, LabelFields.NAME, label));
        filter.onlyCategory().ifPresent(category -> addTerm(required, categoryField, category));
        filter.onlyColor().ifPresent(color -> addTerm(required, COLOR, color));
        filter.onlyCollection().ifPresent(collection -> addTerm(required, CollectionField.NAME, collection.name()));
        scope.only().ifPresent(collection -> addTerm(required, CollectionField.NAME, collection.name()));
        if (!exclude.isEmpty()) {
            ArrayNode excluded = bool.putObject("must_not").putObject("terms").putArray(SIGNATURE);
            exclude.forEach(signature -> excluded.add(signature.hex()));
        }
        return bool;
    }

    private static void addTerm(ArrayNode clauses, String field, String value) {
        clauses.addObject().putObject("term").put(field, value);
    }
}
