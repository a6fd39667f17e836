package io.github.mpesasdk.releasecheck;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiImplementedInterface;
import japicmp.model.JApiMethod;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtClass;

/** What a user of the old jars would have to change to take the new ones, by the rules in the README. */
final class ApiChanges {

    private final Set<String> found = new LinkedHashSet<>();

    private ApiChanges() {}

    /** Compares jars of the same artifact in two folders. An artifact that is gone is a change too. */
    static List<String> between(Path oldJars, Path newJars) throws IOException {
        ApiChanges changes = new ApiChanges();
        try (Stream<Path> jars = Files.list(oldJars)) {
            for (Path old : jars.sorted().toList()) {
                changes.compare(old, oldJars, newJars.resolve(old.getFileName()), newJars);
            }
        }
        return List.copyOf(changes.found);
    }

    private void compare(Path oldJar, Path oldJars, Path newJar, Path newJars) throws IOException {
        String artifact = oldJar.getFileName().toString().replaceFirst("\\.jar$", "");
        if (!Files.exists(newJar)) {
            found.add(artifact + " is gone");
            return;
        }
        Set<String> exported = exported(oldJar);
        exported.stream()
                .filter(name -> !exported(newJar).contains(name))
                .forEach(name -> found.add(artifact + ": the package " + name + " is not exported any more"));
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.setClassPathMode(JarArchiveComparatorOptions.ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.getOldClassPath().addAll(jars(oldJars));
        options.getNewClassPath().addAll(jars(newJars));
        for (JApiClass type : new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(oldJar.toFile(), "old"), new JApiCmpArchive(newJar.toFile(), "new"))) {
            if (exported.contains(packageOf(type.getFullyQualifiedName()))) {
                look(artifact, type);
            }
        }
    }

    private void look(String artifact, JApiClass type) {
        String name = artifact + ": " + type.getFullyQualifiedName();
        tell(name, type.getCompatibilityChanges());
        if (type.getNewClass().isEmpty()) {
            return; // and with it all that it had
        }
        for (JApiMethod method : type.getMethods()) {
            tell(name + "." + method.getName(), method.getCompatibilityChanges());
        }
        for (JApiField field : type.getFields()) {
            tell(name + "." + field.getName(), field.getCompatibilityChanges());
        }
        for (JApiImplementedInterface parent : type.getInterfaces()) {
            tell(name + " as " + parent.getFullyQualifiedName(), parent.getCompatibilityChanges());
        }
        // A record grows with its message; who makes one for a test reads it with its ADAPTER.
        if (!isRecord(type)) {
            for (JApiConstructor constructor : type.getConstructors()) {
                tell(name + " constructor", constructor.getCompatibilityChanges());
            }
        }
        type.getOldClass().ifPresent(old -> type.getNewClass().ifPresent(now -> {
            Set<String> kinds = permitted(now);
            kinds.removeAll(permitted(old));
            // Where none was permitted, anybody could implement it.
            if (!kinds.isEmpty() && !permitted(old).isEmpty()) {
                found.add(name + ": " + kinds + " is new: a switch over all kinds does not compile");
            }
        }));
    }

    private void tell(String name, List<JApiCompatibilityChange> changes) {
        for (JApiCompatibilityChange change : changes) {
            boolean breaks = !change.isBinaryCompatible() || !change.isSourceCompatible();
            if (breaks && !isForCallingOnly(name, change)) {
                found.add(
                        name + ": " + change.getType().name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    // Drafts and calls are generated interfaces that nobody implements: what is added breaks nobody.
    private static boolean isForCallingOnly(String name, JApiCompatibilityChange change) {
        return name.matches("[^:]*: [a-z.0-9]+\\.api\\..*")
                && change.getType().name().contains("_ADDED_");
    }

    private static boolean isRecord(JApiClass type) {
        return type.getOldClass()
                .map(old -> "java.lang.Record".equals(old.getClassFile2().getSuperclass()))
                .orElse(false);
    }

    private static Set<String> permitted(CtClass type) {
        return Declaration.permitted(type.getClassFile2())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> exported(Path jar) {
        ModuleDescriptor module =
                ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        return module.isAutomatic()
                ? module.packages()
                : module.exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet());
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return new ArrayList<>(jars.map(Path::toString).toList());
        }
    }
}
