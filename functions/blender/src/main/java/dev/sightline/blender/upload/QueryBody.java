package dev.sightline.blender.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to upload a query's photo: its {@code image/*} type and its exact size in bytes. */
@Schema(
        requiredProperties = {"contentType", "bytes"},
        description = "The photo that is to be asked about")
public record QueryBody(
        @Schema(description = "the type that the upload will say it has", pattern = UploadDesk.IMAGE_TYPE_FORM)
        @Nullable String contentType,

        @Schema(description = "exact size of the photo", minimum = "1") @Nullable Long bytes) {}
