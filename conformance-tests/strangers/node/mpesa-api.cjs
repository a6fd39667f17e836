// mpesa-api: calls that take an object with the wire names; host and port are fixed.
const { Mpesa } = require("mpesa-api");
const { setup, url, call, settled, securityCredential } = require("./driver.cjs");

const { kenya, msisdn } = setup;
const ok = (answer) => answer.ResponseCode === "0";
const client = new Mpesa({ clientKey: kenya.consumerKey, clientSecret: kenya.consumerSecret, securityCredential: securityCredential() }, "sandbox");
const business = { Initiator: kenya.initiatorName, PartyA: kenya.businessShortCode, QueueTimeOutURL: url("timeout") };

(async () => {
  await call("token", () => client.authenticate(), Boolean);
  await call("stkPush", () => client.lipaNaMpesaOnline({
    BusinessShortCode: kenya.payBill, passKey: kenya.passkey, PartyA: msisdn, PartyB: kenya.payBill, Amount: 10, PhoneNumber: msisdn,
    AccountReference: "INV-001", CallBackURL: url("stkPush") }), ok);
  await settled("stkPush"); // a customer answers one prompt at a time
  const typed = await call("stkPushTyped", () => client.lipaNaMpesaOnline({
    BusinessShortCode: kenya.payBill, passKey: kenya.passkey, TransactionType: "CustomerPayBillOnline", PartyA: msisdn, PartyB: kenya.payBill,
    Amount: 10, PhoneNumber: msisdn, AccountReference: "INV-001", CallBackURL: url("stkPushTyped") }), ok);
  await settled("stkPushTyped");
  await call("stkQuery", () => client.lipaNaMpesaQuery({
    BusinessShortCode: kenya.payBill, passKey: kenya.passkey, CheckoutRequestID: typed.CheckoutRequestID }), ok);
  await call("c2bRegister", () => client.c2bRegister({
    ShortCode: kenya.payBill, ResponseType: "Completed", ConfirmationURL: url("confirmation"), ValidationURL: url("validation") }),
  (answer) => /^0+$/.test(answer.ResponseCode));
  await call("c2bSimulate", () => client.c2bSimulate({
    ShortCode: Number(kenya.payBill), CommandID: "CustomerPayBillOnline", Amount: 10, Msisdn: Number(msisdn) }), ok);
  await call("b2c", () => client.b2c({ ...business, CommandID: "BusinessPayment", Amount: 10, PartyB: msisdn, ResultURL: url("b2c") }), ok);
  await call("accountBalance", () => client.accountBalance({ ...business, ResultURL: url("accountBalance") }), ok);
  await call("transactionStatus", () => client.transactionStatus({
    ...business, TransactionID: "SKL1AB2C3D", IdentifierType: 4, ResultURL: url("transactionStatus") }), ok);
  await call("reversal", () => client.reversal({
    ...business, TransactionID: "SKL1AB2C3D", Amount: 10, ReceiverParty: kenya.businessShortCode, ResultURL: url("reversal") }), ok);
})();
