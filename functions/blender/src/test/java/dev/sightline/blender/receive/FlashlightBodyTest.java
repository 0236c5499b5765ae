package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlashlightBodyTest {

    private static final ImageSignature IMAGE = Fixtures.aSignature(1);
    private static final QueryId QUERY = QueryId.of(Fixtures.NOW, new byte[16]);
    private static final BoxBody BOX = new BoxBody(0.0, 0.25, 0.5, 0.75);

    @Test
    void toQuery_objectAlone_looksAtTheObject() {
        ObjectId id = new ObjectId(IMAGE, 3);

        assertThat(new FlashlightBody(null, null, id.toString(), null, null, null, null, null, null, null).toQuery())
                .isEqualTo(new Flashlight(new ObjectTarget(id, null), Refinement.NONE, new Limit(10)));
    }

    @Test
    void toQuery_imageAndBox_looksAtTheBox() {
        assertThat(new FlashlightBody(IMAGE.hex(), null, null, BOX, null, null, null, null, null, 7).toQuery())
                .isEqualTo(new Flashlight(
                        new BoxTarget(new StoredSubject(new BySignature(IMAGE)), new NormalizedBox(0, 0.25, 0.5, 0.75)),
                        Refinement.NONE,
                        new Limit(7)));
    }

    @Test
    void toQuery_tagsAndCategory_narrowIt() {
        String object = new ObjectId(IMAGE, 0).toString();

        assertThat(new FlashlightBody(
                                null, null, object, null, List.of("hare", "grass"), "rabbit", null, null, null, null)
                        .toQuery()
                        .refinement())
                .isEqualTo(new Refinement(List.of("hare", "grass"), "rabbit"));
        assertInvalid(
                new FlashlightBody(null, null, object, null, List.of("hare", "hare"), null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "tags[1]");
    }

    @Test
    void toQuery_queryAndBox_looksAtTheBoxOfItsPhoto() {
        assertThat(new FlashlightBody(null, QUERY.value(), null, BOX, null, null, null, null, null, null)
                        .toQuery()
                        .target())
                .isEqualTo(new BoxTarget(new StagedSubject(QUERY), new NormalizedBox(0, 0.25, 0.5, 0.75)));
    }

    @Test
    void toQuery_queryAndObject_looksAtTheObjectOfItsPhoto() {
        ObjectId id = new ObjectId(IMAGE, 3);

        assertThat(new FlashlightBody(null, QUERY.value(), id.toString(), null, null, null, null, null, null, null)
                        .toQuery()
                        .target())
                .isEqualTo(new ObjectTarget(id, new StagedSubject(QUERY)));
    }

    @Test
    void toQuery_queryOfAnotherForm_isInvalid() {
        assertInvalid(
                new FlashlightBody(null, IMAGE.hex(), null, BOX, null, null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "expected a query id");
    }

    @Test
    void toQuery_boxWithoutFields_namesThem() {
        assertInvalid(
                new FlashlightBody(
                        IMAGE.hex(), null, null, new BoxBody(null, 0.0, 0.5, null), null, null, null, null, null, null),
                ErrorCode.INVALID_BOX,
                "missing: x, h");
    }

    @Test
    void toQuery_boxOutsideTheFrame_isInvalidBox() {
        assertInvalid(
                new FlashlightBody(
                        IMAGE.hex(), null, null, new BoxBody(0.75, 0.0, 0.5, 1.0), null, null, null, null, null, null),
                ErrorCode.INVALID_BOX,
                "x = 0.75");
    }

    @Test
    void toQuery_wrongCombination_isInvalidAndSaysWhich() {
        String object = new ObjectId(IMAGE, 0).toString();

        assertInvalid(
                new FlashlightBody(IMAGE.hex(), null, object, BOX, null, null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "got both");
        assertInvalid(
                new FlashlightBody(IMAGE.hex(), null, null, null, null, null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "got neither");
        assertInvalid(
                new FlashlightBody(null, null, null, BOX, null, null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "expected imageId or queryId");
        assertInvalid(
                new FlashlightBody(IMAGE.hex(), QUERY.value(), null, BOX, null, null, null, null, null, null),
                ErrorCode.INVALID_REQUEST,
                "imageId or queryId, got both");
    }

    private static void assertInvalid(FlashlightBody body, ErrorCode code, String message) {
        assertThatThrownBy(body::toQuery)
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(code);
    }
}
