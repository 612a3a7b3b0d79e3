const arrival = Promise.withResolvers<void>();

/** Resolves once the first code editor is there, failed to load, or is not wanted: what is nice to have may load then. */
export const whenEditorIsThere: Promise<void> = arrival.promise;

export const tellEditorIsThere = (): void => arrival.resolve();
