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
                    "expected at most %1$d bytes in the body, got %2$d; a JPEG of about %3$d x %3$d pixels fits, larger photos can be uploaded through POST /v1/queries and asked about by their queryId"
                            .formatted(maxInlineBytes, picture.length, side()));
        }
        return new Lens(new Picture(picture), Refinement.NONE, limit);
    }

    /** The side of a square photo that fits: JPEG at high quality takes up to about a byte for each pixel. */
    private int side() {
        return (int) Math.sqrt((double) maxInlineBytes);
    }
}
