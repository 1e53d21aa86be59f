import ipaddr from 'ipaddr.js';

/**
 * Addresses in public ranges that serve the secrets of cloud machines:
 * the wire server of Azure, which every machine there reaches.
 */
const metadataAddresses = new Set(['168.63.129.16']);

/** IANA hands out global unicast IPv6 from 2000::/3 only; whatever lies outside embeds, tunnels or is local. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether a resolved address belongs to the public internet.
 * Everything else is refused: loopback, private, link-local and metadata addresses, and every IPv6 form that
 * carries an IPv4 address (mapped, compatible, translated, NAT64, 6to4, Teredo).
 * @param address an IPv4 or IPv6 literal without brackets, as a resolver gives it
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || metadataAddresses.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}
