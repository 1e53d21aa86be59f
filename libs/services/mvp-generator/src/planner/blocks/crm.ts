import type { DomainBlock } from './block.js';
import { choice, date, longText, money, optionalDate, relation, status, text } from './fields.js';
import { client } from './people.js';

export const crm: DomainBlock = {
  id: 'crm',
  category: 'Client management',
  strong: [
    'crm',
    'lead',
    'client',
    'sales pipeline',
    'customer relationship',
    'deal',
    'pipeline',
    'prospect',
    'contact',
    'kundenverwaltung',
  ],
  weak: ['sales', 'follow-up', 'followup', 'agency', 'customer', 'realtor'],
  promise: 'No lead forgotten',
  problem:
    'Names are in one place, promises in another, and the follow-up that would have closed the deal never happens.',
  entities: [
    client,
    {
      name: 'deal',
      plural: 'deals',
      label: 'Deal',
      labelPlural: 'Deals',
      description: 'What might be sold to whom, how far it is and when to ask again.',
      icon: 'target',
      titleField: 'title',
      view: 'board',
      aliases: ['deal', 'opportunity', 'proposal', 'lead'],
      fields: [
        text('title', 'Title'),
        relation('client', 'Client'),
        money('value', 'Value'),
        status('New', 'Contacted', 'Proposal sent', 'Won', 'Lost'),
        date('follow_up_on', 'Follow up on'),
        longText('notes', 'Notes'),
      ],
    },
    {
      name: 'interaction',
      plural: 'interactions',
      label: 'Interaction',
      labelPlural: 'Interactions',
      description: 'Every call, message and meeting, in order.',
      icon: 'phone',
      titleField: 'subject',
      view: 'timeline',
      fields: [
        text('subject', 'Subject'),
        relation('client', 'Client'),
        choice('channel', 'Channel', ['Call', 'E-mail', 'Meeting', 'Message']),
        optionalDate('happened_on', 'Happened on'),
        longText('summary', 'Summary'),
      ],
    },
  ],
  feature: {
    kind: 'due_reminders',
    name: 'Follow-ups',
    description: 'Says whom to ask again today and writes the first line.',
    entity: 'deal',
  },
  brand: { primary: '#2563eb', accent: '#22c55e', icon: 'target', tone: 'precise' },
  audience: 'small sales teams',
  nonGoals: ['It sends no e-mail by itself.'],
};
