package dev.sightline.histories;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** A port one of whose methods does something else. */
final class Interception {

    private Interception() {}

    /** A call with what it asks for, and all that it would do. */
    record Call(List<Object> arguments, Callable<Object> rest) implements Callable<Object> {

        Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Object call() throws Exception {
            return rest.call();
        }
    }

    /** The port, but {@code method} answers what {@code instead} makes of the call. */
    static <P> P of(Class<P> port, P target, String method, Function<Call, Object> instead) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    Callable<Object> call = () -> {
                        try {
                            return called.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            if (e.getCause() instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) e.getCause();
                        }
                    };
                    return called.getName().equals(method)
                            ? instead.apply(new Call(arguments == null ? List.of() : Arrays.asList(arguments), call))
                            : call.call();
                }));
    }

    /** Makes a call whose exceptions are unchecked anyway. */
    static Object proceed(Callable<Object> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("expected unchecked exceptions of a port only", e);
        }
    }
}
