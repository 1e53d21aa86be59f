import { type LaunchChannel } from '@hatchr/contracts';
import { type WordedSlide } from '../../deck/slide-words.js';
import { type Draft } from './channel-drafts.js';

const draft = (title: string | null, paragraphs: string[], closing: string): Draft => ({
  ...{ title, summary: null, paragraphs, closing },
});

/** What a careful model writes for the scheduling kit: in the manner of each channel and out of the facts alone. */
export const carefulDrafts: Record<LaunchChannel, Draft> = {
  product_hunt: {
    ...draft(
      'Bookings that move themselves when a client cancels',
      [
        'Hi, I make Slotwise.',
        'A moved booking used to mean a chain of messages, so here a client gets three proposals that fit both calendars and accepts one.',
      ],
      'Which part of moving a booking costs you the most time?',
    ),
    summary:
      'Slotwise keeps bookings, clients and services of a freelancer together, and proposes new times that fit both sides when a client cannot make it.',
  },
  show_hn: draft(
    'bookings that propose their own new times',
    [
      'Slotwise is a web application for freelancers with bookings, clients and services in it.',
      'The interesting part is what happens when somebody cancels: times that fit both calendars and the rules of the freelancer are worked out at once.',
    ],
    'Criticism of the way the rules are modelled is what would help.',
  ),
  reddit: draft(
    'Freelancers, what do you do when a client moves a booking for the second time?',
    ['Every move seems to end in a long thread of messages before a new time is found.'],
    'I am working on Slotwise for exactly this, so take my question with that in mind.',
  ),
  linkedin: draft(
    null,
    [
      'A client asks to move an appointment, and the evening goes into writing back and forth.',
      'That is the situation behind Slotwise, which keeps the rules of a freelancer and offers only times that respect them.',
    ],
    'If you know this from your own work, I would be glad to hear how you handle it.',
  ),
  x_thread: draft(
    null,
    [
      'A cancelled booking is a small thing, until the messages start.',
      'Slotwise answers with times that suit both calendars.',
      'Working hours and breaks are yours to set, and nothing outside of them is offered.',
    ],
    'Take a look:',
  ),
  indie_hackers: draft(
    'What is decided about Slotwise, and what is not',
    [
      'Decided: it is for freelancers, and it begins with the booking that has to move.',
      'Open: nobody outside has used it yet, so there is nothing to report on users.',
    ],
    'How did you choose whom to show your first version to?',
  ),
  betalist: draft(
    'Appointments that find a new time on their own',
    ['Slotwise is in beta, for freelancers whose clients move appointments.'],
    'Testers are asked to cancel a booking of their own and say where it got confusing.',
  ),
  cold_email: draft(
    'When a client moves an appointment',
    [
      'You work with clients by appointment, so you may know the messages that follow a cancellation.',
      'I have made a tool that proposes new times by itself and would like to see it used once.',
    ],
    'If it is of no use to you, I will not write again.',
  ),
  press_note: draft(
    'Slotwise opens for freelancers who work by appointment',
    [
      'The web application Slotwise is open to freelancers.',
      'It manages clients, services and bookings, and proposes other times when a client cancels.',
    ],
    'Details of the plans are on the pricing page.',
  ),
  newsletter: draft(
    'Slotwise can be tried',
    [
      'You wanted to know when there is something to click on, and now there is.',
      'Begin with your working hours, then add a service and book a time with yourself.',
    ],
    'Write back with the first thing that did not make sense.',
  ),
};

/** Headlines and notes of the same kind. */
export const carefulWords: Record<WordedSlide, { headline: string; talk: string }> = {
  problem: {
    headline: 'Moving one booking takes a chain of messages',
    talk: 'Ask who has moved an appointment this week, and how many messages it took.',
  },
  why_now: {
    headline: 'What is still open for freelancers',
    talk: 'Go through what the sources say before you go on.',
  },
  solution: {
    headline: 'The booking finds its own new time',
    talk: 'Show a cancellation and let the proposals appear.',
  },
  product: { headline: 'The week, the clients, the services', talk: 'Stay on the calendar.' },
  how_it_works: {
    headline: 'From a cancelled time to an agreed one',
    talk: 'Follow one booking from the request to the new time.',
  },
  market: {
    headline: 'What the research counted, and what it could not',
    talk: 'Say openly that the size of the market is not known.',
  },
  competition: {
    headline: 'What the compared products are known to do',
    talk: 'Each cell has its source in the notes.',
  },
  business_model: {
    headline: 'Plans that freelancers can read in a minute',
    talk: 'Prices that are open are open, and that is fine to say.',
  },
  go_to_market: {
    headline: 'Where freelancers will hear of it',
    talk: 'Begin with the people you know.',
  },
  roadmap: {
    headline: 'There now, next, and left for later',
    talk: 'Name what is left out on purpose.',
  },
  team_and_ask: {
    headline: 'Who builds it and what is needed',
    talk: 'Fill in both boxes before you show this slide.',
  },
};
