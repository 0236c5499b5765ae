/** What people see of the launcher: lines, progress, and errors that they can act on. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.terminal;
