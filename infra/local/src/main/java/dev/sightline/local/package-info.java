/**
 * The launcher's command line: one class per command, listed by {@link dev.sightline.local.SightlineCommand}.
 *
 * <p>What the commands do lies below: {@code system} prepares, starts, deploys and stops the parts ({@link
 * dev.sightline.local.system.LocalSystem}), {@code upload} puts files into the bucket and follows them ({@link
 * dev.sightline.local.upload.Uploader}), {@code ask} speaks to the public API ({@link dev.sightline.local.ask.ApiClient}), {@code
 * demo} shows all of it ({@link dev.sightline.local.demo.Demo}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local;
