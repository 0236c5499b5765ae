package dev.sightline.local.system;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A worker that reaches S3 through a proxy, in place of the system's own for the time of a test; closing brings the own one back. */
final class WorkerBehindProxy implements AutoCloseable {

    private final Places places;
    private final LocalSystem local;
    private final ProcessTable processes;

    WorkerBehindProxy(Places places, LocalSystem local) {
        this.places = places;
        this.local = local;
        processes = new ProcessTable(places.state().resolve("run"));
    }

    /** @param settings other than the worker has by default, by environment variable */
    void start(RunningSystem system, URI s3, Map<String, String> settings) {
        processes.stop(WorkerProcess.NAME);
        WorkerProcess worker = new WorkerProcess(places, system.ports().worker(), system.models());
        ProcessSpec own = worker.spec(new LocalStack(places, system.ports().aws()), system.outputs());
        Map<String, String> environment = new HashMap<>(own.environment());
        environment.put("AWS_ENDPOINT_URL_S3", s3.toString());
        environment.putAll(settings);
        ProcessHandle started = processes.start(new ProcessSpec(own.name(), own.command(), environment, own.log()));
        new Readiness().await(own.name(), started, worker.health(), own.log());
    }

    @Override
    public void close() {
        processes.stop(WorkerProcess.NAME);
        local.heal();
    }
}
