package dev.sightline.local.system;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The worker on the CPU: the very program that runs on GPU instances. A script keeps it running, as the container service does in AWS: it
 * starts again after a crash, and when it asks for that with exit status 75.
 */
final class WorkerProcess {

    static final String NAME = "worker";

    /** One that is started beside the worker, to follow it. */
    static final String SUCCESSOR = "worker-successor";

    /** Twice the heap: the rest is for models, buffers and the JVM itself. */
    private static final long MEMORY_CEILING = 3L * 1024 * 1024 * 1024;

    private final Places places;
    private final int port;
    private final ModelChoice models;
    private final @Nullable ModelChoice next;

    WorkerProcess(Places places, int port, ModelChoice models) {
        this(places, port, models, null);
    }

    /** @param next the model set that it runs beside its own; null: none */
    WorkerProcess(Places places, int port, ModelChoice models, @Nullable ModelChoice next) {
        this.places = places;
        this.port = port;
        this.models = models;
        this.next = next;
    }

    /** The same worker with further models beside its own. */
    WorkerProcess beside(ModelChoice further) {
        return new WorkerProcess(places, port, models, further);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI health() {
        return endpoint().resolve("/q/health/ready");
    }

    ProcessSpec spec(LocalStack aws, Map<String, String> outputs) {
        Folders.replace(places.root().resolve("gpu-worker/worker/target/quarkus-app"), places.program(NAME));
        return spec(NAME, aws, outputs);
    }

    /** Runs the program that the worker runs, of which the worker needs every file still. */
    ProcessSpec successor(LocalStack aws, Map<String, String> outputs) {
        return spec(SUCCESSOR, aws, outputs);
    }

    private ProcessSpec spec(String name, LocalStack aws, Map<String, String> outputs) {
        Path program = places.program(NAME);
        Map<String, String> environment = new LinkedHashMap<>(aws.clientEnvironment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(EnvironmentNames.IMAGES_BUCKET, outputs.get(OutputNames.IMAGES_BUCKET));
        environment.put(EnvironmentNames.FEATURES_BUCKET, outputs.get(OutputNames.FEATURES_BUCKET));
        environment.put(EnvironmentNames.ANALYSIS_QUEUE_URL, outputs.get(OutputNames.ANALYSIS_QUEUE_URL));
        environment.put(EnvironmentNames.INDEX_QUEUE_URL, outputs.get(OutputNames.INDEX_QUEUE_URL));
        environment.put(EnvironmentNames.MODELS, places.models().toString());
        environment.put(EnvironmentNames.DEVICE, "cpu");
        environment.put(EnvironmentNames.MEMORY_CEILING, Long.toString(MEMORY_CEILING));
        if (outputs.containsKey(OutputNames.TRACES_ENDPOINT)) {
            environment.put(EnvironmentNames.TRACES_ENDPOINT, outputs.get(OutputNames.TRACES_ENDPOINT));
        }
        environment.putAll(models.environment());
        if (next != null) {
            environment.putAll(next.nextEnvironment());
        }
        return new ProcessSpec(
                name,
                List.of(
                        places.root().resolve("infra/local/keep-running").toString(),
                        places.java().toString(),
                        "-Xmx1500m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        program.resolve("quarkus-run.jar").toString()),
                environment,
                places.log(NAME));
    }
}
