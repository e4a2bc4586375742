/** A body that is sent piece by piece, and by how much this process grew meanwhile. */
export interface LongBody {
  stream: ReadableStream<Uint8Array>;
  /** The most memory used since the body was made, beyond what was used then; in bytes. */
  grownBy(): number;
}

/** So many megabytes that nobody says the length of beforehand. */
export function longBody(megabytes: number): LongBody {
  const megabyte = new Uint8Array(1024 * 1024);
  const before = process.memoryUsage.rss();
  let [left, peak] = [megabytes, before];
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  return {
    stream: new ReadableStream<Uint8Array>({
      pull: (controller) => {
        left -= 1;
        look();
        if (left < 0) controller.close();
        else controller.enqueue(megabyte);
      },
    }),
    grownBy: () => {
      look();
      return peak - before;
    },
  };
}
