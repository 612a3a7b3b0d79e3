import type { Person } from "@proofroom/domain/room/person";
import { type Accessor, createContext, createSignal, type JSX, useContext } from "solid-js";
import type { Answer, Refusal } from "./answer.ts";
import { fetchSession, signIn, signOut } from "./api.ts";

/** Who is at this browser. */
type SessionState =
  | { state: "loading" }
  | { state: "signed-out" }
  | { state: "signed-in"; person: Person }
  | { state: "unknown"; refusal: Refusal };

export interface Session {
  state: Accessor<SessionState>;
  person: () => Person | undefined;
  signIn(name: string): Promise<Answer<Person>>;
  signOut(): Promise<Answer<void>>;
  /** Asks again: after an invitation signed somebody in, or when the server could not be reached. */
  refresh(): Promise<void>;
}

const Context = createContext<Session>();

function createSession(): Session {
  const [state, setState] = createSignal<SessionState>({ state: "loading" });
  const refresh = async () => {
    const answer = await fetchSession();
    if (answer.ok) setState({ state: "signed-in", person: answer.value });
    else if (answer.status === 401) setState({ state: "signed-out" });
    else setState({ state: "unknown", refusal: answer });
  };
  void refresh();
  return {
    state,
    person() {
      const now = state();
      return now.state === "signed-in" ? now.person : undefined;
    },
    async signIn(name) {
      const answer = await signIn(name);
      if (answer.ok) setState({ state: "signed-in", person: answer.value });
      return answer;
    },
    async signOut() {
      const answer = await signOut();
      if (answer.ok) setState({ state: "signed-out" });
      return answer;
    },
    refresh,
  };
}

export const SessionProvider = (props: { children: JSX.Element }) => (
  <Context.Provider value={createSession()}>{props.children}</Context.Provider>
);

export function useSession(): Session {
  const session = useContext(Context);
  if (session === undefined) throw new Error("useSession needs a SessionProvider above it");
  return session;
}
