// jwt-decode, which does nothing else.

import { jwtDecode as decode } from 'jwt-decode';

export const jwtDecode = {
  name: 'jwt-decode',
  decode: () => (token) => decode(token),
};
