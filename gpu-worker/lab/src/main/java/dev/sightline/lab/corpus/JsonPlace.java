package dev.sightline.lab.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value of a JSON file together with where it stands, so that a wrong one can be named. */
record JsonPlace(JsonNode node, String path) {

    Stream<JsonPlace> list(String name) {
        JsonPlace field = field(name);
        field.expect(field.node.isArray(), "a list");
        return field.elements();
    }

    /** The elements of this list. */
    Stream<JsonPlace> elements() {
        return IntStream.range(0, node.size()).mapToObj(i -> new JsonPlace(node.path(i), "%s[%d]".formatted(path, i)));
    }

    String text(String name) {
        JsonPlace field = field(name);
        field.expect(field.node.isTextual(), "text");
        return field.node.textValue();
    }

    long id(String name) {
        JsonPlace field = field(name);
        field.expect(field.node.isIntegralNumber(), "a whole number");
        return field.node.longValue();
    }

    int count(String name) {
        return Math.toIntExact(id(name));
    }

    double number() {
        expect(node.isNumber(), "a number");
        return node.doubleValue();
    }

    /** A field of 0, 1, false or true; false if it is missing. */
    boolean flag(String name) {
        JsonPlace field = field(name);
        boolean known = field.node.isMissingNode() || field.node.isBoolean() || field.node.isIntegralNumber();
        field.expect(known, "0 or 1");
        return field.node.asBoolean();
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonPlace field(String name) {
        return new JsonPlace(node.path(name), path.isEmpty() ? name : path + "." + name);
    }

    void expect(boolean fulfilled, String what) {
        if (!fulfilled) {
            throw refusal(what, node.isMissingNode() ? "nothing" : node.toString());
        }
    }

    SightlineException refusal(String expected, Object actual) {
        return new SightlineException(
                ErrorCode.INVALID_REQUEST, "%s: expected %s, got %s".formatted(path, expected, actual));
    }
}
