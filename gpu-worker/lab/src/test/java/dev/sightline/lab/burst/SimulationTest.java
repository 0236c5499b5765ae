package dev.sightline.lab.burst;

import static dev.sightline.lab.burst.ScenarioBuilder.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void run_ofSixImages_isAsByHand() {
        // Two come in each of three seconds; each stage does one a second; the first is found at the end of the fourth
        // second.
        Outcome outcome = Simulation.run(aScenario().build());

        assertThat(outcome.seconds()).isEqualTo(9);
        assertThat(outcome.found()).isEqualTo(6);
        assertThat(outcome.peakBacklog()).isEqualTo(6);
        // Waits 3, 4, 4, 5, 5, 6.
        assertThat(outcome.waits()).isEqualTo(new Outcome.Waits(4, 6, 6, 27));
        assertThat(outcome.bottleneck()).isEqualTo(Outcome.Queue.UPLOAD);
        assertThat(outcome.fleet()).isEqualTo(new Outcome.FleetUse(1, 9 / 3600.0, 0, 0));
        assertThat(outcome.moments()).hasSize(9);
        assertThat(outcome.moments().get(2)).isEqualTo(new Moment(3, 4, 1, 1, 1, 0, 0, 2));
        assertThat(outcome.moments().getLast()).isEqualTo(new Moment(9, 0, 0, 0, 1, 0, 6, 0));
    }

    @Test
    void run_fromNoWorkers_waitsForALookAndABoot() {
        Outcome outcome = Simulation.run(aScenario()
                .withImages(100)
                .withUploadsPerSecond(100)
                .withFastFunctions()
                .withImagesPerSecondOfAWorker(50)
                .withWorkers(0, 3)
                .withScaling(new Scenario.Scaling.Proportional(60, 300, 100, 60, 600))
                .build());

        // Seen at second 60, there at 360, two seconds of work, one of the indexer.
        assertThat(outcome.seconds()).isEqualTo(363);
        assertThat(outcome.fleet().started()).isEqualTo(1);
        assertThat(outcome.bottleneck()).isEqualTo(Outcome.Queue.ANALYSIS);
    }

    @Test
    void run_withWorkersForQueries_needsNoGpuForAFew() {
        Outcome outcome = Simulation.run(aScenario()
                .withImages(100)
                .withUploadsPerSecond(100)
                .withFastFunctions()
                .withWorkers(0, 3)
                .withOthersPerSecond(10)
                .build());

        // All are there after a second and taken in after two; ten seconds of work, one of the indexer.
        assertThat(outcome.seconds()).isEqualTo(13);
        assertThat(outcome.fleet().started()).isZero();
    }

    @Test
    void run_withASpotInstanceThatIsLost_findsItsImagesLater() {
        var spot = new Scenario.Spot(1, 1e9, 10, 120);
        var scenario = aScenario()
                .withImages(1000)
                .withUploadsPerSecond(1000)
                .withFastFunctions()
                .withImagesPerSecondOfAWorker(100)
                .withWorkers(2, 2)
                .withSpot(spot);

        Outcome outcome = Simulation.run(scenario.build());

        assertThat(outcome.found()).isEqualTo(1000);
        assertThat(outcome.fleet().lost()).isPositive();
        // Nothing waits for a message that is hidden but the one worker's own work: nine seconds without loss of ten
        // images.
        assertThat(outcome.seconds())
                .isGreaterThanOrEqualTo(
                        Simulation.run(scenario.withSpot(Scenario.Spot.NONE).build())
                                .seconds());
    }

    @Test
    void run_thatCannotEnd_isGivenUpWhenMessagesEnd() {
        Outcome outcome = Simulation.run(aScenario()
                .withImages(2_000_000)
                .withUploadsPerSecond(1000)
                .withFastFunctions()
                .build());

        assertThat(outcome.seconds()).isEqualTo(Simulation.MOST_SECONDS);
        assertThat(outcome.found()).isLessThan(2_000_000);
    }

    @Test
    void run_atASteadyRate_keepsLittlesLaw() {
        // 50 a second for 2,000 seconds through stages with room: 150 are in the system, each for 3 seconds.
        Outcome outcome = Simulation.run(aScenario()
                .withImages(100_000)
                .withUploadsPerSecond(50)
                .withFastFunctions()
                .withImagesPerSecondOfAWorker(60)
                .build());

        double inSystem = outcome.moments().stream()
                .filter(moment -> moment.second() > 100 && moment.second() < 1900)
                .mapToLong(Moment::waiting)
                .average()
                .orElseThrow();
        double meanWait = outcome.waits().sum() / 100_000;
        assertThat(inSystem).isCloseTo(50 * meanWait, within(0.01 * inSystem));
        assertThat(meanWait).isEqualTo(3);
    }

    @Test
    void run_ofAHundredMillionImages_keepsFewMomentsEvenlySpaced() {
        Outcome outcome = Simulation.run(aScenario()
                .withImages(100_000_000)
                .withUploadsPerSecond(3000)
                .withFastFunctions()
                .withImagesPerSecondOfAWorker(130)
                .withWorkers(0, 40)
                .withScaling(new Scenario.Scaling.Proportional(60, 300, 40_000, 60, 600))
                .build());

        assertThat(outcome.found()).isEqualTo(100_000_000);
        assertThat(outcome.moments()).hasSizeBetween(128, 257);
        long stride =
                outcome.moments().get(1).second() - outcome.moments().get(0).second();
        assertThat(outcome.moments().get(100).second()
                        - outcome.moments().get(99).second())
                .isEqualTo(stride);
        assertThat(outcome.moments().getLast().second()).isEqualTo(outcome.seconds());
    }
}
