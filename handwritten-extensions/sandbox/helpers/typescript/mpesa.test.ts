// What the helper does, shown by plain HTTP: put your own client in the place of push.

import { afterEach, describe, expect, test, vi } from "vitest";
import { Sandbox, type Callback, type Journal, type Tenant } from "./mpesa-sandbox.js";
import { mpesaTest } from "./mpesa-test.js";

const CUSTOMER = "254708374149";

describe("a tenant for each test", () => {
  // These two run side by side, with the same customer.
  mpesaTest.concurrent("an approved push is called back with a receipt", async ({ mpesa }) => {
    const accepted = await push(mpesa);

    const callback = await mpesa.waitForCallback("/paid");

    expect(result(callback)).toMatchObject({ ResultCode: 0, CheckoutRequestID: accepted.CheckoutRequestID });
    expect(callback.text).toContain("MpesaReceiptNumber");
    expect(callback.headers["content-type"]).toContain("application/json");
    expect(mpesa.callbacks.waiting()).toEqual([]);
    expect(pushes(await mpesa.journal())).toBe(1);
  });

  mpesaTest.concurrent("a cancelled push is called back with 1032", async ({ mpesa }) => {
    await mpesa.phone("cancels", { msisdn: CUSTOMER });
    await push(mpesa);

    expect(result(await mpesa.waitForCallback()).ResultCode).toBe(1032);
    expect(mpesa.callbacks.waiting()).toEqual([]);
    expect(pushes(await mpesa.journal())).toBe(1);
  });

  mpesaTest("a reset begins anew", async ({ mpesa }) => {
    await mpesa.control("kenya/faults", { operation: "stkPush", fault: "HTML_503", always: true });
    await expect(push(mpesa)).rejects.toThrow("503");

    await mpesa.reset();

    expect(pushes(await mpesa.journal())).toBe(0);
    await push(mpesa);
    expect(result(await mpesa.waitForCallback()).ResultCode).toBe(0);
  });

  mpesaTest("a callback that does not come fails the test", async ({ mpesa }) => {
    await expect(mpesa.waitForCallback("/paid", 100)).rejects.toThrow("no callback came at /paid within 100 ms");
  });

  mpesaTest("Vodacom's gateways get their ids back", async ({ mpesa }) => {
    for (const reference of ["input_ThirdPartyConversationID", "input_ThirdPartyReference"]) {
      const reply = await send(mpesa.callbackUrl(), "", { input_OriginalConversationID: "c-1", [reference]: "t-1" });
      expect(reply).toMatchObject({ output_OriginalConversationID: "c-1", output_ThirdPartyConversationID: "t-1" });
    }
  });

  mpesaTest("a wrong control says what is allowed", async ({ mpesa }) => {
    await expect(mpesa.phone("dances" as "approves")).rejects.toThrow("entersWrongPin");
  });

  mpesaTest("a tenant is removed at its end", async ({ mpesaSandbox }) => {
    const tenant = await mpesaSandbox.tenant();
    expect(await names(mpesaSandbox)).toContain(tenant.name);
    await tenant.close();
    expect(await names(mpesaSandbox)).not.toContain(tenant.name);
  });
});

describe("the process", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.skipIf(!process.env.MPESA && !process.env.MPESA_JAR)("a sandbox that was started is gone at the end", async () => {
    vi.stubEnv("MPESA_SANDBOX_URL", "");
    const sandbox = await Sandbox.findOrStart();
    expect(await names(sandbox)).toEqual(["default"]);
    await sandbox.close();
    await expect(names(sandbox)).rejects.toThrow("fetch failed");
  });

  test("a sandbox that cannot start says what to set", async () => {
    vi.stubEnv("MPESA_SANDBOX_URL", "");
    vi.stubEnv("MPESA_JAR", "");
    vi.stubEnv("MPESA", "no-such-program");
    await expect(Sandbox.findOrStart()).rejects.toThrow("set MPESA_SANDBOX_URL");
  });
});

async function push(mpesa: Tenant): Promise<any> {
  const { baseUrl, consumerKey, consumerSecret, payBill, passkey } = mpesa.kenya;
  const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString("base64");
  const token = await send(`${baseUrl}/oauth/v1/generate?grant_type=client_credentials`, `Basic ${basic}`);
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return send(`${baseUrl}/mpesa/stkpush/v1/processrequest`, `Bearer ${token.access_token}`, {
    BusinessShortCode: payBill,
    Password: Buffer.from(payBill + passkey + now).toString("base64"),
    Timestamp: now,
    TransactionType: "CustomerPayBillOnline",
    Amount: "10",
    PartyA: CUSTOMER,
    PartyB: payBill,
    PhoneNumber: CUSTOMER,
    CallBackURL: mpesa.callbackUrl("/paid"),
    AccountReference: "INV-001",
    TransactionDesc: "Tea",
  });
}

async function send(url: string, authorization: string, body?: object): Promise<any> {
  const answer = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { Authorization: authorization, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${url} was answered with ${answer.status}`);
  }
  return answer.json();
}

function result(callback: Callback): any {
  return callback.json.Body.stkCallback;
}

function pushes(journal: Journal): number {
  return journal.exchanges.filter((exchange) => exchange.operation === "stkPush").length;
}

async function names(sandbox: Sandbox): Promise<string[]> {
  return (await sandbox.call("GET", "/_sandbox/tenants")).tenants;
}
