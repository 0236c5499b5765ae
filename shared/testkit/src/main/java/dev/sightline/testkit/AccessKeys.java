package dev.sightline.testkit;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.util.Random;

/** Keys of the API for tests: the same for the same seed, and so none that anything else may know. */
public final class AccessKeys {

    private AccessKeys() {}

    /** The key that belongs to a seed. */
    public static AccessKey aKey(long seed) {
        return AccessKey.random(new Random(seed));
    }

    /** What is kept of a key that sees all collections. */
    public static AccessKeyRecord aRecord(AccessKey key, AccessRole role) {
        return AccessKeyRecord.of(key, "Key " + key.id(), role, null, Fixtures.NOW);
    }
}
