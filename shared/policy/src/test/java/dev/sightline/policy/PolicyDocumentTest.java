package dev.sightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.EngagementKind;
import dev.sightline.visual.DotGate;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentTest {

    /** No two numbers are equal, so that no two can be confused. */
    private static BlenderPolicy everything() {
        return new BlenderPolicy(
                "all-1",
                new DotPolicy(DotEvidenceKind.IMAGES, 31, 7, new DotGate(0.11, 0.12, 0.13)),
                new AnnotationPolicy(0.21, 0.22, 0.23, 24, 0.25),
                new ObjectPolicy(0.31, 0.32, 3),
                0.41,
                related(),
                Map.of(
                        MixName.RELATED, Map.of(CandidateSource.IMAGE_SEARCH, source(1.5, 4, 0.51, 1)),
                        MixName.FLASHLIGHT, Map.of(CandidateSource.OBJECT_SEARCH, source(2.5, 5, 0.52, 250)),
                        MixName.LENS, Map.of(CandidateSource.VISUAL_SEARCH, source(3.5, 6, 0.53, 1_000)),
                        MixName.LENS_OBJECT,
                                Map.of(
                                        CandidateSource.VISUAL_SEARCH, source(1000, 100, 1, 10_000),
                                        CandidateSource.OBJECT_SEARCH, source(0.001, 0, 0, 999))),
                List.of(
                        new CategoryRule(
                                "food",
                                List.of("cake", "hot dog"),
                                List.of(),
                                0.61,
                                Map.of(),
                                List.of("recipe", "crème")),
                        new CategoryRule(
                                "rooms",
                                List.of(),
                                List.of("sofa"),
                                0.62,
                                Map.of(CandidateSource.VISUAL_SEARCH, 7.5, CandidateSource.OBJECT_SEARCH, 8.5),
                                List.of())));
    }

    private static RelatedPolicy related() {
        return new RelatedPolicy(
                4,
                new BoostPolicy(0.71, 7.2, Map.of(EngagementKind.SAVE, 0.73, EngagementKind.HIDE, 0.74), 0.75),
                new Experiment(
                        "salt-1",
                        0.81,
                        List.of(
                                new Variant("plain", 0.82, null, Map.of()),
                                new Variant(
                                        "learned",
                                        0.18,
                                        "ranker-1",
                                        Map.of(CandidateSource.CO_SAVE, source(4.5, 7, 0.54, 20))))));
    }

    private static SourcePolicy source(double weight, int floor, double minConfidence, long milliseconds) {
        return new SourcePolicy(weight, floor, minConfidence, Duration.ofMillis(milliseconds));
    }

    @Test
    void read_writtenPolicy_isTheSame() {
        assertThat(PolicyDocument.read(PolicyDocument.write(everything()))).isEqualTo(everything());
    }

    @Test
    void write_otherDots_changesThemAndTheVersionOnly() {
        DotPolicy dots = new DotPolicy(DotEvidenceKind.IMAGES, 50, 6, new DotGate(0.2, 0.3, 0.4));

        BlenderPolicy tuned = StandardPolicy.policy().withDots("tuned-1", dots);

        ObjectNode expected = tree(StandardPolicy.document());
        expected.put("version", "tuned-1")
                .set("dots", tree(PolicyDocument.write(tuned)).get("dots"));
        assertThat(tree(PolicyDocument.write(tuned))).isEqualTo(expected);
        assertThat(PolicyDocument.read(PolicyDocument.write(tuned)).dots()).isEqualTo(dots);
    }

    @Test
    void write_versionThatIsNoName_isRefused() {
        BlenderPolicy nameless =
                StandardPolicy.policy().withDots("a/b", StandardPolicy.policy().dots());

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> PolicyDocument.write(nameless))
                .withMessageContaining("/version: expected")
                .withMessageContaining("a/b");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("/version", "\"Two Words\"", "text that matches ^[a-z0-9][a-z0-9._-]{0,63}$, got"),
                arguments("/dots/evidence", "\"boards\"", "one of [\"images\",\"objects\"], got \"boards\""),
                arguments("/dots/neighbors", "101", "an integer in 1..100, got 101"),
                arguments("/dots/neighbors", "2.5", "an integer in 1..100, got 2.5"),
                arguments("/dots/minCategorized", "11", "at most 10, the number of neighbors"),
                arguments("/dots/gate/maxTopDistance", "1.1", "a number in 0..1, got 1.1"),
                arguments("/dots/gate/minConformity", "null", "a number in 0..1, got null"),
                arguments("/annotations/classifier", "-0.1", "a number in 0..1, got -0.1"),
                arguments("/objects/maxGroups", "\"5\"", "an integer in 0..20, got \"5\""),
                arguments("/nearDuplicate", "true", "a number in 0..1, got true"),
                arguments("/colour", "1", "one of $schema, version, dots"));
    }

    static Stream<Arguments> mistakesOfRelated() {
        String variants = "/related/experiment/variants";
        return Stream.of(
                arguments("/related/pool", "11", "an integer in 1..10, got 11"),
                arguments("/related/boost/smoothing", "0", "a number > 0 and <= 1000, got 0"),
                arguments("/related/boost/weights/impression", "1", "one of close-up, click, long-click, save, hide"),
                arguments(variants, "[]", "at least 1 value, got []"),
                arguments(variants + "/0/ranker", "\"\"", "text that matches"),
                arguments(variants + "/0/mix", "{}", "one of name, share, ranker, related, got"));
    }

    static Stream<Arguments> mistakesOfMixes() {
        String image = "/mixes/lens/image-search";
        return Stream.of(
                arguments("/mixes/related", "{}", "at least 1 field, got {}"),
                arguments(
                        "/mixes/lens/video-search",
                        "{}",
                        "one of visual-search, object-search, image-search, co-save, remembered-winners, got"),
                arguments(image + "/weight", "0", "a number > 0 and <= 1000, got 0"),
                arguments(image + "/budget", "\"500ms\"", "text that matches ^PT"),
                arguments(image + "/budget", "\"PT0S\"", "PT0.001S to PT10S, got PT0S"),
                arguments(image + "/budget", "\"PT10.001S\"", "PT0.001S to PT10S, got PT10.001S"),
                arguments("/categories/0/objectCategories", "[\"a\",\"a\"]", "no value twice"),
                arguments("/categories/0/preferredWords/0", "\"\"", "text that matches"),
                arguments("/categories/0/weights/image-search", "1001", "a number > 0 and <= 1000"));
    }

    @ParameterizedTest
    @MethodSource({"mistakes", "mistakesOfMixes", "mistakesOfRelated"})
    void check_oneMistake_saysWhereWhatAndWhy(String pointer, String value, String expected) {
        ObjectNode document = tree(StandardPolicy.document());
        put(document, pointer, value);

        assertThat(PolicyDocument.check(document.toString()))
                .extracting(PolicyMistake::toString)
                .singleElement()
                .asString()
                .startsWith(pointer + ": expected " + expected);
    }

    @Test
    void check_anyFieldMissing_namesIt() {
        ObjectNode whole = tree(StandardPolicy.document());
        for (String field : List.of("version", "dots", "annotations", "objects", "nearDuplicate", "categories")) {
            ObjectNode document = whole.deepCopy();
            document.remove(field);
            assertThat(PolicyDocument.check(document.toString()))
                    .extracting(PolicyMistake::toString)
                    .containsExactly("/" + field + ": expected a value, got none");
        }
    }

    @Test
    void check_rulesOfOneName_refusesTheSecond() {
        ObjectNode document = tree(StandardPolicy.document());
        ((ArrayNode) document.get("categories"))
                .add(document.at("/categories/0").deepCopy());

        assertThat(PolicyDocument.check(document.toString()))
                .extracting(PolicyMistake::toString)
                .containsExactly(
                        "/categories/1/name: expected a name that no other rule has, got 'food', which /categories/0/name has too");
    }

    @Test
    void check_variantsThatDoNotFitTogether_saysWhy() {
        ObjectNode document = tree(StandardPolicy.document());
        put(document, "/related/experiment/variants", """
                [{"name": "a", "share": 0.5},
                 {"name": "a", "share": 0.25,
                  "related": {"co-save": {"weight": 1, "floor": 0, "minConfidence": 0, "budget": "PT11S"}}}]""");

        assertThat(PolicyDocument.check(document.toString()))
                .extracting(PolicyMistake::toString)
                .containsExactly(
                        "/related/experiment/variants: expected shares that sum to 1, got 0.75",
                        "/related/experiment/variants/1/name: expected a name that no other variant has, got 'a', which"
                                + " /related/experiment/variants/0/name has too",
                        "/related/experiment/variants/1/related/co-save/budget: expected PT0.001S to PT10S, got PT11S");
    }

    @Test
    void read_documentFromBeforeRelatedPinsLearned_hasTheStandardsPart() {
        ObjectNode document = tree(StandardPolicy.document());
        document.remove("related");
        put(document, "/mixes/related", document.at("/mixes/flashlight").toString());

        BlenderPolicy read = PolicyDocument.read(document.toString());

        assertThat(read.related()).isEqualTo(StandardPolicy.policy().related());
        assertThat(read.mixes().get(MixName.RELATED)).isEqualTo(read.mixes().get(MixName.FLASHLIGHT));
    }

    @Test
    void check_ruleForASourceThatIsOff_isRefused() {
        ObjectNode document = tree(StandardPolicy.document());
        ((ObjectNode) document.at("/mixes/lens")).remove("image-search");
        ((ObjectNode) document.at("/mixes/related")).remove("image-search");

        assertThat(PolicyDocument.check(document.toString()))
                .extracting(PolicyMistake::pointer)
                .containsExactly("/categories/0/preferredWords", "/categories/0/weights/image-search");
    }

    @Test
    void check_ruleThatNeverAppliesAndDoesNothing_isRefusedForBoth() {
        ObjectNode document = tree(StandardPolicy.document());
        List.of("objectCategories", "annotations", "preferredWords")
                .forEach(field -> put(document, "/categories/0/" + field, "[]"));
        put(document, "/categories/0/weights", "{}");

        assertThat(PolicyDocument.check(document.toString()))
                .extracting(PolicyMistake::got)
                .containsExactly("neither: the rule never applies", "neither: the rule does nothing");
    }

    @Test
    void check_floorsAboveOneResult_areFine() {
        ObjectNode document = tree(StandardPolicy.document());
        put(document, "/mixes/lens/image-search/floor", "100");

        assertThat(PolicyDocument.check(document.toString())).isEmpty();
    }

    @Test
    void check_addressOfTheSchema_isFine() {
        ObjectNode document = tree(StandardPolicy.document());
        document.put("$schema", "https://sightline.dev/schemas/blender-policy.schema.json");

        assertThat(PolicyDocument.read(document.toString())).isEqualTo(StandardPolicy.policy());
    }

    @Test
    void check_manyMistakes_namesAllOfThem() {
        ObjectNode document = tree(StandardPolicy.document());
        put(document, "/dots/gate/minConformity", "2");
        put(document, "/mixes/lens/visual-search/budget", "\"PT30S\"");
        document.remove("objects");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> PolicyDocument.read(document.toString()))
                .withMessage("""
                        the policy is not valid:
                          /dots/gate/minConformity: expected a number in 0..1, got 2
                          /mixes/lens/visual-search/budget: expected PT0.001S to PT10S, got PT30S
                          /objects: expected a value, got none""")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void check_textThatIsNoDocument_saysWhere() {
        assertThat(PolicyDocument.check("{\"version\": \"a\",\n \"version\": \"b\"}"))
                .singleElement()
                .asString()
                .startsWith("document: expected JSON, got Duplicate field 'version'")
                .endsWith("in line 2, column 11");
        for (String text : List.of("", "{", "{} {}")) {
            assertThat(PolicyDocument.check(text)).as(text).isNotEmpty();
        }
        assertThat(PolicyDocument.check("[]"))
                .extracting(PolicyMistake::toString)
                .containsExactly("document: expected an object, got []");
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) PolicyDocument.tree(json);
    }

    private static void put(ObjectNode document, String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), PolicyDocument.tree(value));
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), PolicyDocument.tree(value));
        }
    }
}
