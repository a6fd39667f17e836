// The least that a client must read of the specs to be safe with money; see specs/README.md.
import { type Fields, isFields, parse, text } from './exact.js';

/** A body that no careful reader believes. */
export class Doubtful extends Error {}

/** What the caller must see: an answer, or an error with what the catalogue knows of it. */
export class Outcome {
    mayPass = false;
    model: unknown;

    constructor(
        readonly error?: string,
        readonly body?: Fields,
        readonly entry?: any,
        readonly code?: string,
        readonly words = '',
    ) {}

    get kind(): string {
        return this.entry?.kind ?? 'unknown';
    }

    get asksForANewToken(): boolean {
        return this.error === 'refused' && this.kind === 'token';
    }
}

/** The object that a body holds. */
export function read(body: string): Fields {
    let value: unknown;
    try {
        value = parse(body);
    } catch {
        throw new Doubtful();
    }
    if (!isFields(value)) {
        throw new Doubtful();
    }
    return value;
}

function at(body: unknown, path: string): any {
    return path.split('.').reduce((part: any, step) => (isFields(part) ? part[step] : undefined), body);
}

function says(value: unknown): boolean {
    return !['', 'N/A', 'n/a'].includes(text(value));
}

const lastStep = (path: string) => path.split('.').at(-1)!.toLowerCase();

/** The rules of one API, from its openapi.json and its codes.json. */
export class Rules {
    readonly operations: { [id: string]: any } = {};

    constructor(readonly api: any, readonly codes: any) {
        for (const path of Object.values<any>(api.paths)) {
            for (const call of Object.values<any>(path)) {
                this.operations[call.operationId] = call;
            }
        }
    }

    // ------------------------------------------------------------------ What an answer says

    /** What the caller must see of an answer: of a payment, everything but an acceptance and a final refusal is unknown. */
    judge(operation: string, sent: any, status: number, body: string): Outcome {
        const outcome = this.judged(operation, sent, status, body);
        const inTrouble = status >= 500 || status === 408 || status === 429 || outcome.kind === 'gateway';
        const isLoss = outcome.error === 'no-answer' && (inTrouble || (status < 300 && outcome.code === undefined));
        outcome.mayPass = isLoss || outcome.kind === 'throttled';
        return outcome;
    }

    /** What moves nothing may be sent again after a loss; what moves money never. */
    mayBeRepeated(operation: string): boolean {
        return ['query', 'session'].includes(this.operations[operation]['x-effect']);
    }

    /** The answer never came, or not whole. */
    lost(operation: string): Outcome {
        const outcome = this.nothingKnown(operation);
        outcome.mayPass = true;
        return outcome;
    }

    private judged(operation: string, sent: any, status: number, body: string): Outcome {
        let answer: Fields;
        try {
            answer = read(body);
        } catch {
            return this.withoutCode(operation, status, body);
        }
        const call = this.operations[operation];
        for (const [told, asked] of Object.entries<string>(call['x-repeats']?.answer ?? {})) {
            const value = answer[told];
            if (Array.isArray(value) || isFields(value)) {
                return this.nothingKnown(operation);
            }
            if (says(value) && says(sent[asked]) && text(value) !== text(sent[asked])) {
                return this.nothingKnown(operation);
            }
        }
        const verdict = this.acceptance(call['x-success'], answer);
        const envelope = this.envelope(answer);
        if (envelope) {
            return this.refusal(operation, status, answer, verdict, envelope.code ?? '', envelope.words ?? '', true);
        }
        if (verdict === 'refused') {
            const code = text(at(answer, this.nameIn(call['x-success'], answer)));
            return this.refusal(operation, status, answer, verdict, code, this.words(operation, answer), false);
        }
        if (verdict === 'accepted') {
            return status < 300 ? new Outcome(undefined, answer) : this.nothingKnown(operation);
        }
        return this.withoutCode(operation, status, body);
    }

    private refusal(
        operation: string, status: number, answer: Fields, verdict: string, code: string, words: string, isEnvelope: boolean,
    ): Outcome {
        const call = this.operations[operation];
        const table = isEnvelope ? 'x-errors' : 'x-acknowledgements' in this.codes ? 'x-acknowledgements' : 'x-results';
        const entry = this.meaning(table, operation, isEnvelope ? status : 0, code, words);
        const isMoney = call['x-effect'] === 'money';
        if (call['x-effect'] !== 'session' && (verdict === 'accepted' || this.hasTrace(call['x-success'], answer))) {
            return this.nothingKnown(operation, entry?.final ? undefined : entry, code, words);
        }
        if (entry?.kind === 'pending' && !isMoney) {
            return new Outcome('pending', undefined, entry, code, words);
        }
        const isDoubtful = entry?.kind === 'token' && isMoney && !this.isBare(call, answer);
        if (entry?.final && entry.kind !== 'success' && !isDoubtful) {
            return new Outcome('refused', undefined, entry, code, words);
        }
        return this.nothingKnown(operation, entry, code, words);
    }

