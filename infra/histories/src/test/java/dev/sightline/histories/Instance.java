package dev.sightline.histories;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.PinIndex;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One running instance of a deployable. It counts its calls of all ports, lets others have their turn before each, and meets its fault at
 * one of them. Once it is dead, none of its calls has an effect any more.
 */
final class Instance {

    private final String name;
    private final Optional<Fault> fault;
    private final Runnable beforeCall;
    private final Narration narration;
    private int calls;
    private boolean dead;
    private boolean wroteToTheIndex;

    Instance(String name, Optional<Fault> fault, Runnable beforeCall, Narration narration) {
        this.name = name;
        this.fault = fault;
        this.beforeCall = beforeCall;
        this.narration = narration;
    }

    /** Whether it changed documents, or tried to. */
    boolean wroteToTheIndex() {
        return wroteToTheIndex;
    }

    /** A port as this instance has it. */
    <P> P through(Class<P> port, P target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(new Call(target, method, arguments))));
    }

    private Object call(Call call) throws Throwable {
        beforeCall.run();
        if (dead) {
            throw new InstanceDied();
        }
        calls++;
        wroteToTheIndex |= call.changesTheIndex();
        Optional<Fault> met = fault.filter(f -> f.call() == calls);
        narration.note(() -> "%s %d. %s%s"
                .formatted(name, calls, call, met.map(f -> ": " + f).orElse("")));
        return met.isEmpty() ? call.proceed() : meet(met.get().kind(), call);
    }

    private Object meet(Fault.Kind kind, Call call) throws Throwable {
        return switch (kind) {
            case UNAVAILABLE -> call.unavailable();
            case ITEM_REFUSED -> call.withoutFirstItem();
            case ANSWER_LOST -> {
                call.proceed();
                yield call.unavailable();
            }
            case DIES_BEFORE -> {
                dead = true;
                throw new InstanceDied();
            }
            case DIES_AFTER -> {
                call.proceed();
                dead = true;
                throw new InstanceDied();
            }
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // As reflection gives them; never compared.
    private record Call(Object target, Method method, Object[] arguments) {

        boolean changesTheIndex() {
            return (target instanceof ImageIndex && arguments != null)
                    || (target instanceof PinIndex && method.getName().equals("replace"));
        }

        Object proceed() throws Throwable {
            return proceedWith(arguments);
        }

        private Object proceedWith(Object... changed) throws Throwable {
            try {
                return method.invoke(target, changed);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** A queue gives what it did not accept back; everything else throws. */
        Object unavailable() {
            SightlineException reason = refusal();
            if (target instanceof EventQueue<?>) {
                return IntStream.range(0, ((List<?>) arguments[0]).size())
                        .boxed()
                        .collect(Collectors.toMap(i -> i, i -> reason));
            }
            throw reason;
        }

        Object withoutFirstItem() throws Throwable {
            return switch (target) {
                case EventQueue<?> queue -> withoutFirstEvent();
                case ImageIndex index -> withoutFirstImage();
                default -> unavailable();
            };
        }

        private Object withoutFirstEvent() throws Throwable {
            List<?> events = (List<?>) arguments[0];
            proceedWith(events.subList(1, events.size()));
            return Map.of(0, refusal());
        }

        private Object withoutFirstImage() throws Throwable {
            if (arguments == null || !(arguments[0] instanceof Collection<?> items) || items.isEmpty()) {
                return unavailable();
            }
            ImageSignature refused = items.stream()
                    .map(Call::signature)
                    .min(Comparator.comparing(ImageSignature::hex))
                    .orElseThrow();
            Collection<Object> others = items instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>();
            items.stream().filter(item -> !signature(item).equals(refused)).forEach(others::add);
            Map<Object, Object> failures = new HashMap<>((Map<?, ?>) proceedWith(others));
            failures.put(refused, refusal());
            return failures;
        }

        private static ImageSignature signature(Object item) {
            return item instanceof IndexedImage image ? image.signature() : (ImageSignature) item;
        }

        private SightlineException refusal() {
            boolean ofTheIndex = target.getClass().getSimpleName().matches(".*(Index|Registry).*");
            ErrorCode code = ofTheIndex ? ErrorCode.INDEX_UNAVAILABLE : ErrorCode.STORAGE_UNAVAILABLE;
            return new SightlineException(code, this + ": told to be unavailable");
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }
}
