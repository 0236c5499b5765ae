package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.RankerStore;
import org.junit.jupiter.api.Test;

/** What every {@link RankerStore} does. */
public abstract class RankerStoreContract {

    /** The store, empty before each test. */
    protected abstract RankerStore store();

    @Test
    void kept_ofAnUnknownVersion_isAbsent() {
        assertThat(store().kept("linear-1")).isEmpty();
        assertThat(store().versions()).isEmpty();
    }

    @Test
    void keep_newVersion_isReadAsWritten() {
        assertThat(store().keep("linear-1", "{\"é\": 1}\n")).isTrue();

        assertThat(store().kept("linear-1")).contains("{\"é\": 1}\n");
    }

    @Test
    void keep_ofAVersionThatIsKept_changesNothing() {
        store().keep("linear-1", "first");

        assertThat(store().keep("linear-1", "second")).isFalse();

        assertThat(store().kept("linear-1")).contains("first");
    }

    @Test
    void versions_areInNaturalOrder() {
        store().keep("b", "1");
        store().keep("a.json", "2");
        store().keep("a", "3");

        assertThat(store().versions()).containsExactly("a", "a.json", "b");
    }
}
