package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.AnnouncedModelSet;
import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.Erasure;
import dev.sightline.events.EventJson;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.visual.AccessRole;
import dev.sightline.visual.ErrorCode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    /** Components whose absence is read as a value. */
    private static final Set<String> WITH_DEFAULT =
            Set.of("BoardRecord.collection", "Frame.number", "AnalyzedObject.labels", "ImageAnalysis.colors");

    static Set<String> messages() {
        return EventsModule.namesIn("schemas");
    }

    static Set<Class<?>> recordsAndParts() {
        return EventsModule.recordsAndParts();
    }

    static Stream<Object> written() {
        return Stream.of(
                Fixtures.anAnalysisRequested().withKey("a b/é+:.png").build(),
                Fixtures.anImageAnalysis().build(),
                Fixtures.anImageAnalysis().withLabels().withObjects().build(),
                Fixtures.aFeatureRecord().build(),
                new AnnouncedModelSet(Fixtures.aModelSet()),
                Fixtures.aPin(1, 1),
                Fixtures.aBoard(1),
                AccessKeys.aRecord(AccessKeys.aKey(1), AccessRole.READ),
                Fixtures.anIndexEvent().analyzed(),
                Fixtures.anIndexEvent().rejected(ErrorCode.BROKEN_IMAGE),
                Fixtures.anIndexEvent().failed(ErrorCode.DEFECT),
                Fixtures.anIndexEvent().removed(),
                new CatalogueChanged(CatalogueKeys.pinsOf(Fixtures.aSignature(1))),
                new PurgeDue(),
                Engagements.aDayRollUp(),
                new Erasure(Engagements.aUser(1), Fixtures.NOW),
                EventJson.read(EventsModule.sample("EventsReported"), EngagementMessage.class),
                EventJson.read(EventsModule.sample("AnswerServed"), EngagementMessage.class));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void sample_ofEveryMessage_isValid(String name) {
        EventSchemas.assertValid(EventsModule.sample(name), EventsModule.record(name));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void sample_ofEveryMessage_roundTripsExactly(String name) {
        String sample = EventsModule.sample(name);
        Object read = EventJson.read(sample, EventsModule.record(name));
        assertThat(EventsModule.json(EventJson.write(read))).isEqualTo(EventsModule.json(sample));
    }

    @ParameterizedTest
    @MethodSource("written")
    void write_everyMessage_isValidAndRoundTripsExactly(Object message) {
        String json = EventJson.write(message);
        EventSchemas.assertValid(json, message.getClass());
        assertThat((Object) EventJson.read(json, message.getClass())).isEqualTo(message);
    }

    @Test
    void written_coversEveryMessage() {
        assertThat(written().map(message -> message.getClass().getSimpleName()).collect(Collectors.toSet()))
                .isEqualTo(messages());
    }

    @Test
    void everyRecord_isAMessageOrPartOfOne() {
        Set<String> expected = new TreeSet<>();
        Set<String> parts = EventsModule.records().stream()
                .flatMap(record -> EventsModule.parts(record).stream())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        EventsModule.records().stream()
                .map(Class::getSimpleName)
                .filter(name -> !parts.contains(name))
                .forEach(expected::add);
        expected.add("ImageAnalysis"); // part of a feature record, and the worker's answer
        assertThat(messages()).isEqualTo(expected);
        assertThat(EventsModule.namesIn("samples")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("recordsAndParts")
    void schema_ofEveryRecord_namesExactlyItsComponents(Class<?> record) {
        JsonNode schema = EventsModule.schema(record.getSimpleName());
        assertThat(names(schema.path("properties"))).isEqualTo(components(record, true));
        assertThat(texts(schema.path("required"))).isEqualTo(components(record, false));
    }

    @Test
    void schema_ofErrorCodes_listsThemAll() {
        Set<String> slugs =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::slug).collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts(EventsModule.schema("ErrorCode").path("enum"))).isEqualTo(slugs);
    }

    @Test
    void assertValid_missingFieldOrWrongForm_fails() {
        String valid = EventsModule.sample("ImageRejected");
        assertRefused(valid.replace("\"detail\"", "\"details\""), "detail");
        assertRefused(valid.replace("broken-image", "too-ugly"), "/reason");
        assertRefused(valid.replace("04:06Z", "04:66Z"), "/rejectedAt");
        assertRefused(valid.replace("0055AED6", "xyz"), "/source/sequencer");
    }

    @Test
    void assertValid_interface_checksTheEventThatItIs() {
        EventSchemas.assertValid(EventsModule.sample("ImageRemoved"), IndexEvent.class);
        assertThatThrownBy(() -> EventSchemas.assertValid(EventsModule.sample("ImageRemoved"), AnalysisRequested.class))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertRefused(String json, String where) {
        assertThatThrownBy(() -> EventSchemas.assertValid(json, ImageRejected.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(where);
    }

    private static Set<String> components(Class<?> record, boolean optionalToo) {
        Set<String> names = Arrays.stream(record.getRecordComponents())
                .filter(component -> optionalToo || !isOptional(component))
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (IndexMessage.class.isAssignableFrom(record) || EngagementMessage.class.isAssignableFrom(record)) {
            names.add("type");
        }
        return names;
    }

    private static boolean isOptional(RecordComponent component) {
        String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        return WITH_DEFAULT.contains(name) || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
