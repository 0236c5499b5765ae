package dev.sightline.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** What is trained: its parameters, what a batch costs, and the layer that the parameters stand for now. */
interface DjlObjective {

    /** The tensors to change; each has a name of its own and requires a gradient. */
    NDList parameters();

    /** A scalar for rows [batch, features], float32, and labels [batch], int64; smaller is better. */
    NDArray loss(NDArray rows, NDArray labels);

    /** A copy, on standardized features. */
    LinearHead head();
}
