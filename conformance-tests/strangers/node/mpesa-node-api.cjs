// mpesa-node-api: Vodacom Mozambique's own API; the host can be set, the ports are fixed.
const mpesa = require("mpesa-node-api");
const { setup, call } = require("./driver.cjs");

const { mozambique } = setup;
const ok = (answer) => answer.output_ResponseCode === "INS-0";
mpesa.initializeApi({
  baseUrl: "api.sandbox.vm.co.mz", apiKey: mozambique.apiKey, publicKey: mozambique.publicKey, origin: "developer.mpesa.vm.co.mz",
  serviceProviderCode: mozambique.serviceProviderCode,
});

(async () => {
  await call("c2bPayment", () => mpesa.initiate_c2b(10, setup.mozambicanMsisdn, "T12344C", "MNA1"), ok);
  await call("b2cPayment", () => mpesa.initiate_b2c(10, setup.mozambicanMsisdn, "T12345C", "MNA2"), ok);
})();
