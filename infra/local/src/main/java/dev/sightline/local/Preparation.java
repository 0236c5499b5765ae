package dev.sightline.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Fetches and installs what the system runs on, into the user's cache: done once per lock file, and shared by all checkouts.
 *
 * <p>An installation appears in the cache complete or not at all.
 */
final class Preparation {

    private static final int HASH_DIGITS = 12;

    private final Places places;
    private final Console console;

    Preparation(Places places, Console console) {
        this.places = places;
        this.console = console;
    }

    /** The python binary of LocalStack's virtual environment. */
    Path localStackPython() {
        Path lock = places.root().resolve("infra/local/localstack/requirements.lock");
        return virtualEnvironment("localstack", lock, "--no-deps");
    }

    /** The folder of the npm tools, whose {@code node_modules/.bin} holds {@code cdk} and {@code cdklocal}. */
    Path nodeTools() {
        Path source = places.root().resolve("infra/local/tools");
        return install("tools", source.resolve("package-lock.json"), "installing the CDK tools", folder -> {
            Files.copy(source.resolve("package.json"), folder.resolve("package.json"));
            Files.copy(source.resolve("package-lock.json"), folder.resolve("package-lock.json"));
            new Tool(places.log("prepare-tools"), folder)
                    .run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        });
    }

    /** The folder of the default model bundles, downloaded, verified and converted. */
    Path models() {
        step("model bundles", "preparing the models", () -> modelsCommand("prepare", places.models()));
        return places.models();
    }

    /** The folder of the default corpus, downloaded and verified. */
    Path corpus() {
        step("corpus", "fetching the corpus", () -> modelsCommand("corpus", places.corpus()));
        return places.corpus();
    }

    private void modelsCommand(String command, Path out) {
        Path source = places.root().resolve("infra/local/models");
        Path python = virtualEnvironment("models", source.resolve("requirements.lock"), "--require-hashes");
        new Tool(places.log("prepare-" + command), places.root(), Map.of("PYTHONPATH", source.toString()))
                .run(
                        python.toString(),
                        "-m",
                        "sightline_models",
                        command,
                        "--cache",
                        places.downloads().toString(),
                        "--out",
                        out.toString());
    }

    /** The python binary of a virtual environment that holds a lock file's packages. */
    Path virtualEnvironment(String name, Path lock, String pipOption) {
        return install("venv-" + name, lock, "installing the Python packages of " + name, folder -> {
                    Tool tool = new Tool(places.log("prepare-venv-" + name), folder);
                    tool.run(places.python().toString(), "-m", "venv", folder.toString());
                    tool.run(
                            folder.resolve("bin/python").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            pipOption,
                            "-r",
                            lock.toString());
                })
                .resolve("bin/python");
    }

    /** Makes the folder of this name and lock, unless it is there. A virtual environment cannot be moved: hence the marker. */
    private Path install(String name, Path lock, String what, Installation installation) {
        Path folder = places.cache().resolve("tools").resolve(name + "-" + hash(lock));
        Path marker = folder.resolve(".complete");
        if (Files.exists(marker)) {
            return folder;
        }
        step(name, what, () -> {
            try {
                Folders.delete(folder);
                Files.createDirectories(folder);
                installation.into(folder);
                Files.createFile(marker);
            } catch (IOException e) {
                throw new LauncherException("cannot install %s: %s".formatted(name, e.getMessage()), e);
            }
        });
        return folder;
    }

    private void step(String name, String what, Runnable work) {
        Instant start = Instant.now();
        console.progress("  … " + what);
        work.run();
        Duration took = Duration.between(start, Instant.now());
        if (took.toMillis() > 1000) {
            console.done(name, took);
        }
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Files.readString(file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    /** Fills an empty folder. */
    @FunctionalInterface
    private interface Installation {
        void into(Path folder) throws IOException;
    }
}
