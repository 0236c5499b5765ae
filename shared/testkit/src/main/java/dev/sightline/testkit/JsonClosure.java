package dev.sightline.testkit;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.PinId;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes that Jackson looks at by reflection when it reads or writes some messages and records: these, what they hold, what they
 * may be, and where the annotations stand that are mixed in.
 */
public final class JsonClosure {

    private static final String OURS = "dev.sightline.";

    /** Written as text by {@code EventJson}, without a look inside. */
    private static final Set<Class<?>> TEXTS = Set.of(
            ImageSignature.class, Sequencer.class, SourceId.class, PinId.class, BoardId.class, ImageCollection.class);

    private static final Map<Class<?>, String> MIXED_IN = Map.of(
            IndexMessage.class, "dev.sightline.events.EventJson$IndexMessageType",
            EngagementMessage.class, "dev.sightline.events.EventJson$EngagementMessageType",
            ModelSet.class, "dev.sightline.events.EventJson$WithoutNulls",
            AccessKeyRecord.class, "dev.sightline.events.EventJson$WithoutNulls");

    private final Set<String> names = new TreeSet<>();

    private JsonClosure() {}

    /** Names of the classes that these types need, themselves included; nothing of the JDK or of libraries. */
    public static Set<String> of(Collection<? extends Type> types) {
        JsonClosure closure = new JsonClosure();
        types.forEach(closure::visit);
        return Set.copyOf(closure.names);
    }

    private void visit(Type type) {
        switch (type) {
            case Class<?> simple -> visit(simple);
            case ParameterizedType generic -> {
                visit(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::visit);
            case GenericArrayType array -> visit(array.getGenericComponentType());
            default -> throw new IllegalArgumentException("expected a class or a generic type, got " + type);
        }
    }

    private void visit(Class<?> type) {
        if (type.isArray()) {
            visit(type.getComponentType());
        } else if (isLookedAt(type) && names.add(type.getName())) {
            if (MIXED_IN.containsKey(type)) {
                names.add(MIXED_IN.get(type));
            }
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(this::visit);
            }
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(this::visit);
            }
        }
    }

    /** An enum's names need no reflection, unless they are changed by annotations. */
    private static boolean isLookedAt(Class<?> type) {
        return type.getName().startsWith(OURS)
                && !TEXTS.contains(type)
                && (type.isRecord() || type.isSealed() || (type.isEnum() && isAnnotated(type)));
    }

    private static boolean isAnnotated(Class<?> type) {
        return Stream.<AnnotatedElement[]>of(
                        new AnnotatedElement[] {type}, type.getDeclaredFields(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.isAnnotationPresent(JacksonAnnotation.class));
    }
}
