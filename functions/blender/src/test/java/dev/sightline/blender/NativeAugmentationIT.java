package dev.sightline.blender;

import dev.sightline.blender.feedback.EventBody;
import dev.sightline.blender.problem.Problem;
import dev.sightline.blender.understand.HttpQueryAnalyzer;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.KeptRequest;
import dev.sightline.testkit.NativeAugmentationContract;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class NativeAugmentationIT extends NativeAugmentationContract {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes/dev/sightline/blender");

    /** Errors and reported events, the worker's answers, messages to the log, and what lies in S3. */
    private static final List<Class<?>> RECORDS = List.of(
            Problem.class,
            EventBody.class,
            ImageAnalysis.class,
            HttpQueryAnalyzer.WorkerProblem.class,
            EngagementMessage.class,
            AccessKeyRecord.class,
            BoardRecord.class,
            PinRecord.class,
            FeatureRecord.class,
            KeptRequest.class,
            DayRollUp.class);

    @Override
    protected Collection<? extends Type> json() {
        return Stream.concat(RECORDS.stream(), operations().flatMap(NativeAugmentationIT::bodies))
                .toList();
    }

    /** The declared query parameters of an operation are read from its annotations, at each request. */
    @Override
    protected Set<String> lookedAt() {
        return operations().map(Class::getName).collect(Collectors.toSet());
    }

    @Override
    protected Set<String> resources() {
        return Set.of(
                "policy/standard.json",
                "policy/blender-policy.schema.json",
                "ranker/ranker.schema.json",
                "sightline-version.properties",
                "META-INF/quarkus-generated-openapi-doc.JSON",
                "META-INF/quarkus-generated-openapi-doc.YAML");
    }

    private static Stream<Type> bodies(Class<?> operations) {
        return Arrays.stream(operations.getDeclaredMethods())
                .filter(method -> method.accessFlags().contains(AccessFlag.PUBLIC))
                .flatMap(NativeAugmentationIT::bodies);
    }

    private static Stream<Type> bodies(Method operation) {
        return Stream.concat(
                Stream.of(operation.getGenericReturnType()), Arrays.stream(operation.getGenericParameterTypes()));
    }

    private static Stream<Class<?>> operations() {
        try (Stream<java.nio.file.Path> files = Files.list(CLASSES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .<Class<?>>map(NativeAugmentationIT::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName("dev.sightline.blender." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
