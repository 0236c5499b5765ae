package dev.sightline.reconcile;

import static dev.sightline.reconcile.EngagementWorld.OTHER_QUERY;
import static dev.sightline.reconcile.EngagementWorld.OTHER_RESULT;
import static dev.sightline.reconcile.EngagementWorld.QUERY;
import static dev.sightline.reconcile.EngagementWorld.RESULT;
import static dev.sightline.reconcile.EngagementWorld.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngagementRollUpTest {

    private static final Exposure TOP = new Exposure("web", 1);
    private static final ImageSignature GONE = Fixtures.aSignature(77);

    private final EngagementWorld world = new EngagementWorld();

    @Test
    void run_ofALog_countsPairsImagesAndPlaces() {
        world.add(TODAY, "a", event("1", EngagementKind.IMPRESSION, QUERY, RESULT), save("2", QUERY, RESULT));
        world.add(
                TODAY.minusDays(3),
                "a",
                event("3", EngagementKind.IMPRESSION, QUERY, RESULT),
                event("4", EngagementKind.IMPRESSION, OTHER_QUERY, OTHER_RESULT));

        assertThat(world.rollUp.run()).isEqualTo(new RollUpReport(2, 2, 2, 2));

        EngagementCounts counts = new EngagementCounts(Map.of(TOP, 2L), Map.of(EngagementKind.SAVE, 1L));
        assertThat(world.view.winners(QUERY, 10)).containsExactly(new PairCounts(QUERY, RESULT, counts));
        assertThat(world.view.images(Set.of(RESULT))).isEqualTo(Map.of(RESULT, counts));
        assertThat(world.view.rates())
                .isEqualTo(new EngagementRates(Map.of(TOP, Map.of(EngagementKind.SAVE, 1.0 / 3))));
    }

    @Test
    void run_ofTheSameEventInTwoFiles_countsItOnce() {
        world.add(TODAY, "a", save("1", QUERY, RESULT), save("1", QUERY, RESULT));
        world.add(TODAY, "b", save("1", QUERY, RESULT), save("2", QUERY, RESULT));
        world.rollUp.run();

        assertThat(saves(QUERY, RESULT)).isEqualTo(2);
    }

    @Test
    void run_again_readsNothingThatWasCounted() {
        world.add(TODAY, "a", save("1", QUERY, RESULT), save("2", QUERY, GONE));
        world.add(TODAY.minusDays(1), "a", save("3", QUERY, RESULT));
        world.rollUp.run();
        int reads = world.log.reads();
        int saves = world.rollUps.saves();

        assertThat(world.rollUp.run().changed()).isZero();

        assertThat(world.log.reads()).isEqualTo(reads);
        assertThat(world.rollUps.saves()).isEqualTo(saves);
        assertThat(saves(QUERY, RESULT)).isEqualTo(2);
    }

    @Test
    void run_afterALateEvent_countsItsDayAgainAndNoOther() {
        world.add(TODAY, "a", save("1", QUERY, RESULT));
        world.add(TODAY.minusDays(6), "a", save("2", QUERY, RESULT));
        world.rollUp.run();
        int reads = world.log.reads();

        world.add(TODAY.minusDays(6), "late", save("3", QUERY, RESULT));

        assertThat(world.rollUp.run().changed()).isEqualTo(1);
        assertThat(saves(QUERY, RESULT)).isEqualTo(3);
        assertThat(world.log.reads() - reads).isEqualTo(2);
    }

    @Test
    void run_ofResultsOfAnUpload_countsTheResultAndNoPair() {
        EngagementEvent save = save("1", QUERY, RESULT);
        world.add(TODAY, "a", withQuery(save, "qry-01"));
        world.rollUp.run();

        assertThat(world.view.winners(QUERY, 10)).isEmpty();
        assertThat(world.view.images(Set.of(RESULT))).hasSize(1);
    }

    @Test
    void run_afterARemoval_leavesNothingOfTheImageAnywhere() {
        world.add(
                TODAY, "a", save("1", QUERY, RESULT), save("2", QUERY, OTHER_RESULT), save("3", RESULT, OTHER_RESULT));
        world.rollUp.run();

        world.remove(RESULT);
        assertThat(world.view.images(Set.of(RESULT))).isEmpty();
        int reads = world.log.reads();
        world.rollUp.run();

        assertThat(world.log.reads()).as("files read").isEqualTo(reads);
        assertThat(world.view.images(Set.of(RESULT))).isEmpty();
        assertThat(world.view.winners(RESULT, 10)).isEmpty();
        assertThat(world.view.winners(QUERY, 10)).extracting(PairCounts::result).containsExactly(OTHER_RESULT);
        assertThat(world.view.images(Set.of(OTHER_RESULT)).get(OTHER_RESULT))
                .isEqualTo(new EngagementCounts(Map.of(), Map.of(EngagementKind.SAVE, 2L)));
        assertThat(world.rollUps.find(TODAY).orElseThrow().counts().toString()).doesNotContain(RESULT.hex());
    }

    @Test
    void run_afterAnImageCameBack_countsItAgain() {
        world.add(TODAY, "a", save("1", QUERY, GONE), save("2", GONE, RESULT));
        world.rollUp.run();
        assertThat(world.view.winners(QUERY, 10)).isEmpty();

        world.index(GONE);
        world.rollUp.run();

        assertThat(saves(QUERY, GONE)).isEqualTo(1);
        assertThat(saves(GONE, RESULT)).isEqualTo(1);
        assertThat(world.rollUps.find(TODAY).orElseThrow().leftOut()).isEmpty();
    }

    @Test
    void run_withAnErasedUser_countsNothingUpToTheTimeOfErasure() {
        EngagementEvent late = receivedLater(Engagements.anEvent("2", EngagementKind.SAVE, 1));
        world.add(TODAY, "a", save("1", QUERY, RESULT), late, Engagements.anEvent("3", EngagementKind.SAVE, 2));
        world.rollUp.run();
        assertThat(saves(QUERY, RESULT)).isEqualTo(3);

        world.log.noteErasure(Engagements.aUser(1), Fixtures.NOW.plusSeconds(1));
        world.rollUp.run();

        assertThat(saves(QUERY, RESULT)).isEqualTo(2);
    }

    @Test
    void run_afterRetention_forgetsTheDay() {
        world.add(TODAY, "a", save("1", QUERY, RESULT));
        world.add(TODAY.minusDays(400), "a", save("2", QUERY, RESULT));
        world.rollUp.run();

        world.log.expire(TODAY.minusDays(400));
        world.rollUp.run();

        assertThat(saves(QUERY, RESULT)).isEqualTo(1);
        assertThat(world.rollUps.days()).containsExactly(TODAY);
    }

    @Test
    void run_withoutAnIndex_countsNothingAndAllOnceItIsBack() {
        world.add(TODAY, "a", save("1", QUERY, RESULT));
        world.images.vanish();
        world.rollUp.run();
        assertThat(world.view.winners(QUERY, 10)).isEmpty();

        EngagementWorld again = new EngagementWorld();
        new EngagementRollUp(
                        world.log, world.rollUps, new IndexedImages(again.images, again.images.inventory()), world.view)
                .run();

        assertThat(saves(QUERY, RESULT)).isEqualTo(1);
    }

    @Test
    void run_whenTheLogDoesNotAnswer_changesNothing() {
        world.add(TODAY, "a", save("1", QUERY, RESULT));
        world.rollUp.run();
        world.log.becomeUnavailable();

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(world.rollUp::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));

        assertThat(saves(QUERY, RESULT)).isEqualTo(1);
    }

    private long saves(ImageSignature query, ImageSignature result) {
        return world.view
                .pairs(query, Set.of(result))
                .getOrDefault(result, EngagementCounts.NONE)
                .actions()
                .getOrDefault(EngagementKind.SAVE, 0L);
    }

    private static EngagementEvent save(String id, ImageSignature query, ImageSignature result) {
        return event(id, EngagementKind.SAVE, query, result);
    }

    private static EngagementEvent event(String id, EngagementKind kind, ImageSignature query, ImageSignature result) {
        EngagementEvent event = Engagements.anEvent(id, kind, 1);
        return new EngagementEvent(
                id,
                kind,
                event.requestId(),
                query.hex(),
                result,
                event.rank(),
                event.platform(),
                event.user(),
                event.occurredAt(),
                event.receivedAt());
    }

    private static EngagementEvent withQuery(EngagementEvent event, String query) {
        return new EngagementEvent(
                event.eventId(),
                event.kind(),
                event.requestId(),
                query,
                event.image(),
                event.rank(),
                event.platform(),
                event.user(),
                event.occurredAt(),
                event.receivedAt());
    }

    private static EngagementEvent receivedLater(EngagementEvent event) {
        return new EngagementEvent(
                event.eventId(),
                event.kind(),
                event.requestId(),
                event.query(),
                event.image(),
                event.rank(),
                event.platform(),
                event.user(),
                event.occurredAt(),
                event.receivedAt().plusMillis(1));
    }
}
