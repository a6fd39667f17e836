import { randomUUID } from 'node:crypto';
import * as mpesa from '../vodacom/index.js';
import { assert, control, encrypt, listen, portalKey, sandbox } from './support.js';

const { apiKey, publicKey, serviceProviderCode } = sandbox.vodacom;
const basePath = `${sandbox.vodacom.baseUrl}/sandbox/ipg/v2/vodacomTZN`;
const headers = { Origin: '*', 'Content-Type': 'application/json' };
const key = portalKey(publicKey);
const shop = await listen((body) => ({
    output_OriginalConversationID: body.input_OriginalConversationID,
    output_ResponseCode: '0',
    output_ResponseDesc: 'Successfully Accepted Result',
    output_ThirdPartyConversationID: body.input_ThirdPartyConversationID,
}));
const freshId = () => randomUUID().replaceAll('-', '');

const login = new mpesa.Configuration({ basePath, headers, accessToken: encrypt(apiKey, key) });
const session = await new mpesa.SessionApi(login).getSession();
assert.ok(session.outputSessionID);
const client = new mpesa.Configuration({ basePath, headers, accessToken: encrypt(session.outputSessionID, key) });

const pay = (id: string) =>
    new mpesa.C2bApi(client).c2bPayment({
        c2bPaymentInput: {
            inputAmount: '10',
            inputCountry: mpesa.Country.TANZANIA,
            inputCurrency: mpesa.Currency.TZS,
            inputCustomerMSISDN: '000000000001',
            inputServiceProviderCode: serviceProviderCode,
            inputThirdPartyConversationID: id,
            inputTransactionReference: 'INV001',
            inputPurchasedItemsDesc: 'Tea',
        },
    });

const id = freshId();
const answer = await pay(id);
assert.equal(answer.outputResponseCode, 'INS-0');
assert.ok(answer.outputTransactionID);

const state = await new mpesa.TransactionsApi(client).queryTransactionStatus({
    inputQueryReference: id,
    inputCountry: mpesa.Country.TANZANIA,
    inputServiceProviderCode: serviceProviderCode,
    inputThirdPartyConversationID: freshId(),
});
assert.equal(state.outputResponseTransactionStatus, mpesa.TransactionStatus.COMPLETED);

await control('vodacom/mode', { asynchronous: true, responseUrl: shop.url('/response') });
const arrived = shop.next('/response');
const accepted = await pay(freshId());
const outcome = mpesa.TransactionCallbackFromJSON(await arrived);
assert.equal(outcome.inputResultCode, 'INS-0');
assert.equal(outcome.inputOriginalConversationID, accepted.outputConversationID);

shop.close();
