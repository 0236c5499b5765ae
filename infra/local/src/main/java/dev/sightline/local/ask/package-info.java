/** The three queries over the public HTTP API, and their answers as people read them. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.ask;
