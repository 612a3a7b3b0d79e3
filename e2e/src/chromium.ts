import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
];

const onPath = (name: string): string | null => {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
  return found === "" ? null : found;
};

/** `CHROMIUM_PATH`, else a Chromium on PATH, else the build that comes from npm (Linux). */
async function executable(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"] ?? onPath("chromium") ?? onPath("chromium-browser");
  if (named !== null && existsSync(named)) return named;
  const folder = join(tmpdir(), "proofroom-chromium-153.0.0"); // it unpacks into TMPDIR and trusts what lies there
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = folder;
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

/** A headless Chromium whose origin and content-security checks are the ones that people have. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: flags });
}
