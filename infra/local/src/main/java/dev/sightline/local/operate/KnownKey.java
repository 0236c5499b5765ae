package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.storage.BucketObject;
import org.jspecify.annotations.Nullable;

/** A key with what the bucket holds under it and what is known of it; at least one of the two. */
record KnownKey(
        String key, @Nullable BucketObject object, @Nullable Source source) {}
