// What a callback is and tells, by x-bodies and x-role of a spec: the normal form of cases/README.md.
import { Digits, type Fields, isFields, text, type Value } from './exact.js';
import { Doubtful, read, type Rules } from './money.js';

const IDS = ['key', 'id', 'receipt', 'transaction', 'request'];

const plain = (name: string) => name.replaceAll(' ', '').toLowerCase();
const isThere = (value: unknown) => value !== undefined && value !== null;

/** A value as it stands, without the blanks that `text` takes away. */
const written = (value: Value) => (value instanceof Digits ? value.digits : String(value));

/** An amount as a plain decimal; anything else as it is. Kenya writes some as a structure. */
function decimal(told: string): string {
    const amount = /BasicAmount=([\d.]+)/.exec(told)?.[1] ?? told;
    const [, digits, exponent] = /^([\d.]+)[eE]\+?(\d+)$/.exec(amount) ?? [];
    return digits === undefined ? amount : String(Number(digits) * 10 ** Number(exponent));
}

export interface NormalForm {
    kind: string;
    outcome: string;
    resultCode: string | undefined;
    description: string | undefined;
    ids: { [name: string]: string };
    values: { [name: string]: string };
    other: Fields;
}

export class Receiver {
    readonly bodies: any;

    constructor(readonly rules: Rules) {
        this.bodies = rules.api['x-bodies'];
    }

    /** The normal form of a body that the gateway posted, or Doubtful; `address` is the id of the callback in the spec. */
    decode(body: string, address: string): NormalForm {
        const posted = read(body);
        const isLate = this.timeouts().has(address);
        for (const shape of this.bodies.callbacks) {
            let part: Value | undefined = posted;
            for (const step of shape.within ?? []) {
                part = isFields(part) ? part[step] : undefined;
            }
            if (isFields(part) && this.hasShape(shape, posted, part)) {
                const told = new Told(this, this.rules.named(shape.schema), part);
                // What comes to the address for time-outs settles nothing, whatever is in it.
                const kind = shape.kinds.find((each: any) => (isLate ? each.means === 'unknown' : told.isKind(each)));
                if (kind) {
                    return this.form(shape, kind, told, posted);
                }
            }
        }
        throw new Doubtful();
    }

    isAbsent(name: string, told: string): boolean {
        return !told.trim() || ((this.bodies.absent ?? []).includes(told) && !(this.bodies.present ?? []).includes(name));
    }

    private hasShape(shape: any, posted: Fields, part: Fields): boolean {
        const first = shape.within?.[0];
        const others = this.bodies.callbacks.map((row: any) => row.within?.[0]).filter((step: any) => step && step !== first);
        const there = (name: string) => isThere(part[name]);
        return (
            !(first && others.some((step: string) => step in posted)) &&
            (shape.all ?? []).every(there) &&
            (!shape.any || shape.any.some(there)) &&
            !(shape.none ?? []).some(there)
        );
    }

    /** The callbacks whose address is a field of the request that x-client calls the address for time-outs. */
    private timeouts(): Set<string> {
        const late = new Set<string>();
        for (const call of Object.values<any>(this.rules.operations)) {
            const body = call.requestBody && this.rules.resolved(call.requestBody).content['application/json'].schema;
            for (const addresses of Object.values<any>(call.callbacks ?? {})) {
                for (const [address, item] of Object.entries<any>(addresses)) {
                    const name = address.split('/').at(-1)!.replace('}', '');
                    const field = body && this.rules.schema(body).properties?.[name];
                    if (field && this.rules.schema(field)['x-client']?.from === 'timeoutAddress') {
                        Object.values<any>(item).forEach((posted) => late.add(posted.operationId));
                    }
                }
            }
        }
        return late;
    }

    private form(shape: any, kind: any, told: Told, posted: Fields): NormalForm {
        const around: Fields = {};
        let part: Fields = posted;
        for (const step of shape.within ?? []) {
            Object.entries(part).forEach(([name, value]) => name !== step && (around[name] = value));
            part = part[step] as Fields;
        }
        return {
            kind: kind.kind,
            outcome: this.outcome(shape, kind, told),
            resultCode: told.first('code'),
            description: told.first('words'),
            ids: told.ids,
            values: told.values,
            other: { ...told.other, ...around },
        };
    }

