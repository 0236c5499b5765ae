package dev.sightline.lab.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Series;
import java.util.List;
import java.util.Locale;

/** The numbers of a plot as JSON, so that others can draw it again. */
final class PlotJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlotJson() {}

    static ObjectNode of(Plot plot) {
        ObjectNode json = NODES.objectNode();
        json.put("name", plot.name());
        json.put("title", plot.title());
        switch (plot) {
            case Plot.Lines lines -> addSeries(json.put("kind", "lines"), lines.x(), lines.y(), lines.series());
            case Plot.Scatter points -> addSeries(json.put("kind", "scatter"), points.x(), points.y(), points.series());
            case Plot.Bars bars -> addBars(json.put("kind", "bars"), bars);
            case Plot.Matrix matrix -> addShares(json.put("kind", "matrix"), matrix);
        }
        return json;
    }

    static ObjectNode of(Interval interval) {
        return NODES.objectNode()
                .put("value", interval.value())
                .put("low", interval.low())
                .put("high", interval.high());
    }

    private static void addSeries(ObjectNode json, Axis x, Axis y, List<Series> series) {
        json.set("x", of(x));
        json.set("y", of(y));
        ArrayNode all = json.putArray("series");
        for (Series each : series) {
            ObjectNode one = all.addObject();
            one.put("name", each.name());
            one.put("role", each.role().name().toLowerCase(Locale.ROOT));
            ArrayNode points = one.putArray("points");
            each.points()
                    .forEach(point -> points.addObject().put("x", point.x()).setAll(of(point.y())));
        }
    }

    private static void addBars(ObjectNode json, Plot.Bars plot) {
        json.set("y", of(plot.y()));
        ArrayNode bars = json.putArray("bars");
        plot.bars().forEach(bar -> bars.addObject().put("name", bar.name()).setAll(of(bar.value())));
    }

    private static void addShares(ObjectNode json, Plot.Matrix plot) {
        ArrayNode names = json.putArray("names");
        plot.names().forEach(names::add);
        ArrayNode rows = json.putArray("shares");
        for (List<Double> shares : plot.shares()) {
            ArrayNode row = rows.addArray();
            shares.forEach(row::add);
        }
    }

    private static ObjectNode of(Axis axis) {
        return NODES.objectNode().put("label", axis.label()).put("logarithmic", axis.logarithmic());
    }
}
