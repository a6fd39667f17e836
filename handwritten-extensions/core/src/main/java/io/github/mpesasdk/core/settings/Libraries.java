package io.github.mpesasdk.core.settings;

import com.google.gson.stream.JsonWriter;
import io.github.mpesasdk.Violation;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Whether OkHttp and Gson are as new as this SDK needs. An application whose framework manages older ones would
 * otherwise hear of it in the middle of a payment, as a method that is missing.
 */
final class Libraries {

    private Libraries() {}

    /** One violation for each library that is too old, naming the file that it comes from. */
    static List<Violation> tooOld() {
        List<Violation> found = new ArrayList<>();
        // The newest method of each that is used here.
        if (lacks(Call.class, "addEventListener", EventListener.class)) {
            found.add(violation("OkHttp", Call.class, "com.squareup.okhttp3:okhttp and okhttp-jvm"));
        }
        if (lacks(JsonWriter.class, "getStrictness")) {
            found.add(violation("Gson", JsonWriter.class, "com.google.code.gson:gson"));
        }
        return found;
    }

    private static boolean lacks(Class<?> type, String method, Class<?>... parameters) {
        try {
            type.getMethod(method, parameters);
            return false;
        } catch (NoSuchMethodException tooOld) {
            return true;
        }
    }

    private static Violation violation(String library, Class<?> type, String artifacts) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        String place = source == null || source.getLocation() == null
                ? ""
                : " (" + source.getLocation().getPath().replaceFirst(".*/", "") + ")";
        return new Violation(
                library,
                "is too old for this SDK" + place + ": let your build take " + artifacts
                        + " in the version that mpesa-core brings, or newer");
    }
}
