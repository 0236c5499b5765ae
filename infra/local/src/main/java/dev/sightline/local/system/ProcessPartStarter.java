package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The parts of a system with these ports and models as processes of this machine. */
final class ProcessPartStarter implements PartStarter {

    private final ProcessTable processes;
    private final Console console;
    private final Readiness readiness = new Readiness();
    private final Ports ports;
    private final SearchNode search;
    private final LocalStack aws;
    private final WorkerProcess worker;
    private final WebProcess web;

    ProcessPartStarter(Places places, Ports ports, ModelChoice models, ProcessTable processes, Console console) {
        this.processes = processes;
        this.console = console;
        this.ports = ports;
        this.search = new SearchNode(places, ports.search());
        this.aws = new LocalStack(places, ports.aws());
        this.worker = new WorkerProcess(places, ports.worker(), models);
        this.web = new WebProcess(places, ports.web(), new Preparation(places, console));
    }

    private ProcessPartStarter(ProcessPartStarter other, WorkerProcess worker) {
        processes = other.processes;
        console = other.console;
        ports = other.ports;
        search = other.search;
        aws = other.aws;
        web = other.web;
        this.worker = worker;
    }

    /** The same parts, with a worker that runs further models beside its own. */
    ProcessPartStarter beside(ModelChoice next) {
        return new ProcessPartStarter(this, worker.beside(next));
    }

    SearchNode search() {
        return search;
    }

    LocalStack aws() {
        return aws;
    }

    WorkerProcess worker() {
        return worker;
    }

    WebProcess web() {
        return web;
    }

    @Override
    public void startSearch() {
        PortOwner.requireFree(ports.search(), "--search-port");
        start(search.spec(), search.health(), "OpenSearch with k-NN on " + search.endpoint());
    }

    /** An empty LocalStack. */
    void startAws(Path python) {
        PortOwner.requireFree(ports.aws(), "--aws-port");
        start(aws.spec(python), aws.health(), "LocalStack on " + aws.endpoint());
    }

    @Override
    public void startWorker(Map<String, String> outputs) {
        PortOwner.requireFree(ports.worker(), "--worker-port");
        start(worker.spec(aws, outputs), worker.health(), "worker on " + worker.endpoint());
    }

    @Override
    public void startWeb(Map<String, String> outputs) {
        PortOwner.requireFree(ports.web(), "--web-port");
        start(web.spec(aws, outputs), web.endpoint(), "page on " + web.endpoint());
    }

    private void start(ProcessSpec spec, URI health, String what) {
        Instant start = Instant.now();
        console.progress("  … starting " + spec.name());
        ProcessHandle process = processes.start(spec);
        readiness.await(spec.name(), process, health, spec.log());
        console.done(what, Duration.between(start, Instant.now()));
    }
}
