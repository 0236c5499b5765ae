package dev.sightline.metrics;

import java.util.Map;

/** Port: where numbers about the system itself go. Never fails, and never keeps anybody waiting. */
public interface Metrics {

    /** Forgets them. */
    Metrics NONE = (dimension, values) -> {};

    /** Numbers of one moment about a part of the system. */
    void record(Dimension dimension, Map<Metric, Double> values);

    /** Numbers of one moment about the whole. */
    default void record(Map<Metric, Double> values) {
        record(Dimension.NONE, values);
    }

    /** By what numbers are told apart; {@code name} is empty where they are not. */
    record Dimension(String name, String value) {

        /** They are not told apart. */
        public static final Dimension NONE = new Dimension("", "");
    }
}
