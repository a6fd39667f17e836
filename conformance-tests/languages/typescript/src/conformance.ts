// Plays the cases of a market through the stock client and the rules of money.ts, against answers that the sandbox is told.
//
//     conformance.js <market>     with MPESA_SANDBOX, and in MPESA_CONTRACTS the folder of specs and cases
//     prints one line of JSON for each case: case, verdict (passed, failed, left out) and why
import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as daraja from '../daraja/index.js';
import * as vodacom from '../vodacom/index.js';
import { Digits, type Fields, isFields, parse, stringify, text } from './exact.js';
import { Outcome, Rules } from './money.js';
import { Receiver } from './receiving.js';
import { encrypt, sandbox } from './support.js';

const market = process.argv[2]!;
const contracts = process.env.MPESA_CONTRACTS!;
const cases = join(contracts, 'cases', market);
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
const setup = json(cases, 'setup.json');
const specs = join(contracts, 'specs', setup.api);
const rules = new Rules(json(specs, 'openapi.json'), json(specs, 'codes.json'));
const stock: any = setup.api === 'daraja' ? daraja : vodacom;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What a case wants, and what happened instead. */
class Difference extends Error {}

function require(holds: unknown, otherwise: string): void {
    if (!holds) {
        throw new Difference(otherwise);
    }
}

async function control(path: string, argument: string): Promise<void> {
    const answer = await fetch(`${sandbox.baseUrl}/_sandbox/${path}`, { method: 'POST', body: argument });
    require(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
}

// ---------------------------------------------------------------------- The client: stock, and what a stock client leaves to its user

class Client {
    constructor(private readonly host: string) {}

    private configuration(operation: string, token: string, heard: (status: number, body: string) => void): any {
        const scheme = schemeOf(operation);
        const secret = { accessToken: token, encryptedApiKey: setup.values.apiKey, encryptedSession: token }[scheme];
        return new stock.Configuration({
            basePath: this.host,
            // A second spelling of a name would be a second header to fetch.
            headers: Object.fromEntries(
                Object.entries<string>(setup.headers).map(([name, value]) => [name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()), value]),
            ),
            ...(scheme === 'consumer'
                ? { username: setup.values.consumerKey, password: setup.values.consumerSecret }
                : { accessToken: scheme === 'accessToken' ? secret : encrypt(secret, publicKey) }),
            fetchApi: async (url: string, init: RequestInit) => {
                // fetch follows a redirect by itself, and so sends a payment twice.
                const response = await fetch(url, { ...init, redirect: 'manual' });
                const body = await response.text();
                heard(response.status, body);
                return new Response([204, 205, 304].includes(response.status) ? null : body, response);
            },
        });
    }

    /** Sends one request through the stock client, and says what the caller must see. */
    async once(operation: string, content: any, token = ''): Promise<Outcome> {
        let answer: [number, string] | undefined;
        const configuration = this.configuration(operation, token, (status, body) => (answer = [status, body]));
        const Api: any = Object.entries<any>(stock).find(
            ([name, each]) => name.endsWith('Api') && typeof each.prototype?.[operation] === 'function',
        )![1];
        let value: any;
        try {
            value = await new Api(configuration)[operation](parameters(operation, content));
        } catch (failure: any) {
            if (failure.cause?.cause?.code === 'ECONNREFUSED') {
                return new Outcome('not-connected');
            }
            if (!(failure instanceof stock.FetchError || failure instanceof stock.ResponseError || failure instanceof SyntaxError)) {
                throw failure;
            }
        }
        if (answer === undefined) {
            return rules.lost(operation);
        }
        const outcome = rules.judge(operation, content, ...answer);
        if (outcome.body !== undefined) {
            const schema = rules.answerSchema(operation).$ref.split('/').at(-1);
            outcome.model = stock[`${schema}ToJSON`](value);
        }
        return outcome;
    }

    /** The same, up to three times where that is harmless and may help. */
    async patiently(operation: string, content: any, token = ''): Promise<Outcome> {
        let outcome = await this.once(operation, content, token);
        for (let sent = 1; sent < 3 && outcome.mayPass && rules.mayBeRepeated(operation); sent++) {
            outcome = await this.once(operation, content, token);
        }
        return outcome;
    }

    /** A call with a token, which is replaced once where the answer says no more than that it is bad. */
    async call(operation: string, content: any): Promise<Outcome> {
        const { operation: opens, field } = setup.tokens;
        if (operation === opens) {
            return this.patiently(operation, content);
        }
        for (let attempt = 1; ; attempt++) {
            const opened = await this.patiently(opens, opens === 'token' ? { grant_type: 'client_credentials' } : {});
            if (opened.error !== undefined) {
                return opened;
            }
            const outcome = await this.patiently(operation, content, text(opened.body![field]));
            if (attempt === 2 || !outcome.asksForANewToken) {
                return outcome;
            }
        }
    }
}

const schemeOf = (operation: string) => Object.keys(rules.operations[operation].security[0])[0]!;

