import { Notification } from 'react-admin';

/** The line that says what was just done. */
export function NoticeBar() {
  return <Notification />;
}
