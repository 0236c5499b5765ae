package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EventJson;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AnalyzeResourceTest {

    private static final byte[] PICTURE = Pictures.png(0x102030);
    private static final WorkerModels MODELS =
            new WorkerModels(Fixtures.aModelSet(), ModelRef.builtIn("accurate", "1", "query detector"));

    private final QueryAnalysis queries =
            new QueryAnalysis(new ImageDecoder(ImageLimits.DEFAULT), new FakeModels().pool(1));
    private final AnalyzeResource resource = new AnalyzeResource(queries, MODELS);

    @Test
    void analyze_withImage_givesItsAnalysis() {
        ImageAnalysis analysis = EventJson.read(resource.analyze(PICTURE, null, null, null, null), ImageAnalysis.class);

        assertThat(analysis.modelSet()).isEqualTo(Fixtures.aModelSet());
        assertThat(analysis.frame().width()).isEqualTo(8);
        assertThat(analysis.objects()).hasSize(1);
    }

    @Test
    void analyze_withBox_givesTheCropsAnalysisWithoutObjects() {
        ImageAnalysis analysis = EventJson.read(resource.analyze(PICTURE, "0.5", "0", "0.5", "1"), ImageAnalysis.class);

        assertThat(analysis.objects()).isEmpty();
    }

    @Test
    void analyze_withPartOfABox_isInvalid() {
        assertRefused(() -> resource.analyze(PICTURE, "0.5", "0", null, "1"), ErrorCode.INVALID_REQUEST, "w");
    }

    @Test
    void analyze_withBoxOutsideTheFrame_isInvalid() {
        assertRefused(() -> resource.analyze(PICTURE, "0.5", "0", "0.6", "1"), ErrorCode.INVALID_BOX, "0.6");
    }

    @Test
    void analyze_withText_isUnsupported() {
        byte[] text = "no image".getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> resource.analyze(text, null, null, null, null), ErrorCode.UNSUPPORTED_FORMAT, "");
    }

    @Test
    void models_givesTheModelSetAndTheQueryDetector() {
        assertThat(EventJson.read(resource.models(), WorkerModels.class)).isEqualTo(MODELS);
    }

    @Test
    void answer_toRefusal_isAProblem() {
        try (Response response =
                new ProblemMapper().answer(new SightlineException(ErrorCode.EMPTY_IMAGE, "got 0 bytes"))) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getMediaType()).hasToString("application/problem+json");
            assertThat(response.getEntity()).isEqualTo("""
                    {"type":"https://sightline.dev/problems/empty-image","title":"empty image","status":422,\
                    "detail":"got 0 bytes","code":"empty-image"}""");
        }
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(part);
    }
}
