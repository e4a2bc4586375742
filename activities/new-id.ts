import { randomFillSync } from 'node:crypto';

/** What the 12 bits after the time can count. */
const most = 0xfff;

let lastMs = 0;
let count = 0;

/** Random bytes asked for in advance: one id needs few. */
const store = Buffer.alloc(4096);
let used = store.length;

function randomPart(): Buffer {
  if (used === store.length) {
    randomFillSync(store);
    used = 0;
  }
  used += 16;
  return store.subarray(used - 16, used);
}

/**
 * A new record id: UUID version 7, ordered by time of creation so that indexes grow at their end. Ids made by one
 * process in one millisecond keep their order too (RFC 9562, 6.2, a counter after the time).
 */
export function newId(): string {
  const now = Date.now();
  const bytes = randomPart();
  if (now > lastMs) {
    lastMs = now;
    count = bytes.readUInt8(6); // begins low, so that there is room to count
  } else if (count < most) {
    count += 1;
  } else {
    lastMs += 1;
    count = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
