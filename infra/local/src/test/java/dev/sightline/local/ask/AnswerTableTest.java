package dev.sightline.local.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.local.FlashlightCommand;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.NormalizedBox;
import org.junit.jupiter.api.Test;

class AnswerTableTest {

    @Test
    void lines_withResults_showsBothDistances() {
        assertThat(AnswerTable.lines(Answers.parse(Answers.RELATED)))
                .containsExactly(
                        "image",
                        "rank  cosine  hamming  score  image                                         looks like",
                        "   1   0.900    0.100  0.950  corpus/birds/owl-2.png                        great grey owl 0.80, kite 0.10",
                        "   2   0.500    0.300  0.750  corpus/mammals/cat.png",
                        "",
                        "answered in 12 ms, request r-7");
    }

    @Test
    void lines_ofSeveralSources_sayWhatEachFoundOrWhyNot() {
        assertThat(AnswerTable.lines(Answers.parse(Answers.MIXED)))
                .containsExactly(
                        "image",
                        "rank  cosine  hamming  score  image                                         looks like",
                        "   1   0.800    0.100  0.900  a.png                                         cat 0.50  [looks the same as 2 more]",
                        "   2   0.600    0.200  0.800  b.png                                         "
                                + "[object-search, box 0.10,0.20,0.30,0.40 and 1 more, another category]",
                        "   3       -        -  1.000  c.png                                         "
                                + "[image-search, words pizza cheese, preferred]",
                        "  object-search late: expected an answer within 500 ms, got none",
                        "  image-search not triggered: expected an annotation, got none",
                        "",
                        "partial: a source was late or failed, the same question may find more later",
                        "answered in 40 ms, request r-9");
    }

    @Test
    void lines_ofRankedPins_sayByWhomAndFromWhere() {
        assertThat(AnswerTable.lines(Answers.parse(Answers.RANKED)))
                .containsExactly(
                        "image",
                        "rank  cosine  hamming  score  image                                         looks like",
                        "   1       -        -  0.900  b.png                                         "
                                + "[co-save, 2 boards in common, was 3, boost +0.25]",
                        "   2       -        -  0.800  c.png                                         [remembered-winners]",
                        "",
                        "variant learned: ordered by ranker 2026-11",
                        "answered in 9 ms, request r-5");
    }

    @Test
    void lines_ofPinsThatNoRankerOrdered_sayWhy() {
        String answer = Answers.RANKED.replace(
                "\"ranker\": \"2026-11\"",
                "\"ranker\": \"none\", \"notRanked\": \"expected ranker 2026-11, got none\"");

        assertThat(AnswerTable.lines(Answers.parse(answer)))
                .contains("variant learned: no ranker (expected ranker 2026-11, got none)");
    }

    @Test
    void lines_ofPinsInDrawnOrder_saySo() {
        String answer = Answers.RANKED.replace("\"randomized\": false", "\"randomized\": true");

        assertThat(AnswerTable.lines(Answers.parse(answer))).contains("variant learned: the order was drawn at random");
    }

    @Test
    void lines_withObjectGroup_namesCategoryAndConfidence() {
        assertThat(AnswerTable.lines(Answers.parse(Answers.LENS))).contains("object: cat (0.87)", "  nothing found");
    }

    @Test
    void lines_ofAKeptPhoto_nameItsQueryId() {
        assertThat(AnswerTable.lines(Answers.parse(Answers.LENS)))
                .endsWith(
                        "query id qry-12: for further questions about this photo, with --query-id",
                        "answered in 30 ms, request r-8");
    }

    @Test
    void lines_ofAPhotoThatIsNotKept_sayWhy() {
        String answer = Answers.LENS.replace("\"queryId\": \"qry-12\"", "\"notKept\": \"it could not be stored\"");

        assertThat(AnswerTable.lines(Answers.parse(answer)))
                .contains("no query id for further questions about this photo: it could not be stored")
                .noneMatch(line -> line.startsWith("query id"));
    }

    @Test
    void first_withFewer_shortensEachGroup() {
        QueryAnswer shortened = Answers.parse(Answers.RELATED).first(1);

        assertThat(shortened.groups().getFirst().results())
                .extracting(QueryAnswer.Result::rank)
                .containsExactly(1);
        assertThat(shortened.requestId()).isEqualTo("r-7");
    }

    @Test
    void box_withFourFractions_isRead() {
        assertThat(FlashlightCommand.box("0.1,0.2,0.3,0.4")).isEqualTo(new NormalizedBox(0.1, 0.2, 0.3, 0.4));
    }

    @Test
    void box_withAnythingElse_saysWhatIsExpected() {
        assertThatThrownBy(() -> FlashlightCommand.box("0.1,0.2,0.3"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("expected four fractions");
        assertThatThrownBy(() -> FlashlightCommand.box("a,b,c,d")).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> FlashlightCommand.box("0.9,0,0.5,1"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("--box: ");
    }
}
