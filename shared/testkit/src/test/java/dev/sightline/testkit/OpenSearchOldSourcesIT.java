package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceId;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.Source;
import dev.sightline.index.SourcePlace;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index of sources that the version before {@code receivedAt} made, with three sources in it. */
class OpenSearchOldSourcesIT {

    private static final Set<SourceState> PENDING = Set.of(SourceState.PENDING);

    private final OpenSearchServer server = new OpenSearchServer();
    private final SourceRegistry registry = new OpenSearchSourceRegistry(server.connection(), server.names());

    @BeforeEach
    void makeTheOldIndex() {
        server.put("/" + index(), """
                {"settings": {"index": {"auto_expand_replicas": "0-1"}},
                 "mappings": {"dynamic": "strict", "properties": {
                   "bucket": {"type": "keyword"}, "key": {"type": "keyword"}, "sequencer": {"type": "keyword"},
                   "etag": {"type": "keyword", "index": false}, "state": {"type": "keyword"},
                   "signature": {"type": "keyword"}, "released": {"type": "object", "enabled": false},
                   "reason": {"type": "keyword"}, "detail": {"type": "text", "index": false},
                   "modelSet": {"type": "keyword"}, "changedAt": {"type": "date"}}}}
                """);
        for (String key : List.of("c.jpg", "a.jpg", "b.jpg")) {
            server.put("/%s/_doc/%s".formatted(index(), SourceId.ofKey(key)), """
                    {"bucket": "images", "key": "%s", "sequencer": "0A", "etag": "e", "state": "PENDING", "detail": "",
                     "changedAt": "2026-01-02T03:04:05Z", "released": []}
                    """.formatted(key));
        }
        server.refresh();
    }

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Test
    void newest_ofOldSources_walksThroughThemByKey() {
        assertThat(walk()).containsExactly("a.jpg", "b.jpg", "c.jpg");
    }

    @Test
    void record_ofANewSource_addsTheFieldAndListsItFirst() {
        Source added =
                Source.pending(Fixtures.aSourceVersion().withKey("new.jpg").build(), "etag", Fixtures.NOW);

        registry.record(added);
        server.refresh();

        assertThat(registry.find(added.id())).contains(added);
        assertThat(walk()).containsExactly("new.jpg", "a.jpg", "b.jpg", "c.jpg");
        assertThat(registry.newest(PENDING, null, 10).getLast().receivedAt()).isEqualTo(Instant.EPOCH);
    }

    private String index() {
        return server.names().prefix() + "-sources";
    }

    private List<String> walk() {
        List<String> keys = new ArrayList<>();
        List<Source> page = registry.newest(PENDING, null, 2);
        while (!page.isEmpty() && keys.size() < 10) {
            page.forEach(source -> keys.add(source.version().key()));
            page = registry.newest(PENDING, SourcePlace.of(page.getLast()), 2);
        }
        return keys;
    }
}
