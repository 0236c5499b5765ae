package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.operate.PipelineJson;
import dev.sightline.local.operate.PipelineReport;
import dev.sightline.local.operate.PipelineText;
import dev.sightline.local.operate.PipelineWatch;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.LocalSystem.Part;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** What a status is about: the parts on this machine, if that is meant, and the deployment, if it is there. Not thread-safe. */
final class StatusSubject {

    private final @Nullable LocalSystem local;
    private final @Nullable Site site;
    private final @Nullable PipelineWatch pipeline;

    StatusSubject(@Nullable LocalSystem local, @Nullable Site site) {
        this.local = local;
        this.site = site;
        this.pipeline = site == null ? null : new PipelineWatch(site, Clock.systemUTC());
    }

    /** A deployment that does not answer is part of the answer. */
    Status now() {
        Status status = new Status(JsonNodeFactory.instance.objectNode(), new ArrayList<>(), true);
        if (local != null) {
            status = withParts(status, local);
        } else if (site != null) {
            status.json().put("site", site.name());
            status.lines().add("%-12s %s".formatted("site", site.name()));
        }
        return pipeline == null ? withoutPipeline(status) : withPipeline(status, pipeline);
    }

    private static Status withParts(Status status, LocalSystem system) {
        List<Part> parts = system.parts();
        List<String> dead = system.deadParts();
        var running = system.running();
        status.json().put("up", running.isPresent());
        parts.forEach(part -> {
            part.process().ifPresent(process -> status.json().put(part.name(), process.pid()));
            status.lines().add("%-12s %s".formatted(part.name(), text(part)));
        });
        dead.forEach(status.json().putArray("dead")::add);
        if (!dead.isEmpty()) {
            status.lines()
                    .add("died: %s. Start again, and keep what was uploaded: ./sightline up"
                            .formatted(String.join(", ", dead)));
        }
        running.ifPresent(up -> {
            status.json().put("page", up.page().toString());
            status.lines().add("%-12s %s".formatted("page", up.page()));
            status.json().put("api", up.api().toString());
            status.lines().add("%-12s %s".formatted("API", up.api()));
            status.json().put("keyFile", system.keyFile().toString());
            status.lines().add("%-12s in %s".formatted("API key", system.keyFile()));
        });
        return new Status(status.json(), status.lines(), running.isPresent());
    }

    private static String text(Part part) {
        return part.process()
                .map(process -> "running, process " + process.pid())
                .orElse("not running");
    }

    private static Status withoutPipeline(Status status) {
        status.json().putNull("pipeline");
        return status;
    }

    private static Status withPipeline(Status status, PipelineWatch pipeline) {
        try {
            PipelineReport report = pipeline.report();
            status.json().set("pipeline", PipelineJson.of(report));
            status.lines().addAll(PipelineText.lines(report));
            return status;
        } catch (SightlineException | LauncherException | SdkException e) {
            status.json().putNull("pipeline").put("problem", e.getMessage());
            status.lines().add("%-12s %s".formatted("no numbers:", e.getMessage()));
            return new Status(status.json(), status.lines(), false);
        }
    }

    /** What to show. {@code good} if all parts run and answer. */
    record Status(ObjectNode json, List<String> lines, boolean good) {}
}