    /** What it says of the payment; whatever contradicts itself says nothing. */
    private outcome(shape: any, kind: any, told: Told): string {
        const code = told.first('code');
        if (kind.means && (code === undefined || kind.means === 'unknown')) {
            return kind.means;
        }
        if (told.isOdd || told.isDivided('code') || code === undefined) {
            return 'unknown';
        }
        const entry = this.entry(shape, kind, code, told.first('words') ?? '');
        if (this.questions().has(kind.tells) && this.tellsStates(this.rules.named(shape.schema))) {
            // A question that failed settles no payment, and one that succeeded what the state says.
            const state = told.first('status');
            const isAnswered = entry?.kind === 'success' && state !== undefined && !told.isDivided('status');
            return this.rules.means(isAnswered ? this.rules.meaning('x-statuses', kind.tells, 0, state, '') : undefined);
        }
        const outcome = this.rules.means(entry);
        const isContradicted =
            (outcome === 'succeeded' && told.hasOne(kind.doubts ?? {})) ||
            (outcome === 'failed' && (told.hasOne(kind.signs ?? {}) || told.first('receipt') !== undefined));
        return isContradicted ? 'unknown' : outcome;
    }

    /** The operations that ask what became of a payment. */
    private questions(): Set<string> {
        return new Set(Object.values<any>(this.rules.operations).map((call) => call['x-outcome']?.query).filter(Boolean));
    }

    /** Whether a schema has a field for the state of what was asked about. */
    private tellsStates(schema: any): boolean {
        const parts = Object.values<any>(schema.properties ?? {}).flatMap((field) => [field, this.rules.schema(field)]);
        return parts.some(
            (part) =>
                part['x-role'] === 'status' ||
                Object.values(part['x-names'] ?? {}).includes('status') ||
                (part.properties && this.tellsStates(part)),
        );
    }

    /** The meaning that holds for every operation which the body can speak of. */
    private entry(shape: any, kind: any, code: string, words: string): any {
        const posted = shape.posted ?? shape.schema;
        const calls = Object.entries<any>(this.rules.operations)
            .filter(([, call]) => call['x-outcome']?.callback && ['any', call['x-outcome'].callback].includes(posted))
            .map(([name]) => name);
        const asked: string[] = kind.tells ? [kind.tells] : calls;
        const meanings = asked.map((name) => this.rules.meaning('x-results', name, 0, code, words));
        if (meanings.length === 0 || meanings.includes(undefined)) {
            return undefined;
        }
        const agree = new Set(meanings.map((entry) => entry.kind === 'success')).size === 1;
        return meanings.find((entry) => !entry.final) ?? (agree ? meanings[0] : undefined);
    }
}

/** What one object tells, by the roles of its schema. */
class Told {
    readonly ids: { [name: string]: string } = {};
    readonly values: { [name: string]: string } = {};
    readonly other: Fields = {};
    isOdd = false;
    private readonly byRole = new Map<string, string[]>();
    private readonly texts = new Map<string, string[]>();
    private readonly rules: Rules;

    constructor(private readonly receiver: Receiver, schema: any, part: Fields) {
        this.rules = receiver.rules;
        this.read(schema, part, '');
    }

    private read(schema: any, object: Fields, path: string): void {
        const fields = Object.entries<any>(schema.properties ?? {});
        const names = new Map<string, string>();
        fields.forEach(([name, field]) => names.set(field['x-alias'] ?? this.rules.schema(field)['x-alias'] ?? name, name));
        const part: Fields = {};
        for (const [name, value] of Object.entries(object)) {
            const known = names.get(name) ?? name;
            if (known in part) {
                throw new Doubtful();
            }
            part[known] = value;
        }
        const spelled = new Set(fields.map(([name]) => plain(name)));
        for (const [name, value] of Object.entries(part)) {
            if (isThere(value) && !Array.isArray(value) && !isFields(value)) {
                this.collect(name, written(value));
            }
            if (!fields.some(([field]) => field === name)) {
                this.isOdd ||= isThere(value) && spelled.has(plain(name));
                this.other[name] = value;
            }
        }
        fields.filter(([name]) => isThere(part[name])).forEach(([name, field]) => this.readField(name, field, part[name]!, path));
    }

