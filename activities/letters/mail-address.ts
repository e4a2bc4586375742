import { domainToASCII } from 'node:url';

/** Someone a message is from or for; the address alone decides where it goes. */
export type Mailbox = { name: string | null; address: string };

const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * True when `address` is one address that a mail server can be asked to deliver to: dot-atom local part
 * and host name (RFC 5321, international letters as RFC 6531 allows), no quoting, no list, no display name.
 */
export function isMailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const host = domainToASCII(address.slice(at + 1));
  return (
    at > 0 &&
    Buffer.byteLength(local) <= 64 &&
    Buffer.byteLength(address) <= 254 &&
    localPart.test(local) &&
    domain.test(host)
  );
}
