package dev.sightline.lab.burst;

import static dev.sightline.lab.burst.ScenarioBuilder.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every burst. */
class PipelinePropertiesTest {

    private static final int MOST_SECONDS = 200_000;
    /** From the first message on, so that every burst ends. */
    private static final List<Scenario.Scaling.Step> STEPS =
            List.of(new Scenario.Scaling.Step(1, 1), new Scenario.Scaling.Step(100, 3));

    @Property(seed = "1", tries = 200)
    void next_atAnySecond_hasLostNothing(@ForAll("scenarios") ScenarioBuilder builder) {
        Scenario scenario = builder.build();
        Pipeline pipeline = new Pipeline(scenario);
        long before = 0;
        for (int second = 1; !pipeline.isDone() && second < MOST_SECONDS; second++) {
            Moment moment = pipeline.next();
            assertThat(moment.found() + moment.waiting()).isEqualTo(pipeline.came());
            assertThat(moment.found()).isGreaterThanOrEqualTo(before);
            assertThat(moment.running()).isNotNegative();
            assertThat(moment.booting()).isNotNegative();
            assertThat(moment.running() + moment.booting())
                    .isLessThanOrEqualTo(scenario.workers().max());
            assertThat(moment.lagSeconds() > 0 && moment.waiting() == 0).isFalse();
            before = moment.found();
        }
        assertThat(pipeline.isDone()).isTrue();
        assertThat(pipeline.came()).isEqualTo(scenario.images());
    }

    /** Little's law over a whole run: the sum of what waits at each second is the sum of all waits. */
    @Property(seed = "2", tries = 200)
    void waits_ofAllImages_areTheSumOfAllBacklogs(@ForAll("scenarios") ScenarioBuilder builder) {
        Pipeline pipeline = new Pipeline(builder.build());
        double backlogs = 0;
        for (int second = 0; !pipeline.isDone() && second < MOST_SECONDS; second++) {
            backlogs += pipeline.next().waiting();
        }

        assertThat(pipeline.arrivals().waitedSeconds()).isCloseTo(backlogs, within(0.5));
    }

    @Property(seed = "3", tries = 100)
    void run_withTheSameSeed_isTheSame(@ForAll("scenarios") ScenarioBuilder builder) {
        assertThat(Simulation.run(builder.build())).isEqualTo(Simulation.run(builder.build()));
    }

    /** Of workers that are always there: scaled ones may go too early for what comes next. */
    @Property(seed = "4", tries = 200)
    void run_withMoreWorkers_isNeverSlower(
            @ForAll("scenarios") ScenarioBuilder builder, @ForAll @IntRange(min = 1, max = 5) int workers) {
        builder.withSpot(Scenario.Spot.NONE);
        Outcome few = Simulation.run(builder.withWorkers(workers, workers).build());
        Outcome more =
                Simulation.run(builder.withWorkers(workers + 1, workers + 1).build());

        assertThat(more.seconds()).isLessThanOrEqualTo(few.seconds());
        assertThat(more.waits().sum()).isLessThanOrEqualTo(few.waits().sum());
    }

    @Property(seed = "5", tries = 100)
    void run_ofMoreImages_isNeverFaster(@ForAll("scenarios") ScenarioBuilder builder) {
        builder.withSpot(Scenario.Spot.NONE).withWorkers(2, 2);
        Outcome some = Simulation.run(builder.withImages(2_000).build());
        Outcome more = Simulation.run(builder.withImages(2_100).build());

        assertThat(more.seconds()).isGreaterThanOrEqualTo(some.seconds());
        assertThat(more.peakBacklog()).isGreaterThanOrEqualTo(some.peakBacklog());
    }

    @Property(seed = "6", tries = 100)
    void run_isNeverFasterThanItsSlowestStage(@ForAll("scenarios") ScenarioBuilder builder) {
        Scenario scenario = builder.build();
        Outcome outcome = Simulation.run(scenario);
        double fastest = Math.min(
                scenario.uploadsPerSecond(),
                Math.min(
                        scenario.ingest().perSecond(scenario.ingest().maxConcurrency()),
                        Math.min(
                                scenario.indexer().perSecond(scenario.indexer().maxConcurrency()),
                                scenario.workers().max() * scenario.workers().imagesPerSecond())));

        assertThat((double) outcome.seconds()).isGreaterThanOrEqualTo(Math.floor(scenario.images() / fastest));
    }

    @Provide
    Arbitrary<ScenarioBuilder> scenarios() {
        Arbitrary<Scenario.Function> functions = Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.doubles().between(0.05, 3),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.doubles().between(3, 500))
                .as(Scenario.Function::new);
        Arbitrary<Scenario.Spot> spots = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.doubles().between(0, 5),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 200))
                .as(Scenario.Spot::new);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5_000),
                        Arbitraries.doubles().between(0.5, 2_000),
                        Arbitraries.doubles().between(0.5, 50),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(2, 8),
                        functions,
                        functions,
                        Combinators.combine(scalings(), spots).as(Policy::new))
                .as((images, uploads, rate, min, max, ingest, indexer, policy) -> aScenario()
                        .withImages(images)
                        .withUploadsPerSecond(uploads)
                        .withImagesPerSecondOfAWorker(rate)
                        .withWorkers(min, max)
                        .withIngest(ingest)
                        .withIndexer(indexer)
                        .withScaling(policy.scaling())
                        .withSpot(policy.spot()));
    }

    private static Arbitrary<Scenario.Scaling> scalings() {
        Arbitrary<Scenario.Scaling> proportional = Combinators.combine(
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.longs().between(1, 2_000),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 900))
                .as(Scenario.Scaling.Proportional::new);
        Arbitrary<Scenario.Scaling> steps = Combinators.combine(
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.longs().between(1, 20),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 300))
                .as((every, boot, outLooks, out, little, inLooks, in) ->
                        new Scenario.Scaling.Steps(every, boot, STEPS, outLooks, out, little, inLooks, in));
        return Arbitraries.oneOf(proportional, steps);
    }

    private record Policy(Scenario.Scaling scaling, Scenario.Spot spot) {}
}