    /** Some refusals carry no code, or no body at all; the catalogue knows those by operation and status. */
    private withoutCode(operation: string, status: number, body: string): Outcome {
        const entry = status < 300 ? undefined : this.meaning('x-errors', operation, status, '', '');
        const code = entry ? '' : undefined;
        return entry?.final
            ? new Outcome('refused', undefined, entry, code, body)
            : this.nothingKnown(operation, entry, code, body);
    }

    private nothingKnown(operation: string, entry?: any, code?: string, words = ''): Outcome {
        const isMoney = this.operations[operation]['x-effect'] === 'money';
        return new Outcome(isMoney ? 'unknown' : 'no-answer', undefined, entry, code, words);
    }

    /** Whether a rejection of a token says nothing else, so that a payment may be sent once more. */
    private isBare(call: any, answer: Fields): boolean {
        const fields = Object.entries<any>(this.named('ErrorResponse').properties);
        const plain = fields.filter(([, part]) => ['code', 'words', 'request'].includes(part['x-role'])).map(([name]) => name);
        plain.push(...Object.keys(call['x-repeats']?.answer ?? {}));
        return Object.entries(answer).every(([name, value]) => plain.includes(name) && !Array.isArray(value) && !isFields(value));
    }

    /** What an answer says of the payment: x-outcome, or the code or the state of what was asked about. */
    outcome(operation: string, answer: Fields): string {
        const call = this.operations[operation];
        const schema = this.answerSchema(operation);
        const rows = (this.api['x-bodies'].answers ?? []).filter((row: any) => String(schema.$ref).endsWith('/' + row.schema));
        const kind = rows.map((row: any) => row.kinds[0]).find((each: any) => each.tells === operation && each.means);
        if (kind) {
            return kind.means;
        }
        if (call['x-effect'] === 'query') {
            const told = this.roles(schema, answer);
            if (told.status !== undefined) {
                return this.means(this.meaning('x-statuses', operation, 0, told.status, ''));
            }
            const { [call['x-success'].field]: _, ...others } = answer;
            const { code } = this.roles(schema, others);
            if (code !== undefined) {
                return this.means(this.meaning('x-results', operation, 0, code, told.words ?? ''));
            }
        }
        const told = call['x-outcome'];
        return told === 'sync' || ('answer' in told && says(answer[told.answer])) ? 'succeeded' : 'pending';
    }

    means(entry: any): string {
        if (!entry?.final) {
            return entry?.kind === 'pending' ? 'pending' : 'unknown';
        }
        return entry.kind === 'success' ? 'succeeded' : 'failed';
    }

    // ------------------------------------------------------------------ x-success

    private nameIn(success: any, answer: Fields): string {
        const other = success.alias;
        return other && at(answer, success.field) === undefined && at(answer, other) !== undefined ? other : success.field;
    }

    private acceptance(success: any, answer: Fields): string {
        const value = at(answer, this.nameIn(success, answer));
        if ((value === undefined || value === null) && success.instead) {
            return text(at(answer, success.instead)) ? 'accepted' : 'silent';
        }
        const code = text(value);
        if (!code) {
            return 'silent';
        }
        if (!this.accepts(success, code)) {
            return 'refused';
        }
        const beside: string[] = [success.beside ?? []].flat();
        return beside.length === 0 || beside.some((field) => text(at(answer, field))) ? 'accepted' : 'silent';
    }

    private accepts(success: any, code: string): boolean {
        return !success.codes?.length || success.codes.includes(code) || (Boolean(success.zeros) && /^0+$/.test(code));
    }

    /** Whether something in a refusal is what only an acceptance has, wherever it stands. */
    private hasTrace(success: any, value: unknown, name = ''): boolean {
        const isNamed = (success.traces ?? []).map(lastStep).includes(name.toLowerCase());
        if (Array.isArray(value)) {
            return value.some((inner) => this.hasTrace(success, inner, name));
        }
        if (isFields(value)) {
            const inside = Object.entries(value);
            return (isNamed && inside.length > 0) || inside.some(([field, inner]) => this.hasTrace(success, inner, field));
        }
        const isCode = [lastStep(success.field), success.alias?.toLowerCase()].includes(name.toLowerCase());
        return says(value) && (isNamed || (isCode && success.codes?.length > 0 && this.accepts(success, text(value))));
    }

