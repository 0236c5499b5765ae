package dev.sightline.local.system;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Replaces the worker without a moment in which queries find none: the new one starts beside it on another port, the blender is told
 * to ask it, and only then the old one finishes what it holds and ends. A deployment in AWS does the same with a rolling update.
 *
 * <p>Safe to run again after an interruption: whom the blender asks says how far the former run came.
 */
final class WorkerSuccession {

    private final Places places;
    private final ProcessTable processes;
    private final Console console;

    WorkerSuccession(Places places, ProcessTable processes, Console console) {
        this.places = places;
        this.processes = processes;
        this.console = console;
    }

    /** The system with a worker that runs these models. One that runs them already stays. */
    RunningSystem replace(RunningSystem system, ModelChoice models, @Nullable ModelChoice next) {
        RunningSystem settled = settleFormerRun(system);
        if (settled.models().equals(models)
                && Objects.equals(settled.nextModels().orElse(null), next)) {
            return settled;
        }
        Instant start = Instant.now();
        RunningSystem planned = settled.withWorker(models, new RunningSystem.Succession(freePort(settled), next));
        start(planned);
        RunningSystem replaced = handOver(planned);
        console.done(
                "worker on %s, with %s%s"
                        .formatted(replaced.workerEndpoint(), models, next == null ? "" : "; beside them " + next),
                Duration.between(start, Instant.now()));
        return replaced;
    }

    /** A successor that the blender asks already follows; one that it does not ask yet ends. */
    private RunningSystem settleFormerRun(RunningSystem system) {
        if (processes.find(WorkerProcess.SUCCESSOR).isEmpty()) {
            return system;
        }
        RunningSystem planned = RunningSystem.read(places.state().resolve(WorkerProcess.SUCCESSOR))
                .orElse(system);
        if (blenderAsks(system).equals(planned.workerEndpoint())) {
            return handOver(planned);
        }
        processes.stop(WorkerProcess.SUCCESSOR);
        return system;
    }

    /** The port that {@code up} was told, unless the worker has it. */
    private static int freePort(RunningSystem system) {
        int first = system.ports().worker();
        return system.portsNow().worker() != first && PortOwner.isFree(first) ? first : PortOwner.anyFree();
    }

    private void start(RunningSystem planned) {
        planned.write(places.state().resolve(WorkerProcess.SUCCESSOR));
        LocalStack aws = new LocalStack(places, planned.ports().aws());
        WorkerProcess worker = new WorkerProcess(
                places,
                planned.portsNow().worker(),
                planned.models(),
                planned.nextModels().orElse(null));
        ProcessSpec spec = worker.successor(aws, planned.outputs());
        console.progress("  … starting another worker beside the one that runs");
        ProcessHandle process = processes.start(spec);
        new Readiness().await(spec.name(), process, worker.health(), spec.log());
    }

    private RunningSystem handOver(RunningSystem planned) {
        console.progress("  … moving queries to the new worker");
        if (!blenderAsks(planned).equals(planned.workerEndpoint())) {
            // Queries that began before may ask the former worker until their own time is over.
            Readiness.sleep(askBlenderToUse(planned));
        }
        processes.stop(WorkerProcess.NAME);
        processes.rename(WorkerProcess.SUCCESSOR, WorkerProcess.NAME);
        planned.write(places.state());
        return planned;
    }

    private static URI blenderAsks(RunningSystem system) {
        try (LambdaClient lambda = AwsClients.lambda(system.awsEndpoint())) {
            return URI.create(Objects.requireNonNull(environment(lambda, system).get(EnvironmentNames.ANALYZER_URL)));
        }
    }

    /** Gives the time that a query has at most. */
    private static Duration askBlenderToUse(RunningSystem planned) {
        try (LambdaClient lambda = AwsClients.lambda(planned.awsEndpoint())) {
            Map<String, String> environment = new LinkedHashMap<>(environment(lambda, planned));
            environment.put(
                    EnvironmentNames.ANALYZER_URL, planned.workerEndpoint().toString());
            String function = planned.output(OutputNames.BLENDER_FUNCTION);
            lambda.updateFunctionConfiguration(
                    request -> request.functionName(function).environment(changed -> changed.variables(environment)));
            lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(function));
            return Duration.ofSeconds(lambda.getFunctionConfiguration(request -> request.functionName(function))
                    .timeout());
        }
    }

    private static Map<String, String> environment(LambdaClient lambda, RunningSystem system) {
        String function = system.output(OutputNames.BLENDER_FUNCTION);
        return lambda.getFunctionConfiguration(request -> request.functionName(function))
                .environment()
                .variables();
    }
}
