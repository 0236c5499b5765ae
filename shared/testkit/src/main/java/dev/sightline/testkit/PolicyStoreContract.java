package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.StoredPolicy;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyStore} does. */
public abstract class PolicyStoreContract {

    private static final String FIRST = "{\"version\": \"é-1\"}\n";
    private static final String SECOND = "{\"version\": \"2\"}\n";

    /** The store, empty before each test. */
    protected abstract PolicyStore store();

    @Test
    void current_ofAnEmptyStore_isAbsent() {
        assertThat(store().etag()).isEmpty();
        assertThat(store().current()).isEmpty();
        assertThat(store().kept("1")).isEmpty();
    }

    @Test
    void replace_ofNone_putsTheDocumentInForce() {
        assertThat(store().replace(FIRST, null)).isTrue();

        StoredPolicy current = store().current().orElseThrow();
        assertThat(current.document()).isEqualTo(FIRST);
        assertThat(current.etag()).doesNotContain("\"");
        assertThat(store().etag()).contains(current.etag());
    }

    @Test
    void replace_ofTheOneInForce_changesDocumentAndEtag() {
        store().replace(FIRST, null);
        String etag = store().etag().orElseThrow();

        assertThat(store().replace(SECOND, etag)).isTrue();

        assertThat(store().current()).map(StoredPolicy::document).contains(SECOND);
        assertThat(store().etag().orElseThrow()).isNotEqualTo(etag);
    }

    @Test
    void replace_ofOneThatIsNoLongerInForce_changesNothing() {
        store().replace(FIRST, null);
        String etag = store().etag().orElseThrow();
        store().replace(SECOND, etag);

        assertThat(store().replace(FIRST, etag)).isFalse();
        assertThat(store().replace(FIRST, null)).isFalse();

        assertThat(store().current()).map(StoredPolicy::document).contains(SECOND);
    }

    @Test
    void replace_ofOneThatIsGone_changesNothing() {
        assertThat(store().replace(FIRST, "0123456789abcdef0123456789abcdef")).isFalse();

        assertThat(store().current()).isEmpty();
    }

    @Test
    void keep_again_staysWithTheFirst() {
        assertThat(store().keep("v-1.a_b", FIRST)).isTrue();
        assertThat(store().keep("v-1.a_b", SECOND)).isFalse();
        assertThat(store().keep("v-2", SECOND)).isTrue();

        assertThat(store().kept("v-1.a_b")).contains(FIRST);
        assertThat(store().kept("v-2")).contains(SECOND);
        assertThat(store().current()).isEmpty();
    }
}
