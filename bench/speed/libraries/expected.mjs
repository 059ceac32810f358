// What is asked of every token, by every library that can ask it.

export const EXPECTED = { issuer: 'https://issuer.example/', audience: 'https://api.example/' };
