import { randomUUID } from 'node:crypto';
import * as mpesa from '../mozambique/index.js';
import { assert, control, encrypt, listen, portalKey, sandbox } from './support.js';

const { apiKey, publicKey, ports, serviceProviderCode, receiverPartyCode } = sandbox.mozambique;
const shop = await listen((body) => ({
    output_OriginalConversationID: body.input_OriginalConversationID,
    output_ResponseCode: '0',
    output_ResponseDesc: 'Successfully Accepted Result',
    output_ThirdPartyConversationID: body.input_ThirdPartyReference,
}));
const freshId = () => randomUUID().replaceAll('-', '');
const accessToken = encrypt(apiKey, portalKey(publicKey));

/** Every operation has a port of its own: x-port in the spec, another one in the sandbox. */
const at = (operation: string) =>
    new mpesa.Configuration({
        basePath: `http://127.0.0.1:${ports[operation]}/ipg/v1x`,
        headers: { Origin: 'developer.mpesa.vm.co.mz', 'Content-Type': 'application/json' },
        accessToken,
    });

const pay = (id: string) =>
    new mpesa.C2bApi(at('c2bPayment')).c2bPayment({
        c2bPaymentInput: {
            inputTransactionReference: 'INV001',
            inputCustomerMSISDN: '258843330333',
            inputAmount: '0.50',
            inputThirdPartyReference: id,
            inputServiceProviderCode: serviceProviderCode,
        },
    });

const id = freshId();
const answer = await pay(id);
assert.equal(answer.outputResponseCode, 'INS-0');
assert.ok(answer.outputTransactionID);

const supplier = await new mpesa.B2bApi(at('b2bPayment')).b2bPayment({
    b2bPaymentInput: {
        inputTransactionReference: 'SUPPLY7',
        inputAmount: '10',
        inputThirdPartyReference: freshId(),
        inputPrimaryPartyCode: serviceProviderCode,
        inputReceiverPartyCode: receiverPartyCode,
    },
});
assert.equal(supplier.outputResponseCode, 'INS-0');

const state = await new mpesa.TransactionsApi(at('queryTransactionStatus')).queryTransactionStatus({
    inputThirdPartyReference: freshId(),
    inputQueryReference: id,
    inputServiceProviderCode: serviceProviderCode,
});
assert.equal(state.outputResponseTransactionStatus, mpesa.TransactionStatus.COMPLETED);

await control('mozambique/mode', { asynchronous: true, responseUrl: shop.url('/response') });
const arrived = shop.next('/response');
const accepted = await pay(freshId());
const outcome = mpesa.TransactionCallbackFromJSON(await arrived);
assert.equal(outcome.inputResultCode, '0');
assert.equal(outcome.inputOriginalConversationID, accepted.outputConversationID);

shop.close();
