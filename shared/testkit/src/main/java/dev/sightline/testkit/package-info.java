/**
 * What tests share: {@link dev.sightline.testkit.Fixtures} (values with sensible defaults and fixed seeds), a fake for each port, and a
 * contract class for each port that runs against the fake and against the adapter.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.testkit;
