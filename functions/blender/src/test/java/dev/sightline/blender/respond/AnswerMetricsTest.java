package dev.sightline.blender.respond;

import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics.Dimension;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.RecordingMetrics;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerMetricsTest {

    private final RecordingMetrics told = new RecordingMetrics();
    private final AnswerMetrics metrics = new AnswerMetrics(told);

    @Test
    void answered_always_tellsTimeAndWhetherItIsPartial() {
        metrics.answered(searched(), answer(true));
        metrics.answered(searched(), answer(false));

        assertThat(told.of(Metric.ANSWERS)).containsExactly(1.0, 1.0);
        assertThat(told.of(Metric.PARTIAL_ANSWERS)).containsExactly(1.0, 0.0);
        assertThat(told.of(Metric.ANSWER_TIME)).containsExactly(12.0, 12.0);
    }

    @Test
    void answered_always_tellsOfEachSourceThatWasAsked() {
        SearchedQuery searched = searched(
                new Found(CandidateSource.VISUAL_SEARCH, 1, List.of(), Duration.ofMillis(7)),
                new Late(CandidateSource.OBJECT_SEARCH, 1, Duration.ofMillis(300)),
                new Failed(CandidateSource.IMAGE_SEARCH, 1, ErrorCode.INDEX_UNAVAILABLE),
                new NotTriggered(CandidateSource.CO_SAVE, 0, "not asked"));

        metrics.answered(searched, answer(true));

        assertThat(told.records().stream().skip(1).filter(one -> !one.values().isEmpty()))
                .containsExactly(
                        of("visual-search", Map.of(Metric.SOURCE_TIME, 7.0)),
                        of("object-search", Map.of(Metric.SOURCE_TIME, 300.0, Metric.SOURCES_MISSING, 1.0)),
                        of("image-search", Map.of(Metric.SOURCES_MISSING, 1.0)));
    }

    @Test
    void spans_ofAnAnswer_areItsStagesAndTheSourcesThatWereAsked() {
        RecordingTracing tracing = new RecordingTracing();
        AnswerSpans spans =
                new AnswerSpans(new Tracer(tracing, Clock.fixed(NOW, ZoneOffset.UTC)), () -> Fixtures.TRACE);
        SearchedQuery searched = searched(
                new Found(CandidateSource.VISUAL_SEARCH, 1, List.of(), Duration.ofMillis(7)),
                new Late(CandidateSource.OBJECT_SEARCH, 1, Duration.ofMillis(300)),
                new Failed(CandidateSource.IMAGE_SEARCH, 1, ErrorCode.INDEX_UNAVAILABLE),
                new NotTriggered(CandidateSource.CO_SAVE, 0, "not asked"));

        spans.answered(
                searched, new AnswerSpans.Times(NOW, NOW.plusMillis(5), NOW.plusMillis(305), NOW.plusMillis(320)));

        assertThat(tracing.names())
                .containsExactly(
                        "understand",
                        "search",
                        "blend and rank",
                        "source visual-search",
                        "source object-search",
                        "source image-search");
        assertThat(tracing.spans()).allMatch(span -> Fixtures.TRACE.parentId().equals(span.parentId()));
        Span visual = tracing.only("source visual-search");
        assertThat(visual.start()).isEqualTo(NOW.plusMillis(5));
        assertThat(visual.end()).isEqualTo(NOW.plusMillis(12));
        assertThat(tracing.only("source object-search").attributes()).containsEntry(SpanAttributes.ERROR, "late");
        assertThat(tracing.only("source image-search").attributes())
                .containsEntry(SpanAttributes.ERROR, "index-unavailable");
    }

    private static RecordingMetrics.Told of(String source, Map<Metric, Double> values) {
        return new RecordingMetrics.Told(new Dimension("Source", source), values);
    }

    private static SearchedQuery searched(SourceOutcome... outcomes) {
        WholeImage focus = new WholeImage(Fixtures.anEmbedding(1), Understanding.NONE, MixName.RELATED);
        UnderstoodQuery understood = new UnderstoodQuery(
                new RelatedPins(new BySignature(Fixtures.aSignature(1)), Limit.DEFAULT),
                Fixtures.aSignature(1),
                null,
                Fixtures.aModelSet().id(),
                List.of(focus));
        return new SearchedQuery(
                understood, StandardPolicy.policy(), List.of(new SearchedFocus(focus, List.of(outcomes))));
    }

    private static Answer answer(boolean partial) {
        return new Answer(
                "request-1",
                null,
                null,
                new Answer.Query("related", null, null, null, null, null, null),
                "models",
                "standard",
                null,
                null,
                null,
                null,
                partial,
                new UnderstandingAnswer(List.of(), List.of(), List.of(), null, null),
                List.of(),
                12);
    }
}
