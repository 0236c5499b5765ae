package dev.sightline.inference;

/**
 * How a model runs in NVIDIA's TensorRT. Its presence in a bundle asks for it wherever the worker computes on a GPU; a CPU knows nothing of it.
 *
 * @param halfPrecision whether TensorRT may compute in float16, which is faster and moves values in about the third digit; inputs and outputs
 *     stay float32
 */
public record TensorRtOptions(boolean halfPrecision) {}
