/**
 * The visual index: what is searched, and which S3 keys it stands for.
 *
 * <p>Ports: {@link dev.sightline.index.SourceRegistry} (one {@link dev.sightline.index.Source} per S3 key, ordered by sequencer),
 * {@link dev.sightline.index.ImageIndex} (writing), {@link dev.sightline.index.VisualSearcher} (reading) and {@link
 * dev.sightline.index.IndexGenerations} (which complete sets of documents there are, and which one is served). The index is a view: it
 * can be dropped and rebuilt from the feature records in S3.
 *
 * <p>Adapters: {@link dev.sightline.index.OpenSearchSourceRegistry}, {@link dev.sightline.index.OpenSearchImageIndex} and {@link
 * dev.sightline.index.OpenSearchVisualSearcher}, over one {@link dev.sightline.index.OpenSearchConnection}; {@link
 * dev.sightline.index.IndexMapping} defines every index. For evaluation: {@link dev.sightline.index.IndexProbe} shows the stages of a
 * search, {@link dev.sightline.index.ScratchIndex} is an index of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.index;
