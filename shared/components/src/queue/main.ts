import { join } from "node:path";
import { QueueSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { openJournal } from "./journal.ts";
import { createMessages } from "./messages.ts";
import { createQueueServer } from "./server.ts";

runComponent(QueueSettings, async ({ folder, ...settings }, { port, now }) => {
  const journal = openJournal(join(folder, "journal.jsonl"));
  const messages = createMessages({ ...settings, journal, now: () => now().getTime() });
  return { port: await listen(createQueueServer(messages), port), counters: () => messages.counters() };
});
