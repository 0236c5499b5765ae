package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fetches and installs what the system runs on, into the user's cache: done once per lock file, and shared by all checkouts.
 *
 * <p>An installation appears in the cache complete or not at all.
 */
public final class Preparation {

    /** Pictures that calibrate a model of 8 bits, unless more or fewer are asked for. */
    public static final int CALIBRATION_PICTURES = 128;

    private static final int HASH_DIGITS = 12;

    private final Places places;
    private final Console console;

    public Preparation(Places places, Console console) {
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
        return npmPackages("tools", places.root().resolve("infra/local/tools"), "--include=dev");
    }

    /** Puts the page with the libraries that it runs on into a folder. */
    void page(Path target) {
        Path web = places.root().resolve("infra/web");
        Path libraries = npmPackages("web", web, "--omit=dev");
        new Tool(places.log("prepare-page"), web)
                .run("node", "assemble.js", libraries.resolve("node_modules").toString(), target.toString());
    }

    /** The folder whose {@code node_modules} generate, compile and run the TypeScript client. */
    public Path typeScriptPackages() {
        return npmPackages("typescript-client", places.root().resolve("infra/clients/typescript"), "--include=dev");
    }

    /** The folder whose {@code node_modules} hold what the page's tests run on. No browser is among it. */
    public Path webTestPackages() {
        return npmPackages("web-test", places.root().resolve("infra/web"), "--include=dev");
    }

