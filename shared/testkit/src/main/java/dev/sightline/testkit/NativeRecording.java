package dev.sightline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;

/**
 * What a native-mode augmentation handed to a stub in place of GraalVM's {@code native-image}: the arguments, and the registrations in
 * the jar that would have been compiled. Nothing was compiled. Immutable.
 */
public final class NativeRecording {

    private static final String ARGUMENTS = "native-image-arguments.txt";
    private static final String REGISTRATIONS = "META-INF/native-image/";
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> arguments;
    private final Set<String> classPath;
    private final JsonNode reflection;
    private final List<Pattern> resources;

    private NativeRecording(
            List<String> arguments, Set<String> classPath, JsonNode reflection, List<Pattern> resources) {
        this.arguments = List.copyOf(arguments);
        this.classPath = Set.copyOf(classPath);
        this.reflection = reflection;
        this.resources = List.copyOf(resources);
    }

    /**
     * The recording of a module.
     *
     * @param folder where the build left it, {@code target/native-augmentation}
     * @throws IOException if there is none, or it cannot be read
     */
    public static NativeRecording read(Path folder) throws IOException {
        Path given = only(folder, "*-native-image-source-jar");
        Path runner = only(given, "*-runner.jar");
        try (ZipFile jar = new ZipFile(runner.toFile())) {
            return new NativeRecording(
                    Files.readAllLines(given.resolve(ARGUMENTS)),
                    classPath(given),
                    registrations(jar, "reflect-config.json"),
                    patterns(registrations(jar, "resource-config.json")));
        }
    }

    private static Path only(Path folder, String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            List<Path> paths = StreamSupport.stream(found.spliterator(), false).toList();
            if (paths.size() != 1) {
                throw new IOException("expected one %s in %s, got %s".formatted(pattern, folder, paths));
            }
            return paths.getFirst();
        }
    }

    private static Set<String> classPath(Path given) throws IOException {
        Set<String> entries = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(given)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                try (ZipFile jar = new ZipFile(file.toFile())) {
                    jar.stream().forEach(entry -> entries.add(entry.getName()));
                }
            }
        }
        return entries;
    }

    private static JsonNode registrations(ZipFile jar, String file) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(REGISTRATIONS + file))) {
            return JSON.readTree(in);
        }
    }

    private static List<Pattern> patterns(JsonNode registrations) {
        return registrations
                .at("/resources/includes")
                .valueStream()
                .map(include -> Pattern.compile(include.path("pattern").asText()))
                .toList();
    }

    /** In the order in which {@code native-image} gets them. */
    public List<String> arguments() {
        return arguments;
    }

    /** Whether any jar of the class path has this entry, for example {@code policy/standard.json}. */
    public boolean isOnClassPath(String entry) {
        return classPath.contains(entry);
    }

    /** Whether the function itself asks that this entry of the class path be in the executable. */
    public boolean includesResource(String entry) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(entry).matches());
    }

    /** Whether constructors, methods and fields of a class may all be looked up by reflection. */
    public boolean registersAllOf(String className) {
        return registered(className)
                .anyMatch(type -> Stream.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields")
                        .allMatch(what -> type.path(what).asBoolean()));
    }

    /** Whether a class may be made by its name with no arguments, as a service loader does. */
    public boolean registersConstructorOf(String className) {
        return registered(className)
                .anyMatch(type -> type.path("allDeclaredConstructors").asBoolean()
                        || type.path("methods").valueStream().anyMatch(NativeRecording::isPlainConstructor));
    }

    private Stream<JsonNode> registered(String className) {
        return reflection
                .valueStream()
                .filter(type -> type.path("name").asText().equals(className));
    }

    private static boolean isPlainConstructor(JsonNode method) {
        return method.path("name").asText().equals("<init>")
                && method.path("parameterTypes").isEmpty();
    }
}
