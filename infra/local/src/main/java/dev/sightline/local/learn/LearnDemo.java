package dev.sightline.local.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.BlenderPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Learning from end to end on an indexed corpus: boards; round 1; roll-up; two rankers, one of them trained on shuffled features; round 2 with both
 * and with neither; report. The policy that was in force before is in force again at the end, also if a step fails.
 *
 * <p>All users are simulated, so that the lift is a property of the simulation and says nothing about real users.
 */
public final class LearnDemo {

    private static final int SIGHTINGS = 8;

    private final Console console;
    private final LearnSystem system;
    private final Path folder;
    private final LearnSettings settings;

    private LearnDemo(Console console, LearnSystem system, Path folder, LearnSettings settings) {
        this.console = console;
        this.system = system;
        this.folder = folder;
        this.settings = settings;
    }

    /** On a running system; {@code folder}: for logs, rankers and reports. */
    public static LearnDemo of(Console console, Site site, LabProcess lab, Path folder, LearnSettings settings) {
        return new LearnDemo(console, new LearnSystem(site, lab, Clock.systemUTC()), folder, settings);
    }

    /**
     * Runs it.
     *
     * @param run the name of this run, as {@link RoundPolicies} takes it
     * @param corpus labelled images, all of them indexed
     * @param image an indexed image to ask about, by which is seen which policy is in force
     */
    public LearnVerdict run(String run, Path corpus, ApiClient api, String image) {
        Asked asked = new Asked(corpus, api, image);
        BlenderPolicy before = new PolicyDocuments(system.site()::policies).policy(PolicyDocuments.CURRENT);
        RoundPolicies policies = new RoundPolicies(before, run);
        try {
            step("boards of simulated users", () -> {
                simulate(asked, List.of("--boards", text(settings.boards())));
                system.awaitCalm();
            });
            round(policies.first(), run + "-1", asked);
            step("engagement counted", system::rollUp);
            train(policies);
            round(policies.second(), run + "-2", asked);
            return report(policies);
        } finally {
            system.apply(before);
        }
    }

    private void round(BlenderPolicy policy, String name, Asked asked) {
        step("policy %s in force".formatted(policy.version()), () -> {
            system.apply(policy);
            awaitPolicy(policy.version(), asked);
        });
        step("round %s of simulated users".formatted(name), () -> {
            long known = system.events(log());
            Path outcome = folder.resolve(name + ".json");
            simulate(
                    asked,
                    List.of(
                            "--users", text(settings.users()),
                            "--requests", text(settings.requests()),
                            "--limit", text(settings.limit()),
                            "--save-rate", Double.toString(LearnSettings.SAVE_RATE),
                            "--round", name,
                            "--outcome", outcome.toString()));
            system.export(log(), known + accepted(outcome));
        });
    }

    /** Several functions may run, each of which notices the policy by itself: asked until a row of answers is by it. */
    private void awaitPolicy(String version, Asked asked) {
        system.await("answers by policy " + version, () -> {
            for (int i = 0; i < SIGHTINGS; i++) {
                if (!policyOf(asked).equals(version)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Empty if the API has no answer just now: a new function may still be starting. */
    private static String policyOf(Asked asked) {
        try {
            return asked.api().related(asked.image(), 1).path("policy").asText();
        } catch (LauncherException e) {
            return "";
        }
    }

    private void train(RoundPolicies policies) {
        Path training = runLog(policies, Set.of(policies.first().version()));
        for (String variant : List.of(RoundPolicies.LEARNED, RoundPolicies.SHUFFLED)) {
            step("ranker '%s' trained and kept".formatted(variant), () -> train(policies, variant, training));
        }
    }

    private void train(RoundPolicies policies, String variant, Path training) {
        String version = policies.ranker(variant);
        Path document = folder.resolve(version + ".json");
        List<String> arguments = new ArrayList<>(List.of(
                training.toString(),
                "--out",
                document.toString(),
                "--version-name",
                version,
                "--seed",
                Long.toString(settings.seed()),
                "--report",
                folder.resolve(variant).toString()));
        if (variant.equals(RoundPolicies.SHUFFLED)) {
            arguments.add("--shuffle-features");
        }
        system.lab("train-ranker", arguments);
        system.site().rankers().keep(version, read(document));
    }

    private LearnVerdict report(RoundPolicies policies) {
        Path both = runLog(
                policies, Set.of(policies.first().version(), policies.second().version()));
        Path report = folder.resolve("report");
        system.lab(
                "engagement-report",
                List.of(
                        both.toString(),
                        "--baseline",
                        RoundPolicies.FIRST,
                        "--seed",
                        Long.toString(settings.seed()),
                        "--report",
                        report.toString()));
        return LearnVerdict.read(report.resolve("report.json"));
    }

    private Path runLog(RoundPolicies policies, Set<String> versions) {
        Path target = folder.resolve("%s-log-%d".formatted(policies.run(), versions.size()));
        RoundLog.of(ExportedLog.read(log()), versions).write(target);
        return target;
    }

    private void simulate(Asked asked, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(
                asked.corpus().toString(),
                "--api",
                asked.api().base().toString(),
                "--seed",
                Long.toString(settings.seed())));
        all.addAll(arguments);
        system.lab("simulate", all);
    }

    private static long accepted(Path outcome) {
        try {
            JsonNode json = new ObjectMapper().readTree(outcome.toFile());
            return json.required("accepted").asLong();
        } catch (IOException e) {
            throw new LauncherException("expected the outcome of a round in " + outcome, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    private void step(String done, Runnable work) {
        Instant start = system.clock().instant();
        console.progress("  … " + done);
        work.run();
        console.done(done, Duration.between(start, system.clock().instant()));
    }

    private record Asked(Path corpus, ApiClient api, String image) {}

    private Path log() {
        return folder.resolve("log");
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
