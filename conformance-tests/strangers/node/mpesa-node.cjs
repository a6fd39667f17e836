// mpesa-node, Safaricom's own: calls with positional arguments; the host is fixed. It encrypts with the certificate it is given.
const Mpesa = require("mpesa-node");
const { setup, url, call, settled } = require("./driver.cjs");

const { kenya, msisdn } = setup;
const ok = (response) => response.data.ResponseCode === "0";
const client = new Mpesa({
  consumerKey: kenya.consumerKey, consumerSecret: kenya.consumerSecret, environment: "sandbox", shortCode: kenya.payBill,
  initiatorName: kenya.initiatorName, lipaNaMpesaShortCode: kenya.payBill, lipaNaMpesaShortPass: kenya.passkey,
  securityCredential: kenya.initiatorPassword, certPath: setup.certificateFile,
});

(async () => {
  await call("token", () => client.oAuth(), (response) => Boolean(response.data.access_token));
  const push = await call("stkPush", () => client.lipaNaMpesaOnline(msisdn, 10, url("stkPush"), "INV-001"), ok);
  await settled("stkPush");
  await call("stkQuery", () => client.lipaNaMpesaQuery(push.data.CheckoutRequestID), ok);
  await call("c2bRegister", () => client.c2bRegister(url("confirmation"), url("validation")),
    (response) => /^0+$/.test(response.data.ResponseCode));
  await call("c2bSimulate", () => client.c2bSimulate(msisdn, 10, "INV-001"), ok);
  await call("b2c", () => client.b2c(kenya.businessShortCode, msisdn, 10, url("timeout"), url("b2c")), ok);
  await call("b2b", () => client.b2b(kenya.businessShortCode, kenya.payBill, 10, url("timeout"), url("b2b")), ok);
  await call("accountBalance", () => client.accountBalance(kenya.businessShortCode, 4, url("timeout"), url("accountBalance")), ok);
  await call("transactionStatus",
    () => client.transactionStatus("SKL1AB2C3D", kenya.businessShortCode, 4, url("timeout"), url("transactionStatus")), ok);
  await call("reversal", () => client.reversal("SKL1AB2C3D", 10, url("timeout"), url("reversal"), kenya.businessShortCode), ok);
})();
