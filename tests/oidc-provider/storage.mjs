// Where the provider keeps sessions, grants and codes: in memory, for as long as one test. It outlives
// a rotation of keys, as a database would.

/** Makes one, in the form that oidc-provider asks for: a function from a model's name to its store. */
export function storage() {
  const models = new Map();
  return (name) => {
    if (!models.has(name)) models.set(name, storeOf(new Map()));
    return models.get(name);
  };
}

function storeOf(entries) {
  return {
    find: async (id) => entries.get(id),
    findByUid: async (uid) => [...entries.values()].find((entry) => entry.uid === uid),
    upsert: async (id, entry) => void entries.set(id, entry),
    consume: async (id) => void (entries.get(id).consumed = Math.floor(Date.now() / 1000)),
    destroy: async (id) => void entries.delete(id),
    async revokeByGrantId(grantId) {
      for (const [id, entry] of entries) if (entry.grantId === grantId) entries.delete(id);
    },
  };
}
