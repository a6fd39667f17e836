package io.github.mpesasdk.spring;

/**
 * Names one client of the application. It is also the source of the events that the client causes: a listener of
 * {@code PayloadApplicationEvent<Settled>} finds it in {@code getSource()}.
 *
 * @param market {@code kenya}, {@code vodacom}, {@code mozambique} or {@code drc}
 * @param name as in the properties; empty for the client that has no name
 */
public record Tenant(String market, String name) {

    /** Where its properties are, for example {@code mpesa.kenya} or {@code mpesa.kenya.tenants.airtime}. */
    public String prefix() {
        return "mpesa." + market + (name.isEmpty() ? "" : ".tenants." + name);
    }

    /** The name of its bean, for example {@code mpesa-kenya} or {@code mpesa-kenya-airtime}. */
    public String beanName() {
        return "mpesa-" + label();
    }

    /** The market and the name, for people and for health. */
    public String label() {
        return market + (name.isEmpty() ? "" : "-" + name);
    }

    // The word mpesa would be shorter to find, but Safaricom does not take it in an address.
    String defaultPath() {
        return "/pay/" + market + (name.isEmpty() ? "" : "/" + name);
    }

    @Override
    public String toString() {
        return label();
    }
}
