package dev.sightline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.metrics.Metrics.Dimension;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {

    /** The form of the specification, word for word. */
    @Test
    void line_withoutADimension_isOfTheEmbeddedFormat() {
        assertThat(EmbeddedMetrics.line(
                        Dimension.NONE, Map.of(Metric.ANSWERS, 1.0, Metric.ANSWER_TIME, 12.5), 1_767_323_045_000L))
                .isEqualTo("""
                        {"_aws":{"Timestamp":1767323045000,"CloudWatchMetrics":[{"Namespace":"Sightline","Dimensions":[[]],\
                        "Metrics":[{"Name":"Answers","Unit":"Count"},{"Name":"AnswerTime","Unit":"Milliseconds"}]}]},\
                        "Answers":1.0,"AnswerTime":12.5}""");
    }

    @Test
    void line_withADimension_namesItAndItsValue() {
        assertThat(EmbeddedMetrics.line(new Dimension("Source", "object-search"), Map.of(Metric.SOURCE_TIME, 7.0), 1))
                .isEqualTo("""
                        {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Sightline","Dimensions":[["Source"]],\
                        "Metrics":[{"Name":"SourceTime","Unit":"Milliseconds"}]}]},\
                        "Source":"object-search","SourceTime":7.0}""");
    }

    @Test
    void titles_all_areDistinct() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::title)).doesNotHaveDuplicates();
    }
}
