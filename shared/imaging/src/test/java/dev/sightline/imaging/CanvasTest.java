package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CanvasTest {

    @Test
    void of_frameLargerThanItsScreen_growsTheCanvas() {
        byte[] gif = GifFiles.placed(1, 3, 1, 2);
        Canvas canvas = Canvas.of(gif, ImageFormat.GIF, new FrameSize(2, 1));
        assertThat(canvas).isEqualTo(new Canvas(new FrameSize(5, 1), 3, 0));
    }

    @Test
    void place_ofSubsampledFrame_scalesItsPosition() {
        var canvas = new Canvas(new FrameSize(8, 2), 4, 0);
        RgbPixels placed = canvas.place(RgbPixels.of(1, 1, new int[] {7}), 2);
        assertThat(placed.packed()).containsExactly(0xFFFFFF, 0xFFFFFF, 7, 0xFFFFFF);
    }

    @Test
    void of_webpChunkThatLeadsBackwards_ends() {
        byte[] webp = WebpFiles.animated(0xFF00FF00);
        int lengthOfAnim = 12 + 18 + 4;
        assertThat(webp[lengthOfAnim]).isEqualTo((byte) 6);
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(lengthOfAnim, -8);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Canvas.of(webp, ImageFormat.WEBP, new FrameSize(4, 4)))
                        .withMessage("a chunk declares 4294967288 bytes"));
    }
}
