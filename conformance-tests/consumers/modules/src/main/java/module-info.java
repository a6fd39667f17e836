/** A shop in Kenya. */
module shop {
    requires io.github.mpesasdk.kenya;
    requires jdk.httpserver;
}
