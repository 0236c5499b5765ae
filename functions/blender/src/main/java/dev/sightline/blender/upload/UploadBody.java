package dev.sightline.blender.upload;

import org.jspecify.annotations.Nullable;

/** The body of an upload request: the file's name, its {@code image/*} type and its exact size in bytes. */
public record UploadBody(
        @Nullable String fileName,
        @Nullable String contentType,
        @Nullable Long bytes) {}
