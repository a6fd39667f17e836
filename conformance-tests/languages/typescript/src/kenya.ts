import * as mpesa from '../daraja/index.js';
import { assert, encrypt, listen, sandbox } from './support.js';

const kenya = sandbox.kenya;
const shop = await listen(() => ({ ResultCode: 0, ResultDesc: 'Accepted' }));

const app = new mpesa.Configuration({
    basePath: kenya.baseUrl,
    username: kenya.consumerKey,
    password: kenya.consumerSecret,
});
const { accessToken } = await new mpesa.AuthorizationApi(app).token({ grantType: mpesa.GrantType.CLIENT_CREDENTIALS });
const client = new mpesa.Configuration({ basePath: kenya.baseUrl, accessToken });

const timestamp = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
const signature = {
    businessShortCode: kenya.payBill,
    password: Buffer.from(kenya.payBill + kenya.passkey + timestamp).toString('base64'),
    timestamp,
};

const paid = shop.next('/pay/9f2c41d07be8');
const push = await new mpesa.StkApi(client).stkPush({
    stkPushInput: {
        ...signature,
        transactionType: mpesa.TransactionType.CUSTOMER_PAY_BILL_ONLINE,
        amount: '1',
        partyA: '254708374149',
        partyB: kenya.payBill,
        phoneNumber: '254708374149',
        callBackURL: shop.url('/pay/9f2c41d07be8'),
        accountReference: 'INV-001',
        transactionDesc: 'Tea',
    },
});
assert.equal(push.responseCode, '0');

const { body } = mpesa.StkCallbackEnvelopeFromJSON(await paid);
assert.equal(body.stkCallback.resultCode, 0);
assert.equal(body.stkCallback.checkoutRequestID, push.checkoutRequestID);
assert.equal(body.stkCallback.callbackMetadata?.item.find((item) => item.name === 'Amount')?.value, 1);

const state = await new mpesa.StkApi(client).stkQuery({
    stkQueryInput: { ...signature, checkoutRequestID: push.checkoutRequestID },
});
assert.equal(String(state.resultCode), '0');

const settled = shop.next('/result/5d13a0c7e9b2');
const payout = await new mpesa.B2cApi(client).b2cPaymentV3({
    b2cPaymentV3Input: {
        originatorConversationID: 'f9b1c3a0-4a55-4d6f-9a5e-0d7b1f2c3e4a',
        initiatorName: kenya.initiatorName,
        securityCredential: encrypt(kenya.initiatorPassword, kenya.certificate),
        commandID: mpesa.B2cCommandId.BUSINESS_PAYMENT,
        amount: '10',
        partyA: kenya.businessShortCode,
        partyB: '254708374149',
        remarks: 'Payout',
        queueTimeOutURL: shop.url('/timeout/5d13a0c7e9b2'),
        resultURL: shop.url('/result/5d13a0c7e9b2'),
    },
});
assert.equal(payout.responseCode, '0');

const { result } = mpesa.ResultEnvelopeFromJSON(await settled);
assert.equal(String(result.resultCode), '0');
assert.equal(result.conversationID, payout.conversationID);
const parameters: { Key: string; Value?: string | number }[] = result.resultParameters?.resultParameter;
assert.equal(Number(parameters.find((parameter) => parameter.Key === 'TransactionAmount')?.Value), 10);

shop.close();
