package io.github.mpesasdk.releasecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.AnnotationDefaultAttribute;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.ClassFile;
import javassist.bytecode.ConstPool;
import javassist.bytecode.ExceptionsAttribute;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.SignatureAttribute;
import org.jspecify.annotations.Nullable;

/** How a compiled type and what belongs to it are written down, much as in Java. */
final class Declaration {

    static final String DEPRECATED = "deprecated ";
    static final String PERMITS = "permits ";
    static final String ABSTRACT = "abstract ";

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    private Declaration() {}

    /** What users may name of a type; the name is for the order. */
    record Member(String name, String text) {}

    static String of(ClassFile type) {
        int inner = type.getInnerAccessFlags();
        int flags = inner == -1 ? type.getAccessFlags() : inner;
        StringJoiner words = new StringJoiner(" ");
        if (AccessFlag.isProtected(flags)) {
            words.add("protected");
        }
        if (permitted(type).findAny().isPresent()) {
            words.add("sealed");
        }
        words.add(kind(type, flags));
        SignatureAttribute signature = (SignatureAttribute) type.getAttribute(SignatureAttribute.tag);
        return deprecated(type.getAttribute("Deprecated")) + words + " " + readable(type.getName())
                + (signature == null ? "" : parameters(signature.getSignature()));
    }

    private static String kind(ClassFile type, int flags) {
        if ((flags & AccessFlag.ANNOTATION) != 0) {
            return "@interface";
        }
        if ((flags & AccessFlag.INTERFACE) != 0) {
            return "interface";
        }
        if ((flags & AccessFlag.ENUM) != 0) {
            return "enum";
        }
        if (isRecord(type)) {
            return "record";
        }
        return (AccessFlag.FINAL & flags) != 0
                ? "final class"
                : (AccessFlag.ABSTRACT & flags) != 0 ? "abstract class" : "class";
    }

    static boolean isRecord(ClassFile type) {
        return "java.lang.Record".equals(type.getSuperclass());
    }

    /** What it extends, implements and permits, each of it a promise of its own. */
    static List<Member> parents(ClassFile type, Predicate<String> mayBeNamed) throws BadBytecode {
        List<String> texts = new ArrayList<>();
        SignatureAttribute generic = (SignatureAttribute) type.getAttribute(SignatureAttribute.tag);
        SignatureAttribute.ClassSignature signature =
                generic == null ? null : SignatureAttribute.toClassSignature(generic.getSignature());
        String parent = String.valueOf(type.getSuperclass());
        if (mayBeNamed.test(parent) && !parent.matches("java\\.lang\\.(Object|Record|Enum)")) {
            texts.add("extends " + (signature == null ? parent : signature.getSuperClass()));
        }
        String[] interfaces = type.getInterfaces();
        for (int at = 0; at < interfaces.length; at++) {
            if (mayBeNamed.test(interfaces[at]) && !interfaces[at].equals("java.lang.annotation.Annotation")) {
                texts.add("implements "
                        + (signature == null ? interfaces[at] : signature.getInterfaces()[at]));
            }
        }
        permitted(type).filter(mayBeNamed).map(PERMITS::concat).forEach(texts::add);
        return texts.stream().map(text -> new Member("", member(text))).toList();
    }

    // The attribute is a count and that many classes, two bytes each.
    static Stream<String> permitted(ClassFile type) {
        AttributeInfo attribute = type.getAttribute("PermittedSubclasses");
        List<String> names = new ArrayList<>();
        // A constant with a body of its own is a class that only its enum may have.
        if (attribute != null && (type.getAccessFlags() & AccessFlag.ENUM) == 0) {
            ConstPool constants = attribute.getConstPool();
            byte[] bytes = attribute.get();
            for (int at = 2; at < bytes.length; at += 2) {
                names.add(constants.getClassInfo((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff)));
            }
        }
        return names.stream();
    }

