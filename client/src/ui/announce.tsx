import { createContext, createSignal, type JSX, onCleanup, useContext } from "solid-js";

interface Announcer {
  /** Says it politely; what comes within three seconds is said together. */
  say(text: string): void;
  /** Interrupts: only for what is lost unless somebody acts. */
  alert(text: string): void;
}

const Context = createContext<Announcer>();
const pauseMillis = 3_000;

/** The page's one `status` and one `alert` region: screen readers hear of changes from here and from nowhere else. */
export function AnnounceProvider(props: { children: JSX.Element }) {
  const [status, setStatus] = createSignal("");
  const [alarm, setAlarm] = createSignal("");
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const speak = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    setStatus((before) => saidAnew([...new Set(waiting)].join(" "), before));
    waiting = [];
    timer = setTimeout(speak, pauseMillis);
  };
  const announcer: Announcer = {
    say(text) {
      waiting.push(text);
      if (timer === undefined) speak();
    },
    alert: (text) => void setAlarm((before) => saidAnew(text, before)),
  };
  onCleanup(() => clearTimeout(timer));

  return (
    <Context.Provider value={announcer}>
      {props.children}
      <div class="sr" role="status">
        {status()}
      </div>
      <div class="sr" role="alert">
        {alarm()}
      </div>
    </Context.Provider>
  );
}

/** A region that holds what it held before changes nothing, and is not read: a blank at its end makes the same words new. */
const saidAnew = (text: string, before: string): string => (text === before ? `${text}\u00A0` : text);

export function useAnnounce(): Announcer {
  const announcer = useContext(Context);
  if (announcer === undefined) throw new Error("useAnnounce needs an AnnounceProvider above it");
  return announcer;
}
