package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.QueryId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LensBodyTest {

    private static final QueryId QUERY = QueryId.of(Fixtures.NOW, new byte[16]);

    @Test
    void toQuery_queryAlone_asksForTheDefault() {
        assertThat(new LensBody(QUERY.value(), null, null, null, null, null, null).toQuery())
                .isEqualTo(new Lens(new StagedSubject(QUERY), Refinement.NONE, Limit.DEFAULT));
    }

    @Test
    void toQuery_everyField_isKept() {
        assertThat(new LensBody(QUERY.value(), List.of("red"), "cup", null, null, null, 3).toQuery())
                .isEqualTo(new Lens(new StagedSubject(QUERY), new Refinement(List.of("red"), "cup"), new Limit(3)));
    }

    @Test
    void toQuery_noQuery_saysHowAPhotoIsSent() {
        assertInvalid(new LensBody(null, null, null, null, null, null, null), "send a new photo as the body itself");
    }

    @Test
    void toQuery_queryOfAnotherForm_isInvalid() {
        assertInvalid(new LensBody("qry-1", null, null, null, null, null, null), "got 'qry-1'");
    }

    private static void assertInvalid(LensBody body, String message) {
        assertThatThrownBy(body::toQuery)
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
