package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.EnvironmentForm;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be known of the container without Docker: its files say what the sandbox and its command say. */
class ContainerFilesTest {

    private static final Pattern VARIABLE = Pattern.compile("^ {6}([A-Z_]+): \"?(.*?)\"?$", Pattern.MULTILINE);
    private static final Pattern EXPOSED = Pattern.compile("^EXPOSE (.+)$", Pattern.MULTILINE);

    @Test
    void itExposesTheSandboxAndMozambiquesOperations() throws IOException {
        Matcher exposed = EXPOSED.matcher(Files.readString(Path.of("Dockerfile")));
        assertTrue(exposed.find());
        Set<String> ports = new TreeSet<>(Set.of("8765"));
        MozambiqueMarket.operatorPorts().values().forEach(port -> ports.add(port.toString()));
        assertEquals(ports, new TreeSet<>(Set.of(exposed.group(1).split(" ", -1))));
    }

    /** The application of the compose file has the credentials of the sandbox beside it. */
    @Test
    void theSandboxTakesTheSettingsOfTheComposeFile() throws IOException {
        String[] services = Files.readString(Path.of("compose.yaml")).split("\n  app:\n", -1);
        Map<String, String> settings = variables(services[0]);
        assertTrue(settings.containsKey("MPESA_SANDBOX_CONTROL_TOKEN"));
        settings.put("MPESA_SANDBOX_CONTROL_TOKEN", "taken-from-the-shell"); // In the file it is a reference.
        Map<String, String> application = variables(services[1]);
        application.keySet().removeIf(name -> !name.startsWith("MPESA_KENYA_"));

        try (Sandbox sandbox = Sandbox.builder().environment(settings).start()) {
            JsonObject told = JsonParser.parseString(sandbox.environment(EnvironmentForm.JSON))
                    .getAsJsonObject();
            assertFalse(application.isEmpty());
            application.forEach(
                    (name, value) -> assertEquals(value, told.get(name).getAsString(), name));
        }
    }

    private static Map<String, String> variables(String service) {
        Map<String, String> variables = new TreeMap<>();
        VARIABLE.matcher(service).results().forEach(line -> variables.put(line.group(1), line.group(2)));
        return variables;
    }
}
