/** Which images are saved together: boards as a graph, and ways to rank what shares boards with an image, measured on seeded boards. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.cosave;
