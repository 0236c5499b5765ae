package dev.sightline.ranking;

import static dev.sightline.ranking.RankingFeature.BOOST;
import static dev.sightline.ranking.RankingFeature.COSINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.ranking.TreeNode.Leaf;
import dev.sightline.ranking.TreeNode.Split;
import dev.sightline.ranking.TreeNode.Way;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerDocumentTest {

    private static final RankingModel LINEAR =
            new LinearModel("linear-1", -0.5, Map.of(COSINE, 2.0, BOOST, 1e-9), Map.of(COSINE, 0.25));
    private static final RankingModel TREES = new TreeModel(
            "trees-1", 0, List.of(new Split(BOOST, 0.1, new Leaf(2), new Leaf(-4), Way.NOT_BELOW), new Leaf(1)));

    @Test
    void read_ofWhatIsWritten_givesTheSameRanker() {
        assertThat(RankerDocument.read(RankerDocument.write(LINEAR))).isEqualTo(LINEAR);
        assertThat(RankerDocument.read(RankerDocument.write(TREES))).isEqualTo(TREES);
    }

    @Test
    void write_linear_hasThePublishedForm() {
        assertThat(RankerDocument.write(new LinearModel("l", 1, Map.of(COSINE, 2.0), Map.of())))
                .isEqualToIgnoringWhitespace("""
                        {"version": "l", "featureVersion": 1, "kind": "linear", "intercept": 1.0,
                         "weights": {"cosine": 2.0}, "missing": {}}
                        """);
    }

    @Test
    void schema_features_areThoseOfTheCode() {
        List<String> slugs =
                Arrays.stream(RankingFeature.values()).map(RankingFeature::slug).toList();
        List<String> named = RankerDocument.tree(RankerDocument.schema())
                .at("/$defs/feature/enum")
                .valueStream()
                .map(name -> name.asText())
                .toList();
        assertThat(named).isEqualTo(slugs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"linear-1\" | \"Linear 1\"",
                "\"linear-1\" | \"none\"",
                "\"featureVersion\" : 1 | \"featureVersion\" : 2",
                "\"linear\" | \"square\"",
                "\"cosine\" | \"sine\"",
                "-0.5 | \"much\"",
                "\"intercept\" | \"offset\"",
                "2.0 | 1e999",
            })
    void read_ofADocumentWithAMistake_isRefused(String right, String wrong) {
        String document = RankerDocument.write(LINEAR);
        String broken = document.replace(right, wrong);
        assertThat(broken).isNotEqualTo(document);

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> RankerDocument.read(broken))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void read_ofOtherFeatures_saysBothVersions() {
        String document = RankerDocument.write(LINEAR).replace("\"featureVersion\" : 1", "\"featureVersion\" : 7");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> RankerDocument.read(document))
                .withMessageContaining("expected feature version 1, got 7");
    }

    @Test
    void read_ofNoJson_isRefused() {
        assertThatExceptionOfType(SightlineException.class).isThrownBy(() -> RankerDocument.read("{"));
    }
}
