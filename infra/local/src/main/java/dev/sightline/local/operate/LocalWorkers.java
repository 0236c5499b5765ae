package dev.sightline.local.operate;

import dev.sightline.events.EventJson;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.ModelChoice;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The worker of this machine: another one with the models that are wanted follows it. */
public final class LocalWorkers implements Workers {

    private final LocalSystem local;
    private final HttpClient http = HttpClient.newHttpClient();

    public LocalWorkers(LocalSystem local) {
        this.local = local;
    }

    @Override
    public ModelSet runBeside(ModelChoice models) {
        RunningSystem system = local.requireRunning();
        if (system.models().equals(models)) {
            return loaded(system).modelSet();
        }
        system.nextModels().filter(next -> !next.equals(models)).ifPresent(next -> {
            throw new LauncherException(
                    ("A switch between %s and %s is not finished; asked for one to %s. Finish it first, on whichever of the two answers"
                                    + " queries now: ./sightline switch-model --finish")
                            .formatted(system.models(), next, models));
        });
        return loaded(local.replaceWorker(system.models(), models)).next().getFirst();
    }

    @Override
    public void lead(ModelSetId modelSet) {
        RunningSystem system = local.requireRunning();
        if (!requireLoaded(system, modelSet).modelSet().id().equals(modelSet)) {
            local.replaceWorker(system.nextModels().orElseThrow(), system.models());
        }
    }

    @Override
    public void runOnly(ModelSetId modelSet) {
        RunningSystem system = local.requireRunning();
        boolean current = requireLoaded(system, modelSet).modelSet().id().equals(modelSet);
        local.replaceWorker(current ? system.models() : system.nextModels().orElseThrow(), null);
    }

    private Loaded requireLoaded(RunningSystem system, ModelSetId modelSet) {
        Loaded loaded = loaded(system);
        if (!loaded.ids().contains(modelSet)) {
            throw new LauncherException(
                    "expected a worker that runs model set %s, it runs %s: ./sightline switch-model back to it"
                            .formatted(modelSet, loaded.ids()));
        }
        return loaded;
    }

    private Loaded loaded(RunningSystem system) {
        URI url = system.workerEndpoint().resolve("/models");
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).build();
        try {
            return EventJson.read(http.send(request, BodyHandlers.ofString()).body(), Loaded.class);
        } catch (IOException e) {
            throw new LauncherException("the worker does not answer at %s: %s".formatted(url, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /** What the worker says of its models. */
    record Loaded(ModelSet modelSet, List<ModelSet> next) {

        List<ModelSetId> ids() {
            return next.isEmpty()
                    ? List.of(modelSet.id())
                    : List.of(modelSet.id(), next.getFirst().id());
        }
    }
}
