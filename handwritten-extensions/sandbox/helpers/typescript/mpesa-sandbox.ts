// The M-Pesa sandbox for tests in Node 20 or newer: finds one or starts one, and makes tenants in it. It needs no package;
// mpesa-test.ts makes fixtures of vitest from it. The variables that it looks at are in the README beside this folder.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";

const START_LIMIT = 60_000; // until a sandbox that was started has to be ready
const STOP_LIMIT = 10_000; // until a sandbox that was told to stop is killed
const CALL_LIMIT = 10_000; // for one request to its controls

/** Address and credentials of a market, by the names of the sandbox's first line. */
export type Market = { baseUrl: string } & Record<string, string>;

export type Behaviour = "asks" | "approves" | "entersWrongPin" | "cancels" | "ignores" | "hasTooLittleMoney";

/** What M-Pesa sent; `json` is undefined where the body is no JSON. */
export interface Callback {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  json: any;
}

export interface Reply {
  status: number;
  text: string;
}

/** The requests and callbacks of a test at a market. */
export interface Journal {
  exchanges: Array<Record<string, any>>;
  deliveries: Array<Record<string, any>>;
}

/** For `globalSetup` of vitest: one sandbox for all test files, stopped after the last of them. */
export default async function setup(): Promise<() => Promise<void>> {
  const found = process.env.MPESA_SANDBOX_URL !== undefined;
  const sandbox = await Sandbox.findOrStart();
  // The processes of the test files inherit it.
  process.env.MPESA_SANDBOX_URL = sandbox.url;
  return async () => {
    if (!found) {
      delete process.env.MPESA_SANDBOX_URL;
    }
    await sandbox.close();
  };
}

/** A sandbox that runs. */
export class Sandbox {
  private constructor(
    readonly url: string,
    private readonly token: string | undefined,
    private readonly process?: ChildProcess,
  ) {}

