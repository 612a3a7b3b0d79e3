import { NativeConnection, type NativeConnectionOptions } from "@temporalio/worker";

const patienceMillis = 30_000;
const againMillis = 250;

/** Connects to a Temporal server that may be starting just now; rejects when it has not answered for 30 s. */
export async function connect(options: NativeConnectionOptions): Promise<NativeConnection> {
  for (const end = Date.now() + patienceMillis; ;) {
    try {
      return await NativeConnection.connect(options);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((next) => setTimeout(next, againMillis));
    }
  }
}
