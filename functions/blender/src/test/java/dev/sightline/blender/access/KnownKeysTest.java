package dev.sightline.blender.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.storage.Versioned;
import dev.sightline.testkit.AccessKeys;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final AccessKey KEY = AccessKeys.aKey(1);
    private static final AccessKeyRecord RECORD = AccessKeys.aRecord(KEY, AccessRole.READ);

    private final InMemoryAccessKeyStore store = new InMemoryAccessKeyStore();
    private Instant now = Fixtures.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KnownKeys keys = new KnownKeys(store, REFRESH, clock);
    private final AccessGate gate = new AccessGate(keys, clock);

    @Test
    void find_again_readsOnce() {
        store.create(RECORD);

        assertThat(keys.find(KEY.id())).contains(RECORD);
        assertThat(keys.find(KEY.id())).contains(RECORD);

        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void find_unknown_isRememberedForAWhile() {
        assertThat(keys.find(KEY.id())).isEmpty();
        store.create(RECORD);

        assertThat(keys.find(KEY.id())).isEmpty();
        now = now.plus(REFRESH);
        assertThat(keys.find(KEY.id())).contains(RECORD);
    }

    @Test
    void admit_afterRevocation_isRefusedWithinTheRefresh() {
        store.create(RECORD);
        assertThat(gate.admit(KEY.text()).key()).isEqualTo(RECORD);
        Versioned<AccessKeyRecord> kept = store.find(KEY.id()).orElseThrow();
        store.replace(RECORD.revokedAt(now), kept.etag());
        now = now.plus(REFRESH);

        assertRefused(KEY.text());
    }

    @Test
    void admit_atTheExpiry_isRefusedAtOnce() {
        store.create(RECORD.expiringAt(now.plusSeconds(5)));
        gate.admit(KEY.text());
        now = now.plusSeconds(5);

        assertRefused(KEY.text());
    }

    @Test
    void admit_storeUnavailable_isNoRefusal() {
        store.becomeUnavailable();

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> gate.admit(KEY.text()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    }

    private void assertRefused(String key) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> gate.admit(key))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }
}
