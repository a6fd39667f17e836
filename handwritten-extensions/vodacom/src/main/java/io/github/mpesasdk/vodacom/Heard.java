package io.github.mpesasdk.vodacom;

/** A callback as it is handed to whoever waits: typed, and field by field. */
record Heard(VodacomCallback event, WireFields fields) {}
