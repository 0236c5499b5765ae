package dev.sightline.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.MetricNames;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metrics as lines of the log in CloudWatch's embedded format, of which CloudWatch makes metrics by itself: no call, no right, no wait. The
 * logger {@value #LOGGER} has to write messages as they are, without level or time, each on a line.
 */
public final class EmbeddedMetrics implements Metrics {

    /** The category of the log that the deployables configure. */
    public static final String LOGGER = "sightline.metrics";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Logger log;
    private final Clock clock;

    public EmbeddedMetrics(Clock clock) {
        this.log = System.getLogger(LOGGER);
        this.clock = clock;
    }

    @Override
    public void record(Dimension dimension, Map<Metric, Double> values) {
        if (!values.isEmpty()) {
            log.log(Level.INFO, line(dimension, values, clock.millis()));
        }
    }

    /** In a fixed order of fields. */
    static String line(Dimension dimension, Map<Metric, Double> values, long timestamp) {
        ObjectNode line = NODES.objectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", timestamp);
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", MetricNames.NAMESPACE);
        ArrayNode dimensions = directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        if (!dimension.name().isEmpty()) {
            dimensions.add(dimension.name());
            line.put(dimension.name(), dimension.value());
        }
        new TreeMap<>(values).forEach((metric, value) -> {
            metrics.addObject().put("Name", metric.title()).put("Unit", metric.unit());
            line.put(metric.title(), value);
        });
        return line.toString();
    }
}
