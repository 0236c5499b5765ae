package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.ImageReference.BySource;
import dev.sightline.events.SourceId;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;

class ImageReferenceTest {

    @Test
    void parse_64HexDigits_isASignature() {
        assertThat(ImageReference.parse(Fixtures.aSignature(1).hex()))
                .isEqualTo(new BySignature(Fixtures.aSignature(1)));
    }

    @Test
    void parse_sourceId_isASource() {
        SourceId id = SourceId.ofKey("a.png");

        assertThat(ImageReference.parse(id.value())).isEqualTo(new BySource(id));
    }

    @Test
    void parse_neither_isInvalidAndNamesIt() {
        assertThatThrownBy(() -> ImageReference.parse("cat.jpg"))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("cat.jpg")
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
