package dev.sightline.local.operate;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.system.ModelChoice;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.util.List;

/**
 * Workers that somebody else deploys, as in AWS: which model sets they run is known from what they announce in the bucket of features;
 * what to deploy next is said. A rolling deployment keeps the old tasks until new ones are healthy.
 */
public final class DeployedWorkers implements Workers {

    private final FeatureStore features;
    private final Console console;

    public DeployedWorkers(FeatureStore features, Console console) {
        this.features = features;
        this.console = console;
    }

    @Override
    public ModelSet runBeside(ModelChoice models) {
        List<ModelSet> announced = features.modelSets().values().stream()
                .filter(set -> set.embedder().id().equals(models.embedder().replace('@', '.'))
                        && set.detector().id().equals(models.detector()))
                .toList();
        if (announced.isEmpty()) {
            throw new LauncherException(
                    "no worker has announced a model set of embedder %s and detector %s. Deploy the workers with %s=%s, %s=%s and %s=%s, then run this again"
                            .formatted(
                                    models.embedder(),
                                    models.detector(),
                                    EnvironmentNames.NEXT_EMBEDDER,
                                    models.embedder(),
                                    EnvironmentNames.NEXT_DETECTOR,
                                    models.detector(),
                                    EnvironmentNames.NEXT_QUERY_DETECTOR,
                                    models.queryDetector()));
        }
        if (announced.size() > 1) {
            throw new LauncherException(
                    "expected one announced model set of embedder %s and detector %s, got %s: delete the model-set.json of those that no worker runs"
                            .formatted(
                                    models.embedder(),
                                    models.detector(),
                                    announced.stream().map(ModelSet::id).toList()));
        }
        return announced.getFirst();
    }

    @Override
    public void lead(ModelSetId modelSet) {
        console.note(
                "Queries are answered from %s. Deploy the workers with its models in SIGHTLINE_EMBEDDER, _DETECTOR and _QUERY_DETECTOR, and with the other ones in SIGHTLINE_NEXT_* as long as you may want to go back"
                        .formatted(modelSet));
    }

    @Override
    public void runOnly(ModelSetId modelSet) {
        console.note("Deploy the workers with the models of %s alone, without SIGHTLINE_NEXT_*".formatted(modelSet));
    }
}
