package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetTest {

    /** One worker for each 100 messages, looked at each minute, there after 5; 2 minutes between steps up, 10 before one down. */
    private static final Scenario.Scaling SCALING = new Scenario.Scaling.Proportional(60, 300, 100, 120, 600);

    private final Fleet fleet = new Fleet(new Scenario.Workers(2, 0, 0, 5, SCALING, Scenario.Spot.NONE), 1);

    @Test
    void scale_betweenTwoLooks_doesNothing() {
        fleet.scale(59, 1000);

        assertThat(fleet.booting()).isZero();
    }

    @Test
    void scale_withABacklog_asksForOneWorkerForEachBegunHundred_upToTheMost() {
        fleet.scale(60, 201);
        assertThat(fleet.booting()).isEqualTo(3);

        fleet.scale(180, 10_000);
        assertThat(fleet.booting()).isEqualTo(5);
        assertThat(fleet.started()).isEqualTo(5);
    }

    @Test
    void scale_withinTheCooldown_asksForNoMore() {
        fleet.scale(60, 100);
        fleet.scale(120, 500);
        assertThat(fleet.booting()).isEqualTo(1);

        fleet.scale(180, 500);
        assertThat(fleet.booting()).isEqualTo(5);
    }

    @Test
    void finishBoots_afterTheirTime_letsWorkersRun() {
        fleet.scale(60, 200);
        fleet.finishBoots(359);
        assertThat(fleet.analyze(100)).isZero();

        fleet.finishBoots(360);
        assertThat(fleet.running()).isEqualTo(2);
        assertThat(fleet.analyze(100)).isEqualTo(4);
        // Paid for while they boot, too.
        assertThat(fleet.workerSeconds()).isEqualTo(4);
    }

    @Test
    void scale_withAnEmptyQueue_sendsWorkersAwayAfterTheCooldownOnly() {
        fleet.scale(60, 200);
        fleet.finishBoots(360);

        fleet.scale(600, 0);
        assertThat(fleet.running()).isEqualTo(2);

        fleet.scale(660, 0);
        assertThat(fleet.running()).isZero();
    }

    @Test
    void scale_down_takesThoseThatBootFirst() {
        fleet.scale(60, 300);
        fleet.finishBoots(360);
        fleet.scale(420, 500);
        assertThat(fleet.booting()).isEqualTo(2);

        fleet.scale(1020, 200);

        assertThat(fleet.booting()).isZero();
        assertThat(fleet.running()).isEqualTo(2);
    }

    @Test
    void lose_takesSpotInstancesOnly() {
        // Two are on demand; a spot instance is as good as lost within the second.
        var spot = new Scenario.Spot(2, 1e9, 10, 120);
        var risky = new Fleet(new Scenario.Workers(2, 0, 5, 5, SCALING, spot), 1);

        assertThat(risky.lose()).isEqualTo(3);
        assertThat(risky.running()).isEqualTo(2);
        assertThat(risky.lost()).isEqualTo(3);
        assertThat(risky.lose()).isZero();
    }

    @Test
    void scale_afterALoss_asksForAnother() {
        var spot = new Scenario.Spot(2, 1e9, 10, 120);
        var risky = new Fleet(new Scenario.Workers(2, 0, 5, 5, SCALING, spot), 1);
        risky.lose();

        risky.scale(60, 0);

        assertThat(risky.booting()).isEqualTo(3);
    }
}
