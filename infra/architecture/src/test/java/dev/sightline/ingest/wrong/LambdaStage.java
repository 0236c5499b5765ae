package dev.sightline.ingest.wrong;

import com.amazonaws.services.lambda.runtime.Context;

final class LambdaStage {

    String requestOf(Context context) {
        return context.getAwsRequestId();
    }
}
