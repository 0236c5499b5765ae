package dev.sightline.blender.receive;

import dev.sightline.events.SourceId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;

/** How a client names an image: by its content, or by the source that was uploaded. */
public sealed interface ImageReference {

    /** The image with this content. */
    record BySignature(ImageSignature signature) implements ImageReference {}

    /** The image that the source stands for now. */
    record BySource(SourceId id) implements ImageReference {}

    /**
     * Reads an id of either form.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has neither
     */
    static ImageReference parse(String text) {
        if (ImageSignature.matches(text)) {
            return new BySignature(new ImageSignature(text));
        }
        if (SourceId.matches(text)) {
            return new BySource(new SourceId(text));
        }
        throw new SightlineException(
                ErrorCode.INVALID_REQUEST,
                "expected an image id of 64 lower-case hex digits or src-<64 hex digits>, got '%s'".formatted(text));
    }
}
