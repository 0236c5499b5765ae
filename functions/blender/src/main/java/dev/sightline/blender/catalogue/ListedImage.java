package dev.sightline.blender.catalogue;

import dev.sightline.index.Source;
import dev.sightline.index.StoredImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One key of the bucket in the catalogue. What is said of the image, from {@code contentType} on, is there while the key stands for one that
 * answers queries: for a moment after the key became indexed it is not, and while a replacement is pending it is that of the former image.
 */
@Schema(description = "One key of the bucket: where it is on its way into the index, and the image that it stands for")
public record ListedImage(
        @Schema(description = "id of the source", examples = "src-")
        String id,

        @Schema(
                description = "where it is",
                enumeration = {"pending", "indexed", "rejected", "failed"})
        String state,

        @Schema(description = "code of the reason for which it was rejected or failed") @Nullable String reason,

        @Schema(description = "that reason in words") @Nullable String detail,

        @Schema(description = "its key in the bucket") String key,

        @Schema(description = "the last part of the key") String fileName,

        @Schema(description = "when this version of the key was received; absent if that was not noted") @Nullable Instant receivedAt,

        @Schema(description = "when its state was reached") Instant changedAt,

        @Schema(description = "SHA-256 of the bytes that the key stands for: the id of the image in queries") @Nullable String imageId,

        @Schema(description = "the models that saw the image") @Nullable String modelSet,

        @Schema(description = "the image's type by its content, for example image/jpeg") @Nullable String contentType,

        @Schema(description = "of the displayed frame, in pixels", minimum = "1") @Nullable Integer width,

        @Schema(description = "of the displayed frame, in pixels", minimum = "1") @Nullable Integer height,

        @Schema(description = "path of the thumbnail in this API") @Nullable String thumbnail,

        @Schema(description = "path of the original in this API") @Nullable String original) {

    static ListedImage of(Source source, @Nullable StoredImage image) {
        String key = source.version().key();
        return new ListedImage(
                source.id().value(),
                source.state().slug(),
                Optional.ofNullable(source.reason()).map(ErrorCode::slug).orElse(null),
                source.detail().isEmpty() ? null : source.detail(),
                key,
                key.substring(key.lastIndexOf('/') + 1),
                source.receivedAt().equals(Instant.EPOCH) ? null : source.receivedAt(),
                source.changedAt(),
                source.liveSignature().map(ImageSignature::hex).orElse(null),
                Optional.ofNullable(source.modelSet()).map(ModelSetId::value).orElse(null),
                image == null ? null : ImageFiles.contentType(image),
                image == null ? null : image.frame().width(),
                image == null ? null : image.frame().height(),
                image == null ? null : path(image, "thumbnail"),
                image == null ? null : path(image, "original"));
    }

    private static String path(StoredImage image, String file) {
        return "/v1/images/%s/%s".formatted(image.signature(), file);
    }
}
