package dev.sightline.lab.burst;

import dev.sightline.lab.report.Plot;
import dev.sightline.lab.scale.Workload;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a burst went: backlog and workers as deployed, and freshness in both ways. */
record BurstCurves(long images, Outcome deployed, Outcome raised) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    List<Plot> plots() {
        return List.of(
                lines(
                        "backlog",
                        "images that wait",
                        List.of(
                                series("upload queue", deployed, Moment::uploads),
                                series("analysis queue", deployed, Moment::analyses),
                                series("index queue", deployed, Moment::changes))),
                lines(
                        "workers",
                        "workers",
                        List.of(
                                series("running", deployed, Moment::running),
                                series("booting", deployed, Moment::booting))),
                lines(
                        "freshness",
                        "oldest image that is not found yet, in " + unitName(),
                        List.of(lag("as deployed", deployed), lag("with more", raised))));
    }

    private Plot lines(String what, String axis, List<Plot.Series> series) {
        return new Plot.Lines(
                Workload.inWords(images).replace(" ", "") + "-" + what,
                Workload.inWords(images) + " images: " + what,
                new Plot.Axis(unitName(), false),
                new Plot.Axis(axis, false),
                series);
    }

    private Plot.Series lag(String name, Outcome outcome) {
        return series(name, outcome, moment -> moment.lagSeconds() / unit());
    }

    private Plot.Series series(String name, Outcome outcome, ToDoubleFunction<Moment> value) {
        return new Plot.Series(
                name,
                outcome.moments().stream()
                        .map(moment -> Plot.Point.of(moment.second() / unit(), value.applyAsDouble(moment)))
                        .toList());
    }

    private String unitName() {
        return inHours() ? "hours" : "minutes";
    }

    private double unit() {
        return inHours() ? SECONDS_PER_HOUR : SECONDS_PER_MINUTE;
    }

    private boolean inHours() {
        return deployed.seconds() >= 2 * SECONDS_PER_HOUR;
    }
}
