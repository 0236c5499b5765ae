package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.storage.StoredFile;
import dev.sightline.visual.ImageSignature;

/** The object that a request means, as it was when the request was made. */
record DownloadedImage(AnalysisRequested request, ImageSignature signature, StoredFile file) {}
