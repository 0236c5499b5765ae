package dev.sightline.lab.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.simulation.Behaviour;
import dev.sightline.lab.simulation.HttpDiscovery;
import dev.sightline.lab.simulation.Round;
import dev.sightline.lab.simulation.Round.World;
import dev.sightline.lab.simulation.RoundOutcome;
import dev.sightline.lab.simulation.SimulatedBoard;
import dev.sightline.lab.simulation.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets users that do not exist collect boards, ask Related Pins of a running system, and report what they did.",
            "The labels of DIR, whose images must be indexed, are the topics that they like. What is learnt from them is",
            "a property of the simulation's assumptions and says nothing about real users."
        })
final class SimulateCommand implements Callable<Integer> {

    private final LabConsole console;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_CORPUS}",
            description = "labelled images, folder name = topic (default: Debian's tuxpaint stamps)")
    private Path corpus;

    @Option(names = "--api", paramLabel = "URL", required = true, description = "of the running system's API")
    private URI api;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:SIGHTLINE_API_KEY:-}",
            description =
                    "of the API (default: $SIGHTLINE_API_KEY, which the launcher sets for the system on this machine)")
    private String key = "";

    @Option(
            names = "--boards",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "boards to make first; those of an earlier run with this seed stay (default: ${DEFAULT-VALUE})")
    private int boards;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "0",
            description = "users who ask and act (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "2",
            description = "questions of each user (default: ${DEFAULT-VALUE})")
    private int requests;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "8",
            description = "results (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(
            names = "--save-rate",
            paramLabel = "P",
            defaultValue = "0.15",
            description = "how likely a liked result that is looked at is saved, 0..1 (default: ${DEFAULT-VALUE})")
    private double saveRate;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            defaultValue = "1",
            description = "another round is other questions and moods of the same users (default: ${DEFAULT-VALUE})")
    private String round;

    @Option(
            names = "--min-images",
            paramLabel = "N",
            defaultValue = "8",
            description = "labels with fewer images are no topics (default: ${DEFAULT-VALUE})")
    private int minImages;

    @Option(
            names = "--outcome",
            paramLabel = "FILE",
            description = "where the numbers of the round are written as JSON (default: nowhere)")
    private @Nullable Path outcomeFile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides about tastes, boards and moods (default: ${DEFAULT-VALUE})")
    private long seed;

    SimulateCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Topics topics = Topics.of(SignedFolder.of(LabelledFolder.read(corpus)), minImages, seed);
        URI base = api.toString().endsWith("/") ? api : URI.create(api + "/");
        try (HttpDiscovery discovery = new HttpDiscovery(base, key.isBlank() ? null : key)) {
            if (boards > 0) {
                collect(topics, discovery);
            }
            if (users > 0) {
                play(topics, discovery);
            }
        }
        return 0;
    }

    private void collect(Topics topics, HttpDiscovery discovery) {
        console.note(
                "simulated boards of %d topics ...".formatted(topics.names().size()));
        List<SimulatedBoard> drawn = SimulatedBoard.draw(topics, boards, seed);
        int made = SimulatedBoard.save(
                drawn, discovery, done -> console.progress("  … %d of %d simulated boards".formatted(done, boards)));
        int pins = drawn.stream().mapToInt(board -> board.images().size()).sum();
        console.print("%d boards with %d pins, %d of them made now".formatted(boards, pins, made));
    }

    private void play(Topics topics, HttpDiscovery discovery) {
        console.note("simulated round %s of %d users ...".formatted(round, users));
        RoundOutcome outcome = new Round(round, users, requests, limit, seed)
                .play(
                        new World(topics, Behaviour.STANDARD.withSaveRate(saveRate)),
                        discovery,
                        LabWiring.clock(),
                        done -> console.progress("  … %d of %d simulated users".formatted(done, users)));
        console.print("simulated round %s: %d of %d users saved something; %d questions, %d events, %d accepted"
                .formatted(
                        round,
                        outcome.savers(),
                        outcome.users(),
                        outcome.requests(),
                        outcome.events(),
                        outcome.accepted()));
        if (outcomeFile != null) {
            write(outcomeFile, outcome);
        }
    }

    private static void write(Path file, RoundOutcome outcome) {
        try {
            Files.writeString(
                    file,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("users", outcome.users())
                            .put("savers", outcome.savers())
                            .put("requests", outcome.requests())
                            .put("events", outcome.events())
                            .put("accepted", outcome.accepted())
                            .toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write " + file, e);
        }
    }
}
