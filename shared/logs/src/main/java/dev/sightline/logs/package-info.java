/** What each line of a log tells beside its message: {@link dev.sightline.logs.LogFields}, and {@link dev.sightline.logs.LogFormat} in which lines are written. */
@org.jspecify.annotations.NullMarked
package dev.sightline.logs;
