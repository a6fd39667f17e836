package io.github.mpesasdk.sandbox;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/**
 * No files of stubs. WireMock would look for some in the folder where it is started, and find those of somebody else's
 * tests; and getting ready to read them takes it longer than all else that it does at a start.
 */
final class EmptyMappings implements MappingsSource {

    @Override
    public void loadMappingsInto(StubMappings mappings) {}

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    /** WireMock means to drop this one, and has no default for it yet. */
    @Override
    @SuppressWarnings("removal")
    public void remove(StubMapping mapping) {}

    @Override
    public void removeAll() {}
}
