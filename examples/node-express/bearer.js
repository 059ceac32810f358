/** A middleware that lets requests with a good token through, and leaves what it says in `req.jwt`. */
export function bearer(verifier, options) {
  return async (req, res, next) => {
    const result = await verifier.verifyRequest(requestLike(req), options);
    if (result.ok) {
      req.jwt = result.payload;
      next();
      return;
    }
    result.response.headers.forEach((value, name) => res.setHeader(name, value));
    res.status(result.response.status).end(await result.response.text());
  };
}

/** As much of a `Request` as the verifier looks at. Node joins fields of one name with a comma. */
const requestLike = (req) => ({
  method: req.method,
  headers: { get: (name) => req.get(name) ?? null },
});
