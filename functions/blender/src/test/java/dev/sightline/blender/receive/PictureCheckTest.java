package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.api.Test;

class PictureCheckTest {

    private final PictureCheck check = new PictureCheck(3);

    @Test
    void lens_atTheLimit_isTaken() {
        byte[] picture = {1, 2, 3};

        assertThat(check.lens(picture, new Limit(5)).photo())
                .isInstanceOfSatisfying(
                        Picture.class, photo -> assertThat(photo.bytes()).isSameAs(picture));
    }

    @Test
    void lens_aboveTheLimit_namesThePresignedFlow() {
        assertThatThrownBy(() -> check.lens(new byte[4], Limit.DEFAULT))
                .hasMessageContaining("at most 3 bytes in the body, got 4")
                .hasMessageContaining("a JPEG of about 1 x 1 pixels fits")
                .hasMessageContaining("POST /v1/queries")
                .extracting("code")
                .isEqualTo(ErrorCode.TOO_MANY_BYTES);
    }

    @Test
    void lens_empty_isRefused() {
        assertThatThrownBy(() -> check.lens(new byte[0], Limit.DEFAULT))
                .extracting("code")
                .isEqualTo(ErrorCode.EMPTY_IMAGE);
    }
}
