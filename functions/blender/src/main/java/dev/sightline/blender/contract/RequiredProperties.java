package dev.sightline.blender.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The properties that are always there, by the name of the schema: the components of its record that are not nullable. */
final class RequiredProperties {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final String OURS = "dev.sightline.blender.";

    private RequiredProperties() {}

    static Map<String, List<String>> of(IndexView index) {
        return published(index).stream()
                .collect(Collectors.toMap(
                        RequiredProperties::schemaName, RequiredProperties::alwaysThere, RequiredProperties::refuse));
    }

    /** An index that is made of several may list a class several times. */
    private static Collection<ClassInfo> published(IndexView index) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(RequiredProperties::isPublished)
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (one, same) -> one))
                .values();
    }

    /** The schemas of shared records are written by hand, since those know nothing of HTTP. */
    private static boolean isPublished(ClassInfo type) {
        return type.name().toString().startsWith(OURS) && type.hasDeclaredAnnotation(SCHEMA);
    }

    private static String schemaName(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map((AnnotationInstance annotation) -> annotation.value("name"))
                .map(AnnotationValue::asString)
                .orElse(type.simpleName());
    }

    private static List<String> alwaysThere(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream()
                .filter(Predicate.not(RequiredProperties::isNullable))
                .map(RecordComponentInfo::name)
                .toList();
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static List<String> refuse(List<String> one, List<String> other) {
        throw new IllegalStateException(
                "expected one record for each schema, got two of one name with %s and %s; name one by @Schema"
                        .formatted(one, other));
    }
}
