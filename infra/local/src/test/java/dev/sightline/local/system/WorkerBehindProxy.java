package dev.sightline.local.system;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A worker that reaches S3 through a proxy, in place of the system's own for the time of a test; closing brings the own one back.
 *
 * <p>It gives a failed message back for one second only, so that its receives are used up soon.
 */
final class WorkerBehindProxy implements AutoCloseable {

    private final ProcessTable processes;
    private final LocalSystem local;

    WorkerBehindProxy(Places places, LocalSystem local, RunningSystem system, URI s3) {
        this.local = local;
        processes = new ProcessTable(places.state().resolve("run"));
        processes.stop(WorkerProcess.NAME);
        WorkerProcess worker = new WorkerProcess(places, system.ports().worker(), system.models());
        ProcessSpec own = worker.spec(new LocalStack(places, system.ports().aws()), system.outputs());
        Map<String, String> environment = new HashMap<>(own.environment());
        environment.put("AWS_ENDPOINT_URL_S3", s3.toString());
        environment.put("SIGHTLINE_QUEUE_RETRY_DELAY", "1S");
        ProcessHandle started = processes.start(new ProcessSpec(own.name(), own.command(), environment, own.log()));
        new Readiness().await(own.name(), started, worker.health(), own.log());
    }

    @Override
    public void close() {
        processes.stop(WorkerProcess.NAME);
        local.heal();
    }
}
