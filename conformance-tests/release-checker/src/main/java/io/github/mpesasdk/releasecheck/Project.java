package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The modules of a Maven project, in the order in which their POMs name them. */
record Project(List<Pom> modules) {

    static final String GROUP = "io.github.mpesasdk";
    static final String BOM = "mpesa-bom";

    static Project in(Path root) throws IOException {
        List<Pom> modules = new ArrayList<>();
        collect(root, modules);
        return new Project(List.copyOf(modules));
    }

    private static void collect(Path folder, List<Pom> modules) throws IOException {
        Pom pom = Pom.read(folder.resolve("pom.xml"));
        modules.add(pom);
        for (Element module : pom.all("modules/module")) {
            collect(folder.resolve(module.getTextContent().strip()), modules);
        }
    }

    List<Pom> published() {
        return modules.stream().filter(Pom::isPublished).toList();
    }

    List<String> publishedJars() {
        return published().stream()
                .filter(pom -> pom.packaging().equals("jar"))
                .map(Pom::artifactId)
                .toList();
    }

    Pom bom() {
        return modules.stream()
                .filter(pom -> pom.artifactId().equals(BOM))
                .findFirst()
                .orElseThrow();
    }
}
