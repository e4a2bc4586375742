import { Notification } from 'react-admin';

/** The line that says what was just done, above the buttons that stay at the foot of a form. */
export function NoticeBar() {
  return <Notification sx={{ '&.MuiSnackbar-root': { bottom: 96 } }} />;
}
