package dev.sightline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.EventJson;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the events module holds, found by looking, so that nothing new is forgotten. */
final class EventsModule {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACKAGE = "dev.sightline.events";

    /** Records whose JSON form is a text. */
    private static final Set<Class<?>> TEXTS = Set.of(
            Sequencer.class, SourceId.class, ImageSignature.class, PinId.class, BoardId.class, ImageCollection.class);

    private EventsModule() {}

    /** All records of the package that are JSON objects. */
    static List<Class<?>> records() {
        return list(PACKAGE.replace('.', '/')).stream()
                .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                .<Class<?>>map(file -> type(PACKAGE + "." + file.replace(".class", "")))
                .filter(EventsModule::isObject)
                .toList();
    }

    /** The records of {@link #records()} with all records that they are made of, by name. */
    static Set<Class<?>> recordsAndParts() {
        Set<Class<?>> all = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        records().forEach(record -> addWithParts(record, all));
        return all;
    }

    private static void addWithParts(Class<?> record, Set<Class<?>> all) {
        if (all.add(record)) {
            parts(record).forEach(part -> addWithParts(part, all));
        }
    }

    /** The records that are components of a record. */
    static List<Class<?>> parts(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(EventsModule::elementType)
                .filter(EventsModule::isObject)
                .toList();
    }

    private static Class<?> elementType(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() && !TEXTS.contains(type);
    }

    /** The names of the messages and records that have a file in a folder of resources. */
    static Set<String> namesIn(String folder) {
        return list(folder).stream()
                .map(file -> file.replace(".json", ""))
                .filter(Predicate.not("definitions"::equals))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The schema of a record: its own file, or its part of the definitions. */
    static JsonNode schema(String name) {
        return namesIn("schemas").contains(name)
                ? json(text("schemas/" + name + ".json"))
                : json(text("schemas/definitions.json")).path("$defs").path(name);
    }

    static String sample(String name) {
        return text("samples/" + name + ".json");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record of this name in the package. */
    static Class<?> record(String name) {
        return type(PACKAGE + "." + name);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("expected a record for every schema and sample", e);
        }
    }

    static String text(String resource) {
        try (InputStream in = EventsModule.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new AssertionError("expected a resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String folder) {
        Path module = Path.of(EventJson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try {
            if (Files.isDirectory(module)) {
                return fileNames(module.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(module)) {
                return fileNames(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
