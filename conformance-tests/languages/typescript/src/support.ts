// What every driver needs and no client brings: the sandbox's description, RSA, and an address for callbacks.
import { constants, createPublicKey, publicEncrypt, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import assert from 'node:assert/strict';

export { assert };

export const sandbox = JSON.parse(process.env.MPESA_SANDBOX ?? '{}');

/** RSA with PKCS 1 version 1.5, in base64, as every market wants its secrets. */
export function encrypt(secret: string, key: KeyObject | string): string {
    return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(secret)).toString('base64');
}

/** A public key as Vodacom's portals print it: base64 on one line. */
export function portalKey(base64: string): KeyObject {
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}

/** Tells the sandbox's control address something. */
export async function control(path: string, argument: object): Promise<void> {
    const answer = await fetch(`${sandbox.baseUrl}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(argument) });
    assert.ok(answer.ok, `${path}: HTTP ${answer.status}`);
}

/** A web server of the shop: hands out what was posted to a path, and replies with what `reply` makes of it. */
export async function listen(reply: (body: any) => object) {
    const waiting = new Map<string, (body: any) => void>();
    const server = createServer((request, response) => {
        let text = '';
        request.on('data', (part) => (text += part));
        request.on('end', () => {
            const body = JSON.parse(text);
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(reply(body)));
            waiting.get(request.url ?? '')?.(body);
        });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return {
        url: (path: string) => `http://127.0.0.1:${port}${path}`,
        next: (path: string) => new Promise<any>((arrived) => waiting.set(path, arrived)),
        close: () => server.close(),
    };
}
