package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of what is written at an image. */
final class TextFields {

    /** What is searched for words. */
    static final List<String> SEARCHED = List.of("texts.title", "texts.board", "texts.description");

    private static final String TEXTS = "texts";
    private static final String ANNOTATIONS = "annotations";

    private TextFields() {}

    static void write(ImageTexts written, ObjectNode document) {
        ArrayNode texts = document.putArray(TEXTS);
        written.texts()
                .forEach(text -> texts.addObject()
                        .put("title", text.title())
                        .put("board", text.board())
                        .put("description", text.description()));
        ArrayNode annotations = document.putArray(ANNOTATIONS);
        written.annotations()
                .forEach(annotation -> annotations
                        .addObject()
                        .put("text", annotation.text())
                        .put("pins", annotation.pins())
                        .put("confidence", annotation.confidence()));
    }

    /** What a document that was written before it had texts leaves to its keys. */
    static ImageTexts read(JsonNode document, List<String> keys) {
        if (!document.has(TEXTS)) {
            return ImageTexts.ofKeys(keys);
        }
        List<ImageText> texts = new ArrayList<>();
        document.path(TEXTS)
                .forEach(text -> texts.add(new ImageText(
                        text.path("title").asText(),
                        text.path("board").asText(),
                        text.path("description").asText())));
        List<TextAnnotation> annotations = new ArrayList<>();
        document.path(ANNOTATIONS)
                .forEach(annotation -> annotations.add(new TextAnnotation(
                        annotation.path("text").asText(),
                        annotation.path("pins").asInt(),
                        annotation.path("confidence").asDouble())));
        return new ImageTexts(texts, annotations);
    }
}
