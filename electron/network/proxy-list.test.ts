import { describe, expect, it } from 'vitest';
import { type ProxyWay, parseProxyList, proxyName } from './proxy-list.ts';

const proxy = (host: string, port: number, scheme: 'http' | 'https' = 'http'): ProxyWay => ({
  kind: 'proxy',
  scheme,
  host,
  port,
});
const direct: ProxyWay = { kind: 'direct' };
const unsupported = (said: string): ProxyWay => ({ kind: 'unsupported', said });

describe('what Chromium says of the ways to an origin', () => {
  it.each<[string, ProxyWay[]]>([
    ['DIRECT', [direct]],
    ['', [direct]],
    [' ; ', [direct]],
    ['PROXY a:1; DIRECT', [proxy('a', 1), direct]],
    ['PROXY proxy.corp.example:3128;PROXY b:2', [proxy('proxy.corp.example', 3128), proxy('b', 2)]],
    ['PROXY a', [proxy('a', 80)]],
    ['HTTPS a:1', [proxy('a', 1, 'https')]],
    ['HTTPS a', [proxy('a', 443, 'https')]],
    ['proxy a:1', [proxy('a', 1)]],
    ['PROXY [::1]:3128', [proxy('::1', 3128)]],
    ['SOCKS a:1', [unsupported('SOCKS a:1')]],
    ['SOCKS5 a:1; PROXY b:2', [unsupported('SOCKS5 a:1'), proxy('b', 2)]],
    ['QUIC a:1', [unsupported('QUIC a:1')]],
    ['PROXY', [unsupported('PROXY')]],
    ['PROXY a:99999', [unsupported('PROXY a:99999')]],
    ['constructor a:1', [unsupported('constructor a:1')]],
  ])('%j', (answer, ways) => {
    expect(parseProxyList(answer)).toEqual(ways);
  });
});

it('names a proxy as a person reads it', () => {
  expect(proxyName({ host: 'a', port: 1 })).toBe('a:1');
  expect(proxyName({ host: '::1', port: 3128 })).toBe('[::1]:3128');
});
