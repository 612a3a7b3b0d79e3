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

/** As much of a response as is read here; the typed client says of each status whether it is `ok`. */
interface Told {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}
type Success<R> = Extract<R, { ok: true }>;

const isSuccess = <R extends Told>(response: R): response is Success<R> => response.ok;

async function refusalOf(response: Told): Promise<Refusal> {
  const { status } = response;
  try {
    const body = await response.json();
    if (typeof body !== "object" || body === null || !("error" in body) || !("message" in body)) return broken(status);
    const { error, message } = body;
    return isText(error) && isText(message) ? { ok: false, status, error, message } : broken(status);
  } catch {
    return broken(status);
  }
}

/** Waits for a response and reads it by `read`, which is given successful ones only. Never throws. */
export async function answerOf<R extends Told, T>(
  asked: Promise<R>,
  read: (response: Success<R>) => Promise<T>,
): Promise<Answer<T>> {
  let response: R;
  try {
    response = await asked;
  } catch {
    return unreachable;
  }
  if (!isSuccess(response)) return refusalOf(response);
  try {
    return { ok: true, value: await read(response) };
  } catch {
    return broken(response.status);
  }
}
