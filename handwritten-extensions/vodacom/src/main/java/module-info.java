import org.jspecify.annotations.NullMarked;

/** Tanzania, Ghana, Lesotho, DRC and Mozambique: the M-Pesa OpenAPI, as a client that reads well. */
@NullMarked
module io.github.mpesasdk.vodacom {
    requires transitive io.github.mpesasdk.core;
    requires transitive io.github.mpesasdk.vodacomapi;

    exports io.github.mpesasdk.vodacom;
}
