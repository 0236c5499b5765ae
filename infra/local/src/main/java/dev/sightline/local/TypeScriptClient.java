package dev.sightline.local;

import dev.sightline.local.system.Foreground;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A TypeScript client, generated from the released document and compiled with one scenario that uses it. */
final class TypeScriptClient {

    private static final List<String> SOURCES = List.of("package.json", "tsconfig.json", "scenario.ts");

    private final Path source;
    private final Path document;
    private final Path folder;
    private final Console console;

    TypeScriptClient(Places places, Console console) {
        this.source = places.root().resolve("infra/clients/typescript");
        this.document = places.root().resolve("docs/openapi.json");
        this.folder = places.state().resolve("typescript-client");
        this.console = console;
    }

    /**
     * Generates and compiles it.
     *
     * @param packages folder whose {@code node_modules} do so
     * @return the scenario, for Node
     * @throws LauncherException if the scenario does not fit the document
     */
    Path compiled(Path packages) {
        copySources(packages);
        tool("openapi-typescript", document.toString(), "--output", "api.ts");
        tool("tsc", "--project", ".");
        return folder.resolve("scenario.js");
    }

    private void copySources(Path packages) {
        try {
            Files.createDirectories(folder);
            for (String name : SOURCES) {
                Files.copy(source.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Path modules = folder.resolve("node_modules");
            Files.deleteIfExists(modules);
            Files.createSymbolicLink(modules, packages.resolve("node_modules"));
        } catch (IOException e) {
            throw new LauncherException("cannot prepare the TypeScript client in " + folder, e);
        }
    }

    private void tool(String name, String... options) {
        Path tool = folder.resolve("node_modules/.bin").resolve(name);
        List<String> command = Stream.concat(Stream.of(tool.toString()), Arrays.stream(options))
                .toList();
        Foreground.run(console, folder, Map.of(), command);
    }
}
