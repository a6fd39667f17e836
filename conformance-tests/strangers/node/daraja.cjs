// daraja: calls with positional arguments, numbers throughout; the host is fixed. It encrypts with the operator's certificate, which it brings.
const { Mpesa } = require("daraja");
const { setup, url, call, settled } = require("./driver.cjs");

const { kenya } = setup;
const msisdn = Number(setup.msisdn);
const ok = (answer) => Boolean(answer.responseDescription);
const shop = new Mpesa(Number(kenya.payBill), kenya.consumerKey, kenya.consumerSecret);
const payer = new Mpesa(Number(kenya.businessShortCode), kenya.consumerKey, kenya.consumerSecret);
const initiator = [kenya.initiatorName, kenya.initiatorPassword];

(async () => {
  const push = await call("stkPush", () => shop.mpesaExpressRequest(
    10, msisdn, Number(kenya.payBill), kenya.passkey, "CustomerPayBillOnline", "INV001", "Regular payment", url("stkPush")),
  (answer) => Boolean(answer.checkoutRequestId));
  await settled("stkPush");
  await call("stkQuery", () => shop.mpesaExpressQuery(kenya.passkey, push.checkoutRequestId), (answer) => answer.resultCode !== undefined);
  await call("c2bRegister", () => shop.c2bRegisterUrl(url("validation"), url("confirmation"), "Completed"), ok);
  await call("c2bSimulate", () => shop.c2bSimulateTransaction(10, msisdn, "INV001"), ok);
  await call("b2c", () => payer.b2cPaymentRequest(10, msisdn, ...initiator, "BusinessPayment", "Wages", "May", url("b2c"), url("timeout")), ok);
  await call("accountBalance", () => payer.accountBalanceRequest(4, ...initiator, "Balance", url("accountBalance"), url("timeout")), ok);
  await call("transactionStatus", () => payer.transactionStatusRequest(
    "SKL1AB2C3D", 4, ...initiator, "Status", "May", url("transactionStatus"), url("timeout")), ok);
  await call("reversal", () => payer.reversalRequest("SKL1AB2C3D", ...initiator, "Reversal", "May", url("reversal"), url("timeout")), ok);
})();
