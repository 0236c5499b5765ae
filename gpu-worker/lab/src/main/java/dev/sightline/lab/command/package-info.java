/** The lab's command line: one class per command, listed by {@link dev.sightline.lab.command.LabProgram}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.command;
