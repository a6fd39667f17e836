package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM as it is written, without what its parent says. */
record Pom(Path file, Element project) {

    static Pom read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Pom(
                    file, factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(file + " is no POM", broken);
        }
    }

    String artifactId() {
        return text("artifactId").orElseThrow();
    }

    String version() {
        return text("version").or(() -> text("parent/version")).orElseThrow();
    }

    String packaging() {
        return text("packaging").orElse("jar");
    }

    /**
     * Whether applications compile against it: specs are no classes, and of the command only its words are promised.
     */
    boolean isLibrary() {
        return packaging().equals("jar") && !Set.of("mpesa-specs", "mpesa-cli").contains(artifactId());
    }

    boolean isPublished() {
        return !text("properties/maven.deploy.skip").orElse("false").equals("true");
    }

    /** Where the module's classes are compiled to. */
    Path classes() {
        return file.resolveSibling("target").resolve("classes");
    }

    /** What stands at a path such as {@code scm/url}; the first, where several do. */
    Optional<String> text(String path) {
        return all(path).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    List<Element> all(String path) {
        List<Element> found = List.of(project);
        for (String name : path.split("/", -1)) {
            found = found.stream()
                    .flatMap(element -> children(element, name).stream())
                    .toList();
        }
        return found;
    }

    static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && inner.getTagName().equals(name)) {
                children.add(inner);
            }
        }
        return children;
    }

    /** The text of one child of a dependency. */
    static Optional<String> child(Element element, String name) {
        return children(element, name).stream().findFirst().map(inner -> inner.getTextContent()
                .strip());
    }
}
