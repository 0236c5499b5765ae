/** The features of a corpus under each embedder, computed once and kept. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.features;