    static Member of(FieldInfo field) throws BadBytecode {
        SignatureAttribute generic = (SignatureAttribute) field.getAttribute(SignatureAttribute.tag);
        boolean isConstant = (field.getAccessFlags() & AccessFlag.ENUM) != 0;
        String type = SignatureAttribute.toTypeSignature(
                        generic == null ? field.getDescriptor() : generic.getSignature())
                .toString();
        return new Member(
                field.getName(),
                member(deprecated(field.getAttribute("Deprecated"))
                        + (isConstant ? "constant " : modifiers(field.getAccessFlags()) + type + " ")
                        + field.getName()));
    }

    /** Constructors of records are not, which grow with their messages; nor is what every object and enum has. */
    static boolean isPromised(MethodInfo method, ClassFile type, ClassFile user) {
        boolean isOfEnum = (type.getAccessFlags() & AccessFlag.ENUM) != 0
                && method.getName().matches("values|valueOf");
        boolean isOfAnother = method.isConstructor() && type != user;
        return !isOfEnum
                && !isOfAnother
                && !method.isStaticInitializer()
                && !(method.isConstructor() && isRecord(type))
                && !OF_EVERY_OBJECT.contains(method.getName() + method.getDescriptor());
    }

    static Member of(MethodInfo method, ClassFile type) throws BadBytecode {
        SignatureAttribute generic = (SignatureAttribute) method.getAttribute(SignatureAttribute.tag);
        SignatureAttribute.MethodSignature signature =
                SignatureAttribute.toMethodSignature(generic == null ? method.getDescriptor() : generic.getSignature());
        StringBuilder text = new StringBuilder(deprecated(method.getAttribute("Deprecated")));
        int flags = method.getAccessFlags();
        boolean isComponent = isRecord(type)
                && signature.getParameterTypes().length == 0
                && type.getFields().stream()
                        .anyMatch(field -> field.getName().equals(method.getName())
                                && (field.getAccessFlags() & AccessFlag.STATIC) == 0);
        boolean isDefault = (type.isInterface() && (flags & (AccessFlag.ABSTRACT | AccessFlag.STATIC)) == 0)
                || method.getAttribute(AnnotationDefaultAttribute.tag) != null;
        text.append(isComponent ? "component " : isDefault ? "default " : modifiers(flags));
        if (signature.getTypeParameters().length > 0) {
            text.append(joined(signature.getTypeParameters(), "<", "> "));
        }
        text.append(method.isConstructor() ? "new" : signature.getReturnType() + " " + method.getName());
        String parameters = joined(signature.getParameterTypes(), "(", ")");
        text.append((flags & AccessFlag.VARARGS) == 0 ? parameters : parameters.replaceFirst("\\[]\\)$", "...)"));
        ExceptionsAttribute exceptions = method.getExceptionsAttribute();
        if (exceptions != null) {
            text.append(Stream.of(exceptions.getExceptions()).collect(Collectors.joining(", ", " throws ", "")));
        }
        return new Member(method.isConstructor() ? "" : method.getName(), member(text.toString()));
    }

    private static String modifiers(int flags) {
        return (AccessFlag.isProtected(flags) ? "protected " : "")
                + ((flags & AccessFlag.STATIC) == 0 ? "" : "static ")
                + ((flags & AccessFlag.ABSTRACT) == 0 ? "" : ABSTRACT)
                + ((flags & AccessFlag.FINAL) == 0 ? "" : "final ");
    }

    private static String deprecated(@Nullable AttributeInfo attribute) {
        return attribute == null ? "" : DEPRECATED;
    }

    private static String parameters(String signature) {
        try {
            SignatureAttribute.TypeParameter[] parameters =
                    SignatureAttribute.toClassSignature(signature).getParameters();
            return parameters.length == 0 ? "" : readable(joined(parameters, "<", ">"));
        } catch (BadBytecode broken) {
            throw new IllegalStateException(signature, broken);
        }
    }

    private static String joined(Object[] parts, String start, String end) {
        return Stream.of(parts).map(Object::toString).collect(Collectors.joining(", ", start, end));
    }

    // Within the project its own packages are called by what follows our name.
    private static String member(String text) {
        return readable(text).replace(Project.GROUP + ".", "");
    }

    private static String readable(String text) {
        return text.replace('$', '.')
                .replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "")
                .replace(" extends Object", "");
    }
}
