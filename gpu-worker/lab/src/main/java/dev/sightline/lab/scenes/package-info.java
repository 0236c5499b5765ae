/** Pictures composed of cut-outs, with exactly known boxes. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.scenes;
