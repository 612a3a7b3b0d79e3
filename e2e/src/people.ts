import type { Browser, BrowserContext, Page } from "playwright-core";

/** A person is a browser context: cookies, storage and network of their own. */
export interface Visitor extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
  /** Whatever the page complained about: uncaught errors, refusals by the content-security policy. */
  complaints: string[];
}

export async function visit(browser: Browser, url: string, theme: "light" | "dark" = "light"): Promise<Visitor> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width: 1440, height: 900 },
    baseURL: new URL(url).origin,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.goto(url);
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Signs in by name, opens a room for the problem, with the AI as one says, and answers the links that its dialog shows. */
export async function openRoom(page: Page, name: string, problem: string, interviewer = "Off") {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: `Open a room for ${problem}` }).click();
  const dialog = page.getByRole("dialog", { name: "The room is open" });
  const link = (role: string) => dialog.getByRole("textbox", { name: `${role} link` }).inputValue();
  const links = {
    candidate: await link("Candidate"),
    interviewer: await link("Interviewer"),
    observer: await link("Observer"),
  };
  await dialog.getByLabel("AI interviewer").selectOption(interviewer);
  await dialog.getByRole("button", { name: "Enter the room" }).click();
  await page.getByRole("button", { name: "Run the design" }).first().waitFor();
  return links;
}

export async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("tab", { name: "Schema" }).waitFor();
}
