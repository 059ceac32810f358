import cloudflare from '@sveltejs/adapter-cloudflare';
import node from '@sveltejs/adapter-node';

const adapters = { node, cloudflare };

export default { kit: { adapter: adapters[process.env.ADAPTER]?.() } };
