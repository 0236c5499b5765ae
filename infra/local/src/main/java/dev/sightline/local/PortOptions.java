package dev.sightline.local;

import dev.sightline.local.system.Ports;
import picocli.CommandLine.Option;

/** The options that choose ports, shared by the commands that start the system. */
final class PortOptions {

    @Option(
            names = "--aws-port",
            defaultValue = "${env:SIGHTLINE_AWS_PORT:-4566}",
            paramLabel = "PORT",
            description = "LocalStack's port (default: $SIGHTLINE_AWS_PORT or 4566)")
    private int aws;

    @Option(
            names = "--search-port",
            defaultValue = "${env:SIGHTLINE_SEARCH_PORT:-9200}",
            paramLabel = "PORT",
            description = "OpenSearch's port (default: $SIGHTLINE_SEARCH_PORT or 9200)")
    private int search;

    @Option(
            names = "--worker-port",
            defaultValue = "${env:SIGHTLINE_WORKER_PORT:-8090}",
            paramLabel = "PORT",
            description = "the worker's port (default: $SIGHTLINE_WORKER_PORT or 8090)")
    private int worker;

    @Option(
            names = "--web-port",
            defaultValue = "${env:SIGHTLINE_WEB_PORT:-8091}",
            paramLabel = "PORT",
            description = "the page's port (default: $SIGHTLINE_WEB_PORT or 8091)")
    private int web;

    Ports ports() {
        return new Ports(aws, search, worker, web);
    }
}
