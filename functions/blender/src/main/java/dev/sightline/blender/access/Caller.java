package dev.sightline.blender.access;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.visual.AccessRole;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.SightlineException;

/** Whose key a request came with. */
public record Caller(AccessKeyRecord key) {

    /** What the key may see. */
    public AccessScope scope() {
        return key.collection() == null ? AccessScope.ALL : AccessScope.of(new ImageCollection(key.collection()));
    }

    /**
     * Refuses what the key may not do.
     *
     * @throws SightlineException with {@link ErrorCode#FORBIDDEN} if its role is too small; the message names both
     */
    public void require(AccessRole needed) {
        if (!key.role().covers(needed)) {
            throw new SightlineException(
                    ErrorCode.FORBIDDEN, "expected a key of role %s, got one of role %s".formatted(needed, key.role()));
        }
    }
}
