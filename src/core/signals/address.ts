/** What an IP address tells about where it lives; all false for names and masks. */
export interface AddressKind {
  readonly isLoopback: boolean;
  readonly isIpv6: boolean;
  readonly isPrivate: boolean;
  /** 172.16/12 and 10/8: what container networks hand out. */
  readonly isContainer: boolean;
  /** x.x.0.1 of 172.16/12: a Docker bridge's own address. */
  readonly isBridge: boolean;
  readonly isPublic: boolean;
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** Classifies an address by its range. Sources: RFC 1918, RFC 6598, RFC 4193, RFC 5735. */
export function addressKind(address: string): AddressKind {
  const isIpv6 = address.includes(':') && !V4.test(address);
  const octets = V4.exec(address)?.slice(1).map(Number) ?? [];
  const [a = -1, b = -1, c = -1, d = -1] = octets;
  const isLoopback = a === 127 || address === '::1' || address === 'localhost';
  const in172 = a === 172 && b >= 16 && b <= 31;
  const isPrivate =
    in172 ||
    a === 10 ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b <= 127) ||
    (isIpv6 && /^f[cd]/i.test(address));
  const isPublic = !isLoopback && !isPrivate && (a > 0 || (isIpv6 && /^[23]/.test(address))) && a !== 169 && a < 224;
  return {
    isLoopback,
    isIpv6,
    isPrivate,
    isContainer: in172 || a === 10,
    isBridge: in172 && c === 0 && d === 1,
    isPublic,
  };
}
