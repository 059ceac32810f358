// What is to be done in the end, however it comes.

/** Calls `use(whenDone)`, and after it all that was handed to `whenDone`, the last one first. */
export async function withEndings(use) {
  const endings = [];
  try {
    return await use((ending) => endings.unshift(ending));
  } finally {
    for (const ending of endings) await ending();
  }
}
