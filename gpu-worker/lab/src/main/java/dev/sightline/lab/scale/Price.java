package dev.sightline.lab.scale;

import java.util.Locale;

/** What AWS asks for. The values in {@code prices.json} are examples, to be edited by whoever plans with them. */
public enum Price implements Quantity {
    /** The GPU worker's instance. */
    GPU_WORKER("USD/hour"),
    /** The same as a spot instance. */
    GPU_WORKER_SPOT("USD/hour"),
    /** The instance of a worker without GPU. */
    CPU_WORKER("USD/hour"),
    /** The same as a spot instance. */
    CPU_WORKER_SPOT("USD/hour"),
    /** A data node of 16 GiB. */
    NODE_LARGE("USD/hour"),
    /** A data node of 32 GiB. */
    NODE_XLARGE("USD/hour"),
    /** A data node of 64 GiB. */
    NODE_2XLARGE("USD/hour"),
    /** A data node of 128 GiB. */
    NODE_4XLARGE("USD/hour"),
    /** A data node of 256 GiB. */
    NODE_8XLARGE("USD/hour"),
    /** A dedicated manager node; there are three. */
    NODE_MANAGER("USD/hour"),
    /** Disk of a data node. */
    NODE_DISK("USD/GiB-month"),
    /** Objects of a bucket. */
    S3_STORAGE("USD/GiB-month"),
    /** PUT, COPY, POST and LIST. */
    S3_WRITES("USD/million"),
    /** GET and all others. */
    S3_READS("USD/million"),
    /** Requests to queues. */
    QUEUE_REQUESTS("USD/million"),
    /** Bucket events. */
    EVENTS("USD/million"),
    /** Invocations of functions. */
    FUNCTION_REQUESTS("USD/million"),
    /** Time of functions on arm64. */
    FUNCTION_TIME("USD/GiB-second"),
    /** Requests to the REST API. */
    API_REQUESTS("USD/million"),
    /** Lines of logs taken in. */
    LOGS("USD/GiB"),
    /** What stands whatever is asked: endpoints of the VPC, load balancer, alarms, keys. */
    FIXED("USD/month");

    private final String unit;

    Price(String unit) {
        this.unit = unit;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String unit() {
        return unit;
    }
}
