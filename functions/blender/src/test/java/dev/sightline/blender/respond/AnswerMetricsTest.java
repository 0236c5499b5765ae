package dev.sightline.blender.respond;

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
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
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
