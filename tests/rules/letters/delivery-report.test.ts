import { describe, expect, it } from '@jest/globals';
import { bounceCause, deliveryReports, messagesOf } from '../../../rules/letters/delivery-report.ts';

/** A notification as Postfix sends it. */
const postfix = `Return-Path: <>
From: MAILER-DAEMON@mail.example.test (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4D2A51.1448/mail.example.test"

This is a MIME-encapsulated message.

--4D2A51.1448/mail.example.test
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you.

--4D2A51.1448/mail.example.test
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test
Arrival-Date: Mon, 21 Dec 2015 10:12:06 +0100 (CET)

Final-Recipient: rfc822; m.oeuvrard@les-tilleuls.example
Original-Recipient: rfc822;m.oeuvrard@les-tilleuls.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <m.oeuvrard@les-tilleuls.example>: Recipient
    address rejected: User unknown

--4D2A51.1448/mail.example.test
Content-Description: Undelivered Message
Content-Type: message/rfc822

Received: by mail.example.test (Postfix)
Subject: Confirmation
Message-ID:
 <0b5e7f5e-6f57-4b56-9d5e-1f4a2c8f9a10@placet.test>

Bonjour
--4D2A51.1448/mail.example.test--
`;

describe('a delivery status notification', () => {
  it('tells which message came back, from whom and why', () => {
    const [report, ...more] = deliveryReports(postfix.replaceAll('\n', '\r\n'));
    expect(more).toEqual([]);
    expect(report).toEqual({
      messageId: '<0b5e7f5e-6f57-4b56-9d5e-1f4a2c8f9a10@placet.test>',
      recipient: 'm.oeuvrard@les-tilleuls.example',
      action: 'failed',
      status: '5.1.1',
      said: '550 5.1.1 <m.oeuvrard@les-tilleuls.example>: Recipient address rejected: User unknown',
    });
  });

  it('is nothing else: a letter of a person, a report without the message, half a file', () => {
    expect(deliveryReports('From: a@b.test\nSubject: Re: option\n\nAction: failed\nStatus: 5.1.1\n')).toEqual(
      [],
    );
    expect(deliveryReports(postfix.replace('Message-ID:', 'X-Other:'))).toEqual([]);
    expect(deliveryReports(postfix.slice(0, 700))).toEqual([]);
    expect(deliveryReports('')).toEqual([]);
  });

  it('speaks of several recipients, and its own headers only may do', () => {
    const two = postfix.replace(
      /--4D2A51[^\n]*\nContent-Description: Undelivered Message\nContent-Type: message\/rfc822/,
      (head) =>
        `\nFinal-Recipient: rfc822; b@example.test\nAction: delayed\nStatus: 4.4.1\n\n${head.replace('message/rfc822', 'text/rfc822-headers')}`,
    );
    expect(deliveryReports(two).map(({ action, status }) => [action, status])).toEqual([
      ['failed', '5.1.1'],
      ['delayed', '4.4.1'],
    ]);
  });

  it('comes alone or several in a mailbox file', () => {
    expect(messagesOf(postfix)).toHaveLength(1);
    const box = `From MAILER-DAEMON Mon Dec 21 10:12:06 2015\n${postfix}\nFrom MAILER-DAEMON Mon Dec 21 10:13:06 2015\n${postfix}>From here\n`;
    expect(messagesOf(box)).toHaveLength(2);
    expect(messagesOf(box).flatMap(deliveryReports)).toHaveLength(2);
    expect(messagesOf(' \n')).toEqual([]);
  });
});

describe('the cause', () => {
  it.each([
    ['5.1.1', null, 'unknownAddress'],
    ['5.2.1', null, 'mailboxClosed'],
    ['5.2.2', null, 'mailboxFull'],
    ['5.3.4', null, 'tooLarge'],
    ['4.4.7', null, 'unreachable'],
    ['5.7.1', null, 'blocked'],
    ['5.0.0', '550 5.2.2 mailbox full', 'mailboxFull'],
    [null, '550 no such user', 'other'],
  ] as const)('of %s %s is %s', (status, said, cause) => {
    expect(bounceCause({ status, said })).toBe(cause);
  });
});
