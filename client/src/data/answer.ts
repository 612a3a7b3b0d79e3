/** What a question to the server came to. A refusal's message says what to do next; status 0 is no answer at all. */
export type Answer<T> = { ok: true; value: T } | Refusal;

export interface Refusal {
  ok: false;
  status: number;
  error: string;
  message: string;
}

const unreachable: Refusal = {
  ok: false,
  status: 0,
  error: "offline",
  message: "The server cannot be reached. Check the connection, then try again.",
};

const broken = (status: number): Refusal => ({
  ok: false,
  status,
  error: "unexpected",
  message: `The server answered ${status}. Try again in a moment.`,
});

const isText = (value: unknown): value is string => typeof value === "string";

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null || !("error" in body) || !("message" in body)) return broken(response.status);
    const { error, message } = body;
    return isText(error) && isText(message) ? { ok: false, status: response.status, error, message } : broken(response.status);
  } catch {
    return broken(response.status);
  }
}

/** Waits for a response and reads it by `read`, which is given successful ones only. Never throws. */
export async function answerOf<R extends Response, T>(asked: Promise<R>, read: (response: R) => Promise<T>): Promise<Answer<T>> {
  let response: R;
  try {
    response = await asked;
  } catch {
    return unreachable;
  }
  if (!response.ok) return refusalOf(response);
  try {
    return { ok: true, value: await read(response) };
  } catch {
    return broken(response.status);
  }
}
