/**
 * Stage receive: what a client sent becomes a {@link dev.sightline.blender.receive.VisualQuery}, or is refused with a reason that
 * names the field.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.receive;
