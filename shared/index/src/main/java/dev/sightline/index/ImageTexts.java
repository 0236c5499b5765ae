package dev.sightline.index;

import java.util.List;

/**
 * What is written at an image: its texts, no two equal, and what they come down to. Without pins the texts are those of its keys, and there are no
 * annotations; with pins the keys say nothing any more ({@link PinTexts}).
 */
public record ImageTexts(List<ImageText> texts, List<TextAnnotation> annotations) {

    /** Nothing is written. */
    public static final ImageTexts NONE = new ImageTexts(List.of(), List.of());

    public ImageTexts {
        texts = List.copyOf(texts);
        annotations = List.copyOf(annotations);
    }

    /** The texts of an image that is on no board. */
    public static ImageTexts ofKeys(List<String> keys) {
        return new ImageTexts(keys.stream().map(ImageText::ofKey).distinct().toList(), List.of());
    }
}
