// JSON as it stands: numbers keep their digits, and a name that comes twice is an error.

/** A number with the digits that it was written with. */
export class Digits {
    constructor(readonly digits: string) {}
}

export type Value = string | boolean | null | Digits | Value[] | { [name: string]: Value };
export type Fields = { [name: string]: Value };

const TOKEN = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

export function parse(text: string): Value {
    let at = 0;

    function next(): string {
        TOKEN.lastIndex = at;
        const found = TOKEN.exec(text);
        if (!found) {
            throw new SyntaxError('no JSON');
        }
        at = TOKEN.lastIndex;
        return found[1]!;
    }

    function peek(): string {
        const before = at;
        const token = next();
        at = before;
        return token;
    }

    function list<T>(end: string, one: () => T): T[] {
        const all: T[] = [];
        if (peek() === end) {
            next();
            return all;
        }
        for (;;) {
            all.push(one());
            const token = next();
            if (token === end) {
                return all;
            }
            if (token !== ',') {
                throw new SyntaxError('no JSON');
            }
        }
    }

    function value(): Value {
        const token = next();
        if (token === '[') {
            return list(']', value);
        }
        if (token === '{') {
            const fields: Fields = {};
            list('}', () => {
                const name = JSON.parse(next());
                if (typeof name !== 'string' || next() !== ':' || Object.hasOwn(fields, name)) {
                    throw new SyntaxError('no JSON, or a name twice');
                }
                fields[name] = value();
            });
            return fields;
        }
        return /^[-\d]/.test(token) ? new Digits(token) : JSON.parse(token);
    }

    const whole = value();
    if (text.slice(at).trim() !== '') {
        throw new SyntaxError('text after the object');
    }
    return whole;
}

/** The same as text again. */
export function stringify(value: Value): string {
    if (value instanceof Digits) {
        return value.digits;
    }
    if (Array.isArray(value)) {
        return `[${value.map(stringify).join(',')}]`;
    }
    if (isFields(value)) {
        return `{${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${stringify(inner)}`).join(',')}}`;
    }
    return JSON.stringify(value);
}

export function isFields(value: unknown): value is Fields {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits);
}

/** A text, a number or a truth value as text; nothing of anything else. */
export function text(value: unknown): string {
    if (value instanceof Digits) {
        return value.digits;
    }
    return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value).trim() : '';
}