function parameters(operation: string, content: any): any {
    const { requestBody } = rules.operations[operation];
    if (!requestBody) {
        const camel = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
        return Object.fromEntries(Object.entries(content).map(([name, value]) => [camel(name), value]));
    }
    const schema = rules.resolved(requestBody).content['application/json'].schema.$ref.split('/').at(-1);
    return { [schema[0].toLowerCase() + schema.slice(1)]: stock[`${schema}FromJSON`](content) };
}

// ---------------------------------------------------------------------- A case

/** Plays a case; returns why it cannot be played. */
async function play(written: string): Promise<string | undefined> {
    const exact: any = parse(written);
    const one = JSON.parse(written);
    if (one.needs) {
        return 'needs ' + one.needs.join(', ');
    }
    if (one.given.callback) {
        return receive(one, exact);
    }
    if (one.expect.error === 'invalid-input') {
        return 'the client must check the input before it sends it';
    }
    await control(`${market}/reset`, '{}');
    await tell(one, exact);
    const base = isUnreachable(one) ? await closed() : sandbox.baseUrl;
    const place = one.given.market ?? setup.values.market ?? '';
    const content = filled(one.request?.body ?? one.request?.query ?? one.given.input);
    const outcome = await new Client(base + setup.base.replace('{market}', place)).call(one.given.operation, content);
    await compare(one, place, outcome, content);
    return undefined;
}

const isUnreachable = (one: any) => one.answer?.fault === 'unreachable';

/** A callback, as the decoder reads it. What is replied to it is not compared. */
function receive(one: any, exact: any): undefined {
    const body = one.given.text ?? stringify(exact.given.body);
    let form: any;
    try {
        form = new Receiver(rules).decode(body, one.given.callback);
    } catch {
        require(one.expect.error === 'unreadable', 'it is refused as unreadable');
        return undefined;
    }
    require(!one.expect.error, `it is read as ${form.kind}`);
    for (const [name, wanted] of Object.entries<any>(exact.expect)) {
        if (name === 'absent') {
            const there = wanted.filter((each: string) => each in form.ids || each in form.values);
            require(there.length === 0, `${there} should not be told`);
        } else if (name !== 'reply') {
            const missing = lacks(wanted, form[name], name);
            require(!missing, missing!);
        }
    }
    return undefined;
}

/** What the sandbox answers from now on. */
async function tell(one: any, exact: any): Promise<void> {
    const { operation: opens, body } = setup.tokens;
    const number = (value: string, at: number) => value.replace('%04d', String(at).padStart(4, '0'));
    const issued = [1, 2, 3].map((at) => ({
        status: 200,
        body: Object.fromEntries(Object.entries<string>(body).map(([name, value]) => [name, number(value, at)])),
    }));
    const say = (operation: string, answers: any) =>
        control(`${market}/answers`, `{"operation":"${operation}","always":true,"answers":${stringify(answers)}}`);
    if (one.given.operation !== opens) {
        await say(opens, exact.token ?? issued);
    }
    const answers = exact.answers ?? (exact.answer ? [exact.answer] : []);
    if (answers.length > 0 && !isUnreachable(one)) {
        await say(one.given.operation, answers);
    }
}

/** An address at which nobody listens. */
async function closed(): Promise<string> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    return `http://127.0.0.1:${port}`;
}

/** The input, as a client has completed it: what is open in a case is computed here. */
function filled(given: any): any {
    if (!isFields(given)) {
        return given;
    }
    if ('$encrypted' in given) {
        return encrypt(setup.values[String(given.$encrypted)], publicKey);
    }
    return '$any' in given
        ? '0123456789abcdef0123'
        : Object.fromEntries(Object.entries(given).map(([name, value]) => [name, filled(value)]));
}

async function compare(one: any, place: string, outcome: Outcome, content: any): Promise<void> {
    const { expect } = one;
    const { operation } = one.given;
    const { exchanges }: any = await (await fetch(`${sandbox.baseUrl}/_sandbox/${market}/journal`)).json();
    const sent = exchanges.filter((each: any) => each.operation === operation);
    const seen = outcome.error ?? 'returned';
    if (expect.requests !== undefined && !isUnreachable(one)) {
        require(sent.length === expect.requests, `sent ${sent.length} times, not ${expect.requests}; saw ${seen}`);
    }
    if (expect.requestsAtMost !== undefined) {
        require(sent.length >= 1 && sent.length <= expect.requestsAtMost, `sent ${sent.length} times; saw ${seen}`);
    }
    if (expect.tokens !== undefined) {
        const fetched = exchanges.filter((each: any) => each.operation === setup.tokens.operation).length;
        require(fetched === expect.tokens, `${fetched} tokens, not ${expect.tokens}`);
    }
    sent.forEach((each: any, index: number) => compareRequest(one, place, each, index + 1));
    if (expect.returned) {
        require(outcome.error === undefined, `saw ${seen}, not an answer`);
        const missing = lacks(expect.returned, outcome.model, 'the stock client returns');
        require(!missing, missing!);
        const told = expect.outcome && rules.outcome(operation, outcome.body!);
        require(told === expect.outcome, `the answer says ${told}, not ${expect.outcome}`);
        return;
    }
    require(outcome.error === expect.error, `saw ${seen}, not ${expect.error}`);
    require(expect.code === undefined || outcome.code === expect.code, `the code is ${outcome.code}, not ${expect.code}`);
    require(expect.kind === undefined || outcome.kind === expect.kind, `the kind is ${outcome.kind}, not ${expect.kind}`);
    for (const part of expect.messageContains ?? []) {
        require(outcome.words.includes(part), `the gateway's words lack ${part}`);
    }
    if (expect.referenceField) {
        const field = rules.operations[operation]['x-reference'];
        require(field === expect.referenceField && content[field], `the reference is ${field}`);
    }
}

