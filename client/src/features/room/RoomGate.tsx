import { useParams } from "@solidjs/router";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import type { Member } from "@proofroom/domain/room/person";
import type { RoomView } from "@proofroom/domain/room/view";
import { type Accessor, createEffect, createMemo, type JSX, Match, Show, Switch, untrack } from "solid-js";
import { fetchProblem, fetchRoom } from "../../data/api.ts";
import { type Asked, createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { createRoom, RoomProvider } from "../../data/room.tsx";
import { useSession } from "../../data/session.tsx";
import { NotFoundPage } from "../../pages/not-found.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Top } from "../../ui/Top.tsx";

interface Props {
  /** Part of the page's title. */
  what: string;
  children: (problem: Accessor<Asked<PublicProblem>>, again: () => void) => JSX.Element;
}

const signedOut = "Open the link you were sent, or sign in where you made the room.";
const takenBack = "Your access to this room was taken back. Ask whoever invited you for a new link.";

/** Finds out whether the room is open to whoever is here, and opens it for what it holds. */
export function RoomGate(props: Props) {
  const params = useParams();
  const session = useSession();
  const [room, askRoom] = createAsked(() => params["room"] ?? "", fetchRoom);
  const refused = () => refusalOf(room());
  const me = () => valueOf(room())?.people.find((person) => person.id === session.person()?.id);
  const entry = createMemo(() => {
    const [view, member] = [valueOf(room()), me()];
    return view === undefined || member === undefined ? undefined : { view, me: member };
  });
  const isSignedOut = () => session.state().state === "signed-out" || refused()?.status === 401;
  return (
    <Switch>
      <Match when={isSignedOut()}>
        <NotFoundPage title="You are signed out" message={signedOut} />
      </Match>
      <Match when={refused()?.status === 404}>
        <NotFoundPage />
      </Match>
      <Match when={refused()}>
        {(refusal) => (
          <>
            <Top />
            <main id="main">
              <Failure
                title={`The ${props.what.toLowerCase()} did not load.`}
                message={refusal().message}
                onRetry={askRoom}
              />
            </main>
          </>
        )}
      </Match>
      <Match when={entry()}>
        {(open) => (
          <OpenRoom view={open().view} me={open().me} what={props.what}>
            {props.children}
          </OpenRoom>
        )}
      </Match>
      <Match when={true}>
        <div style={{ padding: "24px" }}>
          <Skeleton what="the room" widths={[30, 80, 70, 76, 40]} />
        </div>
      </Match>
    </Switch>
  );
}

function OpenRoom(props: Props & { view: RoomView; me: Member }) {
  const room = untrack(() => createRoom(props.view, props.me));
  const [problem, askProblem] = createAsked(() => room.problem, fetchProblem);
  createEffect(() => {
    document.title = `${valueOf(problem())?.title ?? room.problem}, ${props.what} · Proofroom`;
  });
  const isShut = () => room.isRemoved() || room.channel.state().state === "closed";
  return (
    <RoomProvider value={room}>
      <Show when={!isShut()} fallback={<NotFoundPage title="You are no longer in this room" message={takenBack} />}>
        {props.children(problem, askProblem)}
      </Show>
    </RoomProvider>
  );
}
