package dev.sightline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotPrecisionTest {

    private static final List<Placed> PLACED =
            List.of(new Placed("corpus/birds/owl.png", new NormalizedBox(0, 0, 0.5, 0.5)));
    private static final String ON_IT = "{\"x\":0,\"y\":0,\"w\":0.5,\"h\":0.4}";
    private static final String BESIDE_IT = "{\"x\":0.5,\"y\":0.5,\"w\":0.5,\"h\":0.5}";

    @Test
    void of_aDotAndAHiddenBox_countsEachWithItsTruth() throws JsonProcessingException {
        DotPrecision measured = DotPrecision.of(objects(object(ON_IT, true), object(BESIDE_IT, false)), PLACED);

        assertThat(measured).isEqualTo(new DotPrecision(2, 1, 1, 1, 1, 0));
        assertThat(measured)
                .hasToString(
                        "dots: 1 of 2 detected boxes are shown; 1.00 of the dots lie on something, without the gate 0.50;"
                                + " 0 of 1 scenes lost all their dots");
    }

    @Test
    void of_nothingButHiddenBoxes_isASceneWithoutDots() throws JsonProcessingException {
        DotPrecision measured = DotPrecision.of(objects(object(ON_IT, false)), PLACED);

        assertThat(measured).isEqualTo(new DotPrecision(1, 1, 0, 0, 1, 1));
        assertThat(measured.value()).isEqualTo("no dot");
    }

    @Test
    void of_noBox_isNoSceneThatLostItsDots() throws JsonProcessingException {
        assertThat(DotPrecision.of(objects(), PLACED).withoutDots()).isZero();
    }

    private static String object(String box, boolean dot) {
        return "{\"box\":%s,\"dot\":%s}".formatted(box, dot);
    }

    private static JsonNode objects(String... objects) throws JsonProcessingException {
        return new ObjectMapper().readTree(List.of(objects).toString());
    }
}
