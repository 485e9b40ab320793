import type { Act, Outcome } from '../act.ts';

/** Does something in the workspace. Never rejects: what went wrong is a problem in words. */
export async function sendAct(act: Act): Promise<Outcome> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/act', { method: 'POST', headers, body: JSON.stringify(act) });
    return await response.json();
  } catch {
    return { ts: null, errors: {}, problem: 'The demo has ended. Start it again with: npm run demo' };
  }
}
