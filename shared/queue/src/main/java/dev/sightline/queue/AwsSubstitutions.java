package dev.sightline.queue;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * For the native images of all functions, which have this module and with it the AWS SDK: the SDK's checksums without the optional
 * CRT library, whose classes are not there when the image is linked. Our checks do not compile native images; this is what a trial
 * of SDK 2.57.8 needed.
 */
@SuppressWarnings("DoNotCallSuggester") // Their callers are in the SDK.
final class AwsSubstitutions {

    private AwsSubstitutions() {}

    @TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
    static final class ChecksumsWithoutCrt {

        private ChecksumsWithoutCrt() {}

        /** None: the caller goes on to the JDK's or the SDK's own. */
        @Substitute
        static @Nullable SdkChecksum createCrtCrc32C() {
            return null;
        }

        @Substitute
        static SdkChecksum crc64NvmeCrtImplementation() {
            throw new UnsupportedOperationException("CRC64NVME needs the CRT library, which this image leaves out");
        }

        @Substitute
        static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
            throw new UnsupportedOperationException(
                    algorithm.algorithmId() + " needs the CRT library, which this image leaves out");
        }
    }
}
