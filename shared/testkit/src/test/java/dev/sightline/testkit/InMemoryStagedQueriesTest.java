package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;

class InMemoryStagedQueriesTest extends StagedQueriesContract {

    private final InMemoryStagedQueries queries = new InMemoryStagedQueries();

    @Override
    protected StagedQueries queries() {
        return queries;
    }

    @Test
    void savePixels_unavailable_failsAndKeepsNothing() {
        QueryId id = QueryId.of(Fixtures.NOW, new byte[16]);
        queries.becomeUnavailable();
        assertThatExceptionOfType(SightlineException.class).isThrownBy(() -> queries.savePixels(id, new byte[1]));
        queries.becomeAvailable();
        assertThat(queries.pixels(id)).isEmpty();
    }
}
