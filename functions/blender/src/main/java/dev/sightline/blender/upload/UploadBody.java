package dev.sightline.blender.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of an upload request: the file's name, its {@code image/*} type and its exact size in bytes. */
@Schema(
        requiredProperties = {"fileName", "contentType", "bytes"},
        description = "What is to be uploaded")
public record UploadBody(
        @Schema(description = "as the user knows the file; becomes the end of its key", minLength = 1) @Nullable String fileName,

        @Schema(description = "the type that the upload will say it has", pattern = UploadDesk.IMAGE_TYPE_FORM)
        @Nullable String contentType,

        @Schema(description = "exact size of the file", minimum = "1") @Nullable Long bytes) {}
