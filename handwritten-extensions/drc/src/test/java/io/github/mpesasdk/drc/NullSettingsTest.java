package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.testing.NullSettingsContract;
import java.util.Map;

class NullSettingsTest extends NullSettingsContract {

    NullSettingsTest() {
        // Some key stores have keys without a password.
        super(DrcGateway::builder, Map.of("clientCertificate", 1));
    }
}
