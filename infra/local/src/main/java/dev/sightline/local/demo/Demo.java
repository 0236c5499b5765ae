package dev.sightline.local.demo;

import dev.sightline.index.SourceState;
import dev.sightline.local.ask.AnswerTable;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageDots;
import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.IndexingProgress;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.local.upload.Settlement;
import dev.sightline.local.upload.StageCounts;
import dev.sightline.local.upload.Uploader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demonstration on a running system: uploads, waits until all is indexed, asks, and shows the answers. */
public final class Demo {

    private static final int SHOWN = 5;

    private final Console console;
    private final Path folder;
    private final Uploader uploader;
    private final IndexingProgress progress;
    private final Thumbnails thumbnails;

    public Demo(Console console, Path folder, Uploader uploader, IndexingProgress progress, Thumbnails thumbnails) {
        this.console = console;
        this.folder = folder;
        this.uploader = uploader;
        this.progress = progress;
        this.thumbnails = thumbnails;
    }

    /** Runs it; returns the contact sheet. */
    public Path run(Path images, ApiClient api) {
        Instant start = Instant.now();
        DemoMaterial material = DemoMaterial.make(images, folder);
        console.done("composed %d scenes".formatted(material.scenes().size()), since(start));
        Settlement settlement = index(material);
        DemoQueries queries = new DemoQueries(api, material, settlement);
        List<DemoAnswer> answers = queries.ask();
        answers.forEach(this::print);
        Map<String, String> facts = facts(settlement);
        CorpusPrecision.measure(api, settlement).ifPresent(measured -> {
            console.print(measured.toString());
            facts.put(measured.name(), Decimals.of(measured.value(), 2));
        });
        measureObjects(api, material, settlement, facts);
        return write(new ContactSheet(thumbnails).page(facts, answers, settlement));
    }

    private void measureObjects(
            ApiClient api, DemoMaterial material, Settlement settlement, Map<String, String> facts) {
        Map<String, DemoScene> scenes = new TreeMap<>(material.scenes());
        scenes.keySet().retainAll(Set.copyOf(settlement.indexedKeys()));
        Map<String, List<Item>> objects = scenes.keySet().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> ImageDots.of(api.allObjects(ImageIds.of(key))).objects()));
        DotPrecision.measure(scenes, objects).ifPresent(measured -> {
            console.print(measured.toString());
            facts.put(measured.name(), measured.value());
        });
        ObjectSearchGain.measure(api, scenes, objects, material.labels()).ifPresent(measured -> {
            console.print(measured.toString());
            facts.put(measured.name(), Decimals.of(measured.byObjects(), 2));
        });
    }

    private Settlement index(DemoMaterial material) {
        Map<String, LabelledFile> files = material.files();
        console.note("Uploading %d files; they index themselves:".formatted(files.size()));
        Settlement settlement = progress.await(uploader.start(files));
        console.done(
                "%d of %d files indexed".formatted(settlement.indexedKeys().size(), files.size()), settlement.took());
        settlement.complaints().forEach(line -> console.note("  " + line));
        return settlement;
    }

    private void print(DemoAnswer answer) {
        console.print("");
        console.print("%s: %s".formatted(answer.title(), answer.question()));
        AnswerTable.lines(answer.answer().first(SHOWN)).forEach(console::print);
        console.print(answer.verdict());
    }

    /** In the order in which they are shown. */
    private static Map<String, String> facts(Settlement settlement) {
        int indexed = settlement.indexedKeys().size();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("images indexed", Integer.toString(indexed));
        facts.put(
                "images a second, upload to searchable", Decimals.of(StageCounts.rate(indexed, settlement.took()), 1));
        facts.put(
                "files rejected",
                Integer.toString(settlement.in(SourceState.REJECTED).size()));
        return facts;
    }

    private Path write(String page) {
        Path sheet = folder.resolve("index.html");
        try {
            return Files.writeString(sheet, page);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + sheet, e);
        }
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }
}
