package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.respond.AnswerMetrics;
import dev.sightline.blender.respond.AnswerSpans;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.staging.QueryKeeper;
import dev.sightline.blender.understand.Understandings;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.metrics.Metrics;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real connection to an OpenSearch that takes requests and never answers, as a stopped process does. */
class SilentIndexTest {

    private static final Duration BUDGET = Duration.ofMillis(50);

    /** Far below the 20 s after which the connection itself gives up. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final BySignature IMAGE = new BySignature(Corpus.AT_0);

    private ServerSocket silent;
    private OpenSearchConnection connection;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        connection = OpenSearchConnection.open(
                new OpenSearchSettings(URI.create("http://127.0.0.1:" + silent.getLocalPort()), OpenSearchAuth.NONE));
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
        connection.close();
    }

    @Test
    void answer_silentIndex_isUnavailableSoon() {
        InMemoryStagedQueries staged = new InMemoryStagedQueries();
        var stages = new VisualDiscovery.Stages(
                Understandings.of(new InMemoryImageStore(), new ScriptedAnalyzer(), staged),
                new CandidateSearch(10, EmptyViews.create(), Clock.fixed(Fixtures.NOW, ZoneOffset.UTC)),
                new QueryKeeper(staged, Duration.ZERO),
                BUDGET,
                Orderings.withoutEngagement());
        var discovery = new VisualDiscovery(
                searcher(),
                StandardPolicy::policy,
                stages,
                new VisualDiscovery.Telling(
                        new AnswerMetrics(Metrics.NONE), new AnswerSpans(Tracer.NONE, () -> Fixtures.TRACE)),
                Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));

        assertUnavailableSoon(
                () -> discovery.answer(new RelatedPins(IMAGE, Limit.DEFAULT), "request", AccessScope.ALL));
    }

    @Test
    void status_silentIndex_isUnavailableSoon() {
        ImageLookup lookup = new ImageLookup(searcher(), new InMemorySourceRegistry(), BUDGET);

        assertUnavailableSoon(() -> lookup.status(IMAGE, AccessScope.ALL));
    }

    private void assertUnavailableSoon(Runnable question) {
        Instant start = Instant.now();

        assertThatThrownBy(question::run)
                .hasMessageMatching("expected what .* within \\d+ ms, it was not; .*")
                .extracting("code")
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
    }

    private OpenSearchVisualSearcher searcher() {
        return new OpenSearchVisualSearcher(connection, IndexNames.standard());
    }
}
