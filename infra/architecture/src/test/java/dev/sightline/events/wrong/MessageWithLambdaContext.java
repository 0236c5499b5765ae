package dev.sightline.events.wrong;

import com.amazonaws.services.lambda.runtime.Context;

record MessageWithLambdaContext(Context context) {}
