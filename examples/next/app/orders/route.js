import { verifier } from '../../verifier.js';

export async function GET(request) {
  const result = await verifier.verifyRequest(request, { realm: 'orders' });
  if (!result.ok) return result.response;
  return Response.json({ orders: [], user: result.payload.sub });
}
