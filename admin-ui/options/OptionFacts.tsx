import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { DueBasis } from '../../rules/options/deadlines.ts';
import { axes } from '../../rules/options/labels.ts';
import { Facts, Section } from '../frame/Facts.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useNow } from '../frame/use-now.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { When } from '../frame/When.tsx';
import { useFormat } from '../messages/use-format.ts';
import { type Text, type TextKey, useText } from '../messages/use-text.ts';
import { DueDate } from './DueDate.tsx';
import { InternalRemark } from './InternalRemark.tsx';
import { OptionLink } from './OptionLink.tsx';
import { awaitsConfirmation, awaitsPayment, type OptionLine, type OptionRecord } from './option-record.ts';
import { rankText } from './rank-text.ts';
import { usualPaymentDue } from './usual-payment-due.ts';

const rules: Readonly<Record<string, TextKey>> = {
  kept: 'options.rule.kept',
  agreed: 'options.rule.agreed',
  'after-placement': 'options.rule.after-placement',
  'before-performance': 'options.rule.before-performance',
  profile: 'options.rule.profile',
  channel: 'options.rule.channel',
  performance: 'options.rule.performance',
  'minimum-notice': 'options.rule.minimum-notice',
  confirmation: 'options.rule.confirmation',
};

/** The rule that gave a date, with the days it counted. */
function ruleText(rule: string | null, basis: DueBasis | null, text: Text): string | null {
  const key = rule === null ? undefined : rules[rule];
  if (key === undefined) return null;
  if (basis === null || (rule !== 'after-placement' && rule !== 'before-performance'))
    return text('options.show.rule', { rule: text(key) });
  const counted = text(`options.rule.days.${rule}.${basis.unit}`, { smart_count: basis.days });
  const told = basis.shifted ? text('options.rule.shifted', { rule: counted }) : counted;
  return text('options.show.rule', { rule: told });
}

function Due({ option }: { option: OptionRecord }) {
  const text = useText();
  const rule = ruleText(option.confirmationDueRule, option.duePlan?.basis ?? null, text);
  return (
    <>
      <DueDate
        dueAt={option.confirmationDueAt}
        timeZone={option.timeZone}
        running={awaitsConfirmation(option)}
      />
      {rule !== null && (
        <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>
          {rule}
        </Typography>
      )}
    </>
  );
}

/** Until when the order of a validated option is to be paid, and how long that is. */
function PaymentDue({ option, dueAt }: { option: OptionRecord; dueAt: string }) {
  const text = useText();
  const rule = ruleText(option.paymentDueRule, null, text);
  return (
    <>
      <DueDate dueAt={dueAt} timeZone={option.timeZone} running={awaitsPayment(option)} />
      {option.paymentOverdueAt !== null && (
        <ToneChip tone="error" label={text('options.show.overduePayment')} />
      )}
      {rule !== null && (
        <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>
          {rule}
        </Typography>
      )}
    </>
  );
}

