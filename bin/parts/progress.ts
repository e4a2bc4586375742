/** Says one line to the person who waits. Standard output is kept for the result. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Runs a step and, when it takes more than a second, says what is being waited for. */
export async function withProgress<T>(what: string, step: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => say(`${what} …`), 1000);
  try {
    return await step();
  } finally {
    clearTimeout(timer);
  }
}
