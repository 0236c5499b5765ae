package dev.sightline.index;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * For the native images of all functions, which have this module: the HTTP client of OpenSearch without the optional Brotli and Zstandard decoders, whose classes are not
 * there when the image is linked. Our checks do not compile native images; this is what a trial of httpclient5 5.6 needed.
 */
final class OpenSearchSubstitutions {

    private OpenSearchSubstitutions() {}

    @TargetClass(className = "org.apache.hc.client5.http.impl.Brotli4jRuntime")
    static final class NoBrotli {

        private NoBrotli() {}

        @Substitute
        public static boolean available() {
            return false;
        }
    }

    @TargetClass(className = "org.apache.hc.client5.http.impl.ZstdRuntime")
    static final class NoZstandard {

        private NoZstandard() {}

        @Substitute
        public static boolean available() {
            return false;
        }
    }
}
