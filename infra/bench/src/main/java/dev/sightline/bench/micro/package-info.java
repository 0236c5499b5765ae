/** Small parts by themselves, with JMH. */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench.micro;
