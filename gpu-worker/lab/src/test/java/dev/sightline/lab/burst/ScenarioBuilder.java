package dev.sightline.lab.burst;

/** Scenarios in which each stage does one image a second, with one worker that is always there. */
final class ScenarioBuilder {

    private long images = 6;
    private double uploads = 2;
    private Scenario.Function ingest = new Scenario.Function(1, 1, 1, 1e9);
    private Scenario.Function indexer = new Scenario.Function(1, 1, 1, 1e9);
    private double imagesPerSecond = 1;
    private double others;
    private int min = 1;
    private int max = 1;
    private Scenario.Scaling scaling = new Scenario.Scaling.Proportional(60, 300, 100, 60, 600);
    private Scenario.Spot spot = Scenario.Spot.NONE;
    private long seed = 1;

    static ScenarioBuilder aScenario() {
        return new ScenarioBuilder();
    }

    ScenarioBuilder withImages(long value) {
        images = value;
        return this;
    }

    ScenarioBuilder withUploadsPerSecond(double value) {
        uploads = value;
        return this;
    }

    /** Functions that are never what images wait for. */
    ScenarioBuilder withFastFunctions() {
        ingest = new Scenario.Function(1000, 0.001, 1000, 1e9);
        indexer = ingest;
        return this;
    }

    ScenarioBuilder withIngest(Scenario.Function value) {
        ingest = value;
        return this;
    }

    ScenarioBuilder withIndexer(Scenario.Function value) {
        indexer = value;
        return this;
    }

    ScenarioBuilder withImagesPerSecondOfAWorker(double value) {
        imagesPerSecond = value;
        return this;
    }

    ScenarioBuilder withOthersPerSecond(double value) {
        others = value;
        return this;
    }

    ScenarioBuilder withWorkers(int least, int most) {
        min = least;
        max = most;
        return this;
    }

    ScenarioBuilder withScaling(Scenario.Scaling value) {
        scaling = value;
        return this;
    }

    ScenarioBuilder withSpot(Scenario.Spot value) {
        spot = value;
        return this;
    }

    ScenarioBuilder withSeed(long value) {
        seed = value;
        return this;
    }

    Scenario build() {
        return new Scenario(
                images,
                uploads,
                ingest,
                new Scenario.Workers(imagesPerSecond, others, min, max, scaling, spot),
                indexer,
                seed);
    }
}
