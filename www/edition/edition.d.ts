/** Which of the two editions this is, `site` or `file`, is chosen by the build. */
export function startModule(): Promise<void>;
export function startOffline(): void;