    /**
     * The system's Chromium, which the page is tested in. Where it is missing, root on Debian gets it from there; no tool of the tests may
     * download a browser.
     */
    public Path chromium() {
        Path chromium = Path.of("/usr/bin/chromium");
        if (!Files.isExecutable(chromium) && Files.isExecutable(Path.of("/usr/bin/apt-get")) && isRoot()) {
            Tool tool = new Tool(
                    places.log("prepare-chromium"), places.root(), Map.of("DEBIAN_FRONTEND", "noninteractive"));
            step("chromium", "installing Debian's Chromium", () -> {
                tool.run("apt-get", "update", "-q");
                tool.run("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium");
            });
        }
        if (!Files.isExecutable(chromium)) {
            throw new LauncherException(
                    "no Chromium at %s, which the page is tested in: install the package chromium".formatted(chromium));
        }
        return chromium;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Path npmPackages(String name, Path source, String option) {
        return install(name, source.resolve("package-lock.json"), "installing the npm packages of " + name, folder -> {
            Files.copy(source.resolve("package.json"), folder.resolve("package.json"));
            Files.copy(source.resolve("package-lock.json"), folder.resolve("package-lock.json"));
            new Tool(places.log("prepare-" + name), folder)
                    .run("npm", "ci", option, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        });
    }

    /** The python binary of LocalStack's virtual environment with the packages of its plugin's tests. */
    public Path localStackTestPython() {
        Path lock = places.root().resolve("infra/local/localstack/requirements-test.lock");
        return extended(localStackPython(), lock, "--no-deps");
    }

    /** The python binary of the models' virtual environment with the packages of their tests. */
    public Path modelsTestPython() {
        Path lock = places.root().resolve("infra/local/models/requirements-test.lock");
        return extended(modelsPython(), lock, "--require-hashes");
    }

    /** The python binary of the virtual environment that checks templates and the worker's Dockerfile. */
    public Path lintPython() {
        Path lock = places.root().resolve("infra/cdk/lint/requirements.lock");
        return virtualEnvironment("lint", lock, "--no-deps");
    }

    /** The python binary of the virtual environment whose {@code schemathesis} fuzzes the API. */
    public Path fuzzPython() {
        Path lock = places.root().resolve("infra/local/fuzz/requirements.lock");
        return virtualEnvironment("fuzz", lock, "--require-hashes");
    }

    /** The python binary of the virtual environment of the benchmarks and the peers that they run beside Sightline. */
    public Path benchPython() {
        Path lock = places.root().resolve("infra/local/bench/requirements.lock");
        return virtualEnvironment("bench", lock, "--require-hashes");
    }

    /** The folder of the default model bundles, downloaded, verified and converted. */
    public Path models() {
        modelsCommand("model bundles", "prepare", places.models());
        return places.models();
    }

    /** The folder of all model bundles that can be prepared: for comparing them. */
    public Path allModels() {
        modelsCommand("all model bundles", "prepare", places.models(), "--all");
        return places.models();
    }

    /** The folder of the default corpus, downloaded and verified. */
    public Path corpus() {
        modelsCommand("corpus", "corpus", places.corpus());
        return places.corpus();
    }

    /** Writes a bundle that is the given one with a trained head inside. */
    public void attachHead(Path bundle, Path head, Path out) {
        derive(
                modelsPython(),
                "attach-head",
                "joining head and bundle",
                List.of("--bundle", bundle.toString(), "--head", head.toString(), "--out", out.toString()));
    }

    /** Where the 8-bit variant of a prepared bundle lies, or would lie. */
    public Path eightBits(String bundle) {
        return places.models().resolve(bundle + "-int8");
    }

    /** Writes the 8-bit variant of a prepared bundle, calibrated with at most {@code count} of the pictures below a folder. */
    public void quantize(String bundle, Path pictures, int count) {
        Path lock = places.root().resolve("infra/local/models/requirements-quantize.lock");
        derive(
                virtualEnvironment("quantize", lock, "--require-hashes"),
                "quantize",
                "calibrating 8 bits of " + bundle,
                List.of(
                        "--bundle",
                        places.models().resolve(bundle).toString(),
                        "--pictures",
                        pictures.toString(),
                        "--count",
                        Integer.toString(count),
                        "--out",
                        eightBits(bundle).toString()));
    }

    /** Runs a command that makes one bundle of another. */
    private void derive(Path python, String command, String what, List<String> options) {
        Path source = places.root().resolve("infra/local/models");
        Tool tool = new Tool(places.log(command), places.root(), Map.of("PYTHONPATH", source.toString()));
        List<String> line = new ArrayList<>(List.of(python.toString(), "-m", "sightline_models", command));
        line.addAll(options);
        step(command, what, () -> tool.run(line.toArray(String[]::new)));
    }

    /** Fetches the annotated photographs, and those on which the lab composes scenes. */
    public void detectionPictures() {
        pictures("photos");
        pictures("backgrounds");
    }

    private void pictures(String kind) {
        Path list = places.root().resolve("gpu-worker/lab/ground-truth/%s.json".formatted(kind));
        modelsCommand(kind, "pictures", places.pictures(kind), "--list", list.toString());
    }

    private void modelsCommand(String what, String command, Path out, String... options) {
        Path python = modelsPython();
        Path source = places.root().resolve("infra/local/models");
        Tool tool = new Tool(places.log("prepare-" + command), places.root(), Map.of("PYTHONPATH", source.toString()));
        List<String> line = new ArrayList<>(List.of(python.toString(), "-m", "sightline_models", command));
        line.addAll(List.of("--cache", places.downloads().toString(), "--out", out.toString()));
        line.addAll(List.of(options));
        step(what, "preparing: " + what, () -> tool.run(line.toArray(String[]::new)));
    }

    private Path modelsPython() {
        Path lock = places.root().resolve("infra/local/models/requirements.lock");
        return virtualEnvironment("models", lock, "--require-hashes");
    }

    /** The python binary of a virtual environment that holds a lock file's packages. */
    private Path virtualEnvironment(String name, Path lock, String pipOption) {
        return install("venv-" + name, lock, "installing the Python packages of " + name, folder -> {
                    new Tool(places.log("prepare-venv-" + name), folder)
                            .run(places.python().toString(), "-m", "venv", folder.toString());
                    pipInstall(folder.resolve("bin/python"), lock, pipOption);
                })
                .resolve("bin/python");
    }

    /** Adds a further lock file's packages to a virtual environment, once. */
    private Path extended(Path python, Path lock, String pipOption) {
        Path marker = python.resolveSibling(".extended-" + hash(lock));
        if (!Files.exists(marker)) {
            step("test packages", "installing test packages", () -> {
                pipInstall(python, lock, pipOption);
                mark(marker);
            });
        }
        return python;
    }

    private void pipInstall(Path python, Path lock, String pipOption) {
        new Tool(places.log("prepare-pip"), places.root())
                .run(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        pipOption,
                        "-r",
                        lock.toString());
    }

    private static void mark(Path marker) {
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + marker, e);
        }
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
                mark(marker);
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

    private static String hash(Path lock) {
        return FileHash.sha256(lock).substring(0, HASH_DIGITS);
    }

    /** Fills an empty folder. */
    @FunctionalInterface
    private interface Installation {
        void into(Path folder) throws IOException;
    }
}
