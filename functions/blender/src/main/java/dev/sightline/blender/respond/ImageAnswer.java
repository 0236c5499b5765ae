package dev.sightline.blender.respond;

import dev.sightline.blender.catalogue.ImageStatus;
import dev.sightline.blender.catalogue.ImageStatus.OfImage;
import dev.sightline.blender.catalogue.ImageStatus.OfSource;
import dev.sightline.blender.receive.Forms;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an image is on its way: {@code state} is pending, indexed, rejected, failed or removed. */
@Schema(description = "Where an image is on its way into the index")
public record ImageAnswer(
        @Schema(description = "the id that was asked for", pattern = Forms.IMAGE_ID)
        String id,

        @Schema(
                description = "where it is",
                enumeration = {"pending", "indexed", "rejected", "failed", "removed"})
        String state,

        @Schema(description = "of a source: its key in the bucket") @Nullable String key,

        @Schema(
                description = "SHA-256 of the image's bytes: the id under which it answers queries",
                pattern = Forms.SIGNATURE)
        @Nullable String signature,

        @Schema(description = "code of the reason for which it was rejected or failed") @Nullable String reason,

        @Schema(description = "that reason in words") @Nullable String detail,

        @Schema(description = "the models that saw it") @Nullable String modelSet,

        @Schema(description = "when this state was reached") Instant changedAt,

        @Schema(description = "the image, while it is in the index") @Nullable Image image) {

    /** The answer for a status. */
    public static ImageAnswer of(ImageStatus status) {
        return switch (status) {
            case OfImage(StoredImage image) -> of(image);
            case OfSource(Source source, var image) -> of(source, image);
        };
    }

    private static ImageAnswer of(StoredImage image) {
        String id = image.signature().hex();
        return new ImageAnswer(
                id,
                SourceState.INDEXED.slug(),
                null,
                id,
                null,
                null,
                image.modelSet().value(),
                image.indexedAt(),
                Image.of(image));
    }

    private static ImageAnswer of(Source source, @Nullable StoredImage image) {
        return new ImageAnswer(
                source.id().value(),
                source.state().slug(),
                source.version().key(),
                source.liveSignature().map(ImageSignature::hex).orElse(null),
                Optional.ofNullable(source.reason()).map(ErrorCode::slug).orElse(null),
                source.detail().isEmpty() ? null : source.detail(),
                Optional.ofNullable(source.modelSet()).map(ModelSetId::value).orElse(null),
                source.changedAt(),
                Optional.ofNullable(image).map(Image::of).orElse(null));
    }

    /**
     * An image as the index knows it; width and height in pixels of the displayed frame. {@code frameNumber} says which frame or page
     * of the file that is, from 0.
     */
    @Schema(name = "IndexedImage", description = "An image as the index knows it")
    public record Image(
            @Schema(description = "SHA-256 of its bytes", pattern = Forms.SIGNATURE)
            String imageId,

            @Schema(description = "all keys in the bucket that hold it")
            List<String> keys,

            @Schema(description = "of the displayed frame, in pixels", minimum = "1")
            int width,

            @Schema(description = "of the displayed frame, in pixels", minimum = "1")
            int height,

            @Schema(description = "which frame or page of the file this is, from 0", minimum = "0")
            int frameNumber,

            @Schema(description = "the file's format by its content, for example jpeg")
            String format,

            @Schema(description = "what the classifier sees, surest first")
            List<Label> labels,

            @Schema(description = "when it became searchable")
            Instant indexedAt) {

        public Image {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
        }

        private static Image of(StoredImage image) {
            return new Image(
                    image.signature().hex(),
                    image.keys(),
                    image.frame().width(),
                    image.frame().height(),
                    image.frame().number(),
                    image.frame().format(),
                    image.labels(),
                    image.indexedAt());
        }
    }
}