  /** The sandbox that MPESA_SANDBOX_URL names, or one that is started, and stopped by `close`. */
  static async findOrStart(): Promise<Sandbox> {
    const token = process.env.MPESA_SANDBOX_CONTROL_TOKEN;
    if (process.env.MPESA_SANDBOX_URL) {
      const sandbox = new Sandbox(process.env.MPESA_SANDBOX_URL.replace(/\/+$/, ""), token);
      await sandbox.call("GET", "/_sandbox/health");
      return sandbox;
    }
    const [program, ...words] = command();
    const child = spawn(program, [...words, "sandbox", "--port", "0", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
    const stopNow = () => child.kill();
    process.once("exit", stopNow);
    child.once("exit", () => process.removeListener("exit", stopNow));
    try {
      const description = JSON.parse(await firstLine(child));
      return new Sandbox(description.baseUrl, description.controlToken ?? token, child);
    } catch (notReady) {
      await stop(child);
      throw notReady;
    }
  }

  async tenant(): Promise<Tenant> {
    const description = await this.call("POST", "/_sandbox/tenants", {});
    return new Tenant(this, description, await Callbacks.open());
  }

  /** Asks a control address; its complaint, if there is one, becomes the error. */
  async call(method: string, path: string, argument?: object): Promise<any> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { "Content-Type": "application/json", ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}) },
      body: argument === undefined ? undefined : JSON.stringify(argument),
      signal: AbortSignal.timeout(CALL_LIMIT),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${this.url}${path} was answered with ${answer.status}: ${text}`);
    }
    return JSON.parse(text);
  }

  async close(): Promise<void> {
    if (this.process) {
      await stop(this.process);
    }
  }
}

/** What one test has of the sandbox: credentials, phones, books, faults and journal that no other test sees. */
export class Tenant {
  readonly name: string;
  readonly kenya: Market;
  readonly vodacom: Market;
  readonly mozambique: Market;
  readonly drc: Market;
  private readonly own: string;

  constructor(
    private readonly sandbox: Sandbox,
    description: any,
    readonly callbacks: Callbacks,
  ) {
    this.name = description.tenant;
    this.kenya = description.kenya;
    this.vodacom = description.vodacom;
    this.mozambique = description.mozambique;
    this.drc = description.drc;
    this.own = `/_sandbox/tenants/${this.name}`;
  }

  /** What customers do with a prompt, one or all of them. */
  async phone(behaviour: Behaviour, options: { msisdn?: string; afterMillis?: number; market?: string } = {}): Promise<void> {
    const { market = "kenya", ...rest } = options;
    await this.control(`${market}/phone`, { behaviour, ...rest });
  }

  /** An address to give to M-Pesa: what is sent there is for `waitForCallback`. */
  callbackUrl(path = "/callback"): string {
    return this.callbacks.url + path;
  }

  /** The first callback that was not yet taken, at this path or at any; after so many milliseconds it throws. */
  waitForCallback(path?: string, limit = 10_000): Promise<Callback> {
    return this.callbacks.take(path, limit);
  }

  /** Any other control: `control("kenya/faults", { operation: "stkPush", fault: "HTML_503" })`. */
  async control(path: string, argument: object = {}): Promise<void> {
    await this.sandbox.call("POST", `${this.own}/${path}`, argument);
  }

  /** What this test sent to a market and what was sent back. */
  journal(market = "kenya"): Promise<Journal> {
    return this.sandbox.call("GET", `${this.own}/${market}/journal`);
  }

  /** Begins anew within a test; credentials and tokens stay. */
  async reset(): Promise<void> {
    await this.control("reset");
    this.callbacks.forget();
  }

  async close(): Promise<void> {
    this.callbacks.close();
    await this.sandbox.call("DELETE", this.own);
  }
}

/** A small web server for callbacks. Set another `reply` to refuse a C2B validation, or to reply in XML. */
export class Callbacks {
  reply: (callback: Callback) => Reply = usualReply;
  private arrived: Callback[] = [];
  private readonly wakers = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on("request", async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString("utf8");
      const callback = { path: request.url ?? "/", headers: request.headers, text, json: parsed(text) };
      const reply = this.reply(callback);
      response.writeHead(reply.status, { "Content-Type": reply.text.startsWith("{") ? "application/json" : "text/xml" });
      response.end(reply.text);
      this.arrived.push(callback);
      this.wakers.forEach((wake) => wake());
    });
  }

  static async open(): Promise<Callbacks> {
    const host = process.env.MPESA_CALLBACK_HOST;
    const server = createServer().listen(0, host ? "0.0.0.0" : "127.0.0.1");
    await once(server, "listening");
    return new Callbacks(server, `http://${host ?? "127.0.0.1"}:${(server.address() as AddressInfo).port}`);
  }

  async take(path: string | undefined, limit: number): Promise<Callback> {
    const end = Date.now() + limit;
    for (;;) {
      const place = this.arrived.findIndex((callback) => path === undefined || callback.path === path);
      if (place >= 0) {
        return this.arrived.splice(place, 1)[0];
      }
      if (Date.now() >= end) {
        const others = JSON.stringify(this.arrived.map((callback) => `${callback.path}: ${callback.text}`));
        throw new Error(`no callback came ${path ? `at ${path} ` : ""}within ${limit} ms; others that wait: ${others}`);
      }
      await this.change(end - Date.now());
    }
  }

  /** The callbacks that nobody has taken yet. */
  waiting(): Callback[] {
    return [...this.arrived];
  }

  forget(): void {
    this.arrived = [];
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private change(limit: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, limit);
      this.wakers.add(wake);
    });
  }
}

/** The reply that the market expects: Vodacom's JSON gateways want their ids back, Daraja a result code. */
export function usualReply(callback: Callback): Reply {
  const id = callback.json?.input_OriginalConversationID;
  const body = id
    ? {
        output_OriginalConversationID: id,
        output_ResponseCode: "0",
        output_ResponseDesc: "Successfully Accepted Result",
        output_ThirdPartyConversationID:
          callback.json.input_ThirdPartyConversationID ?? callback.json.input_ThirdPartyReference, // its name in Mozambique
      }
    : { ResultCode: 0, ResultDesc: "Accepted" };
  return { status: 200, text: JSON.stringify(body) };
}

function command(): string[] {
  const { MPESA, MPESA_JAR } = process.env;
  return MPESA_JAR ? ["java", "-jar", MPESA_JAR] : [MPESA || "mpesa"];
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the sandbox was not ready within ${START_LIMIT} ms`)), START_LIMIT);
      lines.once("line", resolve);
      lines.once("close", () => reject(new Error("the sandbox ended before it was ready; stderr says why")));
      child.once("error", () =>
        reject(
          new Error(
            "no sandbox: set MPESA_SANDBOX_URL to one that runs, MPESA to the mpesa command or MPESA_JAR to mpesa.jar",
          ),
        ),
      );
    });
  } finally {
    clearTimeout(timer);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, "exit");
  child.kill();
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT);
  await ended;
  clearTimeout(timer);
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
