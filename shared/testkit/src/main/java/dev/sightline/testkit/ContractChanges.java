package dev.sightline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What breaks clients of a released OpenAPI document in a later one: something they use is gone, they must send more, or may send less.
 *
 * <p>Breaking: a path, an operation, a parameter, a media type, a status of success or a response's property that is gone; a property of an
 * answer that may be absent now; a parameter or a property of a body that is required now; a type that is another one; a value that may no longer
 * be sent; a range, a length or a pattern of what is sent that is narrower or another. Not breaking: whatever is added to answers, further values
 * of answers and further errors among them, since clients are told to ignore what they do not know; and further things that may be sent.
 */
public final class ContractChanges {

    private static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    /** Who writes a value: a client is harmed by what it may no longer send, or what it no longer gets. */
    private enum Writer {
        CLIENT,
        SERVER
    }

    private final JsonNode released;
    private final JsonNode current;
    private final List<String> breaking = new ArrayList<>();
    private final Set<String> compared = new TreeSet<>();

    private ContractChanges(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** One line for each breaking change, with its place; empty if there is none. */
    public static List<String> breaking(JsonNode released, JsonNode current) {
        ContractChanges changes = new ContractChanges(released, current);
        released.path("paths").properties().forEach(changes::comparePath);
        return List.copyOf(changes.breaking);
    }

    private void comparePath(Map.Entry<String, JsonNode> path) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
            String place = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
            JsonNode now = current.path("paths").path(path.getKey()).path(operation.getKey());
            if (now.isMissingNode()) {
                breaking.add(place + " is gone");
            } else {
                compareOperation(place, operation.getValue(), now);
            }
        }
    }

    private void compareOperation(String place, JsonNode before, JsonNode now) {
        if (!before.path("operationId").equals(now.path("operationId"))) {
            breaking.add("%s: operationId was %s, is %s"
                    .formatted(place, before.path("operationId"), now.path("operationId")));
        }
        compareParameters(place, before.path("parameters"), now.path("parameters"));
        JsonNode body = resolved(released, before.path("requestBody"));
        JsonNode bodyNow = resolved(current, now.path("requestBody"));
        if (bodyNow.path("required").asBoolean() && !body.path("required").asBoolean()) {
            breaking.add(place + ": a body is required now");
        }
        compareContent(place + " request", body, bodyNow, Writer.CLIENT);
        for (Map.Entry<String, JsonNode> response : before.path("responses").properties()) {
            compareResponse(place, response, now.path("responses"));
        }
    }

    private void compareResponse(String place, Map.Entry<String, JsonNode> before, JsonNode responses) {
        String status = before.getKey();
        String where = place + " " + status;
        if (!responses.has(status)) {
            breaking.add(where + " is gone");
            return;
        }
        JsonNode then = resolved(released, before.getValue());
        JsonNode now = resolved(current, responses.path(status));
        missing(then.path("headers"), now.path("headers"))
                .forEach(header -> breaking.add("%s: header %s is gone".formatted(where, header)));
        missing(texts(then.path("x-codes")), texts(now.path("x-codes")))
                .forEach(code -> breaking.add("%s: code %s is gone".formatted(where, code)));
        compareContent(where, then, now, Writer.SERVER);
    }

    private void compareParameters(String place, JsonNode before, JsonNode now) {
        Map<String, JsonNode> known = byName(released, before);
        Map<String, JsonNode> given = byName(current, now);
        known.forEach((name, parameter) -> {
            if (!given.containsKey(name)) {
                breaking.add("%s: parameter %s is gone".formatted(place, name));
            } else {
                compareSchema(
                        place + " " + name,
                        parameter.path("schema"),
                        given.get(name).path("schema"),
                        Writer.CLIENT);
            }
        });
        given.forEach((name, parameter) -> {
            boolean was =
                    known.containsKey(name) && known.get(name).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !was) {
                breaking.add("%s: parameter %s is required now".formatted(place, name));
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode document, JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> resolved(document, parameter))
                .collect(Collectors.toMap(
                        parameter -> parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter -> parameter));
    }

    private void compareContent(String place, JsonNode before, JsonNode now, Writer writer) {
        for (Map.Entry<String, JsonNode> media : before.path("content").properties()) {
            JsonNode other = now.path("content").path(media.getKey());
            if (other.isMissingNode()) {
                breaking.add("%s: media type %s is gone".formatted(place, media.getKey()));
            } else {
                compareSchema(place, media.getValue().path("schema"), other.path("schema"), writer);
            }
        }
    }

    private void compareSchema(String place, JsonNode schemaBefore, JsonNode schemaNow, Writer writer) {
        String name = schemaBefore.path("$ref").asText();
        if (!name.isEmpty()
                && !compared.add(writer + name + schemaNow.path("$ref").asText())) {
            return;
        }
        JsonNode before = resolved(released, schemaBefore);
        JsonNode now = resolved(current, schemaNow);
        String where = name.isEmpty() ? place : name.substring(name.lastIndexOf('/') + 1);
        compareTypes(where, before, now, writer);
        compareProperties(where, before, now, writer);
        if (writer == Writer.CLIENT) {
            compareLimits(where, before, now);
        }
        if (before.has("items")) {
            compareSchema(where + "[]", before.path("items"), now.path("items"), writer);
        }
        if (before.path("additionalProperties").isObject()) {
            compareSchema(where + ".*", before.path("additionalProperties"), now.path("additionalProperties"), writer);
        }
    }

    private void compareTypes(String place, JsonNode before, JsonNode now, Writer writer) {
        Set<String> then = texts(before.path("type"));
        Set<String> types = texts(now.path("type"));
        boolean fits = writer == Writer.CLIENT ? types.containsAll(then) : then.containsAll(types);
        if (!fits || !before.path("format").equals(now.path("format"))) {
            breaking.add("%s: type was %s %s, is %s %s"
                    .formatted(place, then, before.path("format"), types, now.path("format")));
        }
    }

    private void compareProperties(String place, JsonNode before, JsonNode now, Writer writer) {
        Set<String> requiredThen = texts(before.path("required"));
        Set<String> requiredNow = texts(now.path("required"));
        for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
            String where = place + "." + property.getKey();
            JsonNode other = now.path("properties").path(property.getKey());
            if (other.isMissingNode()) {
                breaking.add(where + " is gone");
            } else {
                compareSchema(where, property.getValue(), other, writer);
            }
        }
        if (writer == Writer.CLIENT) {
            missing(requiredNow, requiredThen)
                    .forEach(field -> breaking.add("%s.%s is required now".formatted(place, field)));
        } else {
            missing(requiredThen, requiredNow)
                    .forEach(field -> breaking.add("%s.%s may be absent now".formatted(place, field)));
        }
    }

    private void compareLimits(String place, JsonNode before, JsonNode now) {
        if (now.has("enum")) {
            Set<String> gone = missing(texts(before.path("enum")), texts(now.path("enum")));
            if (!before.has("enum") || !gone.isEmpty()) {
                breaking.add("%s: may no longer be %s".formatted(place, before.has("enum") ? gone : "anything"));
            }
        }
        LOWER.forEach(limit -> compareLimit(place, limit, before, now, 1));
        UPPER.forEach(limit -> compareLimit(place, limit, before, now, -1));
        if (now.has("pattern") && !now.path("pattern").equals(before.path("pattern"))) {
            breaking.add("%s: pattern was %s, is %s".formatted(place, before.path("pattern"), now.path("pattern")));
        }
    }

    private void compareLimit(String place, String limit, JsonNode before, JsonNode now, int direction) {
        if (!now.has(limit)) {
            return;
        }
        boolean isNarrower = !before.has(limit)
                || direction
                                * Double.compare(
                                        now.path(limit).asDouble(),
                                        before.path(limit).asDouble())
                        > 0;
        if (isNarrower) {
            breaking.add("%s: %s was %s, is %s".formatted(place, limit, before.path(limit), now.path(limit)));
        }
    }

    private static Set<String> missing(JsonNode before, JsonNode now) {
        return missing(names(before), names(now));
    }

    private static Set<String> missing(Set<String> before, Set<String> now) {
        Set<String> missing = new TreeSet<>(before);
        missing.removeAll(now);
        return missing;
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new))
                : value.isMissingNode() ? new TreeSet<>() : new TreeSet<>(Set.of(value.asText()));
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.startsWith("#") ? resolved(document, document.at(ref.substring(1))) : node;
    }
}
