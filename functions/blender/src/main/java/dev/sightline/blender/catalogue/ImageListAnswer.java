package dev.sightline.blender.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the catalogue; {@code next} is the cursor of the page after it, absent at the end. */
@Schema(description = "A page of the catalogue, newest first")
public record ImageListAnswer(
        @Schema(description = "one item for each key of the bucket, the last received first")
        List<ListedImage> images,

        @Schema(description = "the cursor of the next page; absent at the end") @Nullable String next) {

    public ImageListAnswer {
        images = List.copyOf(images);
    }

    /** The same page, with another text for where the next one begins. */
    public ImageListAnswer withNext(@Nullable String cursor) {
        return new ImageListAnswer(images, cursor);
    }
}
