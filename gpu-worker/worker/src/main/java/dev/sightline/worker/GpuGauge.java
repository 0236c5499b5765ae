package dev.sightline.worker;

import java.util.OptionalDouble;

/** Port: how busy the GPU is. */
@FunctionalInterface
interface GpuGauge {

    /** There is no GPU. */
    GpuGauge NONE = OptionalDouble::empty;

    /** The share of the time just past in which it worked, 0..100 percent; empty without one, and if it does not tell. */
    OptionalDouble utilization();
}
