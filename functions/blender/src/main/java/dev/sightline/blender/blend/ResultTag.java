package dev.sightline.blender.blend;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A label that many results of a group have; sent back as tag, it narrows the question. {@code count}: results that have it. */
@Schema(description = "A label that many results of a group have")
public record ResultTag(
        @Schema(description = "sent back as tag, it narrows the question")
        String name,

        @Schema(description = "results that have it", minimum = "1")
        int count) {}
