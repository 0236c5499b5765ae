package dev.sightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.DotGate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    private static final BlenderPolicy STANDARD = StandardPolicy.policy();

    @Test
    void between_theSamePolicyUnderAnotherName_isEmpty() {
        PolicyDiff diff = PolicyDiff.between(STANDARD, STANDARD.withDots("other", STANDARD.dots()));

        assertThat(diff).isEqualTo(new PolicyDiff("standard-2", "other", List.of(), List.of()));
        assertThat(diff.isEmpty()).isTrue();
    }

    @Test
    void between_otherThresholds_namesEach() {
        DotPolicy open = new DotPolicy(DotEvidenceKind.OBJECTS, 25, 5, DotGate.OPEN);
        DotPolicy tuned = new DotPolicy(DotEvidenceKind.IMAGES, 25, 5, new DotGate(0.25, 0, 0.5));

        PolicyDiff diff = PolicyDiff.between(STANDARD.withDots("open", open), STANDARD.withDots("tuned", tuned));

        assertThat(diff.changes())
                .containsExactly(
                        new PolicyChange("dots.evidence", "objects", "images"),
                        new PolicyChange("dots.gate.maxTopDistance", "1.0", "0.25"),
                        new PolicyChange("dots.gate.minConformity", "0.0", "0.5"));
        assertThat(diff.shares()).isEmpty();
    }

    @Test
    void between_anotherWeight_saysWhatBecomesOfTheShares() {
        PolicyDiff diff = PolicyDiff.between(
                STANDARD, edited(text -> text.replaceFirst("(?s)(\"lens\": .*?\"weight\": )2.0", "$19.0")));

        assertThat(diff.changes()).containsExactly(new PolicyChange("mixes.lens.image-search.weight", "2.0", "9.0"));
        assertThat(diff.shares()).extracting(ShareChange::mix).containsOnly(MixName.LENS);
        assertThat(diff.shares())
                .as("food gives Image Search a weight of its own, before and after")
                .extracting(ShareChange::rule)
                .containsOnlyNulls();
        assertShare(diff.shares().get(0), CandidateSource.VISUAL_SEARCH, 4 / 9.0, 4 / 16.0);
        assertShare(diff.shares().get(1), CandidateSource.OBJECT_SEARCH, 3 / 9.0, 3 / 16.0);
        assertShare(diff.shares().get(2), CandidateSource.IMAGE_SEARCH, 2 / 9.0, 9 / 16.0);
        assertThat(diff.shares()).hasSize(3);
    }

    @Test
    void between_aRulesWeightAndWords_namesTheRule() {
        PolicyDiff diff = PolicyDiff.between(
                STANDARD,
                edited(text -> text.replace("\"image-search\": 4.0", "\"image-search\": 13.0")
                        .replace("\"apple\"", "\"soup\"")));

        assertThat(diff.changes())
                .containsExactly(
                        new PolicyChange("categories.food.objectCategories", "apple", null),
                        new PolicyChange("categories.food.objectCategories", null, "soup"),
                        new PolicyChange("categories.food.weights.image-search", "4.0", "13.0"));
        assertThat(diff.shares()).extracting(ShareChange::rule).containsOnly("food");
        List<ShareChange> lens = diff.shares().stream()
                .filter(change -> change.mix() == MixName.LENS)
                .toList();
        assertShare(lens.get(2), CandidateSource.IMAGE_SEARCH, 4 / 11.0, 13 / 20.0);
    }

    @Test
    void between_aSourceThatIsTurnedOff_namesItAndItsShare() {
        BlenderPolicy without = with(Map.of(
                CandidateSource.VISUAL_SEARCH,
                        STANDARD.source(MixName.LENS, CandidateSource.VISUAL_SEARCH)
                                .orElseThrow(),
                CandidateSource.IMAGE_SEARCH,
                        STANDARD.source(MixName.LENS, CandidateSource.IMAGE_SEARCH)
                                .orElseThrow()));

        PolicyDiff diff = PolicyDiff.between(STANDARD, without);

        assertThat(diff.changes())
                .containsExactly(new PolicyChange(
                        "mixes.lens.object-search",
                        "{\"weight\":3.0,\"floor\":1,\"minConfidence\":0.4,\"budget\":\"PT0.5S\"}",
                        null));
        assertShare(diff.shares().get(1), CandidateSource.OBJECT_SEARCH, 3 / 9.0, 0);
    }

    @Test
    void between_otherVariants_namesEachByItsName() {
        PolicyDiff diff = PolicyDiff.between(
                STANDARD,
                edited(text -> text.replace("\"gain\": 0.5", "\"gain\": 0.25")
                        .replace(
                                "\"share\": 1.0",
                                "\"share\": 0.9 }, { \"name\": \"learned\", \"share\": 0.1, \"ranker\": \"r-1\"")));

        assertThat(diff.changes())
                .containsExactly(
                        new PolicyChange("related.boost.gain", "0.5", "0.25"),
                        new PolicyChange("related.experiment.variants.standard.share", "1.0", "0.9"),
                        new PolicyChange(
                                "related.experiment.variants.learned", null, "{\"share\":0.1,\"ranker\":\"r-1\"}"));
    }

    @Test
    void between_rulesInAnotherOrder_saysSo() {
        CategoryRule rooms = new CategoryRule("rooms", List.of("couch"), List.of(), 0.5, Map.of(), List.of("interior"));
        CategoryRule food = STANDARD.categories().getFirst();

        PolicyDiff diff = PolicyDiff.between(withRules(food, rooms), withRules(rooms, food));

        assertThat(diff.changes())
                .containsExactly(new PolicyChange("categories (order)", "food, rooms", "rooms, food"));
        assertThat(PolicyDiff.between(STANDARD, withRules(rooms, food)).changes())
                .extracting(PolicyChange::path)
                .containsExactly("categories.rooms");
    }

    private static void assertShare(ShareChange change, CandidateSource source, double before, double after) {
        assertThat(change.source()).isEqualTo(source);
        assertThat(change.before()).isCloseTo(before, within(1e-12));
        assertThat(change.after()).isCloseTo(after, within(1e-12));
    }

    private static BlenderPolicy edited(UnaryOperator<String> edit) {
        return PolicyDocument.read(edit.apply(StandardPolicy.document()).replace("standard-2", "edited"));
    }

    private static BlenderPolicy with(Map<CandidateSource, SourcePolicy> lens) {
        Map<MixName, Map<CandidateSource, SourcePolicy>> mixes = new EnumMap<>(STANDARD.mixes());
        mixes.put(MixName.LENS, lens);
        return STANDARD.withMixes(mixes);
    }

    private static BlenderPolicy withRules(CategoryRule... rules) {
        return new BlenderPolicy(
                "edited",
                STANDARD.dots(),
                STANDARD.annotations(),
                STANDARD.objects(),
                STANDARD.nearDuplicate(),
                STANDARD.related(),
                STANDARD.mixes(),
                List.of(rules));
    }
}
