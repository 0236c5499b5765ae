package dev.sightline.inference;

/** Where models compute. There is no silent change from one to the other: a device that is not there is an error at start. */
public enum ComputeDevice {
    CPU,
    GPU
}
