import { Alert, AlertTitle, Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';

/** Why a file was not taken: one sentence, and every fault at its place in the file. */
export function PlanFaults({ failure }: { failure: unknown }) {
  const text = useText();
  const { code, title, detail, errors } = problemOf(failure);
  if (code !== 'plan.invalid') return <ProblemAlert failure={failure} />;
  return (
    <>
      <Alert severity="error" role="alert">
        <AlertTitle>{title}</AlertTitle>
        {detail}
      </Alert>
      <Section title={text('halls.faults.title')} flush>
        <Table size="small" aria-label={text('halls.faults.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{text('halls.faults.place')}</TableCell>
              <TableCell>{text('halls.faults.fault')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {errors.map(({ path, code: fault, message }) => (
              <TableRow key={`${path} ${fault}`}>
                <TableCell component="th" scope="row">
                  <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
                    {path === '' ? text('halls.faults.whole') : path}
                  </Box>
                </TableCell>
                <TableCell>{message ?? fault}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  );
}
