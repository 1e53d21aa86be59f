import type { DomainBlock } from './block.js';
import { choice, datetime, longText, relation, status, text } from './fields.js';
import { client } from './people.js';

export const helpDesk: DomainBlock = {
  id: 'help_desk',
  category: 'Help desk',
  strong: [
    'help desk',
    'helpdesk',
    'support ticket',
    'it ticket',
    'service ticket',
    'customer ticket',
    'ticket system',
    'ticketing system',
    'ticketing tool',
    'ticket queue',
    'customer support',
    'complaint',
  ],
  weak: ['ticket', 'ticketing', 'support', 'issue', 'faq', 'it support', 'response'],
  promise: 'Every question answered in time',
  problem: 'Questions come by mail, chat and phone, and the one that was urgent is found too late.',
  entities: [
    client,
    {
      name: 'ticket',
      plural: 'tickets',
      label: 'Ticket',
      labelPlural: 'Tickets',
      description: 'What somebody needs, how urgent it is and by when.',
      icon: 'inbox',
      titleField: 'subject',
      view: 'board',
      aliases: ['ticket', 'issue', 'complaint'],
      fields: [
        text('subject', 'Subject'),
        relation('client', 'From'),
        choice('priority', 'Priority', ['Low', 'Normal', 'High', 'Urgent']),
        status('New', 'Open', 'Waiting', 'Resolved'),
        datetime('respond_by', 'Respond by'),
        longText('message', 'Message'),
      ],
    },
    {
      name: 'answer',
      plural: 'answers',
      label: 'Saved answer',
      labelPlural: 'Saved answers',
      description: 'What is asked often, answered once.',
      icon: 'message-circle',
      titleField: 'title',
      view: 'gallery',
      fields: [
        text('title', 'Title'),
        choice('topic', 'Topic', ['Account', 'Billing', 'How to', 'Other']),
        longText('content', 'Content'),
      ],
    },
  ],
  feature: {
    kind: 'attention_digest',
    name: 'Answer first',
    description:
      'Puts the tickets that are late or near their time on top, then those that nobody has touched.',
    entity: 'ticket',
  },
  brand: { primary: '#0e7490', accent: '#f97316', icon: 'inbox', tone: 'calm' },
  audience: 'support teams',
  nonGoals: ['It does not fetch mail.'],
};
