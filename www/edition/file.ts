/** The page as one file: everything is in it, and there is nothing to fetch or to keep. */

/** The module is inside the package's JavaScript, and starts with the first call. */
export async function startModule(): Promise<void> {}

export function startOffline(): void {}
