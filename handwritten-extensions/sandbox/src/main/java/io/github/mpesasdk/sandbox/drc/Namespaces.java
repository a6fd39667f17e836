package io.github.mpesasdk.sandbox.drc;

/** The namespaces of the envelope. What is inside it has none. */
final class Namespaces {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    static final String GENERIC = "http://www.4cgroup.co.za/genericsoap";

    private Namespaces() {}
}
