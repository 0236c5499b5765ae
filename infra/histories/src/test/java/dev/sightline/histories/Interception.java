package dev.sightline.histories;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** A port one of whose methods does something else. */
final class Interception {

    private Interception() {}

    /** The port, but {@code method} answers what {@code instead} makes of the call. */
    static <P> P of(Class<P> port, P target, String method, Function<Callable<Object>, Object> instead) {
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
                    return called.getName().equals(method) ? instead.apply(call) : call.call();
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
