import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One sandbox for all test files. Without this line each file starts its own.
    globalSetup: "./mpesa-sandbox.ts",
    // A test may wait ten seconds for a callback, and has to say so itself when none comes.
    testTimeout: 30_000,
    hookTimeout: 90_000,
  },
});
