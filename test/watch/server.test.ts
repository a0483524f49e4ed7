import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { serveWatch, type WatchServer } from '../../src/watch/server.js';
import { watchDataset } from '../../src/watch/snapshot.js';
import { capturedIo } from '../cli/captured-io.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';

const TINY = `question: Is it the same when it is watched?
citation: a test
cells: 2
volume: 0.1 um3
duration: 20 min
sample every: 10 min
settle: 1 min
seed: 1
conditions:
  fasted: {}
`;
let folder: string;
let server: WatchServer;
let port: number;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leucell-serve-'));
  await writeSmallDataset(join(folder, 'd'), WHOLE);
  server = await serveWatch(await watchDataset(join(folder, 'd'), 0, () => 0), 0);
  [, port, token] = /^http:\/\/127\.0\.0\.1:(\d+)\/([\w-]{32})\/$/.exec(server.url)! as unknown as [
    string,
    number,
    string,
  ];
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path as it stands: `fetch` would tidy it up. */
const ask = (
  path: string,
  { method = 'GET', headers = {}, host = '127.0.0.1' } = {},
): Promise<{ status: number; body: string; csp: string }> =>
  new Promise((resolve, reject) => {
    request({ host, port, path, method, headers: { connection: 'close', ...headers } }, (response) => {
      let body = '';
      response.on('data', (piece) => {
        body += piece;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          body,
          csp: String(response.headers['content-security-policy']),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the server of leucell watch', () => {
  it('serves its page to who knows the token, with a policy that lets nothing else in', async () => {
    const { status, body, csp } = await ask(`/${token}/`);
    expect(status).toBe(200);
    expect(body).toContain('is it what the test wrote?');
    expect(body).not.toMatch(/(src|href)="https?:/);
    expect(csp).toContain("default-src 'none'; script-src 'sha256-");
    expect((await ask(`/${token}/`, { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it.each([
    ['no token', () => '/'],
    ['no token, events', () => '/events'],
    ['a wrong token', () => `/${'A'.repeat(32)}/`],
    ['a token that is nearly right', () => `/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}/`],
    ['a part of the token', () => `/${token.slice(0, 16)}/`],
    ['another path behind the token', () => `/${token}/manifest.json`],
    ['a path upwards', () => `/${token}/../../etc/passwd`],
    ['a path upwards, encoded', () => `/${token}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`],
    ['a path upwards to the page', () => `/x/../${token}/`],
    ['a whole address', () => `http://127.0.0.1:${port}/${token}/`],
    ['a query', () => `/${token}/?x=1`],
  ])('gives nothing for %s', async (_, path) => {
    expect(await ask(path())).toMatchObject({ status: 404, body: '' });
  });

  it.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    expect(await ask(`/${token}/`, { method })).toMatchObject({ status: 403, body: '' });
  });

  it('refuses who asks by another name of host, or from another site', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:1`])
      expect(await ask(`/${token}/`, { headers: { host } })).toMatchObject({ status: 403, body: '' });
    expect((await ask(`/${token}/events`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask(`/${token}/`, { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
  });

  it('listens at 127.0.0.1 and at no other address of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((known) => known ?? [])
      .filter(({ address, internal, family }) => family === 'IPv4' && !internal && address !== '127.0.0.1');
    for (const host of [...others.map(({ address }) => address), '127.0.0.2'])
      expect(await reached(host), host).toBe(false);
    expect(await reached('127.0.0.1')).toBe(true);
  });
  const reached = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 2000 }, () => resolve(socket.destroy() !== undefined));
      socket.on('error', () => resolve(false)).on('timeout', () => resolve(false));
    });

  it('has another token each time', async () => {
    const other = await serveWatch(await watchDataset(join(folder, 'd'), 0, () => 0), 0);
    expect(other.url.split('/')[3]).not.toBe(token);
    await other.close();
  });
});

describe('leucell watch', () => {
  it('prints the address alone on stdout, and ends with code 0 at Ctrl-C, events with it', async () => {
    const { io, out, err } = capturedIo(folder);
    const ended = main(['watch', 'd'], io);
    while (out() === '') await new Promise((go) => setTimeout(go, 20));
    expect(out()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/\n$/);
    expect(err()).toMatch(/Ctrl-C/);
    const events = await fetch(`${out().trim()}events`);
    process.emit('SIGINT');
    const text = await events.text();
    expect(await ended).toBe(0);
    expect(JSON.parse(/^data: (.*)$/m.exec(text)![1]!)).toMatchObject({ state: 'finished', done: 36 });
    expect(text).toMatch(/event: end\ndata: \n\n$/);
  });

  it('refuses a point or a dataset that is not there, and a port that is taken', async () => {
    for (const [args, why] of [
      [['d', '--point', '4'], /no point 4/],
      [['nowhere'], /nowhere/],
      [['d', '--port', String(port)], /cannot listen on port/],
    ] as const) {
      const { io, out, err } = capturedIo(folder);
      expect(await main(['watch', ...args], io)).toBe(2);
      expect([out(), err()]).toEqual(['', expect.stringMatching(why)]);
    }
  });

  it('shows a run from the same process, which it does not change', async () => {
    const { io, out, err } = capturedIo(folder);
    writeFileSync(join(folder, 'tiny.yaml'), TINY);
    const run = (to: string, ...more: string[]) =>
      main(['run', join(folder, 'tiny.yaml'), '-w', '0', '--json', '--out', to, ...more], io);
    expect(await run('plain')).toBe(0);
    expect(await run('watched', '--watch'), err()).toBe(0);
    expect(err()).toMatch(/^\{"watch":"http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/"\}$/m);
    const [plain, watched] = [...out().matchAll(/"content_sha256": "(\w{64})"/g)].map(([, hash]) => hash);
    expect(plain).toBeDefined();
    expect(watched).toBe(plain);
  }, 60_000);
});
