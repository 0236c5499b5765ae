package dev.sightline.local.learn;

import dev.sightline.local.engagement.LogExport;
import dev.sightline.local.operate.PipelineWatch;
import dev.sightline.local.policy.PolicyApplication;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.system.Readiness;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.BlenderPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the demonstration does with the running system, each step to its end. */
record LearnSystem(Site site, LabProcess lab, Clock clock) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Depths of queues are approximate, and a message is in none while it goes from one stage to the next. */
    private static final int SIGHTINGS = 3;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Runs a command of the lab. */
    void lab(String name, List<String> arguments) {
        int status = lab.run(name, arguments);
        if (status != 0) {
            throw new LauncherException("the lab's %s ended with exit code %d".formatted(name, status));
        }
    }

    /** Puts a policy in force. */
    void apply(BlenderPolicy policy) {
        PolicyApplication application = new PolicyApplication(site.policies());
        PolicyApplication.Plan plan = application.plan(policy);
        if (!plan.isDone()) {
            application.carryOut(plan);
        }
    }

    /** Exports the log once it holds at least so many events; the queue and the function write them meanwhile. */
    void export(Path folder, long events) {
        await("%d events in the engagement log".formatted(events), () -> events(folder) >= events);
    }

    /** Exports the log as it is now, and returns how many events it holds. */
    long events(Path folder) {
        return new LogExport(site.engagementLog(), day -> {}).to(folder).events();
    }

    /** Waits until nothing waits in any queue, so that all that was saved is in the index: the first round must not miss what the second has. */
    void awaitCalm() {
        PipelineWatch watch = new PipelineWatch(site, clock);
        await("no backlog, %d times in a row".formatted(SIGHTINGS), () -> {
            for (int i = 0; i < SIGHTINGS; i++) {
                if (watch.report().backlog() > 0) {
                    return false;
                }
                Readiness.sleep(PAUSE);
            }
            return true;
        });
    }

    void rollUp() {
        site.engagementRollUp().run();
    }

    void await(String expectation, BooleanSupplier condition) {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                throw new LauncherException(
                        "expected %s within %s; ./sightline status says what is slow".formatted(expectation, PATIENCE));
            }
            Readiness.sleep(PAUSE);
        }
    }
}
