/**
 * The page's web server on this machine, a process of its own that needs the JDK only: {@link dev.sightline.local.web.WebServer} serves the files
 * of {@code infra/web} and passes {@code /v1} on to the API, so that both have one origin.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.web;