    private readField(name: string, field: any, value: Value, path: string): void {
        const resolved = this.rules.schema(field);
        const roles = this.names(field, resolved);
        if (roles) {
            this.readNames(name, value, roles);
        } else if (isFields(value) && resolved.properties) {
            this.read(resolved, value, `${path}${name}.`);
        } else if (isFields(value) || Array.isArray(value)) {
            this.isOdd = true;
            this.other[name] = value;
        } else {
            this.place(name, field['x-role'] ?? resolved['x-role'], written(value), path);
        }
    }

    /** The roles of the names in a list of names and values; undefined where a field is no such list. */
    private names(field: any, resolved: any): Map<string, string> | undefined {
        const named = field['x-names'] ?? resolved['x-names'];
        const isList = /(ParameterList|ItemList|ItemData)/.test(`${field.$ref}${JSON.stringify(field.allOf)}`);
        return named || isList
            ? new Map(Object.entries<string>(named ?? {}).map(([name, role]) => [plain(name), role]))
            : undefined;
    }

    private readNames(name: string, value: Value, roles: Map<string, string>): void {
        if (typeof value === 'string' && !value.trim()) {
            return;
        }
        const rows = Array.isArray(value) ? value : [value];
        if (!rows.every(isFields)) {
            this.isOdd = true;
            this.other[name] = value;
            return;
        }
        for (const row of rows as Fields[]) {
            const key = ['Name', 'Key', 'name', 'key'].map((each) => row[each]).find(isThere);
            const given = ['Value', 'value'].map((each) => row[each]).find(isThere);
            if (key === undefined || given === undefined || isFields(given) || Array.isArray(given)) {
                continue;
            }
            this.readNamed(text(key), written(given as Value), roles);
        }
    }

    private readNamed(key: string, told: string, roles: Map<string, string>): void {
        this.collect(key, told);
        if (this.receiver.isAbsent(key, told)) {
            return;
        }
        const role = roles.get(plain(key));
        this.note(role, told);
        let shown = key;
        for (let count = 2; shown in this.values; count++) {
            shown = `${key}#${count}`;
        }
        this.values[shown] = role === 'amount' || told.includes('BasicAmount=') ? decimal(told) : told;
    }

    private place(name: string, role: string | undefined, told: string, path: string): void {
        if (this.receiver.isAbsent(name, told)) {
            return;
        }
        this.note(role, told);
        if (role !== undefined && IDS.includes(role)) {
            this.ids[name] = told;
        } else if (role === 'amount') {
            this.values[name] = decimal(told);
        } else if (role === 'status') {
            this.values[name] = told;
        } else if (role === undefined) {
            this.values[path + name] = told;
        }
    }

    private note(role: string | undefined, told: string): void {
        this.byRole.set(role ?? '', [...(this.byRole.get(role ?? '') ?? []), told]);
    }

    private collect(name: string, told: string): void {
        if (!this.receiver.isAbsent(name, told)) {
            this.texts.set(plain(name), [...this.of(name), told.trim().toLowerCase()]);
        }
    }

    private of(name: string): string[] {
        return this.texts.get(plain(name)) ?? [];
    }

    first(role: string): string | undefined {
        return this.byRole.get(role)?.[0];
    }

    isDivided(role: string): boolean {
        return new Set(this.byRole.get(role)?.map((told) => told.trim().toLowerCase())).size > 1;
    }

    hasOne(rules: { [name: string]: string[] }): boolean {
        return Object.entries(rules).some(([name, values]) => this.isOneOf(name, values));
    }

    private isOneOf(name: string, values: string[]): boolean {
        return this.of(name).some((told) => values.some((value) => value.toLowerCase() === told));
    }

    /** Whether all that is said of a kind holds. */
    isKind(kind: any): boolean {
        const all = (rules: any, holds: (told: string[], values: string[]) => boolean) =>
            Object.entries<string[]>(rules ?? {}).every(([name, values]) => holds(this.of(name), values));
        const lower = (values: string[]) => values.map((value) => value.toLowerCase());
        return (
            (!kind.has || kind.has.some((name: string) => this.of(name).length > 0)) &&
            all(kind.is, (told, values) => told.some((each) => lower(values).includes(each))) &&
            all(kind.unless, (told, values) => told.some((each) => !lower(values).includes(each))) &&
            all(kind.mentions, (told, parts) => told.some((each) => parts.some((part) => each.includes(part)))) &&
            all(kind.unlike, (told, patterns) =>
                told.some((each) => !patterns.some((pattern) => new RegExp(`^(?:${pattern})$`, 'i').test(each))))
        );
    }
}
