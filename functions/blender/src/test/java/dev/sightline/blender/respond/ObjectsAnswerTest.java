package dev.sightline.blender.respond;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.blender.dots.Dot;
import dev.sightline.blender.dots.Dot.Decided;
import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.blender.dots.DotRefusal;
import dev.sightline.blender.dots.DotWorld;
import dev.sightline.blender.dots.ImageDots;
import dev.sightline.blender.receive.DotScope;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredObject;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.DotSignal;
import dev.sightline.visual.DotSignals;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObjectsAnswerTest {

    private static final SearchView VIEW = DotWorld.index().open();
    private static final StoredObject CUP = VIEW.objects(DotWorld.SCENE).getFirst();
    private static final StoredObject CHAIR = VIEW.objects(DotWorld.SCENE).getLast();
    private static final DotSignals UNCATEGORIZED = new DotSignals(0.5, 0.25, null);

    @Test
    void of_undecidedObject_isNamedApartInBothScopes() throws JsonProcessingException {
        ImageDots dots = dots(new Undecided(CUP, "late"), new Decided(CHAIR, UNCATEGORIZED, List.of()));

        for (DotScope scope : DotScope.values()) {
            ObjectsAnswer answer = ObjectsAnswer.of(dots, scope);
            assertThat(answer.partial()).isTrue();
            assertThat(answer.objects())
                    .extracting(ObjectsAnswer.Item::objectId)
                    .containsExactly(DotWorld.CHAIR.toString());
            assertThat(json(Objects.requireNonNull(answer.undecided())))
                    .isEqualTo(
                            "[{\"objectId\":\"%s\",\"category\":\"cup\",\"confidence\":0.9,".formatted(DotWorld.CUP)
                                    + "\"box\":{\"x\":0.25,\"y\":0.25,\"w\":0.5,\"h\":0.5},\"dominance\":0.45,\"reason\":\"late\"}]");
        }
    }

    @Test
    void of_allDecided_leavesOutWhatIsAbsent() throws JsonProcessingException {
        ImageDots dots = dots(new Decided(CHAIR, UNCATEGORIZED, List.of()));

        assertThat(json(ObjectsAnswer.of(dots, DotScope.DOTS)))
                .endsWith("\"dot\":true,\"signals\":{\"topDistance\":0.5,\"topAnnotation\":0.25}}]}");
    }

    @Test
    void of_refusals_nameTheirSignals() {
        List<DotRefusal> refusals = List.of(
                new DotRefusal(DotSignal.TOP_DISTANCE, "far"),
                new DotRefusal(DotSignal.TOP_ANNOTATION, "vague"),
                new DotRefusal(DotSignal.CONFORMITY, "mixed"));
        ImageDots dots = dots(new Decided(CUP, UNCATEGORIZED, refusals));

        assertThat(ObjectsAnswer.of(dots, DotScope.DOTS).objects()).isEmpty();
        assertThat(ObjectsAnswer.of(dots, DotScope.ALL).objects().getFirst().reasons())
                .containsExactly(
                        new ObjectsAnswer.Reason("topDistance", "far"),
                        new ObjectsAnswer.Reason("topAnnotation", "vague"),
                        new ObjectsAnswer.Reason("conformity", "mixed"));
    }

    private static ImageDots dots(Dot... dots) {
        return new ImageDots(
                VIEW.image(DotWorld.SCENE).orElseThrow(),
                new IndexGeneration(Fixtures.aModelSet().id(), 1),
                "policy",
                List.of(dots));
    }

    private static String json(Object value) throws JsonProcessingException {
        return JsonMapper.builder()
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                .build()
                .writeValueAsString(value);
    }
}
