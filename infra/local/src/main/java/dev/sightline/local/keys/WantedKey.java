package dev.sightline.local.keys;

import dev.sightline.visual.AccessRole;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a key shall be.
 *
 * @param collection the only one that it can see; null: all
 * @param lifetime after which it is refused; null: never
 */
public record WantedKey(
        String name,
        AccessRole role,
        @Nullable String collection,
        @Nullable Duration lifetime) {}
