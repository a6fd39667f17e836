package io.github.mpesasdk.releasecheck;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.ClassFile;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.MethodInfo;

/**
 * What compiled modules promise, as text: a line for each type that everybody may use, and below it one, indented, for
 * each thing of it that a user may name.
 */
final class PublicApi {

    private final Map<String, ClassFile> types = new TreeMap<>();
    private final Map<Path, Set<String>> namesByFolder = new LinkedHashMap<>();

    /** All that is known: a type may have what it promises from a type of another module. */
    PublicApi(Collection<Path> classes) throws IOException {
        for (Path folder : classes) {
            Set<String> names = new TreeSet<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".class"))
                        .filter(file -> !file.getFileName().toString().contains("-info"))
                        .toList()) {
                    try (InputStream bytes = Files.newInputStream(file)) {
                        ClassFile type = new ClassFile(new DataInputStream(bytes));
                        types.put(type.getName(), type);
                        names.add(type.getName());
                    }
                }
            }
            namesByFolder.put(folder, names);
        }
    }

    /**
     * What is compiled in a folder.
     *
     * @param promised which types are; of a module with a descriptor, of the packages that it exports to everybody
     */
    List<String> of(Path classes, Predicate<String> promised) throws IOException {
        Predicate<String> exported = exported(classes);
        List<String> lines = new ArrayList<>();
        for (String name : namesByFolder.getOrDefault(classes, Set.of())) {
            if (exported.test(name.substring(0, name.lastIndexOf('.'))) && promised.test(name) && isOpen(name)) {
                ClassFile type = type(name);
                Map<String, Declaration.Member> members = new LinkedHashMap<>();
                collect(type, type, members);
                lines.add(Declaration.of(type));
                members.values().stream()
                        .sorted(Comparator.comparing(Declaration.Member::name).thenComparing(Declaration.Member::text))
                        .forEach(member -> lines.add("  " + member.text()));
            }
        }
        return lines;
    }

    // What a type that nobody can name gives to those below it, is theirs, unless they have their own.
    private void collect(ClassFile type, ClassFile user, Map<String, Declaration.Member> members) {
        try {
            for (Declaration.Member parent : Declaration.parents(type, this::mayBeNamed)) {
                members.putIfAbsent(parent.text(), parent);
            }
            for (FieldInfo field : type.getFields()) {
                if (isOpen(field.getAccessFlags(), user)) {
                    members.putIfAbsent(field.getName(), Declaration.of(field));
                }
            }
            for (MethodInfo method : type.getMethods()) {
                if (isOpen(method.getAccessFlags(), user) && Declaration.isPromised(method, type, user)) {
                    String parameters = method.getDescriptor().replaceFirst("\\).*", "");
                    members.putIfAbsent(method.getName() + parameters, Declaration.of(method, type));
                }
            }
        } catch (BadBytecode broken) {
            throw new IllegalStateException(type.getName(), broken);
        }
        Stream.concat(Stream.of(String.valueOf(type.getSuperclass())), Stream.of(type.getInterfaces()))
                .filter(parent -> !mayBeNamed(parent))
                .forEach(parent -> collect(type(parent), user, members));
    }

    private boolean mayBeNamed(String type) {
        return !types.containsKey(type) || isOpen(type);
    }

    private static boolean isOpen(int flags, ClassFile user) {
        boolean isSynthetic = (flags & AccessFlag.SYNTHETIC) != 0;
        boolean mayBeExtended = (user.getAccessFlags() & AccessFlag.FINAL) == 0;
        return !isSynthetic && (AccessFlag.isPublic(flags) || (AccessFlag.isProtected(flags) && mayBeExtended));
    }

    private boolean isOpen(String name) {
        ClassFile type = type(name);
        int inner = type.getInnerAccessFlags();
        int flags = inner == -1 ? type.getAccessFlags() : inner;
        String outer = name.contains("$") ? name.substring(0, name.lastIndexOf('$')) : "";
        boolean isNamed = !name.matches(".*\\$[0-9].*") && (flags & AccessFlag.SYNTHETIC) == 0;
        return isNamed
                && (AccessFlag.isPublic(flags) || AccessFlag.isProtected(flags))
                && (outer.isEmpty() || isOpen(outer));
    }

    private ClassFile type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    private static Predicate<String> exported(Path classes) throws IOException {
        Path module = classes.resolve("module-info.class");
        if (!Files.exists(module)) {
            return name -> true;
        }
        try (InputStream bytes = Files.newInputStream(module)) {
            return ModuleDescriptor.read(bytes).exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet())::contains;
        }
    }
}
