package dev.sightline.blender.dots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.ImageText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotEvidenceSearchTest {

    @Test
    void board_ofTexts_isTheMostFrequentThenTheFirstByName() {
        assertThat(DotEvidenceSearch.board(List.of())).isEmpty();
        assertThat(DotEvidenceSearch.board(List.of(text("a", ""), text("b", ""))))
                .isEmpty();
        assertThat(DotEvidenceSearch.board(List.of(text("a", ""), text("b", "Zoo"))))
                .contains("Zoo");
        assertThat(DotEvidenceSearch.board(List.of(text("a", "Zoo"), text("b", "Art"))))
                .contains("Art");
        assertThat(DotEvidenceSearch.board(List.of(text("a", "Zoo"), text("b", "Art"), text("c", "Zoo"))))
                .contains("Zoo");
    }

    private static ImageText text(String title, String board) {
        return new ImageText(title, board);
    }
}
