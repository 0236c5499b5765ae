package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.blender.dots.DotPolicies;
import dev.sightline.blender.dots.DotWorld;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.policy.DotPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.DotGate;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dots of an image, through the function's handler. */
@QuarkusTest
class BlenderDotsApiTest {

    private static final String OBJECTS = "/v1/images/%s/objects".formatted(DotWorld.SCENE);
    private static final String BOX = "{\"x\":0.25,\"y\":0.25,\"w\":0.5,\"h\":0.5}";

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    ScriptedPolicies policies;

    @BeforeEach
    void fill() {
        index.vanish();
        index.write(DotWorld.images());
        use(new DotGate(0.25, 0, 0));
    }

    @AfterEach
    void clear() {
        index.vanish();
        policies.reset();
    }

    @Test
    void objects_byDefault_areDotsWithTheirNumbers() {
        JsonNode answer = ok(get(OBJECTS));

        double annotation = (0.9375 * 0.8 + 0.875 * 0.4) / (0.9375 + 0.875 + 0.75);
        String head = """
                {"imageId":"%1$s","modelSet":"%2$s","generation":"%2$s.1","policy":"dots-test","partial":false,"objects":[\
                """.formatted(DotWorld.SCENE, Fixtures.aModelSet().id());
        assertThat(answer).hasToString(head + """
                {"objectId":"%s","category":"chair","confidence":0.6,"box":%s,"dominance":0.3,"dot":true,\
                "signals":{"topDistance":0.0625,"topAnnotation":%s,"conformity":%s}}]}""".formatted(DotWorld.CHAIR, BOX, annotation, 2 / 3.0));
    }

    @Test
    void objects_hiddenToo_areSurestFirstWithTheReason() {
        JsonNode objects = ok(get(OBJECTS).withQuery("hidden", "true")).get("objects");

        assertThat(objects).hasSize(2);
        assertThat(objects.get(0).get("objectId").asText()).isEqualTo(DotWorld.CUP.toString());
        assertThat(objects.get(0).get("dot").asBoolean()).isFalse();
        assertThat(objects.get(0).at("/signals/topDistance").asDouble()).isEqualTo(0.375);
        assertThat(objects.get(0).get("reasons"))
                .hasToString("[{\"signal\":\"topDistance\",\"reason\":"
                        + "\"expected a nearest result with a Hamming fraction of at most 0.250, got 0.375\"}]");
        assertThat(objects.get(1).get("objectId").asText()).isEqualTo(DotWorld.CHAIR.toString());
        assertThat(objects.get(1).get("dot").asBoolean()).isTrue();
        assertThat(objects.get(1).has("reasons")).isFalse();
    }

    @Test
    void objects_otherThresholds_countAtOnce() {
        assertThat(ok(get(OBJECTS)).get("objects")).hasSize(1);

        use(DotGate.OPEN);

        assertThat(ok(get(OBJECTS)).get("objects")).hasSize(2);
    }

    @Test
    void objects_hiddenFalse_isTheDefault() {
        assertThat(ok(get(OBJECTS).withQuery("hidden", "false"))).isEqualTo(ok(get(OBJECTS)));
    }

    @Test
    void objects_ofImageWithoutAny_areEmpty() {
        index.write(List.of(DotWorld.withoutObjects()));

        JsonNode answer = ok(get("/v1/images/%s/objects".formatted(DotWorld.EMPTY)));

        assertThat(answer.get("objects")).isEmpty();
        assertThat(answer.get("partial").asBoolean()).isFalse();
    }

    private void use(DotGate gate) {
        policies.use(DotPolicies.with(new DotPolicy(DotEvidenceKind.OBJECTS, 3, 3, gate)));
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private JsonNode ok(ApiEvent event) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
        return response.body();
    }
}