function compareRequest(one: any, place: string, sent: any, number: number): void {
    const { request } = one;
    require(sent.method === request.method, `sent with ${sent.method}`);
    const path = setup.base.replace('{market}', place) + request.path;
    require(sent.path === path, `sent to ${sent.path}, not ${path}`);
    const headers = Object.fromEntries(Object.entries<string>(sent.headers).map(([name, value]) => [name.toLowerCase(), value]));
    for (const [name, value] of Object.entries(setup.headers)) {
        require(headers[name] === value, `the header ${name} is ${headers[name]}`);
    }
    compareCredential(one, headers.authorization ?? '', number);
    if (request.body) {
        require(headers['content-type'] === 'application/json', `sent as ${headers['content-type']}`);
    }
    different(request.body ?? request.query, request.body ? JSON.parse(sent.body) : sent.query, '');
}

function compareCredential(one: any, header: string, number: number): void {
    const { values, tokens } = setup;
    // The newest token after a rejection, as many as the case allows, and the first one otherwise.
    const count = Math.min(number, one.expect.tokens ?? 1);
    const token = tokens.body[tokens.field].replace('%04d', String(count).padStart(4, '0'));
    const scheme = schemeOf(one.given.operation);
    if (scheme === 'consumer') {
        const pair = Buffer.from(`${values.consumerKey}:${values.consumerSecret}`).toString('base64');
        require(header === `Basic ${pair}`, 'signed in otherwise');
    } else if (scheme === 'accessToken') {
        require(header === `Bearer ${token}`, 'signed in with another token');
    } else {
        const secret = scheme === 'encryptedApiKey' ? values.apiKey : token;
        require(header.startsWith('Bearer ') && hides(secret, header.slice(7)), 'the bearer hides something else');
    }
}

function hides(secret: string, encrypted: string): boolean {
    // Node decrypts no PKCS 1 version 1.5 any more, so its padding is taken off here: 0, 2, other bytes than 0, 0.
    const padded = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(encrypted, 'base64'));
    const start = padded.indexOf(0, 2) + 1;
    return padded[0] === 0 && padded[1] === 2 && start > 10 && padded.subarray(start).toString() === secret;
}

/** Fails unless exactly that was sent. */
function different(wanted: any, sent: any, place: string): void {
    if (isFields(wanted) && '$encrypted' in wanted) {
        require(hides(setup.values[String(wanted.$encrypted)], sent), `${place} hides something else`);
    } else if (isFields(wanted) && !('$any' in wanted)) {
        require(isFields(sent), `${place} is no object`);
        const names = new Set([...Object.keys(wanted), ...Object.keys(sent)]);
        const others = [...names].filter((name) => !(name in wanted && name in sent));
        require(others.length === 0, `${place} lacks, or has besides, ${others}`);
        Object.entries(wanted).forEach(([name, value]) => different(value, sent[name], `${place}/${name}`));
    } else if (!isFields(wanted)) {
        require(wanted === sent, `${place} is ${JSON.stringify(sent)}, not ${JSON.stringify(wanted)}`);
    }
}

/** The first place at which something that is wanted is not told. */
function lacks(wanted: any, told: any, place: string): string | undefined {
    if (isFields(wanted) && '$any' in wanted) {
        return told === undefined ? place : undefined;
    }
    if (isFields(wanted)) {
        const inside = told as Fields | undefined;
        return Object.entries(wanted).map(([name, value]) => lacks(value, inside?.[name], `${place}/${name}`)).find((each) => each);
    }
    const plain = (value: any): string => (value === undefined ? 'nothing' : value instanceof Digits ? value.digits : stringify(value));
    return plain(wanted) === plain(told) ? undefined : `${place}: ${plain(told)}, not ${plain(wanted)}`;
}

for (const folder of readdirSync(cases, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    for (const file of readdirSync(join(cases, folder.name)).filter((each) => each.endsWith('.json'))) {
        let verdict: [string, string];
        try {
            const leftOut = await play(readFileSync(join(cases, folder.name, file), 'utf8'));
            verdict = leftOut ? ['left out', leftOut] : ['passed', ''];
        } catch (failure: any) {
            verdict = ['failed', failure instanceof Difference ? failure.message : String(failure.stack).slice(0, 300)];
        }
        const name = `${market}/${folder.name}/${file.replace(/\.json$/, '')}`;
        console.log(JSON.stringify({ case: name, verdict: verdict[0], why: verdict[1] }));
    }
}
