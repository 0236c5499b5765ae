package dev.sightline.local.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotTableTest {

    private static final String CUP = """
            {"objectId": "aa-1", "category": "cup", "confidence": 0.9, "box": {"x": 0, "y": 0, "w": 1, "h": 1}, "dominance": 0.3,
             "dot": true, "signals": {"topDistance": 0.0625, "topAnnotation": 0.4293, "conformity": 0.6666}}
            """;
    private static final String CHAIR = """
            {"objectId": "aa-0", "category": "chair", "confidence": 0.6, "box": {"x": 0, "y": 0, "w": 1, "h": 1}, "dominance": 0.45,
             "dot": false, "signals": {"topDistance": 0.5, "topAnnotation": 0}, "reasons": [
               {"signal": "topDistance", "reason": "expected this, got that"},
               {"signal": "topAnnotation", "reason": "expected more, got less"}]}
            """;
    private static final String SOFA = """
            {"objectId": "aa-2", "category": "sofa", "confidence": 0.5, "box": {"x": 0, "y": 0, "w": 1, "h": 1}, "dominance": 0.1,
             "reason": "too late"}
            """;

    @Test
    void lines_dotsHiddenAndUndecided_showNumbersAndReasons() throws JsonProcessingException {
        assertThat(lines("\"objects\": [%s, %s], \"undecided\": [%s]".formatted(CUP, CHAIR, SOFA)))
                .containsExactly(
                        "dot  category           sure  dominance  distance  annotation  conformity  object",
                        "yes  cup                0.90       0.30     0.063       0.429       0.667  aa-1",
                        "no   chair              0.60       0.45     0.500       0.000           -  aa-0",
                        "       expected this, got that",
                        "       expected more, got less",
                        "?    sofa               0.50       0.10         -           -           -  aa-2",
                        "       too late",
                        "1 dots, 1 hidden, 1 undecided by policy standard-2");
    }

    @Test
    void lines_noDots_saysSo() throws JsonProcessingException {
        assertThat(lines("\"objects\": []")).containsExactly("0 dots by policy standard-2");
    }

    private static List<String> lines(String fields) throws JsonProcessingException {
        String head =
                "{\"imageId\": \"aa\", \"modelSet\": \"m\", \"generation\": \"m.1\", \"policy\": \"standard-2\", \"partial\": false, ";
        return DotTable.lines(ImageDots.of(new ObjectMapper().readTree(head + fields + "}")));
    }
}
