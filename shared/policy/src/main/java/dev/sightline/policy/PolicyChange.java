package dev.sightline.policy;

import org.jspecify.annotations.Nullable;

/**
 * One place in which two policies differ. {@code path}: names from the outside in, rules and sources by their own, as {@code
 * mixes.lens.image-search.weight}; {@code before} and {@code after}: values as in the document, absent where there is none. A word of a
 * list is a place of its own.
 */
public record PolicyChange(
        String path, @Nullable String before, @Nullable String after) {}