    // ------------------------------------------------------------------ Error envelopes, roles and schemas

    /** Code and words of an error envelope, if it is one: a row of x-bodies says so. */
    private envelope(answer: Fields): { [role: string]: string } | undefined {
        const names = this.names(answer);
        const row = (this.api['x-bodies'].answers ?? []).find(
            (each: any) =>
                each.as === 'error' &&
                (each.all ?? []).every((field: string) => answer[field] !== undefined && answer[field] !== null) &&
                each.kinds.some((kind: any) => !kind.has || kind.has.some((name: string) => names.has(name))),
        );
        return row && this.roles({ $ref: '#/components/schemas/' + row.schema }, answer);
    }

    private names(value: unknown): Set<string> {
        const found = new Set<string>();
        if (isFields(value)) {
            for (const [name, part] of Object.entries(value)) {
                if (text(part)) {
                    found.add(name);
                }
                this.names(part).forEach((inner) => found.add(inner));
            }
        }
        return found;
    }

    /** The words beside the code that x-success names, or else those that have the role. */
    private words(operation: string, answer: Fields): string {
        const { field } = this.operations[operation]['x-success'];
        const beside = ['Description', 'Desc', 'Message']
            .filter(() => field.endsWith('Code'))
            .map((ending) => text(at(answer, field.replace(/Code$/, ending))))
            .find((words) => words);
        return beside ?? this.roles(this.answerSchema(operation), answer).words ??
            this.roles({ $ref: '#/components/schemas/ErrorResponse' }, answer).words ?? '';
    }

    /** The first value of each role in an object, by its schema. */
    roles(schema: any, value: unknown): { [role: string]: string } {
        const found: { [role: string]: string } = {};
        for (const [name, part] of Object.entries<any>(this.schema(schema).properties ?? {})) {
            const inner = isFields(value) ? value[name] : undefined;
            const role = part['x-role'] ?? this.schema(part)['x-role'];
            if (isFields(inner)) {
                Object.entries(this.roles(part, inner)).forEach(([each, told]) => (found[each] ??= told));
            } else if (text(inner) && role) {
                found[role] ??= text(inner);
            }
        }
        return found;
    }

    /** The schema of the answer of a success. */
    answerSchema(operation: string): any {
        const responses = Object.entries(this.operations[operation].responses);
        const [, success] = responses.find(([status]) => status.startsWith('2'))!;
        return this.resolved(success).content['application/json'].schema;
    }

    named(schema: string): any {
        return this.schema({ $ref: '#/components/schemas/' + schema });
    }

    schema(schema: any): any {
        let found = schema;
        while (found.$ref || found.allOf) {
            found = found.$ref ? this.resolved(found) : found.allOf[0];
        }
        return found;
    }

    /** What a reference stands for. */
    resolved(element: any): any {
        let found = element;
        while (found.$ref) {
            found = found.$ref.split('/').slice(1).reduce((part: any, step: string) => part[step], this.api);
        }
        return found;
    }

    // ------------------------------------------------------------------ codes

    /** The most telling entry of a code; undefined if nobody knows it. */
    meaning(table: string, operation: string, status: number, code: string, words: string): any {
        const said = words.trim().toLowerCase();
        const plain = (all: string) => all.trim().toLowerCase().replace(/\.+$/, '');
        const same = (entry: any) => table === 'x-statuses'
            ? entry.code.toLowerCase() === code.toLowerCase()
            : entry.code === code;
        const bears = (entry: any) => {
            const statuses: number[] = entry.http ?? [];
            if (code === '') {
                return statuses.length > 0 ? statuses.includes(status) : 'words' in entry || 'message' in entry;
            }
            const mustBear = entry.kind === 'token' || /^[1-5]\d\d$/.test(code);
            return !mustBear || statuses.length === 0 || status === 0 || statuses.includes(status);
        };
        const fitting: any[] = (this.codes[table] ?? []).filter(
            (entry: any) =>
                same(entry) &&
                (!entry.operations || entry.operations.includes(operation)) &&
                (entry.words === undefined || plain(entry.words) === plain(words)) &&
                said.includes((entry.message ?? '').toLowerCase()) &&
                bears(entry),
        );
        const telling = (entry: any) =>
            ('words' in entry ? 1e6 : 0) + ('message' in entry ? 1e5 : 0) + ('operations' in entry ? 1e4 : 0) + (entry.message ?? '').length;
        return fitting.reduce((best, entry) => (best && telling(best) >= telling(entry) ? best : entry), undefined);
    }
}
