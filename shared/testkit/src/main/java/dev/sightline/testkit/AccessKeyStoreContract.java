package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.AccessRole;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link AccessKeyStore} does. */
public abstract class AccessKeyStoreContract {

    private static final AccessKeyRecord KEY = AccessKeys.aRecord(AccessKeys.aKey(1), AccessRole.READ);

    /** The store, empty before each test. */
    protected abstract AccessKeyStore store();

    @Test
    void create_ofANewKey_isFoundAsItWas() {
        AccessKeyRecord full = new AccessKeyRecord(
                KEY.id(),
                "Geschäft, \"Süd\"",
                AccessRole.WRITE,
                "spring",
                KEY.secretHash(),
                Fixtures.NOW,
                Fixtures.NOW.plus(Duration.ofDays(1)),
                Fixtures.NOW.plus(Duration.ofHours(1)));
        assertThat(store().find(KEY.id())).isEmpty();
        assertThat(store().create(full)).isTrue();

        assertThat(store().find(KEY.id()).map(Versioned::value)).contains(full);
    }

    @Test
    void create_ofATakenId_changesNothing() {
        store().create(KEY);

        assertThat(store().create(KEY.revokedAt(Fixtures.NOW))).isFalse();

        assertThat(store().find(KEY.id()).map(Versioned::value)).contains(KEY);
    }

    @Test
    void replace_onItsEtag_happensOnce() {
        store().create(KEY);
        String etag = store().find(KEY.id()).orElseThrow().etag();
        AccessKeyRecord revoked = KEY.revokedAt(Fixtures.NOW);

        assertThat(store().replace(revoked, etag)).isTrue();
        assertThat(store().replace(KEY, etag)).isFalse();

        assertThat(store().find(KEY.id()).map(Versioned::value)).contains(revoked);
    }

    @Test
    void replace_ofAnUnknownKey_createsNothing() {
        assertThat(store().replace(KEY, "0")).isFalse();

        assertThat(store().list()).isEmpty();
    }

    @Test
    void list_ofSeveral_isInTheOrderOfIds() {
        List<AccessKeyRecord> keys = LongStream.range(0, 5)
                .mapToObj(seed -> AccessKeys.aRecord(AccessKeys.aKey(seed), AccessRole.ADMIN))
                .toList();
        keys.forEach(store()::create);

        assertThat(store().list())
                .containsExactlyElementsOf(keys.stream()
                        .sorted(Comparator.comparing(AccessKeyRecord::id))
                        .toList());
    }
}
