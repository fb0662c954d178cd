import { describe, expect, test } from 'vitest';
import { bearerOf, forgetSession, keepSession, sessionOf } from './credentials.ts';
import { crossSiteFault, isProgramHere, requestFault } from './guard.ts';
import { hostNameOf, isLoopbackAddress, OwnHosts } from './hosts.ts';

const headers = (values: Record<string, string>) => (name: string) => values[name];

describe('hosts', () => {
  test.each([
    ['Localhost:8002', 'localhost'],
    ['[::1]:8002', '::1'],
    ['nima.example.', 'nima.example'],
    ['user@evil.example', ''],
    ['a b', ''],
    ['', ''],
  ])('the name in %s is "%s"', (host, name) => expect(hostNameOf(host)).toBe(name));

  test.each([
    'localhost',
    'localhost:8002',
    'nima.localhost',
    '127.0.0.1:8002',
    '[::1]:8002',
    '192.168.1.20:8002',
    'NIMA.example',
  ])('%s is our own', (host) => expect(new OwnHosts(['nima.example']).isOwn(host)).toBe(true));

  test.each([
    'evil.example',
    'localhost.evil.example',
    'notlocalhost',
    'nima.example.evil',
    '127.0.0.1.evil.example',
    undefined,
  ])('%s is not', (host) => expect(new OwnHosts(['nima.example']).isOwn(host)).toBe(false));

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    [undefined, false],
  ])('%s is loopback: %s', (address, is) => expect(isLoopbackAddress(address)).toBe(is));

  test('another port of this machine is another site', () => {
    expect(new OwnHosts([]).isOwnOrigin('http://localhost:8002', 'localhost:8002')).toBe(true);
    expect(new OwnHosts([]).isOwnOrigin('http://localhost:3000', 'localhost:8002')).toBe(false);
    expect(new OwnHosts([]).isOwnOrigin('null', 'localhost:8002')).toBe(false);
    expect(new OwnHosts(['nima.example']).isOwnOrigin('https://nima.example', 'localhost:8002')).toBe(true);
  });
});

describe('guard', () => {
  test('a name pointed at this machine is refused, with the setting that allows it', () => {
    const fault = requestFault(headers({ host: 'evil.example' }), new OwnHosts([]));
    expect(fault).toMatchObject({ kind: 'forbidden', code: 'host_not_allowed' });
    expect(fault?.message).toContain('NIMA_SERVER_ALLOWED_HOSTS');
  });

  test("another site's page is refused, a program without an Origin is not", () => {
    const host = 'localhost:8002';
    expect(requestFault(headers({ host, origin: 'https://evil.example' }), new OwnHosts([]))?.code).toBe(
      'origin_not_allowed',
    );
    expect(requestFault(headers({ host }), new OwnHosts([]))).toBeNull();
  });

  test('a change by cookie needs a sign that our own page sent it', () => {
    expect(crossSiteFault('POST', headers({}))?.code).toBe('cross_site');
    expect(crossSiteFault('DELETE', headers({ 'sec-fetch-site': 'same-site' }))?.code).toBe('cross_site');
    expect(crossSiteFault('POST', headers({ 'sec-fetch-site': 'same-origin' }))).toBeNull();
    expect(crossSiteFault('GET', headers({}))).toBeNull();
  });

  test.each([
    'origin',
    'sec-fetch-site',
    'sec-fetch-mode',
    'forwarded',
    'x-forwarded-for',
  ])('a request with %s is not a program of this machine', (name) => {
    expect(isProgramHere('127.0.0.1', headers({}))).toBe(true);
    expect(isProgramHere('127.0.0.1', headers({ [name]: 'x' }))).toBe(false);
  });
});

describe('credentials', () => {
  test('a token is read from the header or the cookie', () => {
    expect(bearerOf(headers({ authorization: 'bearer  nima_a-b' }))).toBe('nima_a-b');
    expect(bearerOf(headers({ authorization: 'Basic abc' }))).toBeNull();
    expect(sessionOf(headers({ cookie: 'x=1; nima_session=nima_q; y=2' }))).toBe('nima_q');
    expect(sessionOf(headers({ cookie: 'not_nima_session=nima_q' }))).toBeNull();
  });

  test('the cookie is out of reach of scripts and other sites', () => {
    expect(keepSession('t', 60.5, true)).toBe('nima_session=t; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure');
    expect(forgetSession(false)).toBe('nima_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict');
  });
});
