package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code CompareApi <folder of the old jars> <folder of the new jars>}: one line for each change that breaks users;
 * exit 1 if there is one.
 */
public final class CompareApi {

    private CompareApi() {}

    public static void main(String[] folders) throws IOException {
        List<String> changes = ApiChanges.between(Path.of(folders[0]), Path.of(folders[1]));
        changes.forEach(System.out::println);
        System.out.println(changes.isEmpty() ? "Nothing breaks users." : "Changes that break users: " + changes.size());
        if (!changes.isEmpty()) {
            System.exit(1);
        }
    }
}
