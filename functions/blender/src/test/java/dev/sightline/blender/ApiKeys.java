package dev.sightline.blender;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.testkit.AccessKeys;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;

/** The keys that the function under test knows, and some that it does not. */
final class ApiKeys {

    static final AccessKey ADMIN = AccessKeys.aKey(1);
    static final AccessKey WRITE = AccessKeys.aKey(2);
    static final AccessKey READ = AccessKeys.aKey(3);
    static final AccessKey EXPIRED = AccessKeys.aKey(4);
    static final AccessKey REVOKED = AccessKeys.aKey(5);
    static final AccessKey UNKNOWN = AccessKeys.aKey(6);

    /** A key that writes, and sees nothing but the collection {@code spring}. */
    static final AccessKey SPRING = AccessKeys.aKey(7);

    private ApiKeys() {}

    static InMemoryAccessKeyStore store() {
        InMemoryAccessKeyStore store = new InMemoryAccessKeyStore();
        store.create(AccessKeys.aRecord(ADMIN, AccessRole.ADMIN));
        store.create(AccessKeys.aRecord(WRITE, AccessRole.WRITE));
        store.create(AccessKeys.aRecord(READ, AccessRole.READ));
        AccessKeyRecord admin = AccessKeys.aRecord(EXPIRED, AccessRole.ADMIN);
        store.create(admin.expiringAt(Fixtures.NOW));
        store.create(AccessKeys.aRecord(REVOKED, AccessRole.ADMIN).revokedAt(Fixtures.NOW));
        store.create(AccessKeyRecord.of(SPRING, "spring", AccessRole.WRITE, "spring", Fixtures.NOW));
        return store;
    }
}
