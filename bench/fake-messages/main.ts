import { startFakeMessages } from "./server.ts";

/** Runs the fake until Ctrl-C, and says how to point Proofroom at it. */
const fake = await startFakeMessages({ port: Number(process.env["PORT"] ?? 0) });
console.log(`A fake of Anthropic's Messages API listens at ${fake.url}. To use it:`);
console.log(`  ANTHROPIC_BASE_URL=${fake.url} ANTHROPIC_API_KEY=${fake.key} npm start`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void fake.close());
