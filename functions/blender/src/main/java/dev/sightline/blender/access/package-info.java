/**
 * Who may ask: {@link dev.sightline.blender.access.AccessGate} knows the holder of a key, {@link
 * dev.sightline.blender.access.OperationRoles} the role that each operation needs.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.access;
