import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchPage } from './page.js';
import { WATCH_SCRIPT } from './script.js';
import type { Watched } from './snapshot.js';

const LOOK_MS = 1000;
const HOST = '127.0.0.1';

export interface WatchServer {
  /** With a token that cannot be guessed: who does not know it gets nothing. */
  readonly url: string;
  /** Sends the last state to open pages and ends. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the page of a dataset, and its events, on this machine alone (127.0.0.1): two addresses behind a random token, which
 * are compared as they stand, so that no path leads to a file. Asked by another name of host (DNS rebinding), by another site or by
 * another method than GET, it refuses. Port 0 is any free one. Takes over `watched` and closes it.
 */
export async function serveWatch(watched: Watched, point: number, port = 0): Promise<WatchServer> {
  const token = randomBytes(24).toString('base64url');
  const page = watchPage(watched, point);
  const open = new Set<ServerResponse>();
  let last = '';
  let looking: Promise<void> | undefined;

  const look = (): Promise<void> => {
    looking ??= watched
      .look()
      .then((snapshot) => {
        const message = `data: ${JSON.stringify(snapshot)}\n\n`;
        if (message !== last) for (const response of open) response.write(message);
        last = message;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const status = refusal(request, token, (server.address() as AddressInfo).port);
    if (status !== undefined) return void response.writeHead(status, HEADERS).end();
    if (request.url!.endsWith('/events')) {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
      response.write(last === '' ? ': begins\n\n' : last);
      open.add(response);
      response.on('close', () => open.delete(response));
      return;
    }
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  }

  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  await look();
  const timer = setInterval(() => {
    look().catch(() => undefined); // a dataset that is taken away while it is watched shows no more
  }, LOOK_MS);
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/${token}/`,
    async close() {
      clearInterval(timer);
      await looking?.catch(() => undefined);
      await look().catch(() => undefined);
      watched.close();
      await Promise.all(
        [...open].map((r) => new Promise<void>((done) => r.end('event: end\ndata: \n\n', done))),
      );
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Why a request gets nothing: 403 where it comes from elsewhere or asks by another method, 404 where there is nothing. */
function refusal({ method, url, headers }: IncomingMessage, token: string, port: number): number | undefined {
  if (headers.host !== `${HOST}:${port}` && headers.host !== `localhost:${port}`) return 403;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'none' && site !== 'same-origin') return 403;
  if (method !== 'GET') return 403;
  return [`/${token}/`, `/${token}/events`].some((known) => same(known, url ?? '')) ? undefined : 404;
}

/** Whether two strings are the same, in a time that does not tell where they differ. */
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (of: string): Buffer => createHash('sha256').update(of).digest();

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; script-src 'sha256-${digest(WATCH_SCRIPT).toString('base64')}'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;
