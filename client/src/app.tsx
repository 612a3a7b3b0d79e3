import { Route, Router } from "@solidjs/router";
import { lazy, type ParentProps, Suspense } from "solid-js";
import { SessionProvider } from "./data/session.tsx";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { AnnounceProvider } from "./ui/announce.tsx";
import { ToastProvider } from "./ui/toast.tsx";

const JoinPage = lazy(() => import("./pages/join.tsx").then((page) => ({ default: page.JoinPage })));
const RoomPage = lazy(() => import("./pages/room.tsx").then((page) => ({ default: page.RoomPage })));
const ResultsPage = lazy(() => import("./pages/results.tsx").then((page) => ({ default: page.ResultsPage })));

const Frame = (props: ParentProps) => (
  <AnnounceProvider>
    <ToastProvider>
      <SessionProvider>
        <Suspense>{props.children}</Suspense>
      </SessionProvider>
    </ToastProvider>
  </AnnounceProvider>
);

export const App = () => (
  <Router root={Frame}>
    <Route path="/" component={HomePage} />
    <Route path="/j" component={JoinPage} />
    <Route path="/rooms/:room" component={RoomPage} />
    <Route path="/rooms/:room/results" component={ResultsPage} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);
