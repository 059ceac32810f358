// A browser, as far as logging in needs one: it keeps cookies and follows redirects. It knows one site
// and does one thing at a time, so neither the domain nor the path of a cookie matters.

/** Starts one, without cookies. */
export function startUserAgent() {
  const cookies = new Map();

  async function visit(url, init = {}) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...init.headers, cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  return {
    visit,
    /** Follows redirects until one leads to `destination`, and returns where to exactly. */
    async followTo(destination, url) {
      for (let next = url; ;) {
        const response = await visit(next);
        const location = response.headers.get('location');
        if (location === null) throw new Error(`${response.status}: ${await response.text()}`);
        next = new URL(location, next).href;
        if (next.startsWith(destination)) return new URL(next);
      }
    },
  };
}
