// @paymentsds/mpesa: Vodacom Mozambique's own API; the host can be set, the ports are fixed.
const { Client } = require("@paymentsds/mpesa");
const { setup, call } = require("./driver.cjs");

const { mozambique } = setup;
const ok = (answer) => answer.response.code === "INS-0";
const client = new Client({
  apiKey: mozambique.apiKey, publicKey: mozambique.publicKey, serviceProviderCode: mozambique.serviceProviderCode,
  initiatorIdentifier: mozambique.initiatorIdentifier, securityCredential: mozambique.securityCredential,
});

(async () => {
  const paid = await call("c2bPayment", () => client.receive({ from: setup.mozambicanMsisdn, reference: "PDJ1", transaction: "T12344C", amount: "10" }), ok);
  await call("b2cPayment", () => client.send({ to: setup.mozambicanMsisdn, reference: "PDJ2", transaction: "T12345C", amount: "10" }), ok);
  await call("b2bPayment", () => client.send({ to: mozambique.receiverPartyCode, reference: "PDJ3", transaction: "T12346C", amount: "10" }), ok);
  await call("queryTransactionStatus", () => client.query({ subject: "PDJ1", reference: "PDJ4" }), ok);
  await call("reversal", () => client.revert({ transaction: paid.transaction, reference: "PDJ5", amount: "10" }), ok);
})();