/** Until when its order would have to be paid, were it validated now; nothing once that is past. */
function ExpectedPayment({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const due = format.instant(usualPaymentDue(option, now), option.timeZone);
  return <Typography component="span">{text('options.show.expectedPayment', { due })}</Typography>;
}

type Tariff = Pick<OptionLine, 'audienceCategoryName' | 'audienceSubcategoryName'>;

/** Audience category and subcategory of what is placed, else of what was asked. */
function audienceFacts(option: OptionRecord, text: Text) {
  const tariffs = option.lines.flatMap((line): Tariff[] => (line.placed.length > 0 ? line.placed : [line]));
  const named = (names: readonly (string | null)[]) => [...new Set(names.filter(Boolean))].join(', ') || null;
  return [
    {
      label: text('resources.options.fields.audienceCategory'),
      value: named(tariffs.map(({ audienceCategoryName }) => audienceCategoryName)),
    },
    {
      label: text('resources.options.fields.audienceSubcategory'),
      value: named(tariffs.map(({ audienceSubcategoryName }) => audienceSubcategoryName)),
    },
  ];
}

/** When the contact was reminded of the due date, and when they will be. */
function Reminders({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const { duePlan, remindedAt, timeZone } = option;
  if (duePlan === null || duePlan.reminders.length === 0) return text('options.reminder.none');
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {duePlan.reminders.map((at) => {
        const done = remindedAt !== null && Date.parse(at) <= Date.parse(remindedAt);
        const instant = format.instant(at, timeZone);
        return (
          <li key={at}>{text(done ? 'options.reminder.done' : 'options.reminder.ahead', { instant })}</li>
        );
      })}
    </Box>
  );
}

/** The performances asked for, in order of preference; what is placed stands out. */
function Choices({ option }: { option: OptionRecord }) {
  const text = useText();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {option.choices.map((choice) => (
        <Box
          component="li"
          key={choice.performanceId}
          sx={{ display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', alignItems: 'baseline' }}
        >
          <Typography variant="body2" color="text.secondary">
            {rankText(choice.rank, text)}
          </Typography>
          <Typography component="div">
            <MuiLink component={Link} to={`/performances/${choice.performanceId}/show`} underline="always">
              {choice.eventName}
            </MuiLink>
            {' – '}
            <When startsAt={choice.startsAt} timeZone={choice.timeZone} />{' '}
            {choice.cancelled && <ToneChip tone="error" label={text('screens.performance.list.cancelled')} />}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** Who asks for what, until when. */
export function OptionFacts({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const { labels } = format;
  const organisation = useOrganisationName(option.organisationId);
  const decision = axes(option.state);
  const contactLink = (
    <MuiLink component={Link} to={`/contacts/${option.contactId}/show`}>
      {`${option.contactName} (${text('options.show.contactNumber', { number: option.contactNumber })})`}
    </MuiLink>
  );
  return (
    <Section title={text('options.show.facts')}>
      <Stack spacing={2.5}>
        <Facts
          facts={[
            { label: text('resources.options.fields.contactName'), value: contactLink },
            {
              label: text('resources.options.fields.structureName'),
              value: option.structureName === option.contactName ? null : option.structureName,
            },
            {
              label: text('options.show.relay'),
              value:
                option.structureId !== null && option.structureId !== option.contactId
                  ? option.contactName
                  : null,
            },
            { label: text('resources.options.fields.provenance'), value: option.provenance },
            { label: text('resources.options.fields.confirmationDueAt'), value: <Due option={option} /> },
            {
              label: text('options.reminder.label'),
              value: awaitsConfirmation(option) ? <Reminders option={option} /> : null,
            },
            {
              label: text('resources.options.fields.paymentDueAt'),
              value:
                option.paymentDueAt === null ? (
                  option.state === 'placed' && <ExpectedPayment option={option} />
                ) : (
                  <PaymentDue option={option} dueAt={option.paymentDueAt} />
                ),
            },
            {
              label: text('optionActs.file.label'),
              value:
                option.bookingFileId === null || option.bookingFileNumber === null ? null : (
                  <MuiLink component={Link} to={`/booking-files/${option.bookingFileId}/show`}>
                    {text('optionActs.file.numbered', { number: option.bookingFileNumber })}
                  </MuiLink>
                ),
            },
            {
              label: text('resources.options.fields.orderNumber'),
              value:
                option.orderNumber === null ? null : (
                  <>
                    {text('options.show.order', { number: option.orderNumber })}{' '}
                    {option.insured === true && (
                      <ToneChip tone="info" label={text('optionActs.insured.mark')} />
                    )}
                  </>
                ),
            },
            {
              label: text('options.show.splitOf'),
              value:
                option.splitFrom === null ? null : (
                  <OptionLink id={option.splitFrom.id} number={option.splitFrom.number} />
                ),
            },
            {
              label: text('resources.options.fields.requestedAt'),
              value: format.instant(option.requestedAt, option.timeZone),
            },
            { label: text('resources.options.fields.channelName'), value: option.channelName },
            ...audienceFacts(option, text),
            {
              label: text('resources.options.fields.decision'),
              value:
                decision === null
                  ? null
                  : `${labels.decisions[decision.decision]} / ${labels.progress[decision.progress]}`,
            },
            {
              label: text('resources.options.fields.decidedAt'),
              value: option.decidedAt === null ? null : format.instant(option.decidedAt, option.timeZone),
            },
            { label: text('resources.options.fields.operatorName'), value: option.operatorName },
            { label: text('resources.options.fields.venueName'), value: option.venueName },
            { label: text('resources.options.fields.organisationId'), value: organisation },
            {
              label: text('resources.options.fields.acceptsUpgrade'),
              value: text(option.acceptsUpgrade ? 'frame.common.yes' : 'frame.common.no'),
            },
          ]}
        />
        <div>
          <Typography variant="body2" color="text.secondary" gutterBottom>
            {text('options.show.choices')}
          </Typography>
          <Choices option={option} />
        </div>
        {option.remark !== null && (
          <Facts facts={[{ label: text('resources.options.fields.remark'), value: option.remark }]} />
        )}
        <InternalRemark option={option} />
      </Stack>
    </Section>
  );
}
