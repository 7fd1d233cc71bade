import { isIPv6 } from 'node:net'

const GROUPS = 8
/** Groups of a /64, which one household or one office holds: its last 64 bits are its own to choose. */
const NETWORK_GROUPS = 4

/** What an address counts as: IPv4 as it is, also within IPv6; of IPv6 the /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const between = tail === undefined ? 0 : GROUPS - before.length - after.length
  const whole = [...before, ...Array.from({ length: Math.max(0, between) }, () => '0'), ...after]
  const network = whole.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}
