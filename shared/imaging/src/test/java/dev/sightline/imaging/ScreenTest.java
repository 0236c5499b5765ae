package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.imaging.Placement.Disposal;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final FrameSize AREA = new FrameSize(4, 1);
    private static final int WHITE = 0xFFFFFF;
    private static final int NOTHING = 0;

    private final Screen screen = new Screen();

    @Test
    void show_afterFrameThatStays_drawsOnIt() {
        show(0, Disposal.KEEP, opaque(1), opaque(2), opaque(3), opaque(4));

        assertThat(show(1, Disposal.KEEP, opaque(9), NOTHING)).containsExactly(1, 9, 3, 4);
    }

    @Test
    void show_afterFrameThatIsCleared_drawsOnBackground() {
        show(0, Disposal.KEEP, opaque(1), opaque(2), opaque(3), opaque(4));
        show(1, Disposal.CLEAR, opaque(8), opaque(9));

        assertThat(show(0, Disposal.KEEP, NOTHING)).containsExactly(1, WHITE, WHITE, 4);
    }

    @Test
    void show_afterFrameThatIsTakenBack_drawsOnWhatWasThere() {
        show(0, Disposal.KEEP, opaque(1), opaque(2), opaque(3), opaque(4));
        show(1, Disposal.RESTORE, opaque(8), opaque(9));

        assertThat(show(3, Disposal.KEEP, opaque(5))).containsExactly(1, 2, 3, 5);
    }

    @Test
    void show_ofReplacingFrame_erasesWhatWasThere() {
        show(0, Disposal.KEEP, opaque(1), opaque(2), opaque(3), opaque(4));

        var replacing = new Placement(1, 0, true, Disposal.KEEP);
        assertThat(screen.show(layer(NOTHING, opaque(7)), replacing, AREA, 1).packed())
                .containsExactly(1, WHITE, 7, 4);
    }

    @Test
    void show_ofFrameThatLeavesTheArea_cutsIt() {
        assertThat(show(3, Disposal.KEEP, opaque(1), opaque(2), opaque(3))).containsExactly(WHITE, WHITE, WHITE, 1);
        assertThat(show(7, Disposal.KEEP, opaque(1))).containsExactly(WHITE, WHITE, WHITE, 1);
    }

    @Test
    void show_ofSubsampledFrame_scalesItsPosition() {
        var wide = new FrameSize(8, 2);
        var place = new Placement(4, 0, false, Disposal.KEEP);

        assertThat(screen.show(layer(opaque(7)), place, wide, 2).packed()).containsExactly(WHITE, WHITE, 7, WHITE);
    }

    private int[] show(int left, Disposal disposal, int... argb) {
        return screen.show(layer(argb), new Placement(left, 0, false, disposal), AREA, 1)
                .packed();
    }

    private static Layer layer(int... argb) {
        return new Layer(argb.length, 1, argb);
    }

    private static int opaque(int rgb) {
        return 0xFF << 24 | rgb;
    }
}
