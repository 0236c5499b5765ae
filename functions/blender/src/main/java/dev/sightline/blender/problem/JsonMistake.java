package dev.sightline.blender.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says in a client's words, without the names of classes, what is wrong with a body. */
public final class JsonMistake {

    private JsonMistake() {}

    /** The mistake, for the client that made it. */
    public static String describe(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown field '%s'".formatted(path(unknown));
            case MismatchedInputException wrong when wrong.getPath().isEmpty() -> "expected a JSON object";
            case MismatchedInputException wrong -> "unexpected type of value in '%s'".formatted(path(wrong));
            default -> "expected JSON, got something else";
        };
    }

    private static String path(MismatchedInputException e) {
        return e.getPath().stream().map(JsonMistake::name).collect(Collectors.joining("."));
    }

    private static String name(Reference reference) {
        return reference.getFieldName() == null ? "[%d]".formatted(reference.getIndex()) : reference.getFieldName();
    }
}
