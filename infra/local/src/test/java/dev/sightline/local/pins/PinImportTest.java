package dev.sightline.local.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.index.Source;
import dev.sightline.local.terminal.Console;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinImportTest {

    private static final ImageSignature IMAGE = Fixtures.aSignature(1);
    private static final String KEY = "corpus/chair 1.png";

    private final InMemoryPinStore pins = new InMemoryPinStore();
    private final InMemoryBoardStore boards = new InMemoryBoardStore();
    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void indexOneImage() {
        path = folder.resolve("pins.jsonl");
        registry.record(Source.indexed(
                Fixtures.aSourceVersion().withKey(KEY).build(),
                IMAGE,
                Fixtures.aModelSet().id(),
                Fixtures.NOW));
    }

    @Test
    void run_byKeyAndBySignature_savesToBoardsByName() throws IOException {
        write("""
            {"image":"%s","board":"Porch","title":"Chair","savedAt":"2025-06-01T12:00:00+02:00"}
            {"image":"%s","board":"Porch","description":"d","link":"https://shop.example/"}
            {"image":"%s","board":"Other"}
            """.formatted(KEY, IMAGE, IMAGE));

        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(3, 3, 0, 0));

        List<PinRecord> saved = pins.ofImage(IMAGE);
        assertThat(saved).hasSize(3);
        assertThat(saved.getFirst().title()).isEqualTo("Chair");
        assertThat(saved.getFirst().createdAt()).hasToString("2025-06-01T10:00:00Z");
        assertThat(saved.getLast().createdAt()).isEqualTo(Fixtures.NOW);
        assertThat(boards.list(null, 10)).extracting(BoardRecord::name).containsExactlyInAnyOrder("Porch", "Other");
        assertThat(saved.stream()
                        .map(pin ->
                                boards.find(pin.board()).orElseThrow().value().name())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Porch", "Other");
    }

    @Test
    void run_again_changesNothing() throws IOException {
        write("""
            {"image":"%s","board":"Porch","title":"Chair"}
            {"image":"%s","board":"Porch","title":"Chair"}
            """.formatted(KEY, IMAGE));

        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(2, 1, 1, 0));
        List<PinRecord> before = pins.ofImage(IMAGE);
        assertThat(run(true, () -> false)).isEqualTo(new ImportProgress(2, 0, 2, 0));

        assertThat(pins.ofImage(IMAGE)).isEqualTo(before).hasSize(1);
    }

    @Test
    void run_refusedLines_areReportedByNumberAndTheOthersSaved() throws IOException {
        write("""
            {"image":"%s","board":"Porch"}
            {"image":"nowhere.png","board":"Porch"}
            {"image":"%s","board":""}
            {"board":"Porch"}
            {"image":"%s","board":"Porch","link":"ftp://a.example/"}
            {"image":"%s","board":"Porch","savedAt":"yesterday"}
            {"image":"%s","board":"Porch","savedAt":"2999-01-01T00:00:00Z"}
            {"image":"%s","board":"No pins"}
            {
            {"image":"%s","board":"Porch","title":"last"}
            """.formatted(IMAGE, IMAGE, IMAGE, IMAGE, IMAGE, Fixtures.aSignature(2), IMAGE));

        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(10, 2, 0, 8));

        assertThat(Files.readAllLines(report()))
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly("line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9");
        assertThat(report()).content().contains("no live image of 'nowhere.png'", "expected savedAt such as");
        assertThat(boards.list(null, 10)).extracting(BoardRecord::name).containsExactly("Porch");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("10 of 10 pins, 2 new, 0 known, 8 refused");
    }

    @Test
    void run_stopped_goesOnWhereItEnded() throws IOException {
        writeNumbered(100);
        int[] asked = {0};

        ImportProgress first = run(false, () -> asked[0]++ > 0);
        assertThat(first.lines()).isBetween(1L, 99L);
        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(100, 100, 0, 0));

        assertThat(pins.ofImage(IMAGE)).hasSize(100);
        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(100, 0, 100, 0));
    }

    @Test
    void run_storeUnavailable_failsAndTheNextRunLosesNothing() throws IOException {
        writeNumbered(50);
        pins.becomeUnavailable();
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> run(false, () -> false))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        pins.becomeAvailable();

        assertThat(run(false, () -> false)).isEqualTo(new ImportProgress(50, 50, 0, 0));
    }

    @Test
    void place_ofOtherContentOrBucket_isAnother() throws IOException {
        writeNumbered(5);
        Path place = place("one");
        assertThat(place("one")).isEqualTo(place);
        assertThat(place("two")).isNotEqualTo(place);
        writeNumbered(6);
        assertThat(place("one")).isNotEqualTo(place);
    }

    private ImportProgress run(boolean restart, BooleanSupplier stopped) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PinFile file = new PinFile(path);
        ImportView view = new ImportView(new Console(out, out, false), clock, place("bucket"), report());
        ImportProgress from = view.begin(file, restart);
        ImportProgress reached = new PinImport(pins, boards, registry, clock).run(file, from, stopped, view);
        view.end(reached);
        return reached;
    }

    private Path place(String bucket) {
        return ImportView.place(folder.resolve("state"), bucket, new PinFile(path));
    }

    private Path report() {
        return folder.resolve("refused.txt");
    }

    private void writeNumbered(int count) throws IOException {
        write(IntStream.range(0, count)
                .mapToObj(number -> "{\"image\":\"%s\",\"board\":\"Porch\",\"title\":\"%d\"}".formatted(IMAGE, number))
                .collect(Collectors.joining("\n")));
    }

    private void write(String content) throws IOException {
        Files.writeString(path, content);
    }
}
