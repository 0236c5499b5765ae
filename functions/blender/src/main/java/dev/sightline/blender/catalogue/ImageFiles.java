package dev.sightline.blender.catalogue;

import dev.sightline.blender.receive.ImageReference;
import dev.sightline.index.StoredImage;
import dev.sightline.storage.DownloadGrant;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.ThumbnailStore;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.time.Duration;

/** The files of an image that answers queries: its thumbnail, and where its original can be read. No other image's are given away. */
public final class ImageFiles {

    static final Duration VALID_FOR = Duration.ofMinutes(5);

    private final LiveImage images;
    private final ThumbnailStore thumbnails;
    private final ImageStore originals;

    public ImageFiles(LiveImage images, ThumbnailStore thumbnails, ImageStore originals) {
        this.images = images;
        this.thumbnails = thumbnails;
        this.originals = originals;
    }

    /** Port: the images that answer queries now. */
    @FunctionalInterface
    public interface LiveImage {

        /**
         * The image that a client names.
         *
         * @throws SightlineException with {@code NOT_FOUND} and the reason if it is not in the index
         */
        StoredImage named(ImageReference reference, AccessScope scope);
    }

    /**
     * The thumbnail of an image.
     *
     * @throws SightlineException with {@link ErrorCode#NO_THUMBNAIL} if the image was analyzed by a version that made none
     */
    public Thumbnail thumbnail(ImageReference reference, AccessScope scope) {
        StoredImage image = images.named(reference, scope);
        return thumbnails
                .find(image.signature())
                .map(Thumbnail::of)
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.NO_THUMBNAIL,
                        "image %s was analyzed by a version that made no thumbnails; read the original"
                                .formatted(image.signature())));
    }

    /** Where the bytes of an image can be read for {@code VALID_FOR}, from the first of its keys that is still there. */
    public URI original(ImageReference reference, AccessScope scope) {
        StoredImage image = images.named(reference, scope);
        return image.keys().stream()
                .filter(key -> originals.etag(key).isPresent())
                .findFirst()
                .map(key -> originals.presignDownload(new DownloadGrant(key, contentType(image), VALID_FOR)))
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.NOT_FOUND, "no key of image %s holds it any more".formatted(image.signature())));
    }

    /** The type of an image by its content. */
    static String contentType(StoredImage image) {
        return "image/" + image.frame().format();
    }
}
