package dev.sightline.local.operate;

import static dev.sightline.local.operate.ComparedWorld.GENERATION;
import static dev.sightline.local.operate.ComparedWorld.bytes;
import static dev.sightline.local.operate.ComparedWorld.signature;
import static dev.sightline.local.operate.DifferenceKind.MISSING_DOCUMENT;
import static dev.sightline.local.operate.DifferenceKind.ORPHAN_DOCUMENT;
import static dev.sightline.local.operate.DifferenceKind.STUCK_PENDING;
import static dev.sightline.local.operate.DifferenceKind.UNKNOWN_OBJECT;
import static dev.sightline.testkit.Fixtures.BUCKET;
import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.local.operate.Reconciliation.Scope;
import dev.sightline.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationTest {

    private static final Scope ALL = new Scope("", Duration.ofMinutes(5));

    private final ComparedWorld world = new ComparedWorld();
    private final Reconciliation reconciliation = world.reconciliation();

    private static Stream<Damage> damages() {
        return Damage.all();
    }

    @BeforeEach
    void makeAConsistentWorld() {
        world.upload("chair.jpg", "chair");
        world.upload("table.jpg", "table");
        world.upload("table2.jpg", "table");
        world.upload("empty.jpg", "");
        world.upload("gone.jpg", "gone");
        world.remove("gone.jpg");
        world.bucket.put("folder/", new byte[0]);
    }

    @Test
    void find_inAConsistentWorld_findsNothing() {
        Findings findings = find(ALL);

        assertThat(findings.counts()).isEmpty();
        assertThat(findings.isSettled()).isTrue();
        assertThat(findings.inFlight()).isZero();
        assertThat(findings.objects()).isEqualTo(5);
        assertThat(findings.sources()).isEqualTo(5);
        assertThat(findings.documents()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void find_afterDamage_namesItAndChangesNothing(Damage damage) {
        damage.happens().accept(world);

        assertThat(found(find(ALL))).isEqualTo(damage.found());
        assertThat(found(find(ALL))).isEqualTo(damage.found());
        assertThat(world.waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void mend_afterDamage_leavesNothingToFindOnceThePipelineRan(Damage damage) {
        damage.happens().accept(world);

        assertThat(found(reconciliation.mend(ALL, now -> {}))).isEqualTo(damage.found());
        assertThat(reconciliation.problems()).isEmpty();
        world.runPipeline(NOW);

        assertThat(find(ALL).counts()).isEmpty();
        assertThat(find(ALL).inFlight()).isZero();
        assertThat(world.documents()).isEqualTo(world.expectedDocuments());
    }

    @ParameterizedTest
    @MethodSource("damages")
    void await_afterDamage_lastsUntilThePipelineRan(Damage damage) {
        damage.happens().accept(world);
        Findings before = reconciliation.mend(ALL, now -> {});
        boolean asked = world.waiting() > 0;
        world.pacer.whilePausing(() -> {
            if (world.pacer.passed().toSeconds() >= 30) {
                world.runPipeline(NOW);
            }
        });

        Findings after = reconciliation.await(ALL, Duration.ofMinutes(5), now -> {});

        assertThat(before.differences()).isPositive();
        assertThat(after.isSettled()).isTrue();
        assertThat(world.pacer.passed().toSeconds()).isGreaterThanOrEqualTo(asked ? 30 : 0);
    }

    @Test
    void await_withPipelineThatStandsStill_saysWhatIsLeft() {
        world.bucket.put("new.jpg", bytes("new"));
        reconciliation.mend(ALL, now -> {});

        Findings after = reconciliation.await(ALL, Duration.ofMinutes(5), now -> {});

        assertThat(after.isSettled()).isFalse();
        assertThat(after.counts()).containsOnlyKeys(UNKNOWN_OBJECT);
        assertThat(world.pacer.passed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void await_whileARequestOfTheRepairIsPending_goesOn() {
        world.bucket.put("new.jpg", bytes("new"));
        reconciliation.mend(ALL, now -> {});
        world.bucket.remove("new.jpg");
        world.runPipeline(NOW);

        Findings after = reconciliation.await(ALL, Duration.ofSeconds(10), now -> {});

        assertThat(after.differences()).isZero();
        assertThat(after.mending()).isEqualTo(1);
        assertThat(after.isSettled()).isFalse();
    }

    @Test
    void find_withYoungDifferences_leavesThemInFlight() {
        SourceVersion version = new SourceVersion(BUCKET, "young.jpg", world.next());
        String etag = world.bucket.put("young.jpg", bytes("young"));
        world.registry.record(Source.pending(version, etag, NOW));

        Findings findings = find(ALL);

        assertThat(findings.differences()).isZero();
        assertThat(findings.inFlight()).isEqualTo(1);
        assertThat(findings.isSettled()).isTrue();
        assertThat(find(new Scope("", Duration.ZERO)).counts()).containsOnlyKeys(STUCK_PENDING);
    }

    @Test
    void find_withPrefix_looksAtNothingElse() {
        world.bucket.put("new.jpg", bytes("new"));
        world.bucket.put("p/new.jpg", bytes("new"));
        world.writeDocument("orphan", List.of("p/nowhere.jpg"));
        world.writeDocument("orphan2", List.of("q/nowhere.jpg"));

        Findings findings = find(new Scope("p/", Duration.ofMinutes(5)));

        assertThat(found(findings))
                .isEqualTo(Map.of(
                        UNKNOWN_OBJECT, List.of("p/new.jpg"),
                        ORPHAN_DOCUMENT, List.of(signature("orphan").hex())));
    }

    @Test
    void find_withManyDifferences_countsAllAndNamesTheFirst() {
        for (int i = 0; i < 1234; i++) {
            world.bucket.put("new/%04d.jpg".formatted(i), bytes("new"));
        }
        Findings findings = find(ALL);

        assertThat(findings.counts()).isEqualTo(Map.of(UNKNOWN_OBJECT, 1234L));
        assertThat(findings.first(UNKNOWN_OBJECT)).hasSize(10).startsWith("new/0000.jpg", "new/0001.jpg");
    }

    @Test
    void find_withGenerationThatIsNotComplete_namesWhatItLacks() {
        world.index.open(Fixtures.aModelSet());

        Map<DifferenceKind, List<String>> expected = Map.of(
                MISSING_DOCUMENT,
                Stream.of(signature("chair").hex(), signature("table").hex())
                        .sorted()
                        .toList());
        assertThat(found(find(ALL))).isEqualTo(expected);

        reconciliation.mend(ALL, now -> {});
        assertThat(find(ALL).isSettled()).isTrue();
    }

    @Test
    void find_withGenerationOfANextModelSet_expectsOnlyWhatHasARecordThere() {
        world.index.open(Fixtures.aModelSet("2"));
        world.features.save(Fixtures.aFeatureRecord()
                .withSignature(signature("chair"))
                .withModelSet(Fixtures.aModelSet("2"))
                .build());

        assertThat(found(find(ALL)))
                .isEqualTo(Map.of(MISSING_DOCUMENT, List.of(signature("chair").hex())));

        reconciliation.mend(ALL, now -> {});
        assertThat(find(ALL).isSettled()).isTrue();
    }

    @Test
    void mend_withEverythingDroppedButTheRecords_rebuildsAllWithoutAnalysis() {
        ComparedWorld rebuilt = new ComparedWorld();
        rebuilt.bucket.put("chair.jpg", bytes("chair"));
        rebuilt.bucket.put("table.jpg", bytes("table"));
        rebuilt.saveFeatures(signature("chair"));
        rebuilt.saveFeatures(signature("table"));

        rebuilt.reconciliation().mend(ALL, now -> {});
        rebuilt.runPipeline(NOW);

        assertThat(rebuilt.documents()).isEqualTo(rebuilt.expectedDocuments());
        assertThat(rebuilt.analyses()).isZero();
    }

    @Test
    void mend_withRefusingIndex_saysWhatWasNotMended() {
        world.index.lose(GENERATION, signature("chair"));
        world.index.refuse(signature("chair"));

        reconciliation.mend(ALL, now -> {});

        assertThat(reconciliation.problems())
                .hasSize(1)
                .first()
                .asString()
                .contains(signature("chair").hex());
    }

    private Findings find(Scope scope) {
        return reconciliation.find(scope, now -> {});
    }

    private static Map<DifferenceKind, List<String>> found(Findings findings) {
        return findings.counts().keySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        kind -> kind,
                        kind -> findings.first(kind).stream().sorted().toList()));
    }
}
