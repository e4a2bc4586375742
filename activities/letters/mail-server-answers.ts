import { createTransport } from 'nodemailer';

const PATIENCE_MS = 5_000;

/** True when the mail server greets us, takes our sign-in if there is one, and is taken leave of properly. */
export async function mailServerAnswers(smtpUrl: string): Promise<boolean> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    return await transport.verify();
  } catch {
    return false;
  } finally {
    transport.close();
  }
}
