export interface Interest {
  /** Somebody asks something, from now until the answered function is called. */
  begin(): () => void;
}

/** Calls `lost` once nobody has asked anything for `millis`; a question that is still being answered keeps interest up. */
export function watchInterest(millis: number, lost: () => void): Interest {
  let asking = 0;
  const timer = setTimeout(() => {
    if (asking > 0) timer.refresh();
    else lost();
  }, millis);
  return {
    begin() {
      asking++;
      timer.refresh();
      return () => {
        asking--;
        timer.refresh();
      };
    },
  };
}
