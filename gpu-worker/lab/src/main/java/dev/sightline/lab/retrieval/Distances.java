package dev.sightline.lab.retrieval;

/** The distances between the images of a set, counted from 0; smaller is nearer. Immutable, safe for all threads. */
interface Distances {

    /** The number of images. */
    int size();

    /** Writes the distance from one image to each, itself included, into an array of {@link #size()} values. */
    void from(int query, float[] distances);
}
