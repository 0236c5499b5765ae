package dev.sightline.blender.receive;

import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;

/** Takes pictures that come in the request itself, up to a limit in bytes. */
public final class PictureCheck {

    private final long maxInlineBytes;

    public PictureCheck(long maxInlineBytes) {
        this.maxInlineBytes = maxInlineBytes;
    }

    /**
     * The Lens query of a picture.
     *
     * @throws SightlineException with {@link ErrorCode#EMPTY_IMAGE} or {@link ErrorCode#TOO_MANY_BYTES}
     */
    public Lens lens(byte[] picture, Limit limit) {
        if (picture.length == 0) {
            throw new SightlineException(ErrorCode.EMPTY_IMAGE, "expected an image in the body, got 0 bytes");
        }
        if (picture.length > maxInlineBytes) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_BYTES,
                    "expected at most %d bytes in the body, got %d; a JPEG of at most 2048 x 2048 pixels fits; larger images can be uploaded through POST /v1/uploads and asked about through GET /v1/images/{id}/related"
                            .formatted(maxInlineBytes, picture.length));
        }
        return new Lens(new Picture(picture), Refinement.NONE, limit);
    }
}
