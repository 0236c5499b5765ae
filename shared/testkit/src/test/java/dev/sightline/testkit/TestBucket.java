package dev.sightline.testkit;

import dev.sightline.storage.S3Clients;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of one test's own, emptied and removed at the end. */
final class TestBucket implements AutoCloseable {

    private final S3Client s3;
    private final String name = LocalStack.uniqueName("bucket");

    TestBucket() {
        LocalStack.require();
        s3 = S3Clients.create();
        s3.createBucket(request -> request.bucket(name));
    }

    S3Client s3() {
        return s3;
    }

    String name() {
        return name;
    }

    String put(String key, byte[] bytes) {
        return s3.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes))
                .eTag()
                .replace("\"", "");
    }

    void remove(String key) {
        s3.deleteObject(request -> request.bucket(name).key(key));
    }

    @Override
    public void close() {
        s3.listObjectsV2Paginator(request -> request.bucket(name)).contents().forEach(object -> remove(object.key()));
        s3.deleteBucket(request -> request.bucket(name));
        s3.close();
    }
}
