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
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnalyzeResourceTest {

    private static final byte[] PICTURE = Pictures.png(0x102030);
    private static final ModelSet NEXT = Fixtures.aModelSet("2");
    private static final WorkerModels MODELS =
            new WorkerModels(Fixtures.aModelSet(), ModelRef.builtIn("accurate", "1", "query detector"), List.of(NEXT));

    private final QueryAnalysis queries = new QueryAnalysis(
            new ImageDecoder(ImageLimits.DEFAULT),
            List.of(new FakeModels().analyzers(1), new FakeModels(NEXT).analyzers(1)));
    private final AnalyzeResource resource = new AnalyzeResource(queries, MODELS);

    @Test
    void analyze_withImage_givesItsAnalysis() {
        ImageAnalysis analysis =
                EventJson.read(resource.analyze(PICTURE, new BoxParameters(), null), ImageAnalysis.class);

        assertThat(analysis.modelSet()).isEqualTo(Fixtures.aModelSet());
        assertThat(analysis.frame().width()).isEqualTo(8);
        assertThat(analysis.objects()).hasSize(1);
    }

    @Test
    void analyze_withBox_givesTheCropsAnalysisWithoutObjects() {
        ImageAnalysis analysis =
                EventJson.read(resource.analyze(PICTURE, box("0.5", "0", "0.5", "1"), null), ImageAnalysis.class);

        assertThat(analysis.objects()).isEmpty();
    }

    @Test
    void analyze_withPartOfABox_isInvalid() {
        assertRefused(
                () -> resource.analyze(PICTURE, box("0.5", "0", null, "1"), null), ErrorCode.INVALID_REQUEST, "w");
    }

    @Test
    void analyze_withBoxOutsideTheFrame_isInvalid() {
        assertRefused(() -> resource.analyze(PICTURE, box("0.5", "0", "0.6", "1"), null), ErrorCode.INVALID_BOX, "0.6");
    }

    @Test
    void analyze_withText_isUnsupported() {
        byte[] text = "no image".getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> resource.analyze(text, new BoxParameters(), null), ErrorCode.UNSUPPORTED_FORMAT, "");
    }

    @Test
    void analyze_withModelSet_isOfThatOne() {
        String json = resource.analyze(PICTURE, new BoxParameters(), NEXT.id().value());

        assertThat(EventJson.read(json, ImageAnalysis.class).modelSet()).isEqualTo(NEXT);
    }

    @Test
    void analyze_cropWithModelSet_isOfThatOne() {
        String json =
                resource.analyze(PICTURE, box("0.5", "0", "0.5", "1"), NEXT.id().value());

        assertThat(EventJson.read(json, ImageAnalysis.class).modelSet()).isEqualTo(NEXT);
    }

    @Test
    void analyze_withModelSetThatIsNotLoaded_namesItAndTheLoadedOnes() {
        String asked = Fixtures.aModelSet("3").id().value();

        assertThatThrownBy(() -> resource.analyze(PICTURE, new BoxParameters(), asked))
                .hasMessageContainingAll(
                        asked, Fixtures.aModelSet().id().value(), NEXT.id().value())
                .extracting("code")
                .isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    @Test
    void analyze_withTextThatIsNoModelSet_isInvalid() {
        assertRefused(
                () -> resource.analyze(PICTURE, new BoxParameters(), "No Set"), ErrorCode.INVALID_REQUEST, "No Set");
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

    /** Everything for which the decoder can refuse the pixels of a query. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "EMPTY_IMAGE",
                "TOO_MANY_BYTES",
                "TOO_MANY_PIXELS",
                "TOO_MANY_FRAMES",
                "TOO_SLOW",
                "UNSUPPORTED_FORMAT",
                "BROKEN_IMAGE"
            })
    void answer_toRefusedPixels_blamesTheClient(ErrorCode code) {
        try (Response response = new ProblemMapper().answer(new SightlineException(code, "expected 1, got 2"))) {
            assertThat(response.getStatus()).isBetween(400, 499);
            assertThat(response.getEntity().toString()).contains("expected 1, got 2", code.slug());
        }
    }

    private static BoxParameters box(@Nullable String x, @Nullable String y, @Nullable String w, @Nullable String h) {
        BoxParameters box = new BoxParameters();
        box.x = x;
        box.y = y;
        box.w = w;
        box.h = h;
        return box;
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(part);
    }
}
