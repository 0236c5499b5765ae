package dev.sightline.local.pins;

import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pins of a file into the catalogue, {@value #BATCH} at once. Boards are made as their names come; images must be live. A line that is
 * refused is reported and the others go on; a deployment that does not answer ends the run, and the next one goes on. Safe to repeat: the
 * same line is the same pin. Not thread-safe.
 */
public final class PinImport {

    private static final int BATCH = 32;

    private final PinStore pins;
    private final BoardStore boards;
    private final SourceRegistry registry;
    private final Clock clock;
    private final Set<BoardId> known = ConcurrentHashMap.newKeySet();

    public PinImport(PinStore pins, BoardStore boards, SourceRegistry registry, Clock clock) {
        this.pins = pins;
        this.boards = boards;
        this.registry = registry;
        this.clock = clock;
    }

    /** Who is told how far it came. */
    public interface Watcher {

        /** These lines are refused; before {@link #reached} counts them. */
        void refused(List<RefusedLine> lines);

        /** All lines so far are done with; after each batch. */
        void reached(ImportProgress progress);
    }

    /** What became of a line; {@code problem} is null if there is a pin now. */
    private record Outcome(
            long number, boolean created, @Nullable String problem) {}

    /**
     * Goes on after the lines of {@code from} to the last one, or until it is told to stop.
     *
     * @return how far it came
     * @throws SightlineException if the deployment does not answer
     * @throws dev.sightline.local.terminal.LauncherException if the file cannot be read
     */
    public ImportProgress run(PinFile file, ImportProgress from, BooleanSupplier stopped, Watcher watcher) {
        ImportProgress progress = from;
        try (Stream<NumberedLine> lines = file.lines();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Iterator<NumberedLine> rest = lines.skip(from.lines()).iterator();
            while (rest.hasNext() && !stopped.getAsBoolean()) {
                progress = take(outcomes(batch(rest), threads), progress, watcher);
            }
            return progress;
        } catch (UncheckedIOException e) {
            throw file.unreadable(e);
        }
    }

    private static List<NumberedLine> batch(Iterator<NumberedLine> lines) {
        List<NumberedLine> batch = new ArrayList<>(BATCH);
        while (lines.hasNext() && batch.size() < BATCH) {
            batch.add(lines.next());
        }
        return batch;
    }

    private static ImportProgress take(List<Outcome> outcomes, ImportProgress before, Watcher watcher) {
        List<RefusedLine> refused = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.problem() != null) {
                refused.add(new RefusedLine(outcome.number(), outcome.problem()));
            }
        }
        long created = outcomes.stream().filter(Outcome::created).count();
        ImportProgress progress = before.plus(created, outcomes.size() - created - refused.size(), refused.size());
        watcher.refused(refused);
        watcher.reached(progress);
        return progress;
    }

    private List<Outcome> outcomes(List<NumberedLine> batch, ExecutorService threads) {
        List<Future<Outcome>> running =
                batch.stream().map(line -> threads.submit(() -> outcome(line))).toList();
        return running.stream().map(PinImport::result).toList();
    }

    private static Outcome result(Future<Outcome> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome outcome(NumberedLine line) {
        if (line.pin() == null) {
            return new Outcome(line.number(), false, String.valueOf(line.problem()));
        }
        try {
            return new Outcome(line.number(), save(line.pin()), null);
        } catch (SightlineException e) {
            if (e.code() == ErrorCode.INVALID_REQUEST || e.code() == ErrorCode.NOT_FOUND) {
                return new Outcome(line.number(), false, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private boolean save(PinLine line) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ImportedPin pin = ImportedPin.of(line, now);
        ImageSignature image = live(pin.image());
        if (!known.contains(pin.boardId())) {
            boards.create(pin.toBoard(now));
            known.add(pin.boardId());
        }
        return pins.create(pin.toPin(image, now));
    }

    private ImageSignature live(String image) {
        if (ImageSignature.matches(image)) {
            ImageSignature signature = new ImageSignature(image);
            if (registry.liveSources(Set.of(signature)).isEmpty()) {
                throw notFound("no live image " + image);
            }
            return signature;
        }
        SourceId id = SourceId.matches(image) ? new SourceId(image) : SourceId.ofKey(image);
        return registry.find(id)
                .flatMap(Source::liveSignature)
                .orElseThrow(() -> notFound("no live image of '%s'".formatted(image)));
    }

    private static SightlineException notFound(String message) {
        return new SightlineException(ErrorCode.NOT_FOUND, message);
    }
}
