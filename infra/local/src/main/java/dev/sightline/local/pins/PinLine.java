package dev.sightline.local.pins;

import org.jspecify.annotations.Nullable;

/** What a line says of a pin, not yet checked; null: nothing. */
record PinLine(
        @Nullable String image,
        @Nullable String board,
        @Nullable String title,
        @Nullable String description,
        @Nullable String link,
        @Nullable String savedAt) {}
