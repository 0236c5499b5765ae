package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.KeptRequest;
import dev.sightline.storage.RequestStore;
import dev.sightline.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link RequestStore} does. */
public abstract class RequestStoreContract {

    private static final String ID = Fixtures.aSignature(1).hex();
    private static final KeptRequest STARTED = KeptRequest.started("hash", Fixtures.NOW);
    private static final KeptRequest ANSWERED =
            new KeptRequest("hash", Fixtures.NOW, new KeptRequest.Answer(201, "{\"é\":1}", "etag"));

    /** The store, empty before each test. */
    protected abstract RequestStore store();

    @Test
    void create_ofANewId_isFoundAsItWas() {
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().create(ID, STARTED)).isTrue();

        assertThat(store().find(ID).map(Versioned::value)).contains(STARTED);
    }

    @Test
    void create_ofATakenId_changesNothing() {
        store().create(ID, STARTED);

        assertThat(store().create(ID, ANSWERED)).isFalse();

        assertThat(store().find(ID).map(Versioned::value)).contains(STARTED);
    }

    @Test
    void replace_onItsEtag_happensOnce() {
        store().create(ID, STARTED);
        String etag = store().find(ID).orElseThrow().etag();

        assertThat(store().replace(ID, ANSWERED, etag)).isTrue();
        assertThat(store().replace(ID, STARTED, etag)).isFalse();

        assertThat(store().find(ID).map(Versioned::value)).contains(ANSWERED);
        assertThat(store().replace(Fixtures.aSignature(2).hex(), STARTED, etag)).isFalse();
    }

    @Test
    void create_byManyAtOnce_letsOneIn() throws Exception {
        List<Future<Boolean>> created = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                created.add(threads.submit(() -> store().create(ID, STARTED)));
            }
        }
        int winners = 0;
        for (Future<Boolean> one : created) {
            winners += one.get() ? 1 : 0;
        }

        assertThat(winners).isEqualTo(1);
    }
}
