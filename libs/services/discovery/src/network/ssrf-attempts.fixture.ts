import type { Resolver } from './address-guard.js';

/** One way to make a server fetch what it must not. Every one is refused by fetch, by redirect and by browser. */
export interface SsrfAttempt {
  name: string;
  url: string;
  /** What the name server answers for the host, where the attempt lies in the answer. */
  addresses?: readonly string[];
}

const literal = (name: string, host: string): SsrfAttempt => ({ name, url: `http://${host}/` });
const answer = (name: string, ...addresses: string[]): SsrfAttempt => ({
  name: `a public name that resolves to ${name}`,
  url: `http://${name.replaceAll(/[^a-z0-9]+/giu, '-').toLowerCase()}.shop.example/`,
  addresses,
});

export const ssrfAttempts: readonly SsrfAttempt[] = [
  literal('loopback', '127.0.0.1'),
  literal('another loopback address', '127.8.9.10'),
  literal('loopback in decimal', '2130706433'),
  literal('loopback in hexadecimal', '0x7f000001'),
  literal('loopback in octal', '017700000001'),
  literal('loopback in octal parts', '0177.0.0.01'),
  literal('loopback in hexadecimal parts', '0x7f.0x0.0x0.0x1'),
  literal('loopback in mixed parts', '0x7f.0.0.01'),
  literal('loopback in two parts', '127.1'),
  literal('loopback in three parts', '127.0.1'),
  literal('loopback with a trailing dot', '127.0.0.1.'),
  literal('loopback in full-width digits', '１２７.０.０.１'),
  literal('loopback in circled digits', '①②⑦.⓪.⓪.①'),
  literal('loopback with an ideographic full stop', '127。0。0。1'),
  literal('loopback percent-encoded', '%31%32%37%2e0%2e0%2e1'),
  literal('the unspecified address', '0.0.0.0'),
  literal('the unspecified address, short', '0'),
  literal('this network', '0.1.2.3'),
  literal('a private class A address', '10.0.0.1'),
  literal('a private class B address', '172.16.5.4'),
  literal('the end of the private class B range', '172.31.255.255'),
  literal('a private class C address', '192.168.1.1'),
  literal('a private address in decimal', '3232235777'),
  literal('a link-local address', '169.254.1.1'),
  literal('the metadata service of EC2', '169.254.169.254'),
  literal('the metadata service in decimal', '2852039166'),
  literal('the metadata service in hexadecimal', '0xa9fea9fe'),
  literal('the metadata service in octal parts', '0251.0376.0251.0376'),
  literal('the credentials of containers on ECS', '169.254.170.2'),
  literal('the metadata service of Alibaba', '100.100.100.200'),
  literal('the wire server of Azure', '168.63.129.16'),
  literal('a carrier-grade NAT address', '100.64.0.1'),
  literal('protocol assignments', '192.0.0.192'),
  literal('a documentation address', '192.0.2.1'),
  literal('a benchmarking address', '198.18.0.1'),
  literal('a multicast address', '224.0.0.1'),
  literal('a reserved address', '240.0.0.1'),
  literal('the broadcast address', '255.255.255.255'),
  literal('IPv6 loopback', '[::1]'),
  literal('IPv6 loopback in full', '[0:0:0:0:0:0:0:1]'),
  literal('the IPv6 unspecified address', '[::]'),
  literal('IPv4-mapped loopback', '[::ffff:127.0.0.1]'),
  literal('IPv4-mapped loopback in hexadecimal', '[::ffff:7f00:1]'),
  literal('the IPv4-mapped metadata service', '[::ffff:a9fe:a9fe]'),
  literal('a mapped address that is public', '[::ffff:8.8.8.8]'),
  literal('IPv4-compatible loopback', '[::127.0.0.1]'),
  literal('IPv4-translated loopback', '[::ffff:0:127.0.0.1]'),
  literal('NAT64 of loopback', '[64:ff9b::127.0.0.1]'),
  literal('NAT64 of the metadata service', '[64:ff9b::a9fe:a9fe]'),
  literal('local-use NAT64', '[64:ff9b:1::a00:1]'),
  literal('6to4 of loopback', '[2002:7f00:1::]'),
  literal('6to4 of a private address', '[2002:c0a8:101::1]'),
  literal('Teredo', '[2001:0:53aa:64c:0:fbff:80ff:fffe]'),
  literal('an IPv6 link-local address', '[fe80::1]'),
  literal('an IPv6 unique local address', '[fc00::1]'),
  literal('the IPv6 metadata service of EC2', '[fd00:ec2::254]'),
  literal('a deprecated site-local address', '[fec0::1]'),
  literal('IPv6 multicast', '[ff02::1]'),
  literal('IPv6 documentation', '[2001:db8::1]'),
  literal('localhost', 'localhost'),
  literal('localhost in capitals', 'LOCALHOST'),
  literal('localhost with a trailing dot', 'localhost.'),
  literal('a name under localhost', 'admin.localhost'),
  literal('the metadata name of Google', 'metadata.google.internal'),
  literal('a name with a trailing dot under internal', 'metadata.google.internal.'),
  literal('a name of the local link', 'printer.local'),
  literal('a name of a home network', 'router.home.arpa'),
  literal('a name without a dot', 'metadata'),
  { name: 'a port of Redis', url: 'http://shop.example:6379/' },
  { name: 'a port of SSH', url: 'https://shop.example:22/' },
  { name: 'a user name', url: 'http://admin@shop.example/' },
  { name: 'credentials that look like a host', url: 'http://shop.example:80@127.0.0.1/' },
  { name: 'a backslash that ends the host early', url: 'http://127.0.0.1\\@shop.example/' },
  answer('loopback', '127.0.0.1'),
  answer('IPv6 loopback', '::1'),
  answer('the metadata service', '169.254.169.254'),
  answer('a private address', '10.1.2.3'),
  answer('a mapped address', '::ffff:192.168.0.1'),
  answer('a NAT64 address', '64:ff9b::7f00:1'),
  answer('a public and a private address', '93.184.215.14', '10.0.0.1'),
  answer('a private and a public address', '192.168.0.10', '93.184.215.14'),
  answer('what is not an address', 'not-an-address'),
];

/**
 * A name server that changes its mind: public the first time, loopback from then on. The public address is of
 * the 6bone, which was given back in 2006, so that no test knocks at anyone's door.
 */
export function resolveOncePublicly(): Resolver {
  let questions = 0;
  return () => {
    questions += 1;
    return Promise.resolve([
      questions === 1 ? { address: '3ffe::1', family: 6 } : { address: '127.0.0.1', family: 4 },
    ]);
  };
}

/** Addresses that are not of the web at all. A browser has its own ways to refuse them. */
export const foreignSchemes: readonly string[] = [
  'file:///etc/passwd',
  'ftp://shop.example/',
  'gopher://127.0.0.1:6379/_INFO',
  'dict://127.0.0.1:11211/stats',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:http://shop.example/1',
  'view-source:http://127.0.0.1/',
  'ws://shop.example/',
  'not a url',
  '',
];
