// @openpesa/pesa-js: the M-Pesa OpenAPI, Tanzania alone; the host is fixed.
const { Pesa } = require("@openpesa/pesa-js");
const { setup, call } = require("./driver.cjs");

const { vodacom } = setup;
const ok = (answer) => answer.output_ResponseCode === "INS-0";
const client = new Pesa({ api_key: vodacom.apiKey, public_key: vodacom.publicKey });
const common = { input_Country: "TZN", input_Currency: "TZS", input_ServiceProviderCode: vodacom.serviceProviderCode };
const customer = { ...common, input_CustomerMSISDN: "000000000001", input_Amount: 10 };

(async () => {
  await call("getSession", () => client.get_session(), ok);
  await call("c2bPayment", () => client.c2b({ ...customer, input_TransactionReference: "T12344C",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689761", input_PurchasedItemsDesc: "Tea" }), ok);
  await call("b2cPayment", () => client.b2c({ ...customer, input_TransactionReference: "T12345C",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689762", input_PurchasedItemsDesc: "Wages" }), ok);
  await call("b2bPayment", () => client.b2b({ ...common, input_Amount: 10, input_PrimaryPartyCode: vodacom.serviceProviderCode,
    input_ReceiverPartyCode: vodacom.receiverPartyCode, input_TransactionReference: "T12346C",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689763", input_PurchasedItemsDesc: "Stock" }), ok);
  await call("queryTransactionStatus", () => client.query({ ...common, input_QueryReference: "asv02e5958774f7ba228d83d0d689761",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689764" }), ok);
  await call("reversal", () => client.reverse({ ...common, input_ReversalAmount: 10, input_TransactionID: "0000000000001",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689765" }), ok);
  await call("directDebitCreation", () => client.debit_create({ ...common, input_AgreedTC: "1", input_CustomerMSISDN: "000000000001",
    input_EndRangeOfDays: "22", input_ExpiryDate: "20271126", input_FirstPaymentDate: "20261224", input_Frequency: "06",
    input_StartRangeOfDays: "01", input_ThirdPartyReference: "3333", input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689766" }), ok);
  await call("directDebitPayment", () => client.debit_payment({ ...customer, input_ThirdPartyReference: "3333",
    input_ThirdPartyConversationID: "asv02e5958774f7ba228d83d0d689767" }), ok);
})();
