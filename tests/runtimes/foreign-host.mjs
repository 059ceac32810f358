/** A name that is not this machine's own: for a browser, http://127.0.0.1 is as good as HTTPS. */
export const FOREIGN_HOST = 'plain-http.test';
