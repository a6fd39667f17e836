// Fixtures of vitest 3.2 or newer for the M-Pesa sandbox. Copy it with mpesa-sandbox.ts beside your tests, and write
//
//   mpesaTest("a customer cancels", async ({ mpesa }) => { await mpesa.phone("cancels"); ... });
//
// Each test has a tenant of its own, also with `mpesaTest.concurrent`.

import { test } from "vitest";
import { Sandbox, type Tenant } from "./mpesa-sandbox.js";

export const mpesaTest = test.extend<{ mpesaSandbox: Sandbox; mpesa: Tenant }>({
  mpesaSandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.findOrStart();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: "file" },
  ],
  mpesa: async ({ mpesaSandbox }, use) => {
    const tenant = await mpesaSandbox.tenant();
    await use(tenant);
    await tenant.close();
  },
});
