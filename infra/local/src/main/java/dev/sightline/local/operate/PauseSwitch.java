package dev.sightline.local.operate;

import dev.sightline.local.site.Site;
import dev.sightline.local.system.Readiness;
import dev.sightline.local.terminal.LauncherException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * Stops a stage from taking messages, and lets it go on. Nothing is lost meanwhile: messages wait in its queue, for up to 14 days.
 *
 * <p>A function's event source mappings are disabled; the worker, which asks its queue itself, reads a tag of the queue every 10 s.
 */
public final class PauseSwitch {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MAX_POLLS = 120;

    private final Site site;

    public PauseSwitch(Site site) {
        this.site = site;
    }

    /** Whether a stage takes no messages, or is about to stop. */
    public boolean paused(QueuedStage stage) {
        return stage.functionOf(site)
                .map(function -> mappings(function).stream().noneMatch(PauseSwitch::enabled))
                .orElseGet(() -> stage.queueOf(site).markedPaused());
    }

    /** Pauses a stage; false if it was paused already. */
    public boolean pause(QueuedStage stage) {
        if (paused(stage)) {
            return false;
        }
        stage.functionOf(site)
                .ifPresentOrElse(
                        function -> turn(function, false),
                        () -> stage.queueOf(site).markPaused());
        return true;
    }

    /** Lets a stage go on; false if it was not paused. */
    public boolean resume(QueuedStage stage) {
        if (!paused(stage)) {
            return false;
        }
        stage.functionOf(site)
                .ifPresentOrElse(
                        function -> turn(function, true),
                        () -> stage.queueOf(site).unmarkPaused());
        return true;
    }

    private void turn(String function, boolean enabled) {
        LambdaClient lambda = site.lambda();
        for (EventSourceMappingConfiguration mapping : mappings(function)) {
            awaitSettled(mapping.uuid());
            lambda.updateEventSourceMapping(
                    request -> request.uuid(mapping.uuid()).enabled(enabled));
            awaitSettled(mapping.uuid());
        }
    }

    /** A mapping changes its state within about a minute, and refuses other changes until then. */
    private void awaitSettled(String mapping) {
        String state = state(mapping);
        for (int poll = 0; !settled(state); poll++) {
            if (poll == MAX_POLLS) {
                throw new LauncherException("event source mapping %s is %s, and neither enabled nor disabled after %d s"
                        .formatted(mapping, state, MAX_POLLS * POLL.toSeconds()));
            }
            Readiness.sleep(POLL);
            state = state(mapping);
        }
    }

    private String state(String mapping) {
        return site.lambda()
                .getEventSourceMapping(request -> request.uuid(mapping))
                .state()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean settled(String state) {
        return state.equals("enabled") || state.equals("disabled");
    }

    private static boolean enabled(EventSourceMappingConfiguration mapping) {
        return !mapping.state().toLowerCase(Locale.ROOT).startsWith("disabl");
    }

    private List<EventSourceMappingConfiguration> mappings(String function) {
        List<EventSourceMappingConfiguration> mappings = site
                .lambda()
                .listEventSourceMappingsPaginator(request -> request.functionName(function))
                .eventSourceMappings()
                .stream()
                .toList();
        if (mappings.isEmpty()) {
            throw new LauncherException(
                    "function %s of %s takes from no queue: deploy the stacks again".formatted(function, site.name()));
        }
        return mappings;
    }
}
