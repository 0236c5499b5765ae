package dev.sightline.blender.understand;

import dev.sightline.index.StoredImage;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.StoredFile;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Optional;

/** Reads an indexed image's file, from whichever of its keys still holds it. */
public final class StoredPixels {

    private final ImageStore store;
    private final long maxImageBytes;

    public StoredPixels(ImageStore store, long maxImageBytes) {
        this.store = store;
        this.maxImageBytes = maxImageBytes;
    }

    /**
     * The bytes with the image's signature.
     *
     * @throws SightlineException with {@link ErrorCode#NOT_FOUND} if no key holds them any more
     */
    byte[] of(StoredImage image) {
        return image.keys().stream()
                .map(key -> store.read(key, maxImageBytes))
                .flatMap(Optional::stream)
                .map(StoredFile::bytes)
                .filter(bytes -> ImageSignature.of(bytes).equals(image.signature()))
                .findFirst()
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.NOT_FOUND, "no key of image %s holds it any more".formatted(image.signature())));
    }
}
